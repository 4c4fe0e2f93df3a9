// Two people and three: who advised never countersigns and nobody signs twice, by the verb or by the database; new advice leaves the older signatures behind.
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { anApplication, linesOn, makeMove, prepareDocuments, present } from '../../../../../test/builders/application';
import { completeContent } from '../../../../../test/builders/content';
import { aRule, standingOn } from '../../../../../test/builders/desks';
import { house, type House } from '../../../../../test/builders/house';
import { refusalCode, refused } from '../../../../../test/builders/refused';
import { GiveAdvice } from '../../reviews/give-advice';
import { MakeMove } from '../make-move';
import { ReadApplication } from '../read-application';
import { ReadTimeline } from '../read-timeline';

let home: House;
let twice: string;

/** Cases for Germany are signed twice. */
const TWICE = { shipment: { ...completeContent().shipment, destination: 'DE' } };

beforeAll(async () => {
  home = await house();
  twice = await aRule(home, {
    stages: ['advised'],
    criteria: { destinations: ['DE'] },
    effect: { kind: 'countersignatures', count: 2 },
  });
});
afterAll(() => home.end());

const reviewsOf = (id: string) =>
  home.store.run({ kind: 'system' }, async (tx) => ({
    advice: (await tx.reviews.advice(id)).filter(({ level }) => level === 'final'),
    signatures: await tx.reviews.countersignatures(id),
  }));
const advice = { advice: { lines: linesOn(completeContent()) } };
const move = (who: House['exporter'], id: string, name: Parameters<typeof makeMove>[3], input = {}) =>
  makeMove(home, who, id, name, input);

test('a second person signs, and the signature names adviser and signer', async () => {
  const { id } = await anApplication(home).advised().build();
  expect(await move(home.countersigner, id, 'countersign')).toMatchObject({ status: 'countersigned' });
  const { advice: given, signatures } = await reviewsOf(id);
  expect(signatures).toMatchObject([
    {
      adviceId: given[0]?.id,
      adviserId: home.caseOfficer.personId,
      signerId: home.countersigner.personId,
      signerName: '赵签',
      place: 1,
      outcome: 'signed',
      reason: '',
    },
  ]);
});

test.each(['countersign', 'send-back'] as const)('the adviser may not %s, and sees so before trying', async (name) => {
  const { id, version } = await anApplication(home).by('case-officer', home.allRounder).advised().build();
  const view = await home.get(ReadApplication).execute(home.allRounder, id);
  expect(view.openMoves.find((open) => open.name === name)?.blockedBy).toEqual([{ code: 'adviser-cannot-countersign' }]);
  const input = name === 'send-back' ? { reason: 'x' } : {};
  expect(await refused(move(home.allRounder, id, name, input))).toMatchObject({
    kind: 'forbidden',
    code: 'adviser-cannot-countersign',
    facts: { move: name },
  });
  expect(await present(home, id)).toMatchObject({ status: 'advised', version });
  expect((await home.logOf(id)).at(-1)).toMatchObject({
    verb: 'refused-move',
    actorId: home.allRounder.personId,
    payload: { move: name, code: 'adviser-cannot-countersign', side: 'authority' },
  });
  expect((await home.get(ReadTimeline).execute(home.exporter, id)).some(({ verb }) => verb === 'refused-move')).toBe(false);
  expect(await move(home.countersigner, id, name, input)).toMatchObject({ version: version + 1 });
});

test('who gave the advice of a team, or advised as a reviewer, may not countersign', async () => {
  const lead = { ...home.allRounder, roles: [...home.allRounder.roles, 'team-lead' as const] };
  const { id, content } = await anApplication(home).inReview().build();
  const place = (await standingOn(home, id))[0]?.id ?? '';
  const lines = linesOn(content);
  const seen = await home.get(GiveAdvice).advise(home.countersigner, place, lines);
  await home.get(GiveAdvice).finish(lead, place, lines, [seen.id]);
  await move(home.caseOfficer, id, 'advise', { advice: { lines } });
  for (const who of [home.allRounder, home.countersigner])
    for (const name of ['countersign', 'send-back'] as const)
      expect(await refusalCode(move(who, id, name, name === 'send-back' ? { reason: 'x' } : {}))).toBe(
        'forbidden: adviser-cannot-countersign',
      );
  expect(await move(home.secondCountersigner, id, 'countersign')).toMatchObject({ status: 'countersigned' });
});

test('two signatures in order: neither the adviser nor the first signer gives the second', async () => {
  const { id } = await anApplication(home).stating(TWICE).by('case-officer', home.allRounder).advised().build();
  expect(await home.get(ReadApplication).execute(home.manager, id)).toMatchObject({ signaturesAsked: 2 });
  expect(await refusalCode(move(home.countersigner, id, 'countersign'))).toBe('conflict: move-not-open');
  expect(await refusalCode(move(home.countersigner, id, 'countersign-second'))).toBe('conflict: move-not-open');
  expect(await refusalCode(move(home.allRounder, id, 'countersign-first'))).toBe('forbidden: adviser-cannot-countersign');
  expect(await move(home.countersigner, id, 'countersign-first')).toMatchObject({ status: 'signed-once' });
  await expect(prepareDocuments(home, id)).rejects.toMatchObject({ code: 'decision-not-open' });
  expect(await refusalCode(move(home.manager, id, 'finalise'))).toBe('conflict: move-not-open');
  expect(await refusalCode(move(home.countersigner, id, 'countersign-second'))).toBe('forbidden: signer-cannot-sign-twice');
  expect(await refusalCode(move(home.allRounder, id, 'countersign-second'))).toBe('forbidden: adviser-cannot-countersign');
  const view = await home.get(ReadApplication).execute(home.countersigner, id);
  expect(view.openMoves.find(({ name }) => name === 'countersign-second')?.blockedBy).toEqual([
    { code: 'signer-cannot-sign-twice' },
  ]);
  const tried = (await home.logOf(id)).filter(({ verb }) => verb === 'refused-move');
  expect(tried.map(({ actorId, payload }) => [actorId, payload['move'], payload['code']])).toEqual([
    [home.allRounder.personId, 'countersign-first', 'adviser-cannot-countersign'],
    [home.countersigner.personId, 'countersign-second', 'signer-cannot-sign-twice'],
    [home.allRounder.personId, 'countersign-second', 'adviser-cannot-countersign'],
  ]);
  expect(await move(home.secondCountersigner, id, 'countersign-second')).toMatchObject({ status: 'countersigned' });
  const { signatures } = await reviewsOf(id);
  expect(signatures.map(({ place, signerId, outcome }) => [place, signerId, outcome])).toEqual([
    [1, home.countersigner.personId, 'signed'],
    [2, home.secondCountersigner.personId, 'signed'],
  ]);
  await prepareDocuments(home, id);
  expect(await move(home.manager, id, 'finalise')).toMatchObject({ status: 'decided' });
});

test('each act of the signatures keeps the versions of the rules that asked for them, and the applicant reads none', async () => {
  const { id } = await anApplication(home).stating(TWICE).advised().build();
  await move(home.countersigner, id, 'countersign-first');
  await move(home.secondCountersigner, id, 'countersign-second');
  const told = await home.get(ReadTimeline).execute(home.manager, id);
  const facts = told
    .filter(({ payload }) => 'rules' in payload)
    .map(({ verb, payload }) => [verb, payload['signaturesAsked'], payload['rules']]);
  const rules = [{ ruleId: twice, version: 1, count: 2 }];
  expect(facts).toEqual([
    ['advise', 2, rules],
    ['countersign-first', 2, rules],
    ['countersign-second', 2, rules],
  ]);
  expect(JSON.stringify(await home.get(ReadTimeline).execute(home.exporter, id))).not.toContain(twice);

  const { id: once } = await anApplication(home).countersigned().build();
  const bare = (await home.get(ReadTimeline).execute(home.manager, once)).find(({ verb }) => verb === 'countersign');
  expect(bare?.payload).toMatchObject({ signaturesAsked: 1, rules: [] });
});

test('a rule that comes to ask for two signatures keeps a case with one from being decided', async () => {
  const asia = { shipment: { ...completeContent().shipment, destination: 'KR' } };
  const { id } = await anApplication(home).stating(asia).countersigned().build();
  await prepareDocuments(home, id);
  await aRule(home, {
    stages: ['advised'],
    criteria: { destinations: ['KR'] },
    effect: { kind: 'countersignatures', count: 2 },
  });
  expect(await refusalCode(move(home.manager, id, 'finalise'))).toBe('conflict: two-people-needed');
  await move(home.manager, id, 'reconsider', { reason: '新规则' });
  // The way out is open: new advice, two signatures, a decision.
  await move(home.caseOfficer, id, 'advise', advice);
  await move(home.countersigner, id, 'countersign-first');
  await move(home.secondCountersigner, id, 'countersign-second');
  await prepareDocuments(home, id);
  expect(await move(home.manager, id, 'finalise')).toMatchObject({ status: 'decided' });
});

describe('the database itself refuses', () => {
  const insert = async (id: string, organisationId: string, adviserId: string, signerId: string, place = 1) => {
    const { advice: given } = await reviewsOf(id);
    const client = new Client({ connectionString: home.database.appUrl });
    await client.connect();
    try {
      await client.query(`select set_config('licet.reach', 'system', false)`);
      await client.query(
        `insert into countersignature (id, advice_id, application_id, organisation_id, adviser_id, signer_id, place, outcome, reason, at)
         values ($1, $2, $3, $4, $5, $6, $7, 'signed', '', now())`,
        [randomUUID(), given[0]?.id, id, organisationId, adviserId, signerId, place],
      );
    } finally {
      await client.end();
    }
  };

  test('a signature of the adviser, and a lie about who advised', async () => {
    const { id, organisationId } = await anApplication(home).advised().build();
    const adviser = home.caseOfficer.personId;
    await expect(insert(id, organisationId, adviser, adviser)).rejects.toThrow(/countersignature_two_people_check/);
    await expect(insert(id, organisationId, home.reviewer.personId, adviser)).rejects.toThrow(/countersignature_advice_fkey/);
    expect((await reviewsOf(id)).signatures).toEqual([]);
  });

  test('a second signature of the first signer', async () => {
    const { id, organisationId } = await anApplication(home).stating(TWICE).advised().build();
    await move(home.countersigner, id, 'countersign-first');
    const adviser = home.caseOfficer.personId;
    await expect(insert(id, organisationId, adviser, home.countersigner.personId, 2)).rejects.toThrow(
      /signer_key|unique|duplicate/i,
    );
    expect((await reviewsOf(id)).signatures).toHaveLength(1);
  });
});

test.each([
  ['advised', 1],
  ['signed-once', 2],
] as const)(
  'sent back from %s: new advice stands, the older signatures under the older advice can be read',
  async (from, asked) => {
    const { id, round } = await anApplication(home)
      .stating(asked === 2 ? TWICE : {})
      .advised()
      .build();
    if (from === 'signed-once') await move(home.countersigner, id, 'countersign-first');
    await move(home.secondCountersigner, id, 'send-back', { reason: '请说明最终用途' });
    expect(await present(home, id)).toMatchObject({ status: 'reviewed', round });
    expect((await standingOn(home, id)).map(({ stage }) => stage)).toEqual(['reviewed']);
    expect(await refusalCode(move(home.countersigner, id, 'countersign'))).toMatch(/conflict: move-not-open/);

    const refusing = { advice: { lines: linesOn(completeContent(), 'refuse') } };
    await move(home.caseOfficer, id, 'advise', refusing);
    const first = asked === 2 ? 'countersign-first' : 'countersign';
    await move(home.countersigner, id, first);
    if (asked === 2) await move(home.secondCountersigner, id, 'countersign-second');
    expect(await present(home, id)).toMatchObject({ status: 'countersigned' });
    const { advice: given, signatures } = await reviewsOf(id);
    expect(given.map(({ version, lines }) => [version, lines[0]?.verdict])).toEqual([
      [1, 'approve'],
      [2, 'refuse'],
    ]);
    const [older, newer] = given.map(({ id: adviceId }) => adviceId);
    expect(signatures.map(({ adviceId, outcome, place }) => [adviceId, outcome, place])).toEqual([
      ...(asked === 2 ? [[older, 'signed', 1]] : []),
      [older, 'sent-back', asked],
      [newer, 'signed', 1],
      ...(asked === 2 ? [[newer, 'signed', 2]] : []),
    ]);
    const view = await home.get(ReadApplication).execute(home.auditor, id);
    expect(view.for === 'officer' && view.countersignatures).toEqual(signatures);
  },
);

test.each(['send-back', 'reconsider'] as const)(
  'after %s no final advice stands, and the next one starts from its lines',
  async (name) => {
    const { id, content } = await anApplication(home).reviewed().build();
    const lines = linesOn(content, 'refuse');
    await move(home.caseOfficer, id, 'advise', { advice: { lines } });
    expect(await home.get(ReadApplication).execute(home.manager, id)).toMatchObject({ finalLines: lines });
    await move(name === 'send-back' ? home.countersigner : home.manager, id, name, { reason: 'x' });
    const view = await home.get(ReadApplication).execute(home.manager, id);
    if (view.for !== 'officer') throw new Error('A manager is an officer');
    expect(view).toMatchObject({ status: 'reviewed', finalLines: null, documents: [] });
    expect(view.board.standing.map(({ level }) => level)).toEqual(['team']);
    expect(view.board.proposal).toEqual({ lines, open: [] });
  },
);

test('who signed once and sends the case back afterwards may do so: it undoes only the own signature', async () => {
  const { id } = await anApplication(home).stating(TWICE).advised().build();
  await move(home.countersigner, id, 'countersign-first');
  expect(await move(home.countersigner, id, 'send-back', { reason: 'x' })).toMatchObject({ status: 'reviewed' });
});

test('who advised only an overtaken version may countersign the new advice', async () => {
  const { id } = await anApplication(home).by('case-officer', home.allRounder).advised().build();
  await move(home.countersigner, id, 'send-back', { reason: 'x' });
  await move(home.caseOfficer, id, 'advise', advice);
  expect(await move(home.allRounder, id, 'countersign')).toMatchObject({ status: 'countersigned' });
});

test('reconsidered by the manager: the old signature is worth nothing under the new advice', async () => {
  const { id } = await anApplication(home).decided().build();
  await move(home.manager, id, 'reconsider', { reason: '新情况' });
  expect(await present(home, id)).toMatchObject({ status: 'reviewed', round: 1 });
  await move(home.caseOfficer, id, 'advise', advice);
  expect(await refusalCode(move(home.manager, id, 'publish'))).toBe('conflict: move-not-open');
  await move(home.countersigner, id, 'countersign');
  expect(await refused(move(home.manager, id, 'finalise'))).toMatchObject({
    code: 'documents-not-prepared',
    facts: { documents: ['licence'] },
  });
});

test('reopened: a new round, in which no advice of the one before stands', async () => {
  const { id } = await anApplication(home).advised().build();
  await move(home.countersigner, id, 'send-back', { reason: 'x' });
  await move(home.caseOfficer, id, 'reopen-review', { reason: '补充核查' });
  expect(await present(home, id)).toMatchObject({ status: 'in-review', round: 2 });
  const view = await home.get(ReadApplication).execute(home.manager, id);
  expect(view).toMatchObject({ for: 'officer', finalLines: null, board: { standing: [], conflicts: [] } });
  expect(view.for === 'officer' && view.advice).toHaveLength(2);
  expect((await standingOn(home, id)).map(({ round }) => round)).toEqual([2]);
});

test('two signers at once: one signature, the other is told of the stale version', async () => {
  const { id, version } = await anApplication(home).stating(TWICE).advised().build();
  const works = await Promise.allSettled(
    [home.countersigner, home.secondCountersigner].map((who) =>
      home.get(MakeMove).execute(who, id, 'countersign-first', { version }),
    ),
  );
  expect(works.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect((await reviewsOf(id)).signatures).toHaveLength(1);
});
