// The first licence by the JSON API: filed, checked by the province, reviewed, countersigned, decided, issued as a PDF, downloaded; and what each person may not do on the way.
import { createHash, randomUUID } from 'node:crypto';
import { addDays } from '#kernel';
import { aParty, anItem, completeContent } from '../builders/content';
import { pdfBytes } from '../builders/paper-bytes';
import { runningLicet, type RunningLicet } from '../harness/running-licet';
import { ApiPerson } from './api-person';
import { CaseByApi } from './case-by-api';

const conditional = (itemId: string) =>
  ({
    itemId,
    verdict: 'approve-with-conditions',
    reason: 'Civil end use is plausible; quantity fits the output of the works.',
    conditions: [{ zh: '出口后三十日内报告到货情况。', en: 'Report arrival within thirty days of export.' }],
  }) as const;

describe('the first licence, by the API', () => {
  let licet: RunningLicet;
  let exporter: ApiPerson;
  let stranger: ApiPerson;
  let officer: ApiPerson;
  let province: ApiPerson;
  let countersigner: ApiPerson;
  let manager: ApiPerson;
  let cases: CaseByApi;
  let id: string;
  const item = anItem({ id: randomUUID(), unitPrice: '290.00' });

  beforeAll(async () => {
    licet = await runningLicet();
    exporter = await ApiPerson.signIn(licet, 'exporter1');
    stranger = await ApiPerson.signIn(licet, 'exporter2');
    cases = new CaseByApi(licet);
    [officer, province] = [await cases.as('officer'), await cases.as('province')];
    [countersigner, manager] = [await cases.as('countersigner'), await cases.as('manager')];
  }, 90_000);
  afterAll(() => licet.stop());

  it('begins as a draft that names everything still missing', async () => {
    const created = await exporter.ask('post', '/applications');
    expect(created.status).toBe(201);
    id = created.body.id;
    const early = await exporter.move(id, 'submit');
    expect(early.status).toBe(422);
    expect(early.headers['content-type']).toContain('application/problem+json');
    expect(early.body.code).toBe('application-incomplete');
    const places = early.body.faults.map((fault: { at: string }) => fault.at);
    expect(places).toEqual(
      expect.arrayContaining(['items', 'papers.A2', 'papers.A5', 'endUse.zh', 'contract.number', 'shipment.destination']),
    );
  });

  it('takes the content, refuses what cannot be right, and says that a licence is required and why', async () => {
    const content = completeContent();
    const wrong = await exporter.ask('patch', `/applications/${id}`, {
      version: 1,
      items: [{ ...item, quantity: '-5', unit: 'stone', controlCode: '1C905.x.y' }],
      contract: { ...content.contract, deliveryTo: '2026-01-01' },
    });
    expect(wrong.status).toBe(422);
    expect(wrong.body.faults.map((fault: { code: string }) => fault.code).sort()).toEqual(
      ['control-code-malformed', 'end-before-start', 'not-above-zero', 'unknown-unit'].sort(),
    );
    const contract = { ...content.contract, date: addDays(licet.gateways.clock.today(), -20) };
    const { applicant } = (await exporter.get(`/applications/${id}`)).body.content;
    const saved = await exporter.ask('patch', `/applications/${id}`, {
      version: 1,
      ...content,
      contract,
      items: [item],
      parties: [aParty({ id: randomUUID(), role: 'importer' }), aParty({ id: randomUUID() })],
      applicant: { ...applicant, legalRepresentative: '陈立', managers: '何敏', traderStatus: '对外贸易经营者' },
    });
    expect(saved.body).toEqual({ version: 2 });
    const another = await exporter.ask('patch', `/applications/${id}`, { version: 2, applicant: content.applicant });
    expect(another.status).toBe(422);
    expect(another.body.faults[0].code).toBe('applicant-not-your-organisation');
    const stale = await exporter.ask('patch', `/applications/${id}`, { version: 1, endUse: content.endUse });
    expect(stale.status).toBe(409);
    expect(stale.body).toMatchObject({ code: 'stale-version' });

    const law = await exporter.get(`/applications/${id}/determinations`);
    expect(law.status).toBe(200);
    const [answer] = law.body.map((row: { answer: unknown }) => row.answer);
    expect(answer.headline).toBe('licence-required');
    expect(answer.controlCodes).toContain('1C905.b');
    const finding = answer.findings.find((row: { controlCode: string }) => row.controlCode === '1C905.b');
    expect(finding).toMatchObject({
      instrument: 'cn-mofcom-gacc-2025-18',
      status: 'licence-required',
      citation: { number: 'Announcement No. 18 of 2025' },
    });
    expect(answer.notChecked.length).toBeGreaterThan(0);
  });

  it('takes the four papers and is filed', async () => {
    for (const kind of ['A2', 'A3', 'A4', 'A5']) {
      const added = await exporter.paper(id, kind, pdfBytes(`${kind} of the story`));
      expect(added.status).toBe(201);
    }
    const filed = await exporter.move(id, 'submit');
    expect(filed.body).toMatchObject({ status: 'submitted' });
    const again = await exporter.ask('post', `/applications/${id}/moves/submit`, { version: 2 });
    expect(again.status).toBe(409);
  });

  it('is nobody else’s to see', async () => {
    expect((await stranger.get(`/applications/${id}`)).status).toBe(404);
    expect((await stranger.move(id, 'withdraw', { reason: 'not mine' })).status).toBeGreaterThanOrEqual(400);
    const officersWay = await exporter.move(id, 'accept');
    expect(officersWay.status).toBe(403);
    expect(officersWay.body.code).toBe('move-not-yours');
  });

  it('is taken from the queue of the province, checked, forwarded, accepted and reviewed by two departments', async () => {
    const queue = await province.get('/queue?shelf=free');
    const place = queue.body.rows.find((row: { applicationId: string }) => row.applicationId === id);
    const held = await province.ask('post', `/places/${place.placeId}/hold`, { action: 'take' });
    expect(held.status).toBe(204);
    await cases.moves(id, ['province', 'receive'], ['province', 'check'], ['province', 'forward'], ['officer', 'accept']);
    const clock = (await exporter.get(`/applications/${id}`)).body.clock;
    expect(clock).toMatchObject({ limit: 45, used: 0, left: 45 });
    await cases.moves(id, ['officer', 'start-review']);
    await cases.finish(id, 'lead1', [conditional(item.id)]);
    expect((await cases.finish(id, 'lead2', [conditional(item.id)])).body.status).toBe('reviewed');
    expect((await cases.advise(id, [conditional(item.id)])).body.status).toBe('advised');
  });

  it('shows the exporter nothing of the advice', async () => {
    const [view, log] = [await exporter.get(`/applications/${id}`), await exporter.get(`/applications/${id}/log`)];
    expect(view.body).toMatchObject({ status: 'in-review', desk: 'ministry' });
    expect(JSON.stringify([view.body, log.body])).not.toMatch(/plausible|thirty days|韩文博|沈若谷|Countersigning/);
  });

  it('cannot be countersigned by the adviser, and is by another', async () => {
    const own = await officer.move(id, 'countersign');
    expect(own.status).toBe(403);
    const signed = await countersigner.move(id, 'countersign');
    expect(signed.body.status).toBe('countersigned');
  });

  it('is decided for one year at most, published, and the paper is issued', async () => {
    const today = licet.gateways.clock.today();
    const year = Number(today.slice(0, 4));
    const long = await cases.prepare(id, 'licence', { validFrom: today, validTo: `${year + 2}-01-01` });
    expect(long.status).toBe(422);
    expect(long.body.faults[0].code).toBe('validity-too-long');
    const last = { validFrom: today, validTo: `${year + 1}${today.slice(4, 7)}-01` };
    expect((await cases.prepare(id, 'licence', last)).status).toBe(201);
    await cases.moves(id, ['officer', 'finalise']);
    expect((await exporter.get(`/applications/${id}`)).body).toMatchObject({ status: 'in-review', licence: null });
    await cases.moves(id, ['officer', 'publish']);
    await licet.quiet();

    const { licence } = (await exporter.get(`/applications/${id}`)).body;
    expect(licence).toMatchObject({ life: 'active', documentState: 'ready' });
    expect(licence.number).toMatch(new RegExp(`^[A-Z]+-${year}-\\d{6}$`));
    const paper = await exporter.bytes(`/licences/${licence.id}/document`);
    expect(paper.headers['content-type']).toBe('application/pdf');
    expect(paper.headers['content-disposition']).toContain('attachment');
    const bytes = paper.body as Buffer;
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    const { document, view } = (await exporter.get(`/licences/${licence.id}`)).body;
    expect(view).toMatchObject({ tradeMode: '0110', items: [{ unitPrice: '290.00', hsYear: '2026' }] });
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(document.sha256);
    expect((await stranger.get(`/licences/${licence.id}/document`)).status).toBe(404);
  });

  it('leaves a log that names each step in order', async () => {
    const log = await manager.get(`/applications/${id}/log`);
    const verbs = log.body.map((entry: { verb: string }) => entry.verb);
    expect(verbs).toEqual([
      'create',
      'edit',
      'add-paper',
      'add-paper',
      'add-paper',
      'add-paper',
      'submit',
      'take',
      'receive',
      'check',
      'forward',
      'accept',
      'start-review',
      'finish-review',
      'finish-review',
      'conclude-review',
      'advise',
      'countersign',
      'prepare-document',
      'finalise',
      'issue-licence',
      'publish',
      'render-licence',
    ]);
  });

  it('is suspended, reinstated and revoked by a manager alone', async () => {
    const { licence } = (await manager.get(`/applications/${id}`)).body;
    const move = async (person: ApiPerson, name: string) => {
      const { version } = (await manager.get(`/licences/${licence.id}`)).body;
      return person.ask('post', `/licences/${licence.id}/moves/${name}`, { version, reason: 'Facts moved.' });
    };
    expect((await move(exporter, 'suspend')).status).toBe(403);
    expect((await move(manager, 'suspend')).body.state).toBe('suspended');
    expect((await exporter.get(`/licences/${licence.id}`)).body.life).toBe('suspended');
    expect((await move(manager, 'reinstate')).body.state).toBe('issued');
    expect((await move(manager, 'revoke')).body.state).toBe('revoked');
    expect((await move(manager, 'reinstate')).status).toBe(409);
  });
});
