// The acts of a walk: each knows how it should end by the model, does it for real, and brings the model up to date.
import {
  GiveAdvice,
  GrowApplication,
  HoldPlace,
  MakeMove,
  PrepareDocument,
  PutOnQueue,
  SaveContent,
  type Actor,
} from '#casework';
import { addDays } from '#kernel';
import {
  isEditable,
  isWithAuthority,
  type AdviceLine,
  type ApplicationMove,
  type ApplicationMoveName,
  type Verdict,
} from '#licensing';
import { linesOn, present } from '../../builders/application';
import { completeContent } from '../../builders/content';
import { placeOn } from '../../builders/desks';
import { CaseModel } from './case-model';
import type { WalkScene } from './walk-scene';

/** Stands in every word that an applicant must not read. */
export const INTERNAL = '内部标记';

export interface Act {
  readonly name: string;
  readonly weight: number;
  /** `made`, or the code of the refusal that the model foresees. */
  readonly expected: string;
  readonly run: () => Promise<unknown>;
  /** Brings the model up to date; the case to go on with where it is another one. */
  readonly made: (outcome: unknown) => CaseModel | undefined;
}

/** Weight of what leads on, from here upwards. */
export const ONWARD = 25;

const VERDICTS: readonly (readonly Verdict[])[] = [
  ['approve', 'approve'],
  ['approve-with-conditions', 'refuse'],
  ['refuse', 'refuse'],
  ['not-controlled', 'approve'],
  ['not-controlled', 'not-controlled'],
];

/** Every act that somebody might try now: those that lead on weigh most, those that end the case least, and some must fail. */
export function actsOn(scene: WalkScene, model: CaseModel, salt: number): Act[] {
  const lines = linesFor(salt);
  return [
    ...moveActs(scene, model, lines, salt),
    ...(isWithAuthority(model.status) ? deskActs(scene, model, salt) : []),
    ...(model.status === 'in-review' ? reviewActs(scene, model, lines) : []),
    ...documentActs(scene, model, salt),
    ...applicantsActs(scene, model),
  ];
}

function linesFor(salt: number): AdviceLine[] {
  const verdicts = VERDICTS[salt % VERDICTS.length] as readonly [Verdict, Verdict];
  const content = completeContent();
  const [item] = content.items;
  const items = item ? [item, { ...item, id: 'item-2' }] : [];
  return verdicts
    .flatMap((verdict, place) => linesOn({ ...content, items }, verdict).slice(place, place + 1))
    .map((line) => ({ ...line, reason: INTERNAL }));
}

const ENDS: readonly ApplicationMoveName[] = ['withdraw', 'amend'];
const BACK: readonly ApplicationMoveName[] = ['return', 'return-from-ministry', 'send-back', 'reconsider', 'reopen-review'];

/** The moves out of here, each by one who has the role; and any move by anybody, which mostly must fail. */
function moveActs(scene: WalkScene, model: CaseModel, lines: readonly AdviceLine[], salt: number): Act[] {
  const onwards = scene.moves
    .filter(({ from }) => from.includes(model.status))
    .flatMap((row): Act[] => {
      const people = scene.people.filter(({ roles }) => roles.some((role) => row.by.includes(role)));
      const actor = people[salt % people.length];
      const weight = ENDS.includes(row.name) ? 1 : BACK.includes(row.name) ? 4 : 30;
      return actor ? [moveAct(scene, model, row, actor, lines, weight)] : [];
    });
  const [any, anybody] = [scene.moves[(salt >> 2) % scene.moves.length], scene.people[(salt >> 7) % scene.people.length]];
  return any && anybody ? [...onwards, moveAct(scene, model, any, anybody, lines, 5)] : onwards;
}

function moveAct(
  { home, moves }: WalkScene,
  model: CaseModel,
  row: ApplicationMove,
  actor: Actor,
  lines: readonly AdviceLine[],
  weight: number,
): Act {
  const { name, asks } = row;
  const expected = model.expected(moves, name, actor);
  const grows = name === 'amend' && expected === 'made';
  const input = {
    ...(asks.includes('reason') && { reason: actor.organisationKind === 'exporter' ? '撤回' : INTERNAL }),
    ...(asks.includes('advice') && { advice: { lines } }),
  };
  return {
    name: `${name} by ${actor.name}`,
    weight,
    expected,
    run: async () => {
      const { version } = await present(home, model.id);
      return grows
        ? home.get(GrowApplication).amend(actor, model.id, version)
        : home.get(MakeMove).execute(actor, model.id, name, { version, ...input });
    },
    made: (outcome) => {
      model.moved(row, actor, lines);
      return grows ? new CaseModel((outcome as { id: string }).id, model.routes, model.asked, false) : undefined;
    },
  };
}

function deskActs(scene: WalkScene, model: CaseModel, salt: number): Act[] {
  const { home } = scene;
  const [queueId, holder] = [...model.places][salt % model.places.size] ?? ['', null];
  const who = scene.officers[salt % scene.officers.length] as Actor;
  // The holder, where somebody holds it and the lot falls so.
  const releaser = (salt & 1 ? scene.officers.find(({ personId }) => personId === holder) : undefined) ?? who;
  const free = holder === null || holder === who.personId;
  const hold = home.get(HoldPlace);
  const place = () => placeOn(home, model.id, queueId);
  const act = (name: string, expected: string, run: () => Promise<unknown>, made: () => void): Act => ({
    name,
    weight: 2,
    expected,
    run,
    made: () => void made(),
  });
  const holds = (id: string | null) => () => void model.places.set(queueId, id);
  const standsThere = model.places.has(model.routes.extra);
  return [
    act(`take by ${who.name}`, free ? 'made' : 'held-by-another', async () => hold.take(who, await place()), holds(who.personId)),
    act(
      `release by ${releaser.name}`,
      holder === releaser.personId ? 'made' : 'not-held-by-you',
      async () => hold.release(releaser, await place()),
      holds(null),
    ),
    act(`assign to ${who.name}`, 'made', async () => hold.assign(home.manager, await place(), who.personId), holds(who.personId)),
    act('free', 'made', async () => hold.assign(home.teamLead, await place(), null), holds(null)),
    act(
      'put on the extra queue',
      standsThere ? 'place-taken' : 'made',
      () => home.get(PutOnQueue).put(home.manager, model.id, model.routes.extra, INTERNAL),
      () => void model.places.set(model.routes.extra, null),
    ),
    act(
      'take off a queue',
      model.places.size > 1 ? 'made' : 'only-place',
      async () => home.get(PutOnQueue).take(home.manager, await place(), INTERNAL),
      () => model.takenOff(queueId),
    ),
  ];
}

function reviewActs({ home }: WalkScene, model: CaseModel, lines: readonly AdviceLine[]): Act[] {
  return [...model.places.keys()].flatMap((queueId): Act[] => [
    {
      name: 'advise on the queue',
      weight: 3,
      expected: 'made',
      run: async () => home.get(GiveAdvice).advise(home.reviewer, await placeOn(home, model.id, queueId), lines),
      made: () => undefined,
    },
    {
      name: 'finish a queue',
      weight: ONWARD,
      expected: 'made',
      run: async () => home.get(GiveAdvice).finish(home.teamLead, await placeOn(home, model.id, queueId), lines),
      made: () => void model.finished(queueId),
    },
  ]);
}

function documentActs({ home }: WalkScene, model: CaseModel, salt: number): Act[] {
  const from = home.clock.today();
  const facts = {
    licence: { validity: { from, to: addDays(from, 90) } },
    'refusal-letter': { grounds: { zh: '最终用途无法核实', en: 'The end use cannot be verified' } },
    'not-controlled-letter': {},
  };
  const who = [home.caseOfficer, home.manager][salt % 2] as Actor;
  const [fault] = [...model.places.values()].some((holder) => holder === null || holder === who.personId)
    ? []
    : ['held-by-another'];
  return model.needed().map((kind) => ({
    name: `prepare ${kind}`,
    weight: model.status === 'countersigned' && !model.prepared.includes(kind) ? ONWARD : isWithAuthority(model.status) ? 1 : 0,
    expected: fault ?? (model.status === 'countersigned' ? 'made' : 'decision-not-open'),
    run: async () =>
      home
        .get(PrepareDocument)
        .execute(who, model.id, { version: (await present(home, model.id)).version, kind, facts: facts[kind] }),
    made: () => void model.prepared.push(kind),
  }));
}

function applicantsActs({ home }: WalkScene, model: CaseModel): Act[] {
  const editable = isEditable(model.status);
  const { declaration } = completeContent();
  const declare: Act = {
    name: 'declare',
    weight: editable && !model.declared ? 30 : 1,
    expected: editable ? 'made' : 'application-not-editable',
    run: async () =>
      home.get(SaveContent).execute(home.exporter, model.id, (await present(home, model.id)).version, { declaration }),
    made: () => {
      model.declared = true;
      return undefined;
    },
  };
  const ended = ['published', 'closed', 'withdrawn'].includes(model.status);
  const reapply: Act = {
    name: 'apply again',
    weight: ended ? 6 : 1,
    expected: ended ? 'made' : 'reapply-not-open',
    run: () => home.get(GrowApplication).grow(home.exporter, model.id, 'reapply'),
    made: (outcome) => new CaseModel((outcome as { id: string }).id, model.routes, model.asked, false),
  };
  return [declare, reapply];
}
