// An item's law page as officers read it, and the administrator's pages of people and organisations, through HTTP.
import { randomUUID } from 'node:crypto';
import { anApplication } from '../../../../test/builders/application';
import { anItem } from '../../../../test/builders/content';
import type { CaseScene } from '../../../../test/builders/house';
import { pageCallers } from '../../../../test/builders/page-callers';
import { serverHouse } from '../../../../test/builders/server-house';
import { page, send, versionIn } from '../../../../test/harness/page-calls';
import { emailOf, testServer, type SignedIn, type TestServer } from '../../../../test/harness/test-server';

let server: TestServer;
let home: CaseScene;
let reviewer: SignedIn;
let administrator: SignedIn;

beforeAll(async () => {
  server = await testServer();
  home = await serverHouse(server);
  ({ reviewer, administrator } = await pageCallers(server, 'reviewer', 'administrator'));
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
