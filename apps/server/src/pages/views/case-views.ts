// A case as its officers see it: what is asked of the reader first, then the advice, the decision, the notes, and what was filed.
import {
  may,
  type Actor,
  type ItemDetermination,
  type NoteRecord,
  type OfficerView,
  type PersonRecord,
  type TimelineEntry,
} from '#casework';
import { isWithAuthority, takesNotes } from '#licensing';
import type { NamePair, Voice } from '../rendering/voice';
import { boardItems, earlierAdvice, type AdviceView, type BoardItem } from './advice-board';
import { answerCards, declarationCard } from './answers';
import { askedOf, type AskedView } from './asked-of-you';
import {
  attentionLines,
  headingOf,
  letterLines,
  licenceCard,
  timelineLines,
  type LetterLine,
  type LicenceCardView,
  type TimelineLine,
} from './case-parts';
import { noteLines, type NoteLine } from './case-views-notes';
import { placeLines, type PlaceLine } from './case-views-places';
import { decisionView, type DecisionView } from './decision-view';
import { differenceLines, type DifferenceLine } from './difference-view';
import { kinViews, type KinView } from './kinship';
import { itemLawLines, type ItemLawLine } from './law';
import { officerDecision, type OfficerDecisionView } from './officer-decision';
import { papersView, type PaperLine } from './papers';
import { clockView, statusTag, type ClockView, type SummaryCard, type Tag } from './parts';

export interface CaseView {
  readonly reference: string;
  readonly procedure: string;
  readonly heading: NamePair;
  readonly exporter: NamePair;
  readonly agent: string | null;
  readonly status: Tag;
  readonly asked: AskedView;
  readonly clock: ClockView | null;
  readonly kin: readonly KinView[];
  readonly reasonGiven: string | null;
  readonly attention: readonly string[];
  readonly difference: readonly DifferenceLine[];
  readonly comparedWith: string | null;
  readonly board: readonly BoardItem[];
  /** Links from an offered line to the advice form; null where the reader gives no advice now. */
  readonly adviceForm: string | null;
  readonly earlier: readonly AdviceView[];
  readonly final: OfficerDecisionView | null;
  readonly decision: DecisionView | null;
  readonly licence: LicenceCardView | null;
  readonly letters: readonly LetterLine[];
  readonly places: readonly PlaceLine[];
  readonly left: readonly PlaceLine[];
  readonly putHref: string | null;
  readonly watch: { readonly action: string; readonly label: string; readonly value: string } | null;
  readonly notes: readonly NoteLine[];
  readonly noteHref: string | null;
  readonly submitted: string | null;
  readonly round: number;
  readonly law: readonly ItemLawLine[];
  readonly cards: readonly SummaryCard[];
  readonly papers: readonly PaperLine[];
  readonly timeline: readonly TimelineLine[];
}

export interface CaseScene {
  readonly view: OfficerView;
  readonly determinations: readonly ItemDetermination[];
  readonly timeline: readonly TimelineEntry[];
  readonly notes: readonly NoteRecord[];
  readonly colleagues: readonly Pick<PersonRecord, 'id' | 'name'>[];
}

export function caseView({ view, determinations, timeline, notes, colleagues }: CaseScene, actor: Actor, voice: Voice): CaseView {
  const base = `/cases/${view.id}`;
  const { t } = voice;
  const places = placeLines(view, actor, voice);
  return {
    reference: view.reference,
    procedure: voice.say(view.procedure.name),
    heading: headingOf(view, voice),
    exporter: voice.pair(view.organisation),
    agent: view.agent && t('application.byAgent', { agent: voice.pair(view.agent).text }),
    status: statusTag(view.status, voice),
    asked: askedOf(view, actor, voice),
    clock: clockView(view.clock, voice),
    kin: kinViews(view, '/cases', voice),
    reasonGiven: view.reasonGiven,
    attention: attentionLines(view, voice),
    difference: differenceLines(view.difference, voice),
    comparedWith: view.comparedWith && t('difference.from', { reference: view.comparedWith.reference }),
    board: boardItems(view, voice),
    adviceForm: adviceFormOf(view, actor),
    earlier: earlierAdvice(view, voice),
    final: officerDecision(view, actor, voice),
    decision: decisionView(view, voice),
    licence: licenceCard(view, voice),
    letters: letterLines(view, may('licence.render', actor), voice),
    places: places.filter(({ left }) => left === null),
    left: places.filter(({ left }) => left !== null),
    putHref: isWithAuthority(view.status) && may('case.place', actor) ? `${base}/places` : null,
    watch: may('case.watch', actor)
      ? { action: `${base}/watch`, label: t(view.watching ? 'case.unwatch' : 'case.watch'), value: view.watching ? 'no' : 'yes' }
      : null,
    notes: noteLines(notes, colleagues, voice),
    noteHref: may('note.write', actor) && takesNotes(view.status, 'internal') ? `${base}/notes` : null,
    submitted: view.submittedAt && voice.moment(view.submittedAt),
    round: view.round,
    law: itemLawLines(view.content.items, determinations, voice, (itemId) => `/applications/${view.id}/items/${itemId}/law`),
    cards: [...answerCards(view.content, voice, null), declarationCard(view.content, voice)],
    papers: papersView(view, voice, false),
    timeline: timelineLines(timeline, voice),
  };
}

/** The form in which the reader would write a line now: the team's advice before one's own, the final one where it is due. */
function adviceFormOf(view: OfficerView, actor: Actor): string | null {
  const move = view.openMoves.find(({ name }) => name === 'advise');
  if (move?.blockedBy.length === 0) return `/cases/${view.id}/moves/advise`;
  const place = view.status === 'in-review' ? view.places.find(({ leftAt, yours }) => leftAt === null && yours) : undefined;
  if (!place || !may('advice.give', actor)) return null;
  return `/cases/${view.id}/places/${place.id}/${may('advice.finish', actor) ? 'finish' : 'advice'}`;
}
