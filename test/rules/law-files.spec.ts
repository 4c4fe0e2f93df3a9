// The law files hold exactly what the domain facts say: converted, nothing lost, nothing invented.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { wherePresent } from '../harness/where-present';
import { SHARED_LAW, shippedRulebook, shippedTexts } from './shipped-law';

const present = existsSync(path.join(SHARED_LAW, 'control-lists.json'));
const where = wherePresent(
  present ? null : '../shared/domain/china is not here',
  'the comparison of the law files with its JSON',
);
const shared = (name: string): unknown => JSON.parse(readFileSync(path.join(SHARED_LAW, name), 'utf8'));
const yaml = (name: string): unknown => parse(shippedTexts().find((text) => text.path === name)?.text ?? '');
/** The file without the Chinese lines that Licet adds: the facts say in English only what a measure does and what is missing. */
function asInTheFacts(name: string): unknown {
  const { measures, coverage, ...instrument } = yaml(name) as {
    measures: { whatZh?: string }[];
    coverage: { missingZh?: string };
  };
  const { missingZh: _missing, ...inTheFacts } = coverage;
  return { ...instrument, coverage: inTheFacts, measures: measures.map(({ whatZh: _, ...measure }) => measure) };
}

it('every entry of an item or a technology has a condition tree', () => {
  const bare = shippedRulebook()
    .instruments.flatMap((instrument) => instrument.measures)
    .filter((measure) => measure.kind !== 'entity-list')
    .flatMap((measure) => measure.entries.filter((entry) => !entry.parameters).map((entry) => `${measure.id}: ${entry.nameEn}`));
  expect(bare).toEqual([]);
});

it('every measure is described in Chinese as well', () => {
  const silent = shippedRulebook()
    .instruments.flatMap((instrument) => instrument.measures)
    .filter(({ whatZh }) => !/[\u3400-\u9fff]/.test(whatZh ?? ''));
  expect(silent.map(({ id }) => id)).toEqual([]);
});

it('what is missing of an instrument is said in Chinese as well', () => {
  const silent = shippedRulebook().instruments.filter(
    ({ coverage: { missing, missingZh } }) => missing !== undefined && !/[\u3400-\u9fff]/.test(missingZh ?? ''),
  );
  expect(silent.map(({ id }) => id)).toEqual([]);
});

where.describe('the YAML holds the same values as the JSON', () => {
  const lists = (present ? shared('control-lists.json') : { instruments: [] }) as Record<string, unknown> & {
    instruments: { id: string }[];
  };

  it('every instrument has its file and no other file is there', () => {
    const files = shippedTexts()
      .map((text) => text.path)
      .filter((name) => name.startsWith('instruments/'));
    expect(files.sort()).toEqual(lists.instruments.map((instrument) => `instruments/${instrument.id}.yaml`).sort());
  });

  it.each(lists.instruments.map((instrument) => [instrument.id, instrument] as const))('%s', (id, instrument) => {
    expect(asInTheFacts(`instruments/${id}.yaml`)).toEqual(instrument);
  });

  it('the files beside the instruments', () => {
    const { title, schemaVersion, asOf, jurisdiction, timezone, conventions, propertyWords, guidance, openQuestions, rules } =
      lists;
    expect(yaml('conventions.yaml')).toEqual({ title, schemaVersion, asOf, jurisdiction, timezone, conventions });
    expect(yaml('property-words.yaml')).toEqual({ propertyWords });
    expect(yaml('guidance.yaml')).toEqual({ guidance });
    expect(yaml('open-questions.yaml')).toEqual({ openQuestions });
    expect(yaml('general-rules.yaml')).toEqual({ rules });
    expect(yaml('technology-catalogue.yaml')).toEqual({ technologyCatalogue: shared('technology-catalogue.json') });
    expect(yaml('calendar.yaml')).toEqual({ calendar: shared('calendar.json') });
  });
});
