// The house of the walks: two ways of review, one and two signatures, and a filed case of each kind to begin from.
import { GrowApplication, LoadedProcedures, SaveContent, type Actor } from '#casework';
import { APPLICATION_STATUSES, isWithAuthority, movesOf, type ApplicationMove } from '#licensing';
import { anApplication } from '../../builders/application';
import { anItem, completeContent } from '../../builders/content';
import { aQueue, aRule, aTeam, fallbackQueue, routeAll } from '../../builders/desks';
import { house, type House } from '../../builders/house';
import { CaseModel, type Routes } from './case-model';

/** A kind of case: how it is routed, and how often it is signed. */
interface Kind {
  /** A withdrawn application from which drafts of the kind are grown. */
  readonly seedId: string;
  readonly routes: Routes;
  readonly asked: 1 | 2;
}

export interface WalkScene {
  readonly home: House;
  /** The procedure's own rows. */
  readonly moves: readonly ApplicationMove[];
  readonly people: readonly Actor[];
  readonly officers: readonly Actor[];
  readonly kinds: readonly Kind[];
}

/** Germany: three review queues, the last after the others, and two signatures. Japan: the fallback queue and one signature. */
export async function walkScene(): Promise<WalkScene> {
  const home = await house();
  const officers = [
    ...[home.provincialOfficer, home.caseOfficer, home.allRounder, home.countersigner, home.secondCountersigner],
    ...[home.manager, home.reviewer, home.teamLead],
  ];
  const team = await aTeam(home, ...officers);
  const [one, two] = [await aQueue(home, team), await aQueue(home, team)];
  const last = await aQueue(home, team, { feederIds: [one, two] });
  const extra = await aQueue(home, team, { kind: 'work', stages: APPLICATION_STATUSES.filter(isWithAuthority) });
  const { id: fallback } = await fallbackQueue(home);
  await routeAll(home, 'DE', ['in-review'], one, two, last);
  await aRule(home, {
    stages: ['advised', 'signed-once', 'countersigned', 'decided'],
    criteria: { destinations: ['DE'] },
    effect: { kind: 'countersignatures', count: 2 },
  });
  const review = [
    { id: one, after: [] },
    { id: two, after: [] },
    { id: last, after: [one, two] },
  ];
  return {
    home,
    moves: movesOf(home.get(LoadedProcedures).of({ procedure: 'dual-use-single' })),
    people: [...officers, home.exporter, home.auditor],
    officers,
    kinds: [
      { seedId: await seedFor(home, 'DE'), routes: { fallback, extra, review }, asked: 2 },
      { seedId: await seedFor(home, 'JP'), routes: { fallback, extra, review: [] }, asked: 1 },
    ],
  };
}

async function seedFor(home: House, destination: string): Promise<string> {
  const { shipment } = completeContent();
  const { id } = await anApplication(home)
    .with(anItem(), anItem({ id: 'item-2' }))
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

async function ownDraft({ home }: WalkScene, seedId: string): Promise<string> {
  const { id, version, content } = await home.get(GrowApplication).grow(home.exporter, seedId, 'reapply');
  const contract = { ...content.contract, number: `W-${id.slice(0, 8)}` };
  await home.get(SaveContent).execute(home.exporter, id, version, { contract });
  return id;
}
