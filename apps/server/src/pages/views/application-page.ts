// The read view of a filed application: what is asked of the applicant first, then the decision, where it stands, and the answers.
import type { ExporterView } from '#casework';
import { takesNotes } from '#licensing';
import { HOLDER_CLASS, MOVES } from '../../http/words';
import type { CaseSheet } from '../door/case-reading';
import type { NamePair, Voice } from '../rendering/voice';
import { answerCards, declarationCard } from './answers';
import { agentText } from './application-views';
import {
  headingOf,
  letterLines,
  licenceCard,
  timelineLines,
  type LetterLine,
  type LicenceCardView,
  type TimelineLine,
} from './case-parts';
import { decisionView, type DecisionView } from './decision-view';
import { kinViews, type KinView } from './kinship';
import { itemLawLines, type ItemLawLine } from './law';
import { awaitsAnswer, noteLines, type NotedCase, type NoteLine } from './notes';
import { papersView, type PaperLine } from './papers';
import { clockView, statusTag, type ClockView, type Link, type SummaryCard, type Tag, type Tone } from './parts';
import { stageLine, type StageLine } from './stage-line';

/** What the applicant has to do now, or that it is nothing. */
export interface AskedView {
  readonly tone: Tone;
  readonly lines: readonly string[];
  readonly link: Link | null;
}

/** An act that takes the applicant on: a page of its own, or one press of a button. */
export interface FurtherAct {
  readonly label: string;
  /** Set where the act has a page of its own. */
  readonly href: string | null;
  /** Kind of copy that one press makes; empty where there is a page. */
  readonly kind: string;
  readonly primary: boolean;
}

export interface ReadView {
  readonly reference: string;
  readonly heading: NamePair;
  readonly status: Tag;
  readonly stages: StageLine;
  readonly asked: AskedView;
  readonly kin: readonly KinView[];
  readonly agent: string | null;
  readonly desk: string;
  readonly submitted: string | null;
  readonly reasonGiven: string | null;
  readonly clock: ClockView | null;
  readonly decision: DecisionView | null;
  readonly licence: LicenceCardView | null;
  readonly letters: readonly LetterLine[];
  readonly law: readonly ItemLawLine[];
  readonly cards: readonly SummaryCard[];
  readonly papers: readonly PaperLine[];
  readonly notes: readonly NoteLine[];
  /** Null where nothing can be written any more. */
  readonly writeNote: string | null;
  readonly timeline: readonly TimelineLine[];
  readonly acts: readonly FurtherAct[];
  readonly copies: string;
}

export function readView(sheet: CaseSheet<ExporterView>, voice: Voice): ReadView {
  const { view, determinations, timeline } = sheet;
  const base = `/applications/${view.id}`;
  return {
    reference: view.reference,
    heading: headingOf(view, voice),
    status: statusTag(view.status, voice),
    stages: stageLine(view, timeline, voice),
    asked: askedOf(sheet, voice),
    kin: kinViews(view, '/applications', voice),
    agent: agentText(view, voice),
    desk: voice.say(HOLDER_CLASS[view.desk]),
    submitted: view.submittedAt && voice.moment(view.submittedAt),
    reasonGiven: view.reasonGiven,
    clock: clockView(view.clock, voice),
    decision: decisionView(view, voice),
    licence: licenceCard(view, voice),
    letters: letterLines(view, false, voice),
    law: itemLawLines(view.content.items, determinations, voice, (itemId) => `${base}/items/${itemId}/law`),
    cards: [...answerCards(view.content, voice, null), declarationCard(view.content, voice)],
    papers: papersView(view, voice, false),
    notes: noteLines(sheet, voice),
    writeNote: takesNotes(view.status, 'applicant') ? `${base}/notes` : null,
    timeline: timelineLines(timeline, voice),
    acts: actsOf(view, base, voice),
    copies: `${base}/copies`,
  };
}

function askedOf(noted: NotedCase, voice: Voice): AskedView {
  const { view } = noted;
  const { t } = voice;
  const { status, amendment } = view;
  if (status === 'superseded' && amendment) {
    const goOn = { href: `/applications/${amendment.id}`, text: t('forYou.goOn', { reference: amendment.reference }) };
    return { tone: 'attention', lines: [t('forYou.superseded')], link: goOn };
  }
  const standing = t(`forYou.${status}`);
  if (takesNotes(status, 'applicant') && awaitsAnswer(noted)) {
    const read = { href: `/applications/${view.id}/notes`, text: t('notes.answer') };
    return { tone: 'attention', lines: [t('forYou.note'), standing], link: read };
  }
  const quiet = view.desk === 'province' || view.desk === 'ministry';
  return { tone: quiet ? 'info' : 'neutral', lines: quiet ? [t('forYou.nothing'), standing] : [standing], link: null };
}

/** The exporter's open moves, each with its page, then the ways to a new application. */
function actsOf(view: ExporterView, base: string, voice: Voice): FurtherAct[] {
  return [
    ...view.openMoves.map(({ name }) => ({
      label: voice.say(MOVES[name]),
      href: `${base}/moves/${name}`,
      kind: '',
      primary: false,
    })),
    ...(view.mayReapply ? [{ label: voice.t('application.reapply'), href: null, kind: 'reapply', primary: true }] : []),
    { label: voice.t('application.copy'), href: null, kind: 'copy', primary: false },
  ];
}
