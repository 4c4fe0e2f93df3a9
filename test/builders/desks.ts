// Teams, queues and routing rules of a house, made by the verbs that an administrator has.
import { randomUUID } from 'node:crypto';
import { ManageRules, ManageTeams, type Actor, type NewQueue, type NewRule, type PlaceRecord, type QueueRecord } from '#casework';
import type { ApplicationStatus } from '#licensing';
import type { CaseScene } from './house';

/** A team with these members; its id. */
export async function aTeam(house: CaseScene, ...members: readonly Actor[]): Promise<string> {
  const name = randomUUID().slice(0, 8);
  const { id } = await house.get(ManageTeams).addTeam(house.administrator, { zh: `组${name}`, en: `Team ${name}` });
  await house.get(ManageTeams).setMembers(
    house.administrator,
    id,
    1,
    members.map(({ personId }) => personId),
  );
  return id;
}

/** A queue of the team, for review unless stated; its id. */
export async function aQueue(house: CaseScene, teamId: string, change: Partial<NewQueue> = {}): Promise<string> {
  const name = randomUUID().slice(0, 8);
  const queue = {
    teamId,
    name: { zh: `队列${name}`, en: `Queue ${name}` },
    kind: 'review' as const,
    stages: ['in-review'] as const,
  };
  return (await house.get(ManageTeams).addQueue(house.administrator, { ...queue, feederIds: [], ...change })).id;
}

/** A rule as an administrator would propose it: two signatures for every case, from today on. */
export function ruleOn(house: CaseScene, change: Partial<NewRule> = {}): NewRule {
  return {
    name: { zh: '按目的地分派', en: 'By destination' },
    tier: 5,
    stages: ['advised'],
    criteria: {},
    effect: { kind: 'countersignatures', count: 2 },
    from: house.clock.today(),
    to: null,
    reason: '试行',
    ...change,
  };
}

/** A rule that the administrator proposed and the manager approved; its id. */
export async function aRule(house: CaseScene, change: Partial<NewRule>): Promise<string> {
  const rules = house.get(ManageRules);
  const { id, version } = await rules.propose(house.administrator, ruleOn(house, change));
  await rules.act(house.manager, id, version, 'approve', '');
  return id;
}

/** Sends cases for the destination to the queues at these stages; the rule's id. */
export function routeAll(
  house: CaseScene,
  destination: string,
  stages: readonly ApplicationStatus[],
  ...queueIds: readonly string[]
): Promise<string> {
  return aRule(house, { stages, criteria: { destinations: [destination] }, effect: { kind: 'queues', queueIds } });
}

/** All places of the case, by arrival. */
export function placesOf(house: CaseScene, applicationId: string): Promise<readonly PlaceRecord[]> {
  return house.store.run({ kind: 'system' }, (tx) => tx.places.ofApplication(applicationId));
}

/** The open places of the case. */
export async function standingOn(house: CaseScene, applicationId: string): Promise<readonly PlaceRecord[]> {
  return (await placesOf(house, applicationId)).filter(({ leftAt }) => leftAt === null);
}

/** The open place of the case on the queue, or its first one. Throws Error where it has none. */
export async function placeOn(house: CaseScene, applicationId: string, queueId?: string): Promise<string> {
  const place = (await standingOn(house, applicationId)).find((row) => queueId === undefined || row.queueId === queueId);
  if (!place) throw new Error(`Application ${applicationId} does not stand on ${queueId ?? 'any queue'}`);
  return place.id;
}

/** The queue that takes what no rule routes. */
export async function fallbackQueue(house: CaseScene): Promise<QueueRecord> {
  const queue = (await house.store.run({ kind: 'system' }, (tx) => tx.teams.queues())).find(({ fallback }) => fallback);
  if (!queue) throw new Error('The house has no fallback queue');
  return queue;
}
