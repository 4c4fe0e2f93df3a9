// The advice on a case item by item: who stands for what, where they differ, and what may be taken over from the amended application or an earlier decision.
import type { AdviceRecord, CountersignatureRecord, OfficerView, PlaceView, Precedent } from '#casework';
import type { Bilingual } from '#kernel';
import { REVIEW_FACTORS, type AdviceLine, type ApplicationItem, type Verdict } from '#licensing';
import { ADVICE_LEVEL, ADVICE_VERDICT, CARRY_OVER_BAR, OPEN_MATTER } from '../../http/words';
import type { NamePair, Voice } from '../rendering/voice';
import { VERDICT_TONE } from './decision-view';
import { differenceLines, type DifferenceLine } from './difference-view';
import { namePairOf } from './law';
import type { Tag } from './parts';

/** What is said of one item. */
export interface LineView {
  readonly verdict: Tag;
  readonly code: string | null;
  /** The authority's code is another than the exporter's. */
  readonly codeDiffers: boolean;
  readonly conditions: readonly NamePair[];
  readonly criteria: readonly { readonly text: string; readonly cite: string }[];
  readonly reason: string | null;
}

export interface VoiceLine extends LineView {
  readonly who: string;
  readonly level: string;
  readonly at: string;
}

/** A line from elsewhere that may be taken over. */
export interface OfferLine extends LineView {
  /** Names the source: `carried`, or application and item that were decided. */
  readonly source: string;
  readonly from: string;
  readonly href: string | null;
  /** In what the item differs from the one decided on. */
  readonly differs: readonly DifferenceLine[];
  /** Why the line may be read and not taken over; null where it may. */
  readonly barred: string | null;
}

export interface BoardItem {
  readonly id: string;
  readonly number: number;
  readonly name: NamePair;
  readonly statedCode: string;
  readonly conflicts: readonly string[];
  readonly voices: readonly VoiceLine[];
  readonly offers: readonly OfferLine[];
  /** Why the assessment of the amended application does not hold on; null where it does, or where nothing is amended. */
  readonly notCarried: string | null;
}

export interface SignatureView {
  readonly text: string;
  readonly who: string;
  readonly at: string;
  readonly reason: string | null;
}

/** One advice as given, for reading it whole. */
export interface AdviceView {
  readonly title: string;
  readonly by: string;
  readonly items: readonly (LineView & { readonly number: number; readonly name: NamePair; readonly statedCode: string })[];
  readonly signatures: readonly SignatureView[];
}

type Line = Pick<AdviceLine, 'verdict' | 'controlCode' | 'conditions' | 'criteria'> & { readonly reason?: string };

export function verdictTag(verdict: Verdict, voice: Voice): Tag {
  return { text: voice.say(ADVICE_VERDICT[verdict]), tone: VERDICT_TONE[verdict] };
}

export function lineView(line: Line, item: ApplicationItem | undefined, voice: Voice): LineView {
  const { verdict, controlCode, conditions, criteria, reason } = line;
  return {
    verdict: verdictTag(verdict, voice),
    code: controlCode || null,
    codeDiffers: controlCode !== '' && controlCode !== item?.controlCode,
    conditions: conditions.map((condition) => voice.pair(condition)),
    criteria: REVIEW_FACTORS.filter(({ key }) => criteria.includes(key)).map((factor) => ({
      text: voice.say(factor),
      cite: voice.cite(factor.cite),
    })),
    reason: reason?.trim() || null,
  };
}

export function boardItems(view: OfficerView, voice: Voice): BoardItem[] {
  return view.content.items.map((item, index) => ({
    id: item.id,
    number: index + 1,
    name: namePairOf(item, voice),
    statedCode: item.controlCode || voice.t('answers.none'),
    conflicts: conflictsOf(view, item.id, voice),
    voices: voicesOf(view, item, voice),
    offers: offersOf(view, item, voice),
    notCarried: notCarried(view, item.id, voice),
  }));
}

/** What stands on the item, in the order in which it was given. */
export function voicesOf(view: OfficerView, item: ApplicationItem, voice: Voice): VoiceLine[] {
  return view.board.standing.flatMap((advice) => {
    const line = advice.lines.find(({ itemId }) => itemId === item.id);
    if (!line) return [];
    return [
      {
        ...lineView(line, item, voice),
        who: speakerOf(advice, view.places, voice),
        level: voice.say(ADVICE_LEVEL[advice.level]),
        at: voice.moment(advice.at),
      },
    ];
  });
}

/** Lines that may be taken over for the item. */
export function offersOf({ board, comparedWith }: OfficerView, item: ApplicationItem, voice: Voice): OfferLine[] {
  const carried = board.carried.find(({ itemId }) => itemId === item.id)?.line;
  const precedents = board.precedents.filter(({ itemId }) => itemId === item.id);
  return [
    ...(carried ? [{ ...lineView(carried, item, voice), source: 'carried', ...carriedFrom(comparedWith, voice) }] : []),
    ...precedents.map((precedent) => ({
      ...lineView(precedent.line, item, voice),
      source: sourceOf(precedent),
      from: voice.t('offer.precedent', { reference: precedent.reference, at: voice.moment(precedent.publishedAt) }),
      href: `/cases/${precedent.applicationId}`,
      differs: differenceLines(precedent.difference, voice),
      barred: precedent.barred ? voice.t('offer.barred') : null,
    })),
  ];
}

function sourceOf({ applicationId, decidedItemId }: Precedent): string {
  return `${applicationId}:${decidedItemId}`;
}

function carriedFrom(compared: OfficerView['comparedWith'], voice: Voice): Omit<OfferLine, 'source' | keyof LineView> {
  if (!compared) throw new Error('What carries over comes from an application');
  const { id, reference, advice } = compared;
  const from = voice.t(advice === 'final' ? 'offer.carried' : 'offer.carriedTeams', { reference });
  return { from, href: `/cases/${id}`, differs: [], barred: null };
}

/** The offered line of the source; null where nothing of it may be taken over for the item. */
export function offeredLine({ board }: OfficerView, itemId: string, source: string): Line | null {
  if (source === 'carried') return board.carried.find((one) => one.itemId === itemId)?.line ?? null;
  return board.precedents.find((one) => one.itemId === itemId && !one.barred && sourceOf(one) === source)?.line ?? null;
}

function conflictsOf({ board, places }: OfficerView, itemId: string, voice: Voice): string[] {
  return board.conflicts
    .filter((conflict) => conflict.itemId === itemId)
    .map(({ teamId, over, positions }) => {
      const said = positions.map(({ adviceId, verdict, controlCode }) => {
        const advice = board.standing.find(({ id }) => id === adviceId);
        const who = advice ? speakerOf(advice, places, voice) : voice.t('advice.somebody');
        return voice.t('advice.position', {
          who,
          what: [voice.say(ADVICE_VERDICT[verdict]), controlCode].filter(Boolean).join(' '),
        });
      });
      const among =
        teamId === null
          ? voice.t('advice.amongTeams')
          : voice.t('advice.amongReviewers', { team: teamName(teamId, places, voice) });
      return [
        among,
        voice.list(over.map((matter) => voice.say(OPEN_MATTER[matter]))),
        said.join(voice.language === 'zh' ? '；' : '; '),
      ].join(voice.language === 'zh' ? '：' : ': ');
    });
}

function notCarried({ board }: OfficerView, itemId: string, voice: Voice): string | null {
  const carried = board.carried.find((one) => one.itemId === itemId);
  if (!carried || carried.line) return null;
  const bars = [...new Set(carried.because.map(({ bar }) => voice.say(CARRY_OVER_BAR[bar])))];
  return voice.t('offer.notCarried', { because: voice.list(bars) });
}

function speakerOf({ level, teamId, adviserName }: AdviceRecord, places: readonly PlaceView[], voice: Voice): string {
  const team = teamId === null ? null : teamName(teamId, places, voice);
  const name = adviserName ?? voice.t('advice.somebody');
  return level === 'team' && team ? `${team} · ${name}` : [name, team].filter(Boolean).join(' · ');
}

export function teamName(teamId: string, places: readonly Pick<PlaceView, 'teamId' | 'team'>[], voice: Voice): string {
  const team: Bilingual | undefined = places.find((place) => place.teamId === teamId)?.team;
  return team ? voice.say(team) : voice.t('advice.otherTeam');
}

/** The advice with everything that was signed under it. */
export function adviceView(advice: AdviceRecord, view: OfficerView, voice: Voice): AdviceView {
  const { level, round, version, at, lines } = advice;
  return {
    title: voice.t('advice.titleOf', { level: voice.say(ADVICE_LEVEL[level]), round, version }),
    by: voice.t('advice.by', { name: speakerOf(advice, view.places, voice), at: voice.moment(at) }),
    items: view.content.items.flatMap((item, index) => {
      const line = lines.find(({ itemId }) => itemId === item.id);
      return line
        ? [
            {
              ...lineView(line, item, voice),
              number: index + 1,
              name: namePairOf(item, voice),
              statedCode: item.controlCode || voice.t('answers.none'),
            },
          ]
        : [];
    }),
    signatures: view.countersignatures.filter(({ adviceId }) => adviceId === advice.id).map((row) => signatureView(row, voice)),
  };
}

/** The final advice that would be decided on; null while none stands. */
export function standingFinal({ board }: OfficerView): AdviceRecord | null {
  return board.standing.findLast(({ level }) => level === 'final') ?? null;
}

/** Advice that no longer stands, newest first. */
export function earlierAdvice(view: OfficerView, voice: Voice): AdviceView[] {
  const standing = view.board.standing.map(({ id }) => id);
  return view.advice
    .filter(({ id }) => !standing.includes(id))
    .map((advice) => adviceView(advice, view, voice))
    .reverse();
}

export function signatureView({ outcome, place, signerName, at, reason }: CountersignatureRecord, voice: Voice): SignatureView {
  return {
    text: voice.t(outcome === 'signed' ? 'advice.signed' : 'advice.sentBack', { place }),
    who: signerName ?? voice.t('advice.somebody'),
    at: voice.moment(at),
    reason: reason || null,
  };
}
