// The server of the walks: two ways of review, one and two signatures, one officer off the fallback queue, and a filed case of each kind to begin from.
import { LoadedProcedures, ManageTeams, type Actor } from '#casework';
import { APPLICATION_STATUSES, isWithAuthority, movesOf, type ApplicationContent, type ApplicationMove } from '#licensing';
import { anApplication } from '../../builders/application';
import { anItem, completeContent } from '../../builders/content';
import { aQueue, aRule, aTeam, fallbackQueue, routeAll } from '../../builders/desks';
import { apiCallers, type Caller } from '../../builders/api-callers';
import type { CaseScene } from '../../builders/house';
import { serverHouse } from '../../builders/server-house';
import { testServer } from '../../harness/test-server';
import { CaseModel, type Routes } from './case-model';

/** The items of every case. */
export const ITEM_IDS = ['6f7c1d6e-52c5-4d0a-8a35-0d6c1f6b7a01', '6f7c1d6e-52c5-4d0a-8a35-0d6c1f6b7a02'] as const;

/** A kind of case: how it is routed, and how often it is signed. */
interface Kind {
  /** A withdrawn application from which drafts of the kind are grown. */
  readonly seedId: string;
  readonly routes: Routes;
  readonly asked: 1 | 2;
}

export interface WalkScene {
  readonly home: CaseScene;
  /** The person as a caller of the API. Throws Error for one who has no session. */
  readonly as: (person: Actor) => Caller;
  /** The procedure's own rows. */
  readonly moves: readonly ApplicationMove[];
  readonly people: readonly Actor[];
  readonly officers: readonly Actor[];
  readonly kinds: readonly Kind[];
  end(): Promise<void>;
}

/** Germany: three review queues, the last after the others, and two signatures. Japan: the fallback queue and one signature. */
export async function walkScene(): Promise<WalkScene> {
  const server = await testServer({ requestsPerMinute: 10_000_000 });
  const home = await serverHouse(server);
  const callers = await apiCallers(server, ...CALLERS);
  const officers = [
    ...[home.provincialOfficer, home.caseOfficer, home.allRounder, home.countersigner, home.secondCountersigner],
    ...[home.manager, home.reviewer, home.teamLead],
  ];
  const team = await aTeam(home, ...officers);
  const [one, two] = [await aQueue(home, team), await aQueue(home, team)];
  const last = await aQueue(home, team, { feederIds: [one, two] });
  const extra = await aQueue(home, team, { kind: 'work', stages: APPLICATION_STATUSES.filter(isWithAuthority) });
  const fallback = await fallbackQueue(home);
  await leaveOut(home, fallback.teamId, home.allRounder);
  await routeAll(home, 'DE', ['in-review'], one, two, last);
  await aRule(home, {
    stages: ['advised'],
    criteria: { destinations: ['DE'] },
    effect: { kind: 'countersignatures', count: 2 },
  });
  const people = [...officers, home.exporter, home.auditor];
  const byId = new Map(people.map((person, place) => [person.personId, callers[CALLERS[place] as (typeof CALLERS)[number]]]));
  const routes = { fallback: fallback.id, outsiderId: home.allRounder.personId, extra };
  const review = [
    { id: one, after: [] },
    { id: two, after: [] },
    { id: last, after: [one, two] },
  ];
  return {
    home,
    as: ({ personId, name }) => {
      const caller = byId.get(personId);
      if (!caller) throw new Error(`${name} has no session`);
      return caller;
    },
    end: () => server.end(),
    moves: movesOf(home.get(LoadedProcedures).of({ procedure: 'dual-use-single' })),
    people,
    officers,
    kinds: [
      { seedId: await seedFor(home, 'DE'), routes: { ...routes, review }, asked: 2 },
      { seedId: await seedFor(home, 'JP'), routes: { ...routes, review: [] }, asked: 1 },
    ],
  };
}

/** Sessions of the walk's people, in their order. */
const CALLERS = [
  ...(['province', 'officer', 'all-rounder', 'countersigner', 'second-signer', 'manager', 'reviewer', 'lead'] as const),
  ...(['exporter', 'auditor'] as const),
];

async function leaveOut(home: CaseScene, teamId: string, person: Actor): Promise<void> {
  const team = (await home.store.run({ kind: 'system' }, (tx) => tx.teams.teams())).find(({ id }) => id === teamId);
  if (!team) throw new Error('The fallback queue has no team');
  const members = team.memberIds.filter((id) => id !== person.personId);
  await home.get(ManageTeams).setMembers(home.administrator, teamId, team.version, members);
}

async function seedFor(home: CaseScene, destination: string): Promise<string> {
  const { shipment } = completeContent();
  const { id } = await anApplication(home)
    .with(...ITEM_IDS.map((item) => anItem({ id: item })))
    .stating({ shipment: { ...shipment, destination } })
    .withdrawn()
    .build();
  return id;
}

/** A new draft of the kind, not yet declared. Walks that begin at once do so one after the other, for an untouched draft is given to everybody who asks. */
export function beginCase(scene: WalkScene, { seedId, routes, asked }: Kind): Promise<CaseModel> {
  const begun = (beginning.get(scene) ?? Promise.resolve()).then(() => ownDraft(scene, seedId));
  beginning.set(
    scene,
    begun.catch(() => undefined),
  );
  return begun.then((id) => new CaseModel(id, routes, asked, false));
}

const beginning = new WeakMap<WalkScene, Promise<unknown>>();

async function ownDraft({ home, as }: WalkScene, seedId: string): Promise<string> {
  const exporter = as(home.exporter);
  const { body } = await exporter.post(`/applications/${seedId}/copies`, { kind: 'reapply' }).expect(201);
  const { id, version, content } = body as { id: string; version: number; content: ApplicationContent };
  const contract = { ...content.contract, number: `W-${id.slice(0, 8)}` };
  await exporter.patch(`/applications/${id}`, { version, contract }).expect(200);
  return id;
}
