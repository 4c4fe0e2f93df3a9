// The stories of casework by the JSON API: full approval, exact queues, separation of duties, a countersigner who sends back, a mixed decision, precedents, amendment.
import { randomUUID } from 'node:crypto';
import { SeedPerson } from '#casework';
import { DEMO_PASSWORD } from '../../apps/cli/src/demo/demo-people';
import { anItem } from '../builders/content';
import { runningLicet, type RunningLicet } from '../harness/running-licet';
import { ApiPerson } from './api-person';
import { CaseByApi } from './case-by-api';

jest.setTimeout(60_000);

describe('casework, by the API', () => {
  let licet: RunningLicet;
  let cases: CaseByApi;

  beforeAll(async () => {
    licet = await runningLicet();
    cases = new CaseByApi(licet);
  }, 120_000);
  afterAll(() => licet.stop());

  const seenByExporter = async (id: string) => (await (await cases.as('exporter1')).get(`/applications/${id}`)).body;

  it('1: full approval: departments advise in parallel, one with a condition; signed by another; published, then on no queue', async () => {
    const item = anItem({ id: randomUUID() });
    const id = await cases.inReview([item]);
    const condition = { zh: '出口后三十日内报告到货情况。', en: 'Report arrival within thirty days of export.' };
    const withCondition = { itemId: item.id, verdict: 'approve-with-conditions', conditions: [condition] } as const;
    expect((await cases.finish(id, 'lead1')).body.status).toBe('in-review');
    expect((await cases.finish(id, 'lead2', [withCondition])).body.status).toBe('reviewed');
    const { board } = (await (await cases.as('officer')).get(`/applications/${id}`)).body;
    expect(board.conflicts).toMatchObject([{ itemId: item.id, teamId: null, over: ['verdict'] }]);
    await cases.advise(id, [withCondition]);
    const advised = (await (await cases.as('officer')).get(`/applications/${id}`)).body;
    expect(advised).toMatchObject({ status: 'advised', signaturesAsked: 1 });
    await cases.moves(id, ['countersigner', 'countersign']);
    expect((await cases.prepare(id, 'licence', cases.validity())).status).toBe(201);
    await cases.moves(id, ['officer', 'finalise']);
    const preview = `/applications/${id}/documents/licence/preview`;
    expect((await (await cases.as('officer')).get(preview)).body).toMatchObject({
      preview: true,
      view: { number: null, items: [{ nameEn: item.nameEn }], conditions: [condition] },
    });
    expect((await (await cases.as('exporter1')).get(preview)).status).toBe(403);
    const before = await seenByExporter(id);
    expect(before).toMatchObject({ status: 'in-review', decision: null, licence: null });
    expect(JSON.stringify(before)).not.toContain('thirty days');
    await cases.moves(id, ['officer', 'publish']);
    await licet.quiet();
    const after = await seenByExporter(id);
    expect(after).toMatchObject({ status: 'published', decision: { outcome: 'granted' }, licence: { documentState: 'ready' } });
    expect(await cases.queues(id)).toEqual([]);
    const log = (await (await cases.as('auditor')).get(`/applications/${id}/log`)).body as {
      verb: string;
      who: string;
      at: string;
    }[];
    const steps = [
      'submit',
      'receive',
      'check',
      'forward',
      'accept',
      'start-review',
      'conclude-review',
      'advise',
      'countersign',
      'finalise',
      'publish',
    ];
    expect(log.map(({ verb }) => verb).filter((verb) => steps.includes(verb))).toEqual(steps);
    expect(log.find(({ verb }) => verb === 'countersign')).toMatchObject({ who: '吴远达', at: expect.stringMatching(/Z$/) });
  });

  it('2: after each step exactly the queues that are left, and the stage moves on only with the last', async () => {
    const id = await cases.draft();
    await cases.moves(id, ['exporter1', 'submit']);
    expect(await cases.queues(id)).toEqual(['Provincial receipt and check']);
    await cases.moves(id, ['province', 'receive'], ['province', 'check'], ['province', 'forward']);
    expect(await cases.queues(id)).toEqual(['Licensing desk']);
    await cases.moves(id, ['officer', 'accept'], ['officer', 'start-review']);
    expect(await cases.queues(id)).toEqual(['Policy review', 'Technical review']);
    expect((await cases.advise(id)).body.code).toBe('move-not-open');
    expect((await cases.finish(id, 'lead2')).body).toMatchObject({ status: 'in-review' });
    expect(await cases.queues(id)).toEqual(['Technical review']);
    expect((await cases.finish(id, 'lead1')).body).toMatchObject({ status: 'reviewed' });
    expect(await cases.queues(id)).toEqual(['Licensing desk']);
    await cases.advise(id);
    expect(await cases.queues(id)).toEqual(['Countersigning']);
    await cases.moves(id, ['countersigner', 'countersign']);
    expect(await cases.queues(id)).toEqual(['Licensing desk']);
  });

  /** An officer of both roles, in the team of the desk and in that of the countersigners. */
  const officerWhoMaySign = async () => {
    const { store, gateways } = licet;
    const organisations = await store.run({ kind: 'system' }, (tx) => tx.people.organisations());
    const authority = organisations.find(({ kind }) => kind === 'authority');
    if (!authority) throw new Error('The demo has an authority');
    const email = 'both@example.test';
    const { personId } = await new SeedPerson(store, gateways.passwords).person(authority, {
      email,
      name: '双任',
      roles: ['case-officer', 'countersigner'],
      password: DEMO_PASSWORD,
    });
    const administrator = await cases.as('administrator');
    const { teams } = (await administrator.get('/teams')).body as {
      teams: { id: string; name: { en: string }; version: number; memberIds: string[] }[];
    };
    for (const team of teams.filter(({ name }) => ['Licensing desk', 'Countersigning'].includes(name.en))) {
      const members = { version: team.version, personIds: [...team.memberIds, personId] };
      expect((await administrator.ask('put', `/teams/${team.id}/members`, members)).status).toBe(204);
    }
    return ApiPerson.signInAs(licet, email);
  };

  it('3: who advised cannot sign, and one person does not sign twice: refused with 403 and told in the log', async () => {
    const [manager, administrator] = [await cases.as('manager'), await cases.as('administrator')];
    const id = await cases.reviewed();
    const adviser = await officerWhoMaySign();
    expect((await adviser.move(id, 'advise', { advice: { lines: await cases.lines(id) } })).status).toBe(200);
    const own = await adviser.move(id, 'countersign');
    expect(own).toMatchObject({ status: 403, body: { code: 'adviser-cannot-countersign' } });
    for (const [who, code] of [
      ['officer', 'move-not-yours'],
      ['reviewer1', 'move-not-yours'],
      ['lead1', 'move-not-yours'],
      ['exporter1', 'move-not-yours'],
      ['auditor', 'role-missing'],
      ['administrator', 'role-missing'],
    ] as const) {
      const refused = await (await cases.as(who)).move(id, 'countersign');
      expect({ who, status: refused.status, code: refused.body.code }).toEqual({ who, status: 403, code });
    }
    const rules = (await administrator.get('/rules')).body.rules as { id: string; name: { en: string } }[];
    expect(rules.map(({ name }) => name.en)).toContain('Two signatures where a party is sensitive');
    const today = licet.gateways.clock.today();
    const proposed = await administrator.ask('post', '/rules', {
      name: { zh: '赴日两人会签', en: 'Two signatures for Japan' },
      tier: 3,
      stages: ['advised'],
      criteria: { destinations: ['JP'] },
      effect: { kind: 'countersignatures', count: 2 },
      from: today,
      to: null,
      reason: 'Story',
    });
    expect(proposed.status).toBe(201);
    const acts = `/rules/${proposed.body.id}/${proposed.body.version}/acts`;
    expect((await administrator.ask('post', acts, { act: 'approve', reason: '' })).status).toBe(403);
    const simulated = (await manager.get(`/rules/${proposed.body.id}/${proposed.body.version}/simulation`)).body;
    expect(simulated.open.moved).toBeGreaterThan(0);
    expect((await manager.ask('post', acts, { act: 'approve', reason: '' })).status).toBe(204);
    await cases.moves(id, ['countersigner', 'countersign-first']);
    const again = await (await cases.as('countersigner')).move(id, 'countersign-second');
    expect(again).toMatchObject({ status: 403, body: { code: 'signer-cannot-sign-twice' } });
    expect((await adviser.move(id, 'countersign-second')).body.code).toBe('adviser-cannot-countersign');
    await cases.moves(id, ['countersigner2', 'countersign-second']);
    const tried = (log: { body: unknown }) =>
      (log.body as { verb: string; who: string; payload: { move: string; code: string } }[])
        .filter(({ verb }) => verb === 'refused-move')
        .map(({ who, payload }) => [who, payload.move, payload.code]);
    expect(tried(await (await cases.as('auditor')).get(`/applications/${id}/log`))).toEqual([
      ['双任', 'countersign', 'adviser-cannot-countersign'],
      ['吴远达', 'countersign-second', 'signer-cannot-sign-twice'],
      ['双任', 'countersign-second', 'adviser-cannot-countersign'],
    ]);
    expect(tried(await (await cases.as('exporter1')).get(`/applications/${id}/log`))).toEqual([]);
    const end = await administrator.ask('post', `/rules/${proposed.body.id}/retirement`, { from: today, reason: 'Story over' });
    expect(end.status).toBe(201);
    const ended = `/rules/${end.body.id}/${end.body.version}/acts`;
    expect((await manager.ask('post', ended, { act: 'approve', reason: '' })).status).toBe(204);
  });

  it('4: a countersigner sends back with reasons; new advice leaves earlier signatures readable and without force', async () => {
    const id = await cases.reviewed();
    const officer = await cases.as('officer');
    await cases.advise(id);
    await cases.moves(id, ['countersigner', 'send-back', { reason: 'The place of use is not evidenced.' }]);
    expect(await cases.queues(id)).toEqual(['Licensing desk']);
    await cases.advise(id);
    await cases.moves(id, ['countersigner2', 'countersign'], ['officer', 'reconsider', { reason: 'A number was wrong.' }]);
    await cases.advise(id);
    expect((await officer.move(id, 'finalise')).body.code).toBe('move-not-open');
    const view = (await officer.get(`/applications/${id}`)).body;
    expect(view.countersignatures).toMatchObject([
      { outcome: 'sent-back', reason: 'The place of use is not evidenced.' },
      { outcome: 'signed', signerName: '蒋维扬' },
    ]);
    expect(view.advice.filter(({ level }: { level: string }) => level === 'final')).toHaveLength(3);
    await cases.moves(id, ['countersigner', 'countersign']);
    expect((await officer.move(id, 'finalise')).body).toMatchObject({ code: 'documents-not-prepared' });
    expect((await cases.prepare(id, 'licence', cases.validity())).status).toBe(201);
    await cases.moves(id, ['officer', 'finalise']);
  });

  it('6: mixed decision: the licence lists exactly the approved items, a letter the others; none is left out', async () => {
    const items = Array.from({ length: 5 }, (_, place) => anItem({ id: randomUUID(), nameEn: `Oxide ${place + 1}` }));
    const free = items.slice(3).map(({ id: itemId }) => ({ itemId, verdict: 'not-controlled', controlCode: '' }) as const);
    const id = await cases.reviewed(items, free);
    const officer = await cases.as('officer');
    await cases.advise(id, free);
    await cases.moves(id, ['countersigner', 'countersign']);
    await cases.prepare(id, 'licence', cases.validity());
    const early = await officer.move(id, 'finalise');
    expect(early.body).toMatchObject({ code: 'documents-not-prepared', facts: { documents: ['not-controlled-letter'] } });
    expect((await cases.prepare(id, 'refusal-letter', { grounds: { zh: '无', en: 'none' } })).body.code).toBe(
      'document-not-of-decision',
    );
    expect((await cases.prepare(id, 'not-controlled-letter')).status).toBe(201);
    await cases.moves(id, ['officer', 'finalise'], ['officer', 'publish']);
    await licet.quiet();
    const exporter = await cases.as('exporter1');
    const { licence, letters, decision } = (await exporter.get(`/applications/${id}`)).body;
    expect(decision.outcome).toBe('mixed');
    const { view } = (await exporter.get(`/licences/${licence.id}`)).body;
    expect(view.items.map((item: { nameEn: string }) => item.nameEn)).toEqual(['Oxide 1', 'Oxide 2', 'Oxide 3']);
    expect(letters).toMatchObject([{ kind: 'not-controlled-letter', documentState: 'ready' }]);
    const paper = await exporter.bytes(`/letters/${letters[0].id}/document`);
    expect((paper.body as Buffer).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('8: an earlier decision on the same product is offered for a line, and found by the authority’s code alone', async () => {
    const exporter = await cases.as('exporter1');
    const products = (await exporter.get('/products')).body.rows as { id: string }[];
    const productId = products[0]?.id ?? '';
    const withProduct = async (change: object = {}) => {
      const id = await cases.draft([]);
      const { version } = (await exporter.get(`/applications/${id}`)).body;
      const taken = await exporter.ask('post', `/applications/${id}/items`, { version, productId });
      expect(taken.status).toBe(201);
      const { content, version: now } = (await exporter.get(`/applications/${id}`)).body;
      const [item] = content.items;
      const { nameEn, nameZh, form, composition, parameters, origin } = item;
      const facts = { nameEn, nameZh, form, composition, parameters, origin, controlCode: '1C904.b', ...change };
      const whole = { ...anItem({ id: item.id }), ...facts };
      const saved = await exporter.ask('patch', `/applications/${id}`, { version: now, items: [whole] });
      expect(saved.status).toBe(200);
      return { id, itemId: String(item.id) };
    };
    const first = await withProduct();
    await cases.moves(first.id, ['exporter1', 'submit'], ['province', 'receive'], ['province', 'check'], ['province', 'forward']);
    await cases.moves(first.id, ['officer', 'accept'], ['officer', 'start-review']);
    const rated = [{ itemId: first.itemId, controlCode: '1C905.b' }];
    await cases.finish(first.id, 'lead1', rated);
    await cases.finish(first.id, 'lead2', rated);
    await cases.advise(first.id, rated);
    await cases.moves(first.id, ['countersigner', 'countersign']);
    await cases.prepare(first.id, 'licence', cases.validity());
    await cases.moves(first.id, ['officer', 'finalise'], ['officer', 'publish']);
    const second = await withProduct();
    await cases.moves(second.id, ['exporter1', 'submit']);
    const { board } = (await (await cases.as('reviewer1')).get(`/applications/${second.id}`)).body;
    expect(board.precedents).toMatchObject([
      {
        ...{ itemId: second.itemId, applicationId: first.id, decidedItemId: first.itemId },
        ...{ line: { controlCode: '1C905.b', verdict: 'approve' }, difference: [], barred: false },
      },
    ]);
    const other = await withProduct({ specification: 'Single crystals' });
    await cases.moves(other.id, ['exporter1', 'submit']);
    const { board: others } = (await (await cases.as('reviewer1')).get(`/applications/${other.id}`)).body;
    expect(others.precedents).toMatchObject([{ difference: [{ at: 'items.0.specification' }], barred: true }]);
    const found = async (code: string) =>
      ((await (await cases.as('reviewer1')).get(`/decisions?code=${code}`)).body as { applicationId: string }[]).map(
        ({ applicationId }) => applicationId,
      );
    expect(await found('1C905.b')).toContain(first.id);
    expect(await found('1C904.b')).not.toContain(first.id);
  });

  it('9: amended after filing: two clicks make one draft, the old one is read-only, the reviewer sees what changed and keeps what did not', async () => {
    const items = [anItem({ id: randomUUID(), nameEn: 'Kept oxide' }), anItem({ id: randomUUID(), nameEn: 'Changed oxide' })];
    const id = await cases.reviewed(items);
    const exporter = await cases.as('exporter1');
    const { version } = (await exporter.get(`/applications/${id}`)).body;
    const clicks = await Promise.all([1, 2].map(() => exporter.ask('post', `/applications/${id}/amendments`, { version })));
    const drafts = new Set(clicks.map(({ body }) => body.id));
    expect(clicks.every(({ status }) => status === 201 || status === 200)).toBe(true);
    expect(drafts.size).toBe(1);
    const [draft = ''] = drafts as Set<string>;
    const old = (await exporter.get(`/applications/${id}`)).body;
    expect(old).toMatchObject({ status: 'superseded', editable: false, amendment: { id: draft } });
    const refused = await exporter.ask('patch', `/applications/${id}`, { version: old.version, items: [] });
    expect(refused.body.code).toBe('application-not-editable');
    const begun = (await exporter.get(`/applications/${draft}`)).body;
    expect(begun.papers).toHaveLength(4);
    const changed = begun.content.items.map((item: { nameEn: string }) =>
      item.nameEn === 'Changed oxide' ? { ...item, quantity: '75' } : item,
    );
    await exporter.ask('patch', `/applications/${draft}`, {
      version: begun.version,
      items: changed,
      declaration: { truthful: true, signatory: '陈立' },
    });
    await cases.moves(draft, ['exporter1', 'submit']);
    const { difference, board } = (await (await cases.as('reviewer1')).get(`/applications/${draft}`)).body;
    expect(difference).toMatchObject([{ at: 'items.1.quantity', kind: 'changed', before: '50', after: '75' }]);
    expect(board.carried).toMatchObject([
      { itemId: items[0]?.id, line: { verdict: 'approve' }, because: [] },
      { itemId: items[1]?.id, line: null },
    ]);
  });
});
