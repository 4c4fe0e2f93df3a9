// Which advice stands in a round, where it disagrees, and what the next adviser starts from.
import type { Bilingual } from '#kernel';
import { ADVICE_LEVELS, type AdviceLevel, type AdviceLine, type AdviceStanding, type Verdict } from './advice';

/** One voice on an item. */
export interface Position {
  readonly adviceId: string;
  readonly teamId: string | null;
  readonly adviserId: string;
  readonly verdict: Verdict;
  readonly controlCode: string;
}

/** What voices on an item differ in. */
export type ConflictMatter = 'verdict' | 'control-code';

export interface AdviceConflict {
  readonly itemId: string;
  /** The team whose reviewers differ; null where teams differ. */
  readonly teamId: string | null;
  readonly over: readonly ConflictMatter[];
  readonly positions: readonly Position[];
}

/** Why the next adviser has to judge an item alone: a conflict, an advice that lacks its line, or agreement to refer, which no final advice can repeat. */
export type OpenMatter = ConflictMatter | 'line-missing' | 'referred';

export interface OpenItem {
  readonly itemId: string;
  readonly over: readonly OpenMatter[];
  readonly positions: readonly Position[];
}

export interface Proposal {
  readonly lines: readonly AdviceLine[];
  readonly open: readonly OpenItem[];
}

/** The newest version of each team's, of each reviewer's within a team, and of the final advice in the round; by level, team and adviser, whatever the order given. */
export function standing(advice: readonly AdviceStanding[], round: number): AdviceStanding[] {
  const newest = new Map<string, AdviceStanding>();
  for (const given of advice) {
    if (given.round !== round) continue;
    const key = voiceOf(given);
    const other = newest.get(key);
    if (!other || given.version > other.version || (given.version === other.version && given.id > other.id))
      newest.set(key, given);
  }
  return [...newest.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, given]) => given);
}

/** Reviewers speak each for themselves; a team, and the authority in the final advice, with one voice whoever writes it. */
function voiceOf({ level, teamId, adviserId }: AdviceStanding): string {
  return [ADVICE_LEVELS.indexOf(level), teamId ?? '', level === 'reviewer' ? adviserId : ''].join(' ');
}

/** Items on which the standing advice differs at the level: among teams, or at level `reviewer` among the reviewers of each team. The final advice is one voice and has none. */
export function conflicts(advice: readonly AdviceStanding[], level: AdviceLevel): AdviceConflict[] {
  const voices = advice.filter((given) => given.level === level);
  if (level !== 'reviewer') return differences(voices, null);
  const teams = [...new Set(voices.map(({ teamId }) => teamId))];
  return teams.flatMap((teamId) =>
    differences(
      voices.filter((given) => given.teamId === teamId),
      teamId,
    ),
  );
}

function differences(voices: readonly AdviceStanding[], teamId: string | null): AdviceConflict[] {
  return byItem(voices).flatMap(({ itemId, said }) => {
    const over = differOver(said.map(({ line }) => line));
    return over.length > 0 ? [{ itemId, teamId, over, positions: said.map(positionOf) }] : [];
  });
}

/**
 * What an adviser at the level starts from, given the advice that stands: a team lead from the standing advice of the team's reviewers, a case officer (`final`, team null) from that of the teams.
 * Lines all agree on are taken over, with every condition, criterion and reason that any of them states; the rest is left open and named.
 * A union may exceed the limits of an advice; `checkAdvice` says so.
 */
export function proposal(
  advice: readonly AdviceStanding[],
  level: Exclude<AdviceLevel, 'reviewer'>,
  teamId: string | null = null,
): Proposal {
  const voices = advice.filter((given) =>
    level === 'final' ? given.level === 'team' : given.level === 'reviewer' && given.teamId === teamId,
  );
  const lines: AdviceLine[] = [];
  const open: OpenItem[] = [];
  for (const { itemId, said } of byItem(voices)) {
    const given = said.map(({ line }) => line);
    const over: OpenMatter[] = [
      ...differOver(given),
      ...(said.length < voices.length ? (['line-missing'] as const) : []),
      ...(level === 'final' && given.every(({ verdict }) => verdict === 'refer') ? (['referred'] as const) : []),
    ];
    const [first] = given;
    if (over.length > 0 || !first) open.push({ itemId, over, positions: said.map(positionOf) });
    else lines.push(agreed(first, given));
  }
  return { lines, open };
}

interface Said {
  readonly advice: AdviceStanding;
  readonly line: AdviceLine;
}

/** What is said on each item, items in the order in which they are first named. */
function byItem(voices: readonly AdviceStanding[]): { readonly itemId: string; readonly said: Said[] }[] {
  const items = new Map<string, Said[]>();
  for (const advice of voices) {
    for (const line of advice.lines) {
      const said = items.get(line.itemId);
      if (said) said.push({ advice, line });
      else items.set(line.itemId, [{ advice, line }]);
    }
  }
  return [...items].map(([itemId, said]) => ({ itemId, said }));
}

/** Codes differ only among lines that state one: a verdict without a code differs by itself. */
function differOver(lines: readonly AdviceLine[]): ConflictMatter[] {
  const verdicts = new Set(lines.map(({ verdict }) => verdict));
  const codes = new Set(lines.flatMap(({ controlCode }) => (controlCode ? [controlCode] : [])));
  return [...(verdicts.size > 1 ? (['verdict'] as const) : []), ...(codes.size > 1 ? (['control-code'] as const) : [])];
}

function positionOf({ advice, line }: Said): Position {
  const { id, teamId, adviserId } = advice;
  return { adviceId: id, teamId, adviserId, verdict: line.verdict, controlCode: line.controlCode };
}

function agreed({ itemId, verdict, controlCode }: AdviceLine, lines: readonly AdviceLine[]): AdviceLine {
  const conditions = new Map<string, Bilingual>();
  for (const condition of lines.flatMap((line) => line.conditions)) {
    const key = JSON.stringify([condition.zh.trim(), condition.en.trim()]);
    if (!conditions.has(key)) conditions.set(key, condition);
  }
  const reasons = new Set(lines.flatMap(({ reason }) => reason.trim() || []));
  return {
    itemId,
    verdict,
    controlCode,
    conditions: [...conditions.values()],
    criteria: [...new Set(lines.flatMap((line) => line.criteria))],
    reason: [...reasons].join('\n\n'),
  };
}
