// An item's law page as officers read it, what pages still offer late in a case, and the administrator's pages of people and organisations, through HTTP.
import { randomUUID } from 'node:crypto';
import { addDays } from '#kernel';
import { anApplication } from '../../../../test/builders/application';
import { anItem } from '../../../../test/builders/content';
import type { CaseScene } from '../../../../test/builders/house';
import { pageCallers } from '../../../../test/builders/page-callers';
import { serverHouse } from '../../../../test/builders/server-house';
import { formVersion, page, send, versionIn } from '../../../../test/harness/page-calls';
import { emailOf, testServer, type SignedIn, type TestServer } from '../../../../test/harness/test-server';

let server: TestServer;
let home: CaseScene;
let reviewer: SignedIn;
let officer: SignedIn;
let auditor: SignedIn;
let exporter: SignedIn;
let administrator: SignedIn;

beforeAll(async () => {
  server = await testServer();
  home = await serverHouse(server);
  ({ reviewer, officer, auditor, exporter, administrator } = await pageCallers(
    server,
    'reviewer',
    'officer',
    'auditor',
    'exporter',
    'administrator',
  ));
});

afterAll(() => server.end());

describe("an item's page", () => {
  it('tells what the law asks with its source and what was not checked, and records a comparison', async () => {
    const { id, content } = await anApplication(home)
      .with(anItem({ id: randomUUID() }))
      .submitted()
      .build();
    const url = `/applications/${id}/items/${content.items[0]?.id}/law`;
    const law = await page(reviewer, url).expect(200);
    for (const words of [
      'Licence required',
      '1C905.b',
      'Announcement No. 18 of 2025',
      'What was not checked',
      'At submission (exporter)',
    ]) {
      expect(law.text).toContain(words);
    }
    expect((await send(reviewer, url, { edition: '', note: '' }).expect(422)).text).toContain('href="#edition"');
    await send(reviewer, url, { edition: 'List of 2026', note: '' }).expect(303);
    expect((await page(reviewer, url)).text).toContain('List of 2026');
    await page(reviewer, `/applications/${id}/items/${randomUUID()}/law`).expect(404);
  });

  it('shows the form for a comparison to whom may record one, while it still has an effect', async () => {
    const item = anItem({ id: randomUUID() });
    const { id } = await anApplication(home).with(item).submitted().build();
    const { id: over } = await anApplication(home).with(item).published().build();
    const form = async (who: SignedIn, on: string) => {
      const url = `/applications/${on}/items/${item.id}/law`;
      return (await page(who, url).expect(200)).text.includes(`action="${url}"`);
    };
    expect([await form(reviewer, id), await form(exporter, id), await form(auditor, id)]).toEqual([true, true, false]);
    expect([await form(reviewer, over), await form(exporter, over), await form(auditor, over)]).toEqual([false, false, false]);
    expect((await page(auditor, `/applications/${over}/items/${item.id}/law`)).text).toContain('No comparison was recorded.');
    const late = await send(reviewer, `/applications/${over}/items/${item.id}/law`, { edition: '2024', note: '' });
    expect([late.status, late.text.includes('takes no such record any more')]).toEqual([409, true]);
  });
});

describe('late in a case', () => {
  it('offers notes on an ended case as far as it takes them', async () => {
    const form = async (status: 'closed' | 'superseded') => {
      const { id } = await anApplication(home).at(status).build();
      const officers = (await page(reviewer, `/cases/${id}`).expect(200)).text.includes(`href="/cases/${id}/notes"`);
      const told = (await page(reviewer, `/cases/${id}/notes`).expect(200)).text.includes('value="applicant"');
      const exporters = (await page(exporter, `/applications/${id}/notes`).expect(200)).text.includes('name="text"');
      return { officers, told, exporters };
    };
    expect(await form('closed')).toEqual({ officers: true, told: false, exporters: false });
    expect(await form('superseded')).toEqual({ officers: false, told: false, exporters: false });
  });

  it('offers a licence anew after the decision only once its first day has passed', async () => {
    const { id: fresh } = await anApplication(home).decided().build();
    await page(officer, `/cases/${fresh}/documents/licence`).expect(409);
    const offered = (await page(officer, `/cases/${fresh}`).expect(200)).text;
    expect(offered).not.toContain(`href="/cases/${fresh}/documents/licence"`);
    server.clock.advanceDays(-1);
    const { id } = await anApplication(home).decided().build();
    server.clock.advanceDays(1);
    const form = `/cases/${id}/documents/licence`;
    expect((await page(officer, `/cases/${id}`).expect(200)).text).toContain(`href="${form}"`);
    const today = server.clock.today();
    const fields = { version: await formVersion(officer, form), validFrom: today, validTo: addDays(today, 9) };
    await send(officer, form, fields).expect(303);
    await page(officer, form).expect(409);
  });
});

describe('people', () => {
  it('are invited with fitting roles, and deactivated with their cases handed on', async () => {
    const invitation = { name: 'Neu', email: emailOf('neu'), organisationId: server.authority.id };
    const unfit = await send(administrator, '/admin/people/invite', { ...invitation, roles: 'exporter' }).expect(422);
    expect(unfit.text).toContain('href="#roles"');
    expect(unfit.text).toContain('value="Neu"');
    await send(administrator, '/admin/people/invite', { ...invitation, roles: 'reviewer' }).expect(303);
    const taken = await send(administrator, '/admin/people/invite', { ...invitation, roles: 'reviewer' }).expect(422);
    expect(taken.text).toContain('href="#email"');
    const people = await page(administrator, '/admin/people').expect(200);
    expect(people.text).toContain('Invite Neu again');
    const { personId } = await server.person(server.authority, 'gone', 'reviewer');
    const url = `/admin/people/${personId}/deactivate`;
    const form = await page(administrator, url).expect(200);
    expect(form.text).toContain('Back to the queue, for anybody to take');
    await send(administrator, url, { version: versionIn(form.text), handOverTo: randomUUID() }).expect(422);
    await send(administrator, url, { version: versionIn(form.text), handOverTo: '' }).expect(303);
    await page(reviewer, '/admin/organisations').expect(403);
  });

  it('belong to organisations, whose credit code is checked', async () => {
    const form = { kind: 'exporter', nameZh: '新企业', nameEn: 'New', creditCode: '1', address: '', province: '' };
    const wrong = await send(administrator, '/admin/organisations/new', form).expect(422);
    expect(wrong.text).toContain('href="#creditCode"');
    await send(administrator, '/admin/organisations/new', { ...form, kind: 'authority', creditCode: '' }).expect(303);
    expect((await page(administrator, '/admin/organisations')).text).toContain('新企业');
  });
});
