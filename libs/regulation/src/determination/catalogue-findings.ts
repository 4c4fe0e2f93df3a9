// Entries of the technology catalogue that are known by name and history only: they refer to a person, unless a statement settles them.
import type { Bilingual, LocalDate } from '#kernel';
import { settled } from '../condition/evaluate';
import type { Verdict } from '../condition/evaluated-node';
import { PhraseBook, tokensOf } from '../condition/phrases';
import type { CatalogueEntry } from '../rulebook/side-file-schema';
import type { MeasureOnDay, Rulebook } from '../rulebook/rulebook';
import type { Finding } from './determination';
import { findingOf } from './finding';
import type { ItemOutcome } from './item-findings';
import type { Situation } from './situation';
import { refsOf } from './statement-words';
import type { StatusWord } from './status';
import { speakerZh } from './words-zh';

type State = 'prohibited' | 'restricted' | 'unknown' | 'not-listed';

const STATUS: Readonly<Record<CatalogueEntry['part'], StatusWord>> = {
  prohibited: 'prohibited-technology',
  restricted: 'restricted-technology-licence',
};

/** Findings on catalogue entries that no entry with conditions covers. */
export function catalogueFindings(situation: Situation, item: ItemOutcome): Finding[] {
  if (situation.from !== 'CN' || situation.to === 'CN' || situation.statements('is-to-be-made-public').length > 0) return [];
  return catalogueCandidates(situation).flatMap((entry) => entryFinding(entry, situation, item));
}

/** Entries whose name, control point or number the facts state, whatever the day. */
export function catalogueCandidates({ rulebook, facts, stated, statements }: Situation): readonly CatalogueEntry[] {
  if (stated.kind !== 'technology' || rulebook.technologyCatalogue.length === 0) return [];
  const texts = [facts.item?.name, facts.item?.nameZh].filter((text) => text !== undefined);
  const refs = [...statements('meets-control-points-of', 'item'), ...statements('falls-under', 'item')].flatMap(refsOf);
  const { book, words } = namesOf(rulebook);
  const named = new Set([...texts, ...refs].flatMap((text) => book.find(text).map((hit) => hit.payload)));
  const given = new Set(texts.flatMap(tokensOf));
  const numbers = new Set([...refs, stated.statedCode ?? '']);
  return rulebook.technologyCatalogue.filter(
    (entry) =>
      named.has(entry.id) || isWholly(words.get(entry.id), given) || numbersOf(entry).some((number) => numbers.has(number)),
  );
}

function entryFinding(entry: CatalogueEntry, situation: Situation, item: ItemOutcome): Finding[] {
  const { day } = situation.law;
  const state = stateOn(entry, day);
  const place = placeOf(entry.part, situation);
  if (state === 'not-listed' || !place || isCovered(entry, situation, item)) return [];
  const said = statementOn(entry, situation);
  const verdict: Verdict = said && state !== 'unknown' ? said.verdict : 'unknown';
  const part: Bilingual =
    entry.part === 'prohibited'
      ? { zh: '禁止出口部分', en: 'the prohibited part' }
      : { zh: '限制出口部分', en: 'the restricted part' };
  const name: Bilingual = { zh: entry.nameZh ?? entry.nameEn, en: entry.nameEn };
  const reasons: Bilingual[] = [
    ...(said ? [said.because] : []),
    {
      zh: `与技术目录${part.zh}“${name.zh}”有关；控制要点未录入，须由人对照目录原文判断`,
      en: `comes near "${name.en}" of ${part.en} of the technology catalogue; its control points are not loaded, so a person compares the official text`,
    },
    ...(state === 'unknown'
      ? [{ zh: '该日是否仍列入目录未见文件说明', en: 'no known text says whether it is still listed on this day' }]
      : []),
  ];
  return [
    findingOf({
      regime: 'technology-catalogue',
      place,
      verdict,
      alleged: true,
      status: STATUS[entry.part],
      nameZh: name.zh,
      nameEn: name.en,
      controlCode: numberOn(entry, day),
      reasons: verdict === 'not-met' && said ? [said.because] : reasons,
      conditions: said && state !== 'unknown' ? settled(said.verdict, said.because.zh, said.because.en) : null,
      rows: [entry.id],
      confidence: ['secondary'],
      missing: { zh: '该条目的控制要点未录入', en: 'the control points of this entry are not loaded' },
      documents: verdict === 'met' && entry.part === 'restricted' ? papersOf(situation.rulebook, place) : [],
    }),
  ];
}

/** The state of the entry on the day, by the last of the days for which the file gives it. */
function stateOn(entry: CatalogueEntry, day: LocalDate): State {
  const known = (Object.keys(entry.stateOn) as LocalDate[])
    .filter((from) => from <= day)
    .sort()
    .at(-1);
  const word = known === undefined ? 'not-listed' : entry.stateOn[known];
  return word === 'prohibited' || word === 'restricted' || word === 'not-listed' ? word : 'unknown';
}

/** The number in use on the day; null where it is open. */
function numberOn(entry: CatalogueEntry, day: LocalDate): string | null {
  const within = (from: LocalDate | null | undefined, to: LocalDate | null | undefined) =>
    from !== null && from !== undefined && from <= day && (to === null || to === undefined || day <= to);
  if (entry.number && within(entry.numberFrom, entry.numberTo)) return entry.number;
  return entry.formerNumbers.find((former) => within(former.from, former.to))?.number ?? null;
}

function numbersOf(entry: CatalogueEntry): string[] {
  return [...(entry.number ? [entry.number] : []), ...entry.formerNumbers.map((former) => former.number)];
}

/** A measure of the catalogue that operates on the day: of the same part, else of the edition. */
function placeOf(part: CatalogueEntry['part'], { rulebook, law }: Situation): MeasureOnDay | undefined {
  const operating = rulebook.instruments
    .flatMap(({ measures }) =>
      measures.filter(({ kind, legalEffect }) => kind === 'technology' && legalEffect !== 'licence-required'),
    )
    .map(({ id }) => law.measure(id))
    .filter((place): place is MeasureOnDay => place?.state === 'in-force');
  const effect = part === 'prohibited' ? 'prohibited' : 'restricted-technology-licence';
  return operating.find((place) => place.measure.legalEffect === effect) ?? operating[0];
}

/** An entry with conditions says more: the same number or the same name was evaluated there. */
function isCovered(entry: CatalogueEntry, { law }: Situation, item: ItemOutcome): boolean {
  const number = numberOn(entry, law.day);
  return item.findings.some(
    (finding) =>
      finding.regime === 'technology-catalogue' &&
      ((number !== null && finding.controlCode === number) || (entry.nameZh !== null && finding.nameZh.includes(entry.nameZh))),
  );
}

function statementOn(entry: CatalogueEntry, { statements }: Situation): { verdict: Verdict; because: Bilingual } | null {
  const names = (ref: string) =>
    numbersOf(entry).includes(ref) ||
    (entry.nameZh !== null && ref.includes(entry.nameZh)) ||
    ref.toLowerCase().includes(entry.nameEn.toLowerCase());
  const zh = entry.nameZh ?? entry.nameEn;
  for (const predicate of ['meets-control-points-of', 'falls-under', 'does-not-fall-under'])
    for (const row of statements(predicate, 'item'))
      if (refsOf(row).some(names)) {
        const met = predicate !== 'does-not-fall-under';
        return {
          verdict: met ? 'met' : 'not-met',
          because: {
            zh: `${speakerZh(row.by)}声明${met ? '' : '不'}符合${zh}的控制要点`,
            en: `stated by ${row.by ?? 'the applicant'} ${met ? 'to meet' : 'not to meet'} the control points of ${entry.nameEn}`,
          },
        };
      }
  return null;
}

/** The papers of restricted technology, where the measure at hand does not name them itself. */
function papersOf(rulebook: Rulebook, { measure }: MeasureOnDay): readonly string[] {
  if (measure.documents) return [];
  return (
    rulebook.instruments
      .flatMap(({ measures }) => measures)
      .find(({ legalEffect, documents }) => legalEffect === 'restricted-technology-licence' && documents !== undefined)
      ?.documents ?? []
  );
}

interface CatalogueNames {
  readonly book: PhraseBook<string>;
  /** The telling words of the English name of each entry. */
  readonly words: ReadonlyMap<string, readonly string[]>;
}

/** Words of an entry's name that tell nothing of its subject. */
const PLAIN = new Set(
  'technology production making manufacture manufacturing preparation process processing formula design construction development use utilisation application system for of and the by with on from to in part restricted its their or a'.split(
    ' ',
  ),
);

const names = new WeakMap<Rulebook, CatalogueNames>();

function namesOf(rulebook: Rulebook): CatalogueNames {
  const kept = names.get(rulebook);
  if (kept) return kept;
  const book = new PhraseBook<string>();
  const words = new Map<string, readonly string[]>();
  for (const entry of rulebook.technologyCatalogue) {
    for (const phrase of [entry.nameZh, entry.nameEn, ...entry.controlPoints.flatMap(({ zh, en }) => [zh, en])])
      if (phrase) book.add(phrase, entry.id);
    words.set(
      entry.id,
      tokensOf(entry.nameEn).filter((word) => !PLAIN.has(word)),
    );
  }
  const made = { book, words };
  names.set(rulebook, made);
  return made;
}

function isWholly(words: readonly string[] | undefined, given: ReadonlySet<string>): boolean {
  return words !== undefined && words.length > 0 && words.every((word) => given.has(word));
}
