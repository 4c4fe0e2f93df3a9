// Nothing internal reaches an applicant: a case is driven through every inner stage with marker words in each internal field, and after each step every GET
// route of the API is read as the exporter. Before publication no marker shows; after it, only what the decision tells.
import { randomUUID } from 'node:crypto';
import {
  ConfirmListCheck,
  GiveAdvice,
  HoldPlace,
  ManageTeams,
  PrepareDocument,
  PutOnQueue,
  WatchCase,
  WriteNote,
  type Actor,
} from '#casework';
import { addDays } from '#kernel';
import type { AdviceLine, ApplicationContent, ApplicationMoveName } from '#licensing';
import { apiCallers, type Caller } from '../builders/api-callers';
import { anApplication, makeMove, present, reviewersAdvice } from '../builders/application';
import { anItem } from '../builders/content';
import { aQueue, aRule, placeOn, routeAll, standingOn } from '../builders/desks';
import type { CaseScene } from '../builders/house';
import { serverHouse } from '../builders/server-house';
import { testServer, type TestServer } from '../harness/test-server';

jest.setTimeout(180_000);

/** What the exporter reads of an application, and what officers read beside or instead. */
const EXPORTER_ONLY = ['editable', 'mayReapply', 'missing'];
const OFFICER_ONLY = [
  'advice',
  'board',
  'comparedWith',
  'countersignatures',
  'difference',
  'documents',
  'finalLines',
  'places',
  'round',
  'signaturesAsked',
  'watching',
];
const OF_BOTH = [
  'agent',
  'amendment',
  'attention',
  'clock',
  'content',
  'createdAt',
  'decision',
  'desk',
  'for',
  'id',
  'letters',
  'licence',
  'openMoves',
  'organisation',
  'origin',
  'papers',
  'procedure',
  'reasonGiven',
  'reference',
  'requiredPapers',
  'status',
  'submittedAt',
  'updatedAt',
  'version',
];

/** Steps of which the exporter is told; every other one leaves each answer as it was, byte for byte. */
const TOLD_STEPS = ['submitted', 'received', 'forwarded', 'accepted', 'in review'];
const INNER_STAGES = ['reviewed', 'advised', 'signed-once', 'countersigned', 'decided'];
const OTHER_CODE = '6C002.a';
/** Told with the decision. */
const TOLD = { condition: 'MARKER-TOLD-CONDITION', code: OTHER_CODE };
const TELLS_NOTHING = '00000000-0000-4000-8000-000000000000';

let server: TestServer;
let home: CaseScene;
let people: Record<'exporter' | 'manager', Caller>;
let routes: string[];
let id: string;
let content: ApplicationContent;
const internal = new Set<string>();

const mark = (field: string) => {
  const word = `MARKER-${field}-${internal.size}`;
  internal.add(word);
  return word;
};
const both = (field: string) => ({ zh: `标记${mark(field)}`, en: mark(field) });

beforeAll(async () => {
  server = await testServer({ requestsPerMinute: 100_000 });
  home = await serverHouse(server);
  people = await apiCallers(server, 'exporter', 'manager');
  const { paths } = (await server.visitor().get('/api/openapi.json').expect(200)).body as {
    paths: Record<string, Record<string, unknown>>;
  };
  routes = Object.keys(paths).filter((path) => path.startsWith('/api/v1/') && paths[path]?.['get'] !== undefined);
});
afterAll(() => server.end());

/** Every answer that a GET can bring about, by address. */
async function readAll(caller = people.exporter): Promise<Map<string, string>> {
  const own = (await caller.get(`/applications/${id}`)).body as {
    licence: { id: string } | null;
    letters: { id: string }[];
    papers: { id: string }[];
  };
  const ids: Record<string, string | undefined> = {
    applications: id,
    licences: own.licence?.id,
    letters: own.letters[0]?.id,
    paperId: own.papers[0]?.id,
    kind: 'licence',
  };
  const answers = new Map<string, string>();
  for (const route of routes) {
    const [room = ''] = route.slice('/api/v1/'.length).split('/');
    const path = route.slice('/api/v1'.length).replace(/\{([a-zA-Z]+)\}/g, (_all, name: string) => {
      const known = name === 'id' ? ids[room] : ids[name];
      return known ?? TELLS_NOTHING;
    });
    const answer = await caller.get(`${path}${room === 'decisions' ? '?code=6C0' : ''}`);
    expect({ path, fault: answer.status >= 500 }).toEqual({ path, fault: false });
    if (answer.type.includes('json')) answers.set(path, JSON.stringify(answer.body));
  }
  return answers;
}

/** The answers that hold one of the words. */
function showing(answers: ReadonlyMap<string, string>, words: Iterable<string>): string[] {
  return [...words].flatMap((word) =>
    [...answers].filter(([, text]) => text.includes(word)).map(([path]) => `${path} shows ${word}`),
  );
}

/** The answers that differ; the session bears a new form token each time. */
function changed(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  return [...after.keys()].filter((path) => path !== '/session' && before.get(path) !== after.get(path));
}

const move = (actor: Actor, name: ApplicationMoveName, reason?: string) =>
  makeMove(home, actor, id, name, reason === undefined ? {} : { reason });

function lines(level: string): AdviceLine[] {
  const [first, second] = content.items;
  const told = level === 'final' ? TOLD.condition : mark(`${level}-condition`);
  const line = { controlCode: OTHER_CODE, conditions: [], criteria: [] };
  return [
    {
      ...line,
      itemId: first?.id ?? '',
      verdict: 'approve-with-conditions',
      conditions: [{ zh: told, en: told }],
      reason: mark(`${level}-reason`),
    },
    { ...line, itemId: second?.id ?? '', verdict: 'refuse', criteria: ['sensitivity'], reason: mark(`${level}-reason`) },
  ];
}

const advise = () => makeMove(home, home.caseOfficer, id, 'advise', { advice: { lines: lines('final') } });

async function finishAll(): Promise<void> {
  for (const { id: place } of await standingOn(home, id))
    await home.get(GiveAdvice).finish(home.teamLead, place, lines('team'), await reviewersAdvice(home, id));
}

async function prepare(): Promise<void> {
  const today = server.clock.today();
  const letter = { grounds: both('grounds'), remark: both('remark') };
  const preparing = home.get(PrepareDocument);
  const version = async () => (await present(home, id)).version;
  const validity = { from: today, to: addDays(today, 100) };
  await preparing.execute(home.caseOfficer, id, { version: await version(), kind: 'licence', facts: { validity } });
  await preparing.execute(home.caseOfficer, id, { version: await version(), kind: 'refusal-letter', facts: letter });
}

it('reads an application in two shapes, and the exporter’s has none of the officers’ fields', async () => {
  const { id: other } = await anApplication(home).submitted().build();
  const fieldsOf = async (caller: Caller) => Object.keys((await caller.get(`/applications/${other}`)).body as object).sort();
  expect(await fieldsOf(people.exporter)).toEqual([...OF_BOTH, ...EXPORTER_ONLY].sort());
  expect(await fieldsOf(people.manager)).toEqual([...OF_BOTH, ...OFFICER_ONLY].sort());
  const { components } = (await server.visitor().get('/api/openapi.json')).body as {
    components: { schemas: Record<string, { properties: object }> };
  };
  const described = (name: string) => Object.keys(components.schemas[name]?.properties ?? {}).sort();
  expect(described('ExporterApplicationBody')).toEqual([...OF_BOTH, ...EXPORTER_ONLY].sort());
  expect(described('OfficerApplicationBody')).toEqual([...OF_BOTH, ...OFFICER_ONLY].sort());
});

it('shows no internal word to the exporter at any stage, and after publication only what the decision tells', async () => {
  const items = [anItem({ id: randomUUID() }), anItem({ id: randomUUID() })];
  const { administrator, provincialOfficer, reviewer, teamLead, caseOfficer, countersigner, secondCountersigner, manager } = home;
  const teams = home.get(ManageTeams);
  const { id: teamId } = await teams.addTeam(administrator, both('team'));
  await teams.setMembers(administrator, teamId, 1, [reviewer.personId, teamLead.personId]);
  const queueId = await aQueue(home, teamId, { name: both('queue') });
  const handQueue = await aQueue(home, teamId, { name: both('queue-by-hand') });
  const ruleIds = [
    await routeAll(home, 'JP', ['in-review'], queueId),
    await aRule(home, {
      name: both('rule'),
      reason: mark('rule-reason'),
    }),
  ];
  for (const word of [teamId, queueId, handQueue, ...ruleIds]) internal.add(word);
  const officers = [provincialOfficer, reviewer, teamLead, caseOfficer, countersigner, secondCountersigner];
  for (const { name, personId } of officers) internal.add(name).add(personId);
  internal.add(manager.personId);

  ({ id, content } = await anApplication(home)
    .with(...items)
    .submitted()
    .build());
  const itemId = items[0]?.id ?? '';
  const place = (on?: string) => placeOn(home, id, on);
  const steps: readonly (readonly [string, () => Promise<unknown>])[] = [
    ['submitted', () => Promise.resolve()],
    ['received', () => move(provincialOfficer, 'receive')],
    ['forwarded', () => move(provincialOfficer, 'check').then(() => move(provincialOfficer, 'forward'))],
    ['accepted', () => move(caseOfficer, 'accept')],
    [
      'an internal note',
      () =>
        home
          .get(WriteNote)
          .execute(reviewer, id, { audience: 'internal', text: mark('note'), mentionIds: [caseOfficer.personId] }),
    ],
    [
      'a comparison with the list',
      () => home.get(ConfirmListCheck).execute(reviewer, id, { itemId, edition: mark('edition'), note: mark('check') }),
    ],
    ['in review', () => move(caseOfficer, 'start-review')],
    ['by hand on a queue', () => home.get(PutOnQueue).put(teamLead, id, handQueue, mark('by hand'))],
    ['taken', async () => home.get(HoldPlace).take(reviewer, await place(queueId))],
    ['assigned', async () => home.get(HoldPlace).assign(teamLead, await place(queueId), teamLead.personId)],
    ['watched', () => home.get(WatchCase).set(manager, id, true)],
    ['a reviewer’s advice', async () => home.get(GiveAdvice).advise(reviewer, await place(queueId), lines('reviewer'))],
    ['reviewed', finishAll],
    ['reopened', () => move(caseOfficer, 'reopen-review', mark('reopen'))],
    ['reviewed again', finishAll],
    ['advised', advise],
    ['sent back', () => move(countersigner, 'send-back', mark('send-back'))],
    ['advised again', advise],
    ['signed once', () => move(countersigner, 'countersign-first')],
    ['reconsidered', () => move(manager, 'reconsider', mark('reconsider'))],
    ['advised a third time', advise],
    ['signed', () => move(countersigner, 'countersign-first')],
    ['countersigned', () => move(secondCountersigner, 'countersign-second')],
    ['prepared', prepare],
    ['decided', () => move(caseOfficer, 'finalise')],
  ];
  let before = new Map<string, string>();
  for (const [step, act] of steps) {
    server.clock.advanceMs(1000);
    await act();
    const answers = await readAll();
    if (!TOLD_STEPS.includes(step)) expect({ step, changed: changed(before, answers) }).toEqual({ step, changed: [] });
    before = answers;
    const words = [...internal, ...Object.values(TOLD), manager.name, ...INNER_STAGES.map((stage) => `"${stage}"`)];
    expect({ step, shown: showing(answers, words) }).toEqual({ step, shown: [] });
  }
  const words = [...internal].filter((word) => word.startsWith('MARKER-'));
  const toOfficers = [...(await readAll(people.manager)).values()].join('\n');
  expect([words.length > 30, words.filter((word) => !toOfficers.includes(word))]).toEqual([true, []]);
  expect((await present(home, id)).status).toBe('decided');

  await move(manager, 'publish');
  const answers = await readAll();
  expect(showing(answers, [...internal, ...INNER_STAGES.map((stage) => `"${stage}"`)])).toEqual([]);
  expect(JSON.parse(answers.get(`/applications/${id}`) ?? '')).toMatchObject({
    status: 'published',
    decision: {
      outcome: 'mixed',
      lines: [
        { verdict: 'approve-with-conditions', controlCode: TOLD.code, conditions: [{ en: TOLD.condition }] },
        { verdict: 'refuse', criteria: ['sensitivity'] },
      ],
    },
    letters: [{ kind: 'refusal-letter' }],
  });
  expect(JSON.parse(answers.get(`/applications/${id}`) ?? '').decision.lines[0]).not.toHaveProperty('reason');
});

it('refuses an exporter without naming an inner stage', async () => {
  const { id: advised, toldVersion: version } = await anApplication(home).advised().build();
  const refusals = [
    await people.exporter.patch(`/applications/${advised}`, { version, declaration: { truthful: true, signatory: '陈立' } }),
    await people.exporter.post(`/applications/${advised}/moves/submit`, { version }),
    await people.exporter.post(`/applications/${advised}/copies`, { kind: 'reapply' }),
  ];
  for (const { status, body } of refusals) {
    expect(status).toBe(409);
    expect((body as { facts: { status: string } }).facts.status).toBe('in-review');
  }
  const withdrawn = await people.exporter.post(`/applications/${advised}/moves/withdraw`, { version, reason: '不再出口' });
  expect(withdrawn.body).toMatchObject({ status: 'withdrawn' });
  const log = await people.exporter.get(`/applications/${advised}/log`);
  for (const stage of INNER_STAGES) expect(log.text).not.toContain(`"${stage}"`);
});
