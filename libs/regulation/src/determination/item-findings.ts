// Findings on the item itself: the dual-use list, rare-earth technology, the technology catalogue, the ordinary export licence.
import type { Bilingual } from '#kernel';
import { allOf, branch, settled, unknownTests } from '../condition/evaluate';
import type { EvaluatedNode, Verdict } from '../condition/evaluated-node';
import { instrumentName } from '../rulebook/instrument-name';
import { CONTROL_CODE } from '../rulebook/words';
import type { Entry } from '../rulebook/law';
import { missingWords } from '../rulebook/measure-words';
import type { MeasureOnDay } from '../rulebook/rulebook';
import type { CandidateSource } from './candidates';
import { classify, type Classified } from './classify';
import type { Finding, Regime } from './determination';
import { findingOf, markOf } from './finding';
import { destinationsOf, isBoundBy, type Situation } from './situation';
import { namesMeasure, refsOf } from './statement-words';
import { speakerZh } from './words-zh';

/** What the item is under the law of the day, for the rules that ask for it. */
export interface ItemOutcome {
  readonly findings: readonly Finding[];
  /** Whether the item is a dual-use item under a measure in force. */
  readonly controlled: Verdict;
  /** Control codes that are met, whatever the state of their measure but ended. */
  readonly metCodes: readonly string[];
  readonly metEntries: readonly Classified[];
  /** Candidates that stay unknown under a measure in force. */
  readonly openEntries: readonly Classified[];
  readonly candidates: number;
}

/** What raised a candidate, in words. */
const SOURCES: Readonly<Record<CandidateSource, Bilingual>> = {
  'printed-name': { zh: '品名与列明名称一致', en: 'the name holds the printed name' },
  synonym: { zh: '品名与常用名称一致', en: 'the name holds a common name of the entry' },
  word: { zh: '品名含条目用词', en: 'the name holds a word of the entry' },
  formula: { zh: '化学式或CAS号一致', en: 'a formula or CAS number agrees' },
  composition: { zh: '成分含受控元素', en: 'the composition holds the element concerned' },
  'customs-code': { zh: '海关商品编号提示', en: 'the customs code hints at it' },
  'stated-code': { zh: '申报的管制编码', en: 'the stated control code' },
  statement: { zh: '声明', en: 'a statement' },
  'full-text': { zh: '全文检索', en: 'a full-text search found it' },
  'earlier-decision': { zh: '此前的认定', en: 'an earlier decision names its code' },
};

/** The few combinations that occur, each worded once. */
const worded = new Map<string, Bilingual>();

/** What raised a candidate, as a sentence. */
export function whyInQuestion(sources: readonly CandidateSource[]): Bilingual {
  const key = sources.join();
  const kept = worded.get(key);
  if (kept) return kept;
  const because = sources.map((source) => SOURCES[source]);
  const sentence = {
    zh: `候选来源：${because.map(({ zh }) => zh).join('、')}`,
    en: `came into question because ${because.map(({ en }) => en).join('; ')}`,
  };
  worded.set(key, sentence);
  return sentence;
}

export function regimeOfItems({ measure }: MeasureOnDay): Regime | null {
  if (measure.kind === 'item' && measure.legalEffect === 'ordinary-licence-required') return 'ordinary-licence';
  if (measure.kind === 'item' && measure.legalEffect === 'licence-required') return 'dual-use-list';
  if (measure.kind === 'technology')
    return measure.legalEffect === 'licence-required' ? 'technology-control' : 'technology-catalogue';
  return null;
}

export function itemFindings(situation: Situation): ItemOutcome {
  const classified = classify(situation, (place) => regimeOfItems(place) !== null);
  const findings = classified.map((row) => entryFinding(row, situation));
  const stated = statedListings(situation, classified);
  findings.push(...stated.map((row) => row.finding));
  const dualUse = classified.filter((row) => isDualUse(row.place));
  const inForce = dualUse.filter((row) => row.place.state === 'in-force');
  const open = dualUse.filter(
    (row) =>
      (row.verdict === 'unknown' && row.place.state === 'in-force') || (row.verdict === 'met' && row.place.state === 'unsettled'),
  );
  const met = inForce.some((row) => row.verdict === 'met') || stated.some((row) => row.finding.status === 'licence-required');
  return {
    findings,
    controlled: met ? 'met' : open.length > 0 ? 'unknown' : isNamed(situation) ? 'not-met' : 'unknown',
    metCodes: [
      ...new Set(
        [
          ...dualUse.filter((row) => row.verdict === 'met').map((row) => codeOn(row.row.entry, situation)),
          ...stated.map((row) => row.finding.controlCode),
        ].filter((code) => code !== null),
      ),
    ],
    metEntries: classified.filter((row) => row.verdict === 'met'),
    openEntries: open,
    candidates: classified.length,
  };
}

function isDualUse(place: MeasureOnDay): boolean {
  const regime = regimeOfItems(place);
  return regime === 'dual-use-list' || regime === 'technology-control';
}

function isNamed({ stated }: Situation): boolean {
  return !stated.isEmpty;
}

/** The code or number that the entry bears on the day. */
export function codeOn(entry: Entry, { law }: Situation): string | null {
  if (entry.catalogueNumber) return entry.catalogueNumber;
  if (!entry.controlCode) return null;
  return entry.controlCodeSince && entry.controlCodeSince > law.day ? null : entry.controlCode;
}

function entryFinding(row: Classified, situation: Situation): Finding {
  const { place, tree } = row;
  const { entry } = row.row;
  const regime = regimeOfItems(place) ?? 'dual-use-list';
  const bound = isBound(regime, place, situation);
  const limits = destinationNodes(place, situation);
  const incomplete = entry.parametersComplete === false;
  const reasons: Bilingual[] = [...row.because];
  if (tree) reasons.push(verdictSentence(row.verdict, entry, tree));
  reasons.push(whyInQuestion(row.sources));
  if (incomplete) reasons.push({ zh: '原文尚有未录入的条件', en: 'further conditions of the entry are not known here' });
  reasons.push(...limits.map((node) => node.reason));
  if (!bound) reasons.push({ zh: '本行为不是自中国境内出口', en: 'the act is no export from China' });
  const hs = regime === 'ordinary-licence' && !situation.stated.hsCode;
  const note = row.note?.citation;
  return findingOf({
    regime,
    place,
    verdict: bound ? allOf([row, ...limits]) : 'not-met',
    alleged: !hs,
    nameZh: entry.nameZh,
    nameEn: entry.nameEn,
    controlCode: codeOn(entry, situation),
    reasons,
    conditions: tree,
    rows: [row.row.id, ...(note?.guidance ? [note.guidance] : [])],
    confidence: [markOf(entry), row.note?.strength === 'general' ? 'computed' : undefined],
    missing: incomplete ? withFurther(missingWords(place.instrument)) : null,
    point: note?.point ?? null,
  });
}

function withFurther(missing: Bilingual | null): Bilingual {
  const further = { zh: '该条目另有条件未知', en: 'further conditions of this entry are not known' };
  return missing ? { zh: `${missing.zh}；${further.zh}`, en: `${missing.en}; ${further.en}` } : further;
}

function verdictSentence(verdict: Verdict, entry: Entry, tree: NonNullable<Classified['tree']>): Bilingual {
  const code = entry.controlCode ?? entry.catalogueNumber;
  const zh = code ? `${code}（${entry.nameZh}）` : entry.nameZh;
  const en = code ? `${code} (${entry.nameEn})` : entry.nameEn;
  if (verdict === 'met') return { zh: `符合 ${zh}`, en: `meets ${en}` };
  if (verdict === 'not-met') return { zh: `不符合 ${zh}`, en: `does not meet ${en}` };
  const open = unknownTests(tree);
  return {
    zh: `是否符合 ${zh} 取决于：${open.map((test) => test.reason.zh).join('；')}`,
    en: `whether it meets ${en} turns on: ${open.map((test) => test.reason.en).join('; ')}`,
  };
}

/** Whom the regime binds: goods lists bind what leaves China; the technology catalogue transfer abroad; No. 62 also provision to foreign persons. */
function isBound(regime: Regime, place: MeasureOnDay, situation: Situation): boolean {
  if (regime === 'technology-catalogue')
    return situation.from === 'CN' && situation.to !== 'CN' && situation.statements('is-to-be-made-public').length === 0;
  return isBoundBy(place, situation);
}

/** "Falls under" statements that name a list, a measure, or a code that no loaded entry holds. */
function statedListings(situation: Situation, classified: readonly Classified[]): { finding: Finding }[] {
  const refs = situation.statements('falls-under', 'item').flatMap((row) => refsOf(row).map((ref) => ({ ref, by: row.by })));
  const isEvaluated = (ref: string) =>
    classified.some(
      ({ verdict, row }) => verdict === 'met' && (row.entry.controlCode === ref || row.entry.catalogueNumber === ref),
    );
  return refs
    .filter(({ ref }) => !isEvaluated(ref))
    .flatMap(({ ref, by }) =>
      placesNamed(ref, situation).map((place) => ({ finding: statedListing(place, ref, by, situation) })),
    );
}

/** Where a reference points: the measures of that id, else the general list for a code or for "the dual-use list". */
function placesNamed(ref: string, situation: Situation): MeasureOnDay[] {
  const named = situation.law.measures.filter(
    (place) =>
      regimeOfItems(place) !== null && place.state !== 'ended' && namesMeasure(ref, place.instrument.id, place.measure.id),
  );
  if (named.length > 0) return named;
  const general = CONTROL_CODE.test(ref) || /dual-use/i.test(ref) ? generalList(situation) : undefined;
  return general ? [general] : [];
}

function statedListing(place: MeasureOnDay, ref: string, by: string | undefined, situation: Situation): Finding {
  const code = CONTROL_CODE.test(ref) ? ref : null;
  const list =
    code ?? (regimeOfItems(place) === 'dual-use-list' && /dual-use/i.test(ref) ? null : instrumentName(place.instrument));
  const speaker = by ?? 'the applicant';
  const said: Bilingual =
    list === null
      ? {
          zh: `${speakerZh(by)}声明属于两用物项清单，未给出编码`,
          en: `stated by ${speaker} to stand in the dual-use list, no code given`,
        }
      : {
          zh: `${speakerZh(by)}声明属于 ${typeof list === 'string' ? list : list.zh}`,
          en: `stated by ${speaker} to fall under ${typeof list === 'string' ? list : list.en}`,
        };
  const nodes = [settled('met', said.zh, said.en), ...destinationNodes(place, situation)];
  const tree = nodes.length > 1 ? branch('allOf', allOf(nodes), nodes) : settled('met', said.zh, said.en);
  const regime = regimeOfItems(place) ?? 'dual-use-list';
  return findingOf({
    regime,
    place,
    verdict: isBound(regime, place, situation) ? tree.verdict : 'not-met',
    alleged: true,
    nameZh: code ?? '两用物项',
    nameEn: code ?? 'dual-use item',
    controlCode: code,
    reasons: nodes.map((node) => node.reason),
    conditions: tree,
    rows: [place.measure.id],
  });
}

/** A list for some destinations only asks for the destination. */
function destinationNodes({ measure }: MeasureOnDay, situation: Situation): EvaluatedNode[] {
  const { destinations } = measure.scope;
  if (!Array.isArray(destinations)) return [];
  const named = destinations.join(', ');
  if (situation.to === null)
    return [
      settled(
        'unknown',
        `目的地未说明（适用于 ${named}）`,
        `the destination is not stated (the list is for ${named})`,
        'destination',
      ),
    ];
  const met = destinationsOf(situation).some((country) => destinations.includes(country));
  return [
    met
      ? settled('met', `目的地属于 ${named}`, `the destination is one of ${named}`, 'destination')
      : settled('not-met', `目的地不属于 ${named}`, `the destination is none of ${named}`, 'destination'),
  ];
}

/** The list that holds what the special notices do not: the item measure of the instrument with the widest code format. */
function generalList(situation: Situation): MeasureOnDay | undefined {
  return situation.law.measures.find(
    (place) => place.measure.codeFormat !== undefined && regimeOfItems(place) === 'dual-use-list',
  );
}
