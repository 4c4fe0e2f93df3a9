// The pages of the product library through HTTP: what a browser without a script sends and gets.
import { randomUUID } from 'node:crypto';
import type { Actor } from '#casework';
import { emptyContent } from '#licensing';
import { NOON, SYSTEM } from '../../../../test/builders/stored-world';
import { PAPERS } from '../http/words';
import { testServer, type SignedIn, type TestServer } from '../../../../test/harness/test-server';

let server: TestServer;
let exporter: SignedIn;
let rival: SignedIn;
let reviewer: SignedIn;
let lin: Actor;

beforeAll(async () => {
  server = await testServer();
  const [north, south] = server.exporters;
  lin = await server.person(north, 'lin', 'exporter');
  await server.person(south, 'zhou', 'exporter');
  await server.person(server.authority, 'chen', 'reviewer');
  exporter = await server.signIn('lin');
  rival = await server.signIn('zhou');
  reviewer = await server.signIn('chen');
});
afterAll(() => server.end());

const page = (who: SignedIn, url: string, language = 'en') =>
  who.get(url).set('accept', 'text/html').set('accept-language', language);
const send = (who: SignedIn, url: string, form: Record<string, string | string[]>) =>
  who.post(url).set('accept', 'text/html').set('accept-language', 'en').type('form').send(form);
const fieldIn = (html: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';

/** The form of a product as a browser sends it. */
const product = (change: Record<string, string> = {}) => ({
  nameZh: '石墨块',
  nameEn: 'Graphite block',
  kind: 'goods',
  form: '',
  hsCode: '',
  casNumber: '',
  controlCode: '',
  origin: 'CN',
  ...change,
});

async function made(change: Record<string, string> = {}): Promise<string> {
  const answer = await send(exporter, '/products/new', product(change)).expect(303);
  return answer.headers['location'] as string;
}

describe('the library', () => {
  it('begins empty, takes a product, and lists it to its organisation alone', async () => {
    expect((await page(rival, '/products').expect(200)).text).toContain('There is no product in the library yet.');
    const at = await made();
    expect((await page(exporter, '/products').expect(200)).text).toContain(`href="${at}"`);
    expect((await page(rival, '/products').expect(200)).text).not.toContain(at);
    await page(rival, at).expect(404);
    await page(reviewer, '/products').expect(403);
  });

  it('shows a form again with every fault at its field, and more rows when asked', async () => {
    const wrong = await send(
      exporter,
      '/products/new',
      product({ casNumber: '1-2-3', 'parameters.1.property': 'purity', 'parameters.1.value': '99' }),
    ).expect(422);
    expect(wrong.text).toContain('href="#casNumber"');
    expect(wrong.text).toContain('href="#parameters-1-unit"');
    expect(wrong.text).toContain('value="Graphite block"');
    const more = await send(exporter, '/products/new', product({ add: 'contents', 'contents.0.nameEn': 'core' })).expect(200);
    expect(more.text).toContain('name="contents.3.nameEn"');
    await send(exporter, '/products/new', product({ colour: 'red' })).expect(422);
  });

  it('takes where and with whose technology a product is made, row by row', async () => {
    const at = await made({
      madeIn: 'DE',
      'contents.0.nameEn': 'core',
      'contents.0.origin': 'cn',
      'contents.0.valuePercent': '0.2',
      'madeWithTechnology.1.nameZh': '稀土冶炼分离技术',
      'madeWithTechnology.1.origin': 'cn',
    });
    const { text } = await page(exporter, at).expect(200);
    for (const words of ['Made in', 'Germany', 'Technology it is made with', '稀土冶炼分离技术, China'])
      expect(text).toContain(words);
    const form = await page(exporter, `${at}/edit`, 'zh').expect(200);
    expect(form.text).toContain('生产所用技术');
    expect(form.text).toMatch(/name="madeWithTechnology\.0\.origin"[^>]*value="CN"/);
    expect(form.text).toMatch(/<option value="DE" selected>/);
    const change = { version: '1', 'madeWithTechnology.2.nameEn': 'smelting', 'madeWithTechnology.2.origin': 'XX' };
    const wrong = await send(exporter, `${at}/edit`, { ...product(), ...change }).expect(422);
    expect(wrong.text).toContain('href="#madeWithTechnology-2-origin"');
    const more = await send(
      exporter,
      '/products/new',
      product({ add: 'madeWithTechnology', 'madeWithTechnology.0.origin': 'CN' }),
    ).expect(200);
    expect(more.text).toContain('name="madeWithTechnology.3.nameEn"');
  });

  it('says in both languages that nothing is settled, and never shows an answer in green', async () => {
    const at = await made();
    for (const language of ['en', 'zh']) {
      const { text } = await page(exporter, at, language).expect(200);
      expect(text).toContain(language === 'en' ? 'Classification' : '归类');
      expect(text).toContain(language === 'en' ? 'What was not checked' : '未核对');
      expect(text).not.toMatch(/tag-done|headline-done/);
      expect(text).not.toContain('<script');
    }
  });
});

describe('the next question', () => {
  it('is asked as a form whose answer makes a new version, until nothing is left to ask', async () => {
    const at = await made();
    let rounds = 0;
    for (; rounds < 12; rounds += 1) {
      const { text } = await page(exporter, at).expect(200);
      if (!text.includes('id="question"')) break;
      const kind = fieldIn(text, 'kind');
      const units = [...text.matchAll(/<option value="([^"]+)">/g)].map(([, unit]) => unit ?? '');
      const answer = {
        number: '1',
        size: '1 x 1 x 1',
        'yes-no': 'false',
        word: 'none',
        element: 'none',
        'customs-code': '3801100090',
      }[kind] as string;
      const asked = [...text.matchAll(/name="asked" value="([^"]*)"/g)].map(([, value]) => value ?? '');
      await send(exporter, `${at}/answer`, {
        version: fieldIn(text, 'version'),
        property: fieldIn(text, 'property').replaceAll('&#x27;', "'"),
        kind,
        asked,
        answer,
        other: 'another word',
        unit: kind === 'number' || kind === 'size' ? (units[0] ?? '') : '',
      }).expect(303);
    }
    expect(rounds).toBeGreaterThan(0);
    const last = await page(exporter, at).expect(200);
    expect(last.text).toContain(`version ${rounds + 1},`);
    expect(last.text).not.toContain('id="question"');
  });

  it('is asked again when nothing was answered, and refused for a form that is none of ours', async () => {
    const at = await made();
    const { text } = await page(exporter, at).expect(200);
    const form = { version: '1', property: fieldIn(text, 'property'), kind: fieldIn(text, 'kind') };
    expect((await send(exporter, `${at}/answer`, form).expect(422)).text).toContain('What was asked is not stated.');
    await send(exporter, `${at}/answer`, { ...form, kind: 'guess' }).expect(400);
    await send(rival, `${at}/answer`, { ...form, answer: 'none' }).expect(404);
  });
});

describe('records', () => {
  it('are made, read, replayed, and say that the paper is being prepared', async () => {
    const at = await made({ nameEn: 'Dysprosium oxide', nameZh: '氧化镝', 'composition.0.substance': 'Dy2O3' });
    const answer = await send(exporter, `${at}/determinations`, {
      version: '1',
      on: '2026-03-01',
      knownOn: '',
      destination: 'JP',
    }).expect(303);
    const record = answer.headers['location'] as string;
    const { text } = await page(exporter, record).expect(200);
    expect(text).toContain('being prepared');
    expect(text).toContain(server.law.rulebook.hash);
    expect((await page(exporter, `${record}?replay=yes`).expect(200)).text).toContain('the answer is the same');
    expect((await page(exporter, at).expect(200)).text).toContain(`href="${record}"`);
    await page(exporter, `${record}/document`).expect(409);
    await page(rival, record).expect(404);
    await send(exporter, `${at}/determinations`, { version: '1', on: '2026-02-30', knownOn: '', destination: '' }).expect(422);
  });

  it('offer to prepare a paper again once it failed', async () => {
    const at = await made();
    const asked = { version: '1', on: '', knownOn: '', destination: '' };
    const record = (await send(exporter, `${at}/determinations`, asked).expect(303)).headers['location'] as string;
    expect((await page(exporter, record).expect(200)).text).not.toContain('record again');
    await server.store.run(SYSTEM, async (tx) => {
      const made_ = await tx.products.findDetermination(record.split('/').at(-1) ?? '');
      await tx.licences.documentFailed(made_?.document.id ?? '', true);
    });
    for (const [language, words] of [
      ['en', 'Prepare the determination record again'],
      ['zh', '重新生成判定记录'],
    ] as const) {
      const { text } = await page(exporter, record, language).expect(200);
      expect(text).toContain(`action="${record}/document"`);
      expect(text).toContain(words);
    }
    await send(rival, `${record}/document`, {}).expect(404);
    const answer = await send(exporter, `${record}/document`, {}).expect(303);
    expect(answer.headers['location']).toBe(record);
  });

  it('re-check the library between two states of knowledge', async () => {
    const at = await made({
      nameZh: '可充放电锂离子电池',
      nameEn: 'Rechargeable lithium-ion battery',
      'parameters.0.property': 'gravimetric energy density',
      'parameters.0.value': '310',
      'parameters.0.unit': 'Wh/kg',
    });
    const asked = '/products/recheck?from=2025-11-08&knownFrom=2025-11-07&to=2025-11-08&knownTo=2025-11-11&destination=';
    const { text } = await page(exporter, asked).expect(200);
    expect(text).toContain(`href="${at}"`);
    expect(text).toContain('Measure suspended');
    expect((await page(exporter, '/products/recheck').expect(200)).text).not.toContain('were judged');
    expect((await page(exporter, '/products/recheck?from=2025-11-08').expect(422)).text).toContain('There is a problem');
    await page(exporter, '/products/recheck?from=1990-01-01&to=2025-11-08').expect(422);
  });
});

describe('an application', () => {
  it('takes an item from the library', async () => {
    const at = await made({ nameZh: '氧化镝', nameEn: 'Dysprosium oxide from the library' });
    const draft = (await send(exporter, '/applications', {}).expect(303)).headers['location'] as string;
    expect((await page(exporter, `${draft}/items`).expect(200)).text).toContain(`href="${draft}/items/from-product"`);
    const choice = await page(exporter, `${draft}/items/from-product`).expect(200);
    const take = `${draft}/items/from-product/${at.split('/').at(-1) ?? ''}`;
    expect(choice.text).toContain(`action="${take}"`);
    const taken = await send(exporter, take, { version: fieldIn(choice.text, 'version') }).expect(303);
    const item = await page(exporter, taken.headers['location'] as string).expect(200);
    expect(item.text).toContain('value="Dysprosium oxide from the library"');
    const law = await page(exporter, `${taken.headers['location'] as string}/law`).expect(200);
    expect(law.text).toContain(`href="${at}"`);
    await send(exporter, take, { version: '1' }).expect(409);
    await send(rival, take, { version: '1' }).expect(404);
  });
});

describe('a reviewer', () => {
  it('reads the product of a filed item and records a view of their own, which the exporter never sees', async () => {
    const at = await made({ nameZh: '氧化镝', nameEn: 'Dysprosium oxide as filed', 'composition.0.substance': 'Dy2O3' });
    await page(reviewer, at).expect(404);
    await server.store.run(SYSTEM, async (tx) => {
      const { id, organisationId } = await tx.applications.create({
        id: randomUUID(),
        organisationId: lin.organisationId,
        procedure: 'dual-use-single',
        content: emptyContent(),
        createdBy: lin.personId,
        at: NOON,
        year: 2026,
      });
      const filed = { status: 'submitted', told: true, submittedAt: NOON } as const;
      await tx.applications.move(id, { status: 'draft', version: 1 }, filed, NOON);
      const productId = at.split('/').at(-1) ?? '';
      await tx.products.addUse({ applicationId: id, itemId: 'i', productId, version: 1, organisationId, at: NOON });
    });
    const { text } = await page(reviewer, at).expect(200);
    expect(text).toContain('Record the reviewer');
    expect(text).not.toContain(`${at}/edit`);
    expect(text).not.toContain('id="question"');
    await page(reviewer, `${at}/edit`).expect(403);
    const recorded = await send(reviewer, `${at}/determinations`, { version: '1', on: '', knownOn: '', destination: '' }).expect(
      303,
    );
    const record = recorded.headers['location'] as string;
    expect((await page(reviewer, record).expect(200)).text).toContain('Reviewer: chen');
    await page(exporter, record).expect(404);
    expect((await page(exporter, at).expect(200)).text).not.toContain(record);
  });

  it('name the papers by which an answer differs, in the words of the reader', async () => {
    const at = await made({ nameZh: '氧化镝', nameEn: 'Dysprosium oxide', 'composition.0.substance': 'Dy2O3' });
    const asked = '/products/recheck?from=2025-11-08&knownFrom=2025-11-06&to=2025-11-08&knownTo=&destination=DE';
    for (const [language, notice] of [
      ['en', 'Compliance Notice'],
      ['zh', '合规告知书'],
    ] as const) {
      const { text } = await page(exporter, asked, language).expect(200);
      const row = text.slice(text.indexOf(`href="${at}"`)).split('</li>')[0] ?? '';
      expect(row.split(notice)).toHaveLength(2);
      expect(row).not.toContain('finding-rows');
    }
  });

  it('every paper that a rule adds has words in both languages', () => {
    const added = server.law.rulebook.instruments.flatMap(({ measures }) =>
      measures.flatMap(({ documents, rules }) => [documents, ...(rules ?? []).map((rule) => rule.documents)].flat()),
    );
    expect(added.filter((paper) => paper !== undefined && !Object.hasOwn(PAPERS, paper))).toEqual([]);
  });
});

it('pages in Chinese name properties, announcements and what is missing in Chinese', async () => {
  const at = await made({
    nameZh: '人造石墨',
    nameEn: 'Artificial graphite',
    'parameters.0.property': 'density',
    'parameters.0.value': '1.74',
    'parameters.0.unit': 'g/cm3',
  });
  const { text } = await page(exporter, at, 'zh').expect(200);
  expect(text).toContain('密度 1.74 g/cm3');
  expect(text).toContain('>商务部 海关总署公告2023年第39号</a>');
  expect(text).toContain('1C108项下的细分编码');
  for (const english of ['density 1.74', 'leaf codes', '仅有英文说明', 'Announcement No. 39'])
    expect(text).not.toContain(english);
});
