// An agent files for a principal under a recorded authority: its own cases of that principal and nothing else, on the days of the authority, until it is revoked.
import { addDays } from '#kernel';
import { LIMITS } from '#licensing';
import { anApplication, makeMove, versionTo } from '../../../../test/builders/application';
import { completeContent, creditCode } from '../../../../test/builders/content';
import { house, noSuchId, type House } from '../../../../test/builders/house';
import { race, refusalCode, refused } from '../../../../test/builders/refused';
import type { Actor } from '../actor';
import { CreateApplication } from '../applications/create-application';
import { GrowApplication } from '../applications/grow-application';
import { ListApplications } from '../applications/list-applications';
import { ReadApplication } from '../applications/read-application';
import { SaveContent } from '../applications/save-content';
import { ReadLicences } from '../licences/read-licences';
import { WriteNote } from '../notes/write-note';
import { emptyProduct } from '../products/product-facts';
import { KeepProducts } from '../products/keep-products';
import { KeepAgencies, type NewAgency } from './keep-agencies';

let home: House;

beforeEach(async () => {
  home = await house();
});
afterEach(() => home.end());

const verb = () => home.get(KeepAgencies);
const give = (change: Partial<NewAgency> = {}, who = home.exporter) =>
  verb().give(who, {
    creditCode: home.otherOrganisation.creditCode,
    from: home.clock.today(),
    to: null,
    note: '授权书 2026-01',
    ...change,
  });
/** The other exporter's person at work for the first exporter. */
const agent = () => verb().actFor(home.otherExporter, home.exporter.organisationId);
const listed = async (who: Actor) => (await home.get(ListApplications).own(who, { limit: 100 })).rows.map(({ id }) => id);
const read = (who: Actor, id: string) => home.get(ReadApplication).execute(who, id);

test('an authority is recorded with days and note, known to both, and revoked once by whoever gave it', async () => {
  const { id } = await give({ creditCode: ` ${home.otherOrganisation.creditCode.toLowerCase()} ` });
  for (const who of [home.exporter, home.colleague, home.otherExporter])
    expect(await verb().list(who)).toMatchObject([
      {
        id,
        principalName: { zh: '赣州澄泉稀土有限公司' },
        agentName: { zh: '宁波望海磁材有限公司' },
        note: '授权书 2026-01',
        revokedAt: null,
      },
    ]);
  expect(await refusalCode(give())).toBe('conflict: agency-exists');
  expect(await refusalCode(verb().revoke(home.otherExporter, id))).toBe('missing: agency-not-found');
  expect(await refusalCode(verb().revoke(home.exporter, noSuchId()))).toBe('missing: agency-not-found');
  const { made, codes } = await race([verb().revoke(home.exporter, id), verb().revoke(home.colleague, id)]);
  expect({ made, codes }).toEqual({ made: 1, codes: ['conflict: agency-revoked'] });
  await give();
  expect(await verb().list(home.exporter)).toHaveLength(2);
});

test('no day lies under two authorities, and one is renewed from the day after its last', async () => {
  const today = home.clock.today();
  const until = addDays(today, 9);
  await give({ to: until });
  for (const days of [{}, { from: until }, { to: today }, { from: addDays(today, -5) }, { from: until, to: until }])
    expect(await refusalCode(give(days))).toBe('conflict: agency-exists');
  const { made, codes } = await race([
    give({ from: addDays(until, 1) }),
    give({ from: addDays(until, 3), to: addDays(until, 3) }),
  ]);
  expect({ made, codes }).toEqual({ made: 1, codes: ['conflict: agency-exists'] });
  expect(await verb().list(home.exporter)).toHaveLength(2);
  const who = await agent();
  const { id } = await home.get(CreateApplication).execute(who);
  home.clock.advanceDays(12);
  expect(await listed(await agent())).toEqual([id]);
});

test('an authority that is over is renewed without being revoked', async () => {
  const today = home.clock.today();
  await give({ to: today });
  home.clock.advanceDays(5);
  expect(await refusalCode(agent())).toBe('missing: agency-not-found');
  await give({ from: addDays(today, 5) });
  expect(await agent()).toMatchObject({ agentId: home.otherOrganisation.id });
});

test('what cannot be right is refused', async () => {
  const today = home.clock.today();
  const faults = async (change: Partial<NewAgency>) =>
    (await refused(give(change))).faults.map(({ code, at }) => `${code} @ ${String(at)}`);
  expect(await faults({ creditCode: creditCode(99) })).toEqual(['agent-unknown @ creditCode']);
  expect(await faults({ creditCode: home.exporterOrganisation.creditCode })).toEqual(['agent-unknown @ creditCode']);
  expect(await faults({ creditCode: '' })).toEqual(['agent-unknown @ creditCode']);
  expect(await faults({ to: addDays(today, -1), note: ' ' })).toEqual([
    'days-reversed @ to',
    'day-passed @ to',
    'field-missing @ note',
  ]);
  expect(await faults({ note: '长'.repeat(LIMITS.longText + 1) })).toEqual(['text-too-long @ note']);
  expect(await verb().list(home.exporter)).toEqual([]);
});

test('it holds from its first to its last day, both inclusive, and for nobody else', async () => {
  const today = home.clock.today();
  await give({ from: addDays(today, 1), to: addDays(today, 2) });
  const holds = [];
  for (let day = 0; day < 4; day += 1) {
    holds.push(
      await agent().then(
        () => true,
        () => false,
      ),
    );
    home.clock.advanceDays(1);
  }
  expect(holds).toEqual([false, true, true, false]);
  expect(await refusalCode(agent())).toBe('missing: agency-not-found');
  expect(await refusalCode(verb().actFor(home.exporter, home.otherExporter.organisationId))).toBe('missing: agency-not-found');
  expect(await refusalCode(verb().actFor(home.otherExporter, noSuchId()))).toBe('missing: agency-not-found');
});

test('the agent files in the principal’s name, and both read the case', async () => {
  await give();
  const who = await agent();
  const filed = await anApplication(home).of(who).submitted().build();
  expect(filed).toMatchObject({ organisationId: home.exporter.organisationId, agentId: home.otherExporter.organisationId });
  for (const reader of [who, home.exporter])
    expect(await read(reader, filed.id)).toMatchObject({
      organisation: { zh: '赣州澄泉稀土有限公司' },
      agent: { zh: '宁波望海磁材有限公司' },
      content: { applicant: { creditCode: home.exporterOrganisation.creditCode } },
    });
  expect(await read(home.manager, filed.id)).toMatchObject({ agent: { zh: '宁波望海磁材有限公司' } });
  await makeMove(home, home.provincialOfficer, filed.id, 'return', { reason: '合同缺页' });
  await home.quiet();
  expect(home.mailer.sent.map(({ to }) => to).sort()).toEqual([
    'colleague@house.test',
    'exporter@house.test',
    'other@house.test',
  ]);
  await home
    .get(SaveContent)
    .execute(who, filed.id, filed.version + 1, { contract: { ...completeContent().contract, number: 'Z-9' } });
  await makeMove(home, who, filed.id, 'resubmit');
  const amended = await home.get(GrowApplication).amend(who, filed.id, await versionTo(home, who, filed.id));
  expect(amended).toMatchObject({ agentId: home.otherExporter.organisationId, origin: { id: filed.id } });
  await home.get(WriteNote).execute(who, amended.id, { audience: 'applicant', text: '说明', mentionIds: [] });
  expect(await home.get(WriteNote).list(home.exporter, amended.id)).toHaveLength(1);
});

test('the agent sees the cases that it files, no other of the principal, and nothing of the principal’s house', async () => {
  await give();
  const who = await agent();
  const theirs = await anApplication(home).of(who).published().build();
  const principals = await anApplication(home).published().build();
  const product = { ...emptyProduct(), nameZh: '氧化镝', nameEn: 'Dysprosium oxide' };
  await home.get(KeepProducts).create(home.exporter, product);
  expect(await refusalCode(home.get(KeepProducts).create(who, product))).toBe('forbidden: beyond-reach');
  const own = await home.get(CreateApplication).execute(home.otherExporter);

  expect(await listed(who)).toEqual([theirs.id]);
  expect(await listed(home.otherExporter)).toEqual([own.id]);
  expect((await listed(home.exporter)).sort()).toEqual([theirs.id, principals.id].sort());
  expect(await refusalCode(read(who, principals.id))).toBe('missing: application-not-found');
  expect(await refusalCode(read(home.otherExporter, theirs.id))).toBe('missing: application-not-found');
  expect(await refusalCode(makeMove(home, who, principals.id, 'close'))).toBe('missing: application-not-found');
  const licences = async (reader: Actor) => (await home.get(ReadLicences).list(reader, { limit: 10 })).rows.length;
  expect([await licences(who), await licences(home.exporter), await licences(home.otherExporter)]).toEqual([1, 2, 0]);
  const reach = {
    kind: 'organisation',
    organisationId: who.organisationId,
    personId: who.personId,
    agentId: home.otherExporter.organisationId,
  } as const;
  const seen = await home.store.run(reach, async (tx) => ({
    licence: await tx.licences.ofApplication(principals.id),
    papers: await tx.papers.ofApplication(principals.id),
    log: await tx.log.ofApplication(principals.id),
    decision: await tx.decisions.find(principals.id),
  }));
  expect(seen).toEqual({ licence: null, papers: [], log: [], decision: null });
});

test('a revoked authority ends the sight at once, also of what the agent filed; the principal keeps the case', async () => {
  const { id: agencyId } = await give();
  const who = await agent();
  const filed = await anApplication(home).of(who).submitted().build();
  await verb().revoke(home.exporter, agencyId);
  expect(await refusalCode(agent())).toBe('missing: agency-not-found');
  expect(await refusalCode(read(who, filed.id))).toBe('missing: application-not-found');
  expect(await refusalCode(makeMove(home, who, filed.id, 'withdraw', { reason: 'x' }))).toBe('missing: application-not-found');
  expect(await listed(who)).toEqual([]);
  await expect(home.get(CreateApplication).execute(who)).rejects.toMatchObject({ code: 'beyond-reach' });
  expect(await makeMove(home, home.exporter, filed.id, 'withdraw', { reason: 'x' })).toMatchObject({ status: 'withdrawn' });
});

test('an agent gives no authority, takes none back and is nobody’s agent in turn', async () => {
  const { id } = await give();
  const who = await agent();
  expect(await refusalCode(give({}, who))).toBe('forbidden: agent-not-principal');
  expect(await refusalCode(verb().revoke(who, id))).toBe('forbidden: agent-not-principal');
});
