// What is asked of this officer now: places to take, advice to give, documents to prepare, moves to make; else on whom the case waits.
import { may, type Actor, type OfficerView, type PlaceView } from '#casework';
import type { Voice } from '../rendering/voice';
import { mayPrepare } from './officer-decision';
import { moveButtons, type Link, type MoveButton } from './parts';

/** An act of one click. */
export interface OneClick {
  readonly action: string;
  readonly label: string;
}

export interface AskedView {
  readonly yours: boolean;
  readonly title: string;
  readonly stage: string;
  /** On whom the case waits where nothing is asked of the reader; null where something is. */
  readonly waits: string | null;
  readonly links: readonly Link[];
  readonly clicks: readonly OneClick[];
  readonly moves: readonly MoveButton[];
  readonly version: number;
}

/** Moves that show something before they are made, though they ask for nothing. */
export const SHOWN_FIRST: readonly string[] = ['countersign', 'countersign-first', 'countersign-second', 'finalise', 'publish'];

export function openPlaces({ places }: OfficerView): PlaceView[] {
  return places.filter(({ leftAt }) => leftAt === null);
}

export function askedOf(view: OfficerView, actor: Actor, voice: Voice): AskedView {
  const { t } = voice;
  const base = `/cases/${view.id}`;
  const places = openPlaces(view);
  const moves = moveButtons(view.openMoves, base, voice, SHOWN_FIRST);
  const links = [...adviceLinks(view, actor, voice), ...documentLinks(view, actor, voice)];
  const clicks = places
    .filter(({ yours, holderId }) => yours && holderId === null && may('case.take', actor))
    .map(({ id, queue }) => ({ action: `${base}/places/${id}/take`, label: t('case.takeFrom', { queue: voice.say(queue) }) }));
  const yours = links.length > 0 || clicks.length > 0 || moves.some(({ blockedBy }) => blockedBy.length === 0);
  return {
    yours,
    title: t(yours ? 'asked.you' : 'asked.others'),
    stage: t(`asked.${view.status}`),
    waits: yours ? null : waitsFor(places, voice),
    links,
    clicks,
    moves,
    version: view.version,
  };
}

/** A reviewer's advice for each queue, and for a team lead the team's advice, which finishes the queue. */
function adviceLinks(view: OfficerView, actor: Actor, voice: Voice): Link[] {
  if (view.status !== 'in-review') return [];
  return openPlaces(view)
    .filter(({ yours }) => yours)
    .flatMap(({ id, team, led }): Link[] => {
      const name = voice.say(team);
      const base = `/cases/${view.id}/places/${id}`;
      return [
        ...(led && may('advice.finish', actor)
          ? [{ href: `${base}/finish`, text: voice.t('advise.finishFor', { team: name }) }]
          : []),
        ...(may('advice.give', actor) ? [{ href: `${base}/advice`, text: voice.t('advise.adviseFor', { team: name }) }] : []),
      ];
    });
}

function documentLinks(view: OfficerView, actor: Actor, voice: Voice): Link[] {
  if (!mayPrepare(view, actor)) return [];
  return view.documents
    .filter(({ open, prepared }) => open && (prepared === null || view.status === 'decided'))
    .map(({ kind }) => ({ href: `/cases/${view.id}/documents/${kind}`, text: voice.t(`prepare.${kind}`) }));
}

function waitsFor(places: readonly PlaceView[], voice: Voice): string | null {
  if (places.length === 0) return null;
  const names = places.map(({ queue, team, holderName }) =>
    [voice.say(queue), holderName ?? voice.say(team)].join(voice.language === 'zh' ? '：' : ': '),
  );
  return voice.t('asked.waits', { queues: voice.list([...new Set(names)]) });
}
