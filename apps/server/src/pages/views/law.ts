// How a determination is shown: the headline with its tone, each finding with its grounds, and always what was not checked.
import type { DeterminationRecord, ItemDetermination } from '#casework';
import { isLocalDate } from '#kernel';
import type { ApplicationItem } from '#licensing';
import {
  findsNoDuty,
  type Citation,
  type Determination,
  type EvaluatedNode,
  type Finding,
  type Status,
  type StatusWord,
} from '#regulation';
import { describeFault, describeRefusal } from '../../http/refusals';
import { COVERAGE, fieldLabel, paperWords, READING, REGIME, sayKey, statusName, VERDICT } from '../../http/words';
import type { NamePair, Spoken, Voice } from '../rendering/voice';
import { quantityText, valueText } from './answers';
import type { Tag, Tone } from './parts';

const DANGER: readonly StatusWord[] = [
  'prohibited',
  'prohibited-technology',
  'denial-presumption',
  'breach',
  'unlicensed-export',
  'not-allowed',
  'stop-and-report',
];
const OPEN: readonly StatusWord[] = ['undetermined', 'review', 'provisional', 'invalid-data', 'report-and-wait'];

/** The tone of a status. An answer that finds no duty is neutral, never "done": it holds only within the law that is loaded. */
export function statusTone(status: Status): Tone {
  const isOf = (words: readonly StatusWord[]) => (words as readonly string[]).includes(status);
  if (isOf(DANGER)) return 'danger';
  if (isOf(OPEN)) return 'info';
  return findsNoDuty(status) || isLocalDate(status) ? 'neutral' : 'attention';
}

export interface ItemLawLine {
  readonly number: number;
  readonly name: NamePair;
  readonly statedCode: string;
  readonly codes: string;
  readonly headline: Tag;
  /** Said beside a headline that finds no duty. */
  readonly withinLoadedLaw: boolean;
  /** The status by which work goes on under recorded readings, in a sentence; null where none bears on the answer. */
  readonly working: string | null;
  /** Quantity and value, as far as they are stated. */
  readonly amounts: string;
  readonly href: string;
}

/** One line per item: what the law asks of it, with the link to why. `hrefOf` gives the address of the item's law page. */
export function itemLawLines(
  items: readonly ApplicationItem[],
  determinations: readonly ItemDetermination[],
  voice: Voice,
  hrefOf: (itemId: string) => string,
): ItemLawLine[] {
  return items.flatMap((item, index) => {
    const determination = determinations.find(({ itemId }) => itemId === item.id);
    if (!determination) return [];
    const { answer } = determination;
    return {
      number: index + 1,
      name: namePairOf(item, voice),
      statedCode: item.controlCode || voice.t('answers.none'),
      codes: answer?.controlCodes.join(', ') || voice.t('law.noCode'),
      headline: answer ? headlineTag(answer.headline, voice) : malformedTag(voice),
      withinLoadedLaw: answer !== null && findsNoDuty(answer.headline),
      working: workingText(answer, voice),
      amounts: [quantityText(item, voice), valueText(item)].filter(Boolean).join(' · '),
      href: hrefOf(item.id),
    };
  });
}

export function headlineTag(status: Status, voice: Voice): Tag {
  return { text: statusName(status, voice.language), tone: statusTone(status) };
}

export function namePairOf(item: ApplicationItem, voice: Voice): NamePair {
  const pair = voice.pair({ zh: item.nameZh, en: item.nameEn });
  return pair.text ? pair : { ...pair, text: voice.t('items.unnamed') };
}

export interface ConditionView {
  readonly verdict: string;
  readonly tone: 'met' | 'not-met' | 'unknown';
  readonly kind: string | null;
  readonly reason: string;
  readonly margin: string | null;
  readonly children: readonly ConditionView[];
}

export interface CitationView {
  readonly number: string;
  readonly title: NamePair;
  readonly url: string | null;
  readonly point: string | null;
  readonly published: string | null;
}

/** How the organisation reads an undetermined finding. */
export interface UnderReadingView {
  readonly reading: string;
  readonly status: Tag;
  readonly reason: string;
  readonly who: string;
}

export interface FindingView {
  readonly regime: string;
  readonly status: Tag;
  readonly name: NamePair;
  readonly code: string | null;
  readonly reasons: readonly string[];
  readonly readings: readonly { readonly when: string; readonly status: Tag }[];
  readonly under: UnderReadingView | null;
  readonly citation: CitationView;
  readonly coverage: string;
  readonly missing: Spoken | null;
  readonly holdsUntil: string | null;
  readonly rows: string;
  /** A list of one, so that the tree's partial recurses on one shape; empty where the rule has no tree. */
  readonly tree: readonly ConditionView[];
}

export interface LawView {
  readonly headline: Tag;
  readonly findsNoDuty: boolean;
  /** The status by which work goes on under recorded readings, in a sentence; null where none bears on the answer. */
  readonly working: string | null;
  readonly codes: string | null;
  readonly on: string;
  readonly knownOn: string;
  readonly hash: string;
  readonly holdsUntil: { readonly day: string; readonly because: string } | null;
  readonly documents: readonly string[];
  readonly notChecked: readonly string[];
  /** Findings that decide, then those that are only remarks. */
  readonly heads: readonly FindingView[];
  readonly others: readonly FindingView[];
}

/** Characters of the rulebook's hash that a page shows. */
const SHORT_HASH = 12;

export function lawView(answer: Determination, voice: Voice): LawView {
  const { t } = voice;
  return {
    headline: headlineTag(answer.headline, voice),
    findsNoDuty: findsNoDuty(answer.headline),
    working: workingText(answer, voice),
    codes: answer.controlCodes.join(', ') || null,
    on: answer.on,
    knownOn: answer.knownOn ?? t('law.knownAll'),
    hash: answer.rulebookHash.slice(0, SHORT_HASH),
    holdsUntil: answer.holdsUntil && { day: answer.holdsUntil.day, because: voice.say(answer.holdsUntil.because) },
    documents: answer.documents.map((paper) => voice.say(paperWords(paper))),
    notChecked: answer.notChecked.map((line) => voice.say(line)),
    heads: answer.findings.filter(({ heads }) => heads).map((finding) => findingView(finding, voice)),
    others: answer.findings.filter(({ heads }) => !heads).map((finding) => findingView(finding, voice)),
  };
}

/** What stands in the place of an answer while the facts cannot be right. */
function malformedTag(voice: Voice): Tag {
  const { title } = describeRefusal({ code: 'determination.facts-malformed', facts: {}, faults: [] }, voice.language);
  return { text: title, tone: 'attention' };
}

/** The view of an item that was not judged: what to mend, field by field. */
export function notJudgedView({ on, faults }: ItemDetermination, voice: Voice): LawView {
  const none = voice.t('answers.none');
  return {
    headline: malformedTag(voice),
    findsNoDuty: false,
    working: null,
    codes: null,
    on,
    knownOn: none,
    hash: none,
    holdsUntil: null,
    documents: [],
    notChecked: faults.map((fault) => {
      const { message, cure } = describeFault(fault, voice.language);
      return fault.at === undefined ? `${message} ${cure}` : `${fieldLabel(fault.at, voice.language)}: ${message} ${cure}`;
    }),
    heads: [],
    others: [],
  };
}

function findingView(finding: Finding, voice: Voice): FindingView {
  const { coverage } = finding;
  return {
    regime: sayKey(REGIME, finding.regime, voice.language),
    status: headlineTag(finding.status, voice),
    name: voice.pair({ zh: finding.nameZh, en: finding.nameEn }),
    code: finding.controlCode,
    reasons: finding.reasons.map((reason) => voice.say(reason)),
    readings: finding.readings.map(({ status, when }) => ({ when: voice.say(when), status: headlineTag(status, voice) })),
    under: underView(finding, voice),
    citation: citationView(finding.citation, voice),
    coverage: sayKey(COVERAGE, coverage.state, voice.language),
    missing: missingText(coverage, voice),
    holdsUntil: finding.holdsUntil,
    rows: finding.rows.join(', '),
    tree: finding.conditions ? [conditionView(finding.conditions, voice)] : [],
  };
}

/** Null also for an answer that was recorded before there were readings. */
function underView({ underReading }: Partial<Pick<Finding, 'underReading'>>, voice: Voice): UnderReadingView | null {
  if (!underReading) return null;
  const { reading, status, reason, by, confirmedBy, since } = underReading;
  return {
    reading: voice.t('law.underReading', { reading: voice.say(READING[reading]) }),
    status: headlineTag(status, voice),
    reason,
    who: voice.t('law.readingBy', { by, confirmed: confirmedBy, since }),
  };
}

/** The status by which work goes on under recorded readings, in a sentence; null where none bears on the answer. */
export function workingText(answer: Partial<Pick<Determination, 'workingStatus'>> | null, voice: Voice): string | null {
  const status = answer?.workingStatus;
  return status ? voice.t('law.working', { status: statusName(status, voice.language) }) : null;
}

/** An answer that was recorded without the Chinese words shows the English ones. */
export function missingText({ missing, missingZh }: Finding['coverage'], voice: Voice): Spoken | null {
  if (!missing) return null;
  return voice.language === 'zh' && missingZh ? { text: missingZh, lang: voice.tag } : { text: missing, lang: 'en' };
}

/** An answer that was recorded without the Chinese number shows the English one. */
export function citationNumber({ number, numberZh }: Citation, { language }: Voice): string {
  return (language === 'zh' && numberZh) || number;
}

function citationView(citation: Citation, voice: Voice): CitationView {
  const { titleZh, titleEn, url, point, publishedOn } = citation;
  return {
    number: citationNumber(citation, voice),
    title: voice.pair({ zh: titleZh, en: titleEn }),
    url: /^https?:\/\//.test(url) ? url : null,
    point: point ?? null,
    published: publishedOn,
  };
}

export function conditionView({ kind, verdict, reason, margin, children }: EvaluatedNode, voice: Voice): ConditionView {
  return {
    verdict: voice.say(VERDICT[verdict]),
    tone: verdict,
    kind: kind === 'test' ? null : voice.t(`node.${kind}`),
    reason: voice.say(reason),
    margin,
    children: (children ?? []).map((child) => conditionView(child, voice)),
  };
}

export interface RecordedView {
  readonly who: string;
  readonly headline: Tag;
  /** As recorded; null where no reading bore on the answer. */
  readonly working: string | null;
  readonly codes: string;
  readonly on: string;
  readonly at: string;
  readonly hash: string;
  /** The recorded answer differs from today's in headline or codes, or today there is none. */
  readonly differs: boolean;
}

export function recordedView(record: DeterminationRecord, today: Determination | null, voice: Voice): RecordedView {
  const { answer, view, madeAt } = record;
  return {
    who: voice.t(view === 'exporter' ? 'law.byExporter' : 'law.byReviewer'),
    headline: headlineTag(answer.headline, voice),
    working: workingText(answer, voice),
    codes: answer.controlCodes.join(', ') || voice.t('law.noCode'),
    on: answer.on,
    at: voice.moment(madeAt),
    hash: answer.rulebookHash.slice(0, SHORT_HASH),
    differs: today === null || answer.headline !== today.headline || answer.controlCodes.join() !== today.controlCodes.join(),
  };
}
