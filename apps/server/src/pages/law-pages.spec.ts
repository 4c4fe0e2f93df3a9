// The pages of the law through HTTP: a day, bad days, the difference, readings by two people, and what they change on the page of an item.
import { randomUUID } from 'node:crypto';
import { completeContent } from '../../../../test/builders/content';
import { testServer, type SignedIn, type TestServer } from '../../../../test/harness/test-server';

const HOLMIUM = 'cn-mofcom-gacc-2025-57.ho';
let server: TestServer;
let lin: SignedIn;
let wang: SignedIn;
let administrator: SignedIn;

beforeAll(async () => {
  server = await testServer();
  server.clock.set('2026-11-21T01:00:00Z');
  await server.person(server.exporters[0], 'lin', 'exporter');
  await server.person(server.exporters[0], 'wang', 'exporter');
  await server.person(server.authority, 'sun', 'administrator');
  [lin, wang, administrator] = await Promise.all(['lin', 'wang', 'sun'].map((name) => server.signIn(name)));
});
afterAll(() => server.end());

const page = (who: SignedIn, url: string, language = 'en') =>
  who.get(url).set('accept', 'text/html').set('accept-language', language);
const send = (who: SignedIn, url: string, form: Record<string, string>) =>
  who.post(url).set('accept', 'text/html').set('accept-language', 'en').type('form').send(form);
const section = (html: string, id: string) => new RegExp(`id="${id}"[\\s\\S]*?</section>`).exec(html)?.[0] ?? '';

describe('the law on a day', () => {
  it('shows today in groups, with the next change, the picture and its table', async () => {
    const { text } = await page(lin, '/law').expect(200);
    expect(text).toContain('<h1>The law on 2026-11-21</h1>');
    expect(section(text, 'law-unsettled')).toContain(HOLMIUM);
    expect(section(text, 'law-in-force')).toContain('cn-mofcom-gacc-2025-18.dy');
    expect(section(text, 'law-suspended')).toContain('cn-mofcom-2024-46.p2a');
    expect(text).toContain('What comes next: 2026-11-28');
    expect(text).toContain('href="/law/differences?from&#x3D;2026-11-21&amp;to&#x3D;2026-11-28"');
    expect(text).toMatch(
      /<svg class="law-svg"[\s\S]*<title id="law-picture-title">[^<]+<\/title>\s*<desc id="law-picture-about">[^<]+<\/desc>/,
    );
    expect(text).toContain('2025-11-08 – 2026-11-10');
    expect(text).toContain('Announcement No. 57 of 2025 (MOFCOM)');
  });

  it('shows another day in Chinese, as known on a day', async () => {
    const { text } = await page(lin, '/law?on=2025-11-08&knownOn=2025-11-10', 'zh').expect(200);
    expect(text).toContain('2025-11-08的法规');
    expect(section(text, 'law-in-force')).toContain(HOLMIUM);
    const known = await page(lin, '/law?on=2025-11-08&knownOn=2025-11-11', 'zh').expect(200);
    expect(section(known.text, 'law-suspended')).toContain(HOLMIUM);
  });

  it('is for everyone who is signed in, but readings are not the administrator’s', async () => {
    const { text } = await page(administrator, '/law').expect(200);
    expect(text).not.toContain('href="/law/readings"');
    await page(administrator, '/law/readings').expect(403);
    await server
      .visitor()
      .get('/law')
      .set('accept', 'text/html')
      .expect(303)
      .expect('location', /^\/sign-in/);
  });

  it.each([
    ['on=2026-02-30', 'is not a day that exists', '#on'],
    ['on=soon', 'is not a day that exists', '#on'],
    ['on=1999-01-01', 'lies before the first measure of the loaded law', '#on'],
    ['on=2026-01-01&knownOn=1999-01-01', 'lies before the first measure of the loaded law', '#knownOn'],
    ['on=2026-01-01&knownOn=2026-13-01', 'is not a day that exists', '#knownOn'],
  ])('%s is refused with words at its field', async (query, words, place) => {
    const { text } = await page(lin, `/law?${query}`).expect(422);
    expect(text).toContain(words);
    expect(text).toContain(`<a href="${place}">`);
    expect(text).not.toContain('law-svg');
  });

  it('reads an empty day as none', async () => {
    const { text } = await page(lin, '/law?on=&knownOn=').expect(200);
    expect(text).toContain('The law on 2026-11-21');
  });
});

describe('the difference', () => {
  it('asks for two days first, then says them in words and rows', async () => {
    expect((await page(lin, '/law/differences').expect(200)).text).not.toContain('error-summary');
    const { text } = await page(lin, '/law/differences?from=2025-11-07&to=2025-11-08&knownFrom=&knownTo=').expect(200);
    expect(text).toContain('reaches its start inside a suspension: it does not begin to apply');
    expect(text).toContain('<strong>not yet in effect</strong>');
    expect(text).toContain('value="2025-11-07"');
    const zh = await page(lin, '/law/differences?from=2025-11-07&to=2025-11-08', 'zh').expect(200);
    expect(zh.text).toContain('并不开始施行');
  });

  it('refuses a day before the loaded law at its field', async () => {
    const { text } = await page(lin, '/law/differences?from=2026-01-01&to=1999-01-01').expect(422);
    expect(text).toContain('<a href="#to">');
  });

  it('refuses one day alone', async () => {
    const { text } = await page(lin, '/law/differences?from=2025-11-07').expect(422);
    expect(text).toContain('<a href="#to">');
  });
});

describe('readings', () => {
  it('go from one person to another and stand on the page of the item', async () => {
    const form = await page(lin, `/law/readings/new?measure=${HOLMIUM}`).expect(200);
    expect(form.text).toContain(`<option value="${HOLMIUM}" selected>`);
    const bad = await send(lin, '/law/readings', { measure: HOLMIUM, reading: '', reason: 'short' }).expect(422);
    expect(bad.text).toContain('<a href="#reading">');
    expect(bad.text).toContain('<a href="#reason">');
    const proposal = { measure: HOLMIUM, reading: 'stricter', reason: 'No <b>notice</b> was found by us.' };
    await send(lin, '/law/readings', proposal).expect(303).expect('location', '/law/readings');
    const again = await send(lin, '/law/readings', proposal).expect(422);
    expect(again.text).toContain('has a reading of');
    const own = await page(lin, '/law/readings').expect(200);
    expect(own.text).toContain('It counts once another person of your organisation confirms it.');
    expect(own.text).toContain('No &lt;b&gt;notice&lt;/b&gt; was found by us.');
    expect(own.text).not.toContain('/confirmation"');
    const theirs = await page(wang, '/law/readings').expect(200);
    const confirmation = /action="(\/law\/readings\/[0-9a-f-]+\/confirmation)"/.exec(theirs.text)?.[1] ?? '';
    await send(lin, confirmation, {}).expect(403);
    await send(wang, confirmation, {}).expect(303);
    const standing = await page(lin, '/law/readings').expect(200);
    expect(standing.text).toContain('Work goes on under it');

    const law = await lawOfItem();
    expect(law).toContain('Work goes on as: Licence required');
    expect(law).toContain('Recorded reading: The stricter of the two');
    expect(law).toContain('proposed by lin, confirmed by wang, since 2026-11-21');
    expect(law).toContain('headline-text">Undetermined');

    const withdrawal = confirmation.replace('confirmation', 'withdrawal');
    await page(lin, withdrawal).expect(200);
    expect((await send(lin, withdrawal, { reason: '' }).expect(422)).text).toContain('<a href="#reason">');
    await send(lin, withdrawal, { reason: 'We wait for the notice.' }).expect(303);
    expect((await page(wang, '/law/readings').expect(200)).text).toContain('We wait for the notice.');
    expect(await lawOfItem()).not.toContain('Work goes on as');
  });
});

/** The page of the law's answer on holmium metal. */
async function lawOfItem(): Promise<string> {
  const { items, parties, ...rest } = completeContent();
  const itemId = randomUUID();
  const { nameZh, nameEn, creditCode } = server.exporters[0];
  const content = {
    ...rest,
    applicant: { ...rest.applicant, nameZh, nameEn, creditCode },
    items: items.slice(0, 1).map((item) => ({
      ...item,
      id: itemId,
      nameZh: '金属钬',
      nameEn: 'holmium metal',
      controlCode: '',
      hsCode: '',
      form: '',
      specification: '',
      composition: [{ substance: 'Ho', massPercent: '99.9' }],
      parameters: [],
    })),
    parties: parties.map((party) => ({ ...party, id: randomUUID() })),
  };
  const { id } = (await lin.post('/api/v1/applications').expect(201)).body as { id: string };
  await lin.patch(`/api/v1/applications/${id}`, { version: 1, ...content }).expect(200);
  return (await page(lin, `/applications/${id}/items/${itemId}/law`).expect(200)).text;
}
