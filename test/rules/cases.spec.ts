import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { localDate } from '#kernel';
import { determine, readFacts } from '#regulation';
import { shippedRulebook } from './shipped-law';

interface Case {
  id: string;
  section: string;
  on: string;
  input: unknown;
  expected: {
    status: string;
    controlCodes: string[];
    documents: string[];
    acceptAlso?: string[];
    acceptAlsoDocuments?: string[];
    acceptAlsoStatus?: string[];
  };
}

const casesIn = (file: string) => (parse(readFileSync(path.join(__dirname, file), 'utf8')) as { cases: Case[] }).cases;
const cases = [...casesIn('cases.yaml'), ...casesIn('further-cases.yaml')];
const rulebook = shippedRulebook();
const answers = new Map(
  cases.map((one) => {
    const { facts, faults } = readFacts(rulebook, one.input);
    if (!facts) throw new Error(`${one.id}: ${JSON.stringify(faults)}`);
    return [one.id, determine(rulebook, facts, localDate(one.on))];
  }),
);
const answerTo = (one: Case) => {
  const answer = answers.get(one.id);
  if (!answer) throw new Error(`no answer to ${one.id}`);
  return answer;
};
const without = (all: readonly string[], also: readonly string[] = []) => all.filter((word) => !also.includes(word)).sort();

it('there are cases', () => {
  expect(cases.length).toBeGreaterThanOrEqual(99 + 560);
});

describe.each([...new Set(cases.map((one) => one.section))])('%s', (section) => {
  it.each(cases.filter((one) => one.section === section).map((one) => [one.id, one] as const))('%s', (_id, one) => {
    const answer = answerTo(one);
    const { expected } = one;
    expect({
      status: expected.acceptAlsoStatus?.includes(answer.headline) ? expected.status : answer.headline,
      controlCodes: without(answer.controlCodes, expected.acceptAlso),
      documents: without(answer.documents, expected.acceptAlsoDocuments),
    }).toEqual({
      status: expected.status,
      controlCodes: without(expected.controlCodes, expected.acceptAlso),
      documents: without(expected.documents, expected.acceptAlsoDocuments),
    });
  });
});

describe('every answer', () => {
  it('says what it did not check, and by which law it was given', () => {
    for (const answer of answers.values()) {
      expect(answer.notChecked.length).toBeGreaterThan(0);
      expect(answer.rulebookHash).toBe(rulebook.hash);
    }
  });
  it('gives each finding reasons in both languages, a citation with address, coverage, and the rows it rests on', () => {
    for (const finding of [...answers.values()].flatMap((answer) => answer.findings)) {
      expect(finding.reasons.length).toBeGreaterThan(0);
      for (const reason of finding.reasons) {
        expect(reason.zh).toMatch(/\S/);
        expect(reason.en).toMatch(/\S/);
      }
      expect(finding.citation.url).toMatch(/^https?:/);
      expect(finding.coverage.state).toMatch(/\w/);
      expect(finding.rows.length).toBeGreaterThan(0);
    }
  });
  it('shows what an open finding may turn into', () => {
    for (const finding of [...answers.values()].flatMap((answer) => answer.findings))
      if (
        finding.regime !== 'procedure' &&
        finding.regime !== 'party-list' &&
        (finding.status === 'undetermined' || finding.status === 'review')
      )
        expect(finding.readings.length).toBeGreaterThanOrEqual(2);
  });
  it('is the same when asked again', () => {
    for (const one of casesIn('cases.yaml')) {
      const { facts } = readFacts(rulebook, one.input);
      expect(facts && determine(rulebook, facts, localDate(one.on))).toEqual(answerTo(one));
    }
  });
});
