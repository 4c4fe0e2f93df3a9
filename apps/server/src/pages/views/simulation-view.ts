// What a change of the routing rules would move, in words: open cases first, then past ones.
import type { SimulatedChange, SimulatedSide as Side } from '#casework';
import type { Voice } from '../rendering/voice';
import { problemText, queueNames, type RuleScene } from './rule-words';

export interface SimulatedRow {
  readonly reference: string;
  /** Null for a reader who sees no cases. */
  readonly href: string | null;
  readonly from: string;
  readonly to: string;
  /** Null where the number of countersignatures stays. */
  readonly signatures: string | null;
}

export interface SimulatedSide {
  readonly text: string;
  /** How many cases were compared, of how many. */
  readonly compared: string;
  readonly rows: readonly SimulatedRow[];
  /** Said where more moved than are listed. */
  readonly more: string | null;
}

export interface SimulationView {
  readonly headline: string;
  readonly open: SimulatedSide;
  readonly past: SimulatedSide;
  readonly problems: readonly { readonly text: string; readonly never: boolean }[];
}

export function simulationView(change: SimulatedChange, scene: RuleScene, seesCases: boolean, voice: Voice): SimulationView {
  const { t } = voice;
  const { open, past, problems } = change;
  const side = ({ compared, filed, moved, cases }: Side, text: string): SimulatedSide => ({
    text,
    compared: filed > compared ? t('simulation.comparedNewest', { compared, filed }) : t('simulation.compared', { compared }),
    rows: cases.map(({ id, reference, from, to, countersignatures }) => ({
      reference,
      href: seesCases ? `/cases/${id}` : null,
      from: queueNames(from, scene.queues, voice),
      to: queueNames(to, scene.queues, voice),
      signatures:
        countersignatures.from === countersignatures.to
          ? null
          : t('simulation.signatures', { from: countersignatures.from, to: countersignatures.to }),
    })),
    more: moved > cases.length ? t('simulation.more', { count: moved - cases.length }) : null,
  });
  return {
    headline: t('simulation.headline', { count: open.moved }),
    open: side(open, t('simulation.open', { count: open.moved })),
    past: side(past, t('simulation.past', { count: past.moved })),
    problems: problems.map((problem) => ({ text: problemText(problem, scene, voice), never: problem.never })),
  };
}
