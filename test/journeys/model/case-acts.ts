// The acts of a walk: each knows how it should end by the model, asks the API for it, and brings the model up to date.
import type { Response } from 'supertest';
import type { Actor } from '#casework';
import { addDays } from '#kernel';
import {
  isEditable,
  isWithAuthority,
  type AdviceLine,
  type ApplicationMove,
  type ApplicationMoveName,
  type Verdict,
} from '#licensing';
import { compareItems, linesOn, present, reviewersAdvice } from '../../builders/application';
import { anItem, completeContent } from '../../builders/content';
import { placeOn } from '../../builders/desks';
import { CaseModel } from './case-model';
import { ITEM_IDS, type WalkScene } from './walk-scene';

/** Stands in every word that an applicant must not read. */
export const INTERNAL = '内部标记';

export interface Act {
  readonly name: string;
  readonly weight: number;
  /** `made`, or the code of the refusal that the model foresees. */
  readonly expected: string;
  readonly run: () => PromiseLike<Response>;
  /** Brings the model up to date; the case to go on with where it is another one. */
  readonly made: (answer: Response) => CaseModel | undefined;
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
  const content = { ...completeContent(), items: ITEM_IDS.map((id) => anItem({ id })) };
  return verdicts
    .flatMap((verdict, place) => linesOn(content, verdict).slice(place, place + 1))
    .map((line) => ({ ...line, reason: INTERNAL }));
}

/** Moves whose reason the applicant gives or is given. */
const TOLD: readonly ApplicationMoveName[] = ['return', 'return-from-ministry', 'withdraw'];
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
  scene: WalkScene,
  model: CaseModel,
  row: ApplicationMove,
  actor: Actor,
  lines: readonly AdviceLine[],
  weight: number,
): Act {
  const { name, asks } = row;
  const expected = model.expected(row, actor);
  const grows = name === 'amend' && expected === 'made';
  const input = {
    ...(asks.includes('reason') && { reason: TOLD.includes(name) ? '请补正' : INTERNAL }),
    ...(asks.includes('advice') && { advice: { lines } }),
  };
  return {
    name: `${name} by ${actor.name}`,
    weight,
    expected,
    run: async () => {
      if (name === 'advise' && expected === 'made') await compareItems(scene.home, model.id, actor);
      const version = await seenVersion(scene, model, actor);
      const room = `/applications/${model.id}`;
      return grows
        ? scene.as(actor).post(`${room}/amendments`, { version })
        : scene.as(actor).post(`${room}/moves/${name}`, { version, ...input });
    },
    made: (answer) => {
      model.moved(row, actor, lines);
      return grows ? grown(answer, model) : undefined;
    },
  };
}

/** The version that the person would read. */
async function seenVersion({ home, as }: WalkScene, { id }: CaseModel, actor: Actor): Promise<number> {
  if (actor.organisationKind === 'authority') return (await present(home, id)).version;
  return ((await as(actor).get(`/applications/${id}`)).body as { version: number }).version;
}

/** The draft that grew out of the case. */
function grown({ body }: Response, { routes, asked }: CaseModel): CaseModel {
  return new CaseModel((body as { id: string }).id, routes, asked, false);
}

function deskActs(scene: WalkScene, model: CaseModel, salt: number): Act[] {
  const { home, as } = scene;
  const [queueId, holder] = [...model.places][salt % model.places.size] ?? ['', null];
  const who = scene.officers[salt % scene.officers.length] as Actor;
  // The holder, where somebody holds it and the lot falls so.
  const releaser = (salt & 1 ? scene.officers.find(({ personId }) => personId === holder) : undefined) ?? who;
  const [member, free] = [model.worksOn(who, queueId), holder === null || holder === who.personId];
  const at = async (path = '') => `/places/${await placeOn(home, model.id, queueId)}${path}`;
  const hold = async (person: Actor, action: string) => as(person).post(await at('/hold'), { action });
  const assign = async (person: Actor, personId: string | null) => as(person).post(await at('/assignments'), { personId });
  const act = (name: string, expected: string, run: Act['run'], made: () => void): Act => ({
    name,
    weight: 2,
    expected,
    run,
    made: () => void made(),
  });
  const holds = (id: string | null) => () => void model.places.set(queueId, id);
  return [
    act(
      `take by ${who.name}`,
      !member ? 'not-on-your-queue' : free ? 'made' : 'held-by-another',
      () => hold(who, 'take'),
      holds(who.personId),
    ),
    act(
      `release by ${releaser.name}`,
      holder === releaser.personId ? 'made' : 'not-held-by-you',
      () => hold(releaser, 'release'),
      holds(null),
    ),
    act(
      `assign to ${who.name}`,
      member ? 'made' : 'assignee-unfit',
      () => assign(home.manager, who.personId),
      holds(who.personId),
    ),
    act('free', 'made', () => assign(home.teamLead, null), holds(null)),
    act(
      'put on the extra queue',
      model.places.has(model.routes.extra) ? 'place-taken' : 'made',
      () => as(home.manager).post(`/applications/${model.id}/places`, { queueId: model.routes.extra, reason: INTERNAL }),
      () => void model.places.set(model.routes.extra, null),
    ),
    act(
      'take off a queue',
      model.places.size > 1 ? 'made' : 'only-place',
      async () => as(home.manager).post(await at('/removal'), { reason: INTERNAL }),
      () => model.takenOff(queueId),
    ),
    act(
      'note among officers',
      'made',
      () => as(who).post(`/applications/${model.id}/notes`, { audience: 'internal', text: INTERNAL, mentionIds: [] }),
      () => undefined,
    ),
  ];
}

function reviewActs({ home, as }: WalkScene, model: CaseModel, lines: readonly AdviceLine[]): Act[] {
  const advise = async (person: Actor, queueId: string, door: string, more: object = {}) =>
    as(person).post(`/places/${await placeOn(home, model.id, queueId)}/${door}`, { lines, ...more });
  return [...model.places.keys()].flatMap((queueId): Act[] => [
    {
      name: 'advise on the queue',
      weight: 3,
      expected: 'made',
      run: () => advise(home.reviewer, queueId, 'advice'),
      made: () => undefined,
    },
    {
      name: 'finish a queue',
      weight: ONWARD,
      expected: 'made',
      run: async () => advise(home.teamLead, queueId, 'finish', { seen: await reviewersAdvice(home, model.id) }),
      made: () => void model.finished(queueId),
    },
  ]);
}

function documentActs({ home, as }: WalkScene, model: CaseModel, salt: number): Act[] {
  const from = home.clock.today();
  const facts = {
    licence: { validFrom: from, validTo: addDays(from, 90) },
    'refusal-letter': { grounds: { zh: '最终用途无法核实', en: 'The end use cannot be verified' } },
    'not-controlled-letter': {},
  };
  const who = [home.caseOfficer, home.manager][salt % 2] as Actor;
  return model.needed().map((kind) => ({
    name: `prepare ${kind}`,
    weight: model.status === 'countersigned' && !model.prepared.includes(kind) ? ONWARD : isWithAuthority(model.status) ? 1 : 0,
    expected: model.placeFault(who) ?? (model.status === 'countersigned' ? 'made' : 'decision-not-open'),
    run: async () =>
      as(who).post(`/applications/${model.id}/documents`, {
        version: (await present(home, model.id)).version,
        kind,
        ...facts[kind],
      }),
    made: () => void model.prepared.push(kind),
  }));
}

function applicantsActs(scene: WalkScene, model: CaseModel): Act[] {
  const exporter = scene.as(scene.home.exporter);
  const editable = isEditable(model.status);
  const { declaration } = completeContent();
  const declare: Act = {
    name: 'declare',
    weight: editable && !model.declared ? 30 : 1,
    expected: editable ? 'made' : 'application-not-editable',
    run: async () => {
      const version = await seenVersion(scene, model, scene.home.exporter);
      return exporter.patch(`/applications/${model.id}`, { version, declaration });
    },
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
    run: () => exporter.post(`/applications/${model.id}/copies`, { kind: 'reapply' }),
    made: (answer) => grown(answer, model),
  };
  return [declare, reapply];
}
