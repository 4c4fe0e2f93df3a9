// The product library on a real database: versions only grow, a determination can be replayed, each side sees its own view, and a re-check names what differs.
import { localDate } from '#kernel';
import { loadRulebook, type LawText } from '#regulation';
import { anApplication } from '../../../../test/builders/application';
import { house, type House } from '../../../../test/builders/house';
import { refusalCode, refused } from '../../../../test/builders/refused';
import { asOwner } from '../../../../test/builders/stored-world';
import type { Actor } from '../actor';
import { MakeMove } from '../applications/make-move';
import { ReadApplication } from '../applications/read-application';
import { SaveContent } from '../applications/save-content';
import { LoadedLaw } from '../ports/loaded-law';
import { DetermineProduct, ReadDetermination } from './determine-product';
import { KeepLaw } from './keep-law';
import { KeepProducts } from './keep-products';
import { emptyProduct, isCasNumber, type ProductFacts } from './product-facts';
import { ReadProduct } from './read-product';
import { TakeFromProduct } from './take-from-product';

let home: House;

beforeAll(async () => {
  home = await house({ now: '2026-11-21T01:00:00Z' });
});
afterAll(() => home.end());

const dysprosium: ProductFacts = {
  ...emptyProduct(),
  nameZh: '氧化镝',
  nameEn: 'Dysprosium oxide',
  form: 'powder',
  composition: [{ substance: 'Dy2O3', massPercent: '99.9' }],
  hsCode: '2846901500',
};

const create = (facts: ProductFacts, actor: Actor = home.exporter) => home.get(KeepProducts).create(actor, facts);
const read = (id: string, actor: Actor = home.exporter) => home.get(ReadProduct).execute(actor, id);

describe('versions', () => {
  it('only grow: a change makes the next version, the same facts make none, a late write is refused', async () => {
    const { id } = await create(dysprosium);
    const purer = { ...dysprosium, composition: [{ substance: 'Dy2O3', massPercent: '99.99' }] };
    expect(await home.get(KeepProducts).change(home.exporter, id, 1, dysprosium)).toEqual({ version: 1 });
    expect(await home.get(KeepProducts).change(home.colleague, id, 1, purer)).toEqual({ version: 2 });
    const late = await refused(home.get(KeepProducts).change(home.exporter, id, 1, dysprosium));
    expect(late).toMatchObject({ kind: 'conflict', code: 'stale-version', facts: { yours: 1, current: 2 } });
    const { product, versions } = await read(id);
    expect(product).toMatchObject({ version: 2, facts: purer });
    expect(versions.map(({ version, facts, madeByName }) => ({ version, facts, madeByName }))).toEqual([
      { version: 2, facts: purer, madeByName: '林二' },
      { version: 1, facts: dysprosium, madeByName: '林一' },
    ]);
    await expect(asOwner(home.database, `update product_version set facts = '{}' where product_id = '${id}'`)).rejects.toThrow(
      /only grows/,
    );
  });

  it('of another organisation, and of no filed application, are nobody else’s to see', async () => {
    const { id } = await create(dysprosium);
    for (const actor of [home.otherExporter, home.reviewer]) {
      expect(await refusalCode(read(id, actor))).toBe('missing: product-not-found');
      expect(await refusalCode(home.get(DetermineProduct).execute(actor, id, 1))).toBe('missing: product-not-found');
    }
    expect(await refusalCode(home.get(KeepProducts).change(home.otherExporter, id, 1, dysprosium))).toBe(
      'missing: product-not-found',
    );
    expect((await home.get(KeepProducts).list(home.otherExporter, { limit: 100 })).rows).toEqual([]);
  });

  it.each<[string, Partial<ProductFacts>, { code: string; at: string }]>([
    ['no name', { nameZh: '', nameEn: '' }, { code: 'product-unnamed', at: 'nameZh' }],
    [
      'a number without unit',
      { parameters: [{ property: 'purity', value: '99', unit: '' }] },
      { code: 'facts.unit-missing', at: 'parameters.0.unit' },
    ],
    [
      'an unknown unit',
      { parameters: [{ property: 'purity', value: '99', unit: 'furlong' }] },
      { code: 'facts.unit-unknown', at: 'parameters.0.unit' },
    ],
    [
      'a share over 100',
      { composition: [{ substance: 'Dy', massPercent: '101' }] },
      { code: 'facts.share-out-of-range', at: 'composition.0.massPercent' },
    ],
    ['a wrong CAS number', { casNumber: '1308-87-9' }, { code: 'cas-number-wrong', at: 'casNumber' }],
    ['a wrong customs code', { hsCode: '12' }, { code: 'hs-code-wrong', at: 'hsCode' }],
    ['a malformed control code', { controlCode: '1C' }, { code: 'control-code-malformed', at: 'controlCode' }],
    ['an unknown country', { origin: 'XX' }, { code: 'unknown-country', at: 'origin' }],
    ['an unknown country of making', { madeIn: 'XX' }, { code: 'unknown-country', at: 'madeIn' }],
    [
      'a technology from nowhere',
      { madeWithTechnology: [{ nameZh: '冶炼技术', nameEn: '', origin: 'XX' }] },
      { code: 'unknown-country', at: 'madeWithTechnology.0.origin' },
    ],
    [
      'a part over the whole',
      { contents: [{ nameZh: '', nameEn: 'core', origin: 'CN', valuePercent: '120' }] },
      { code: 'facts.share-out-of-range', at: 'contents.0.valuePercent' },
    ],
  ])('with %s are refused at the field', async (_what, change, fault) => {
    const { faults, code } = await refused(create({ ...dysprosium, ...change }));
    expect(code).toBe('product-invalid');
    expect(faults).toContainEqual(expect.objectContaining(fault));
  });

  it('knows CAS numbers by their check digit', () => {
    expect(['7440-44-0', '1308-87-8', '7782-42-5'].map(isCasNumber)).toEqual([true, true, true]);
    expect(['7440-44-1', '744-0', '', '1308-87-8a'].map(isCasNumber)).toEqual([false, false, false, false]);
  });
});

describe('a reading', () => {
  it('shows what the law asks, the classification, and asks for what decides most', async () => {
    const { id } = await create(dysprosium);
    const { judged } = await read(id);
    expect(judged?.answer).toMatchObject({ headline: 'licence-required', controlCodes: ['1C905.b'] });
    expect(judged?.classification).toMatchObject({ outcome: 'met' });
    expect(judged?.classification.notChecked.length).toBeGreaterThan(0);
  });

  it('takes where and with whose technology it is made into the facts', async () => {
    const technology = { nameZh: '稀土冶炼分离技术', nameEn: '', origin: 'CN' };
    const { id } = await create({ ...dysprosium, origin: 'DE', madeIn: 'FR', madeWithTechnology: [technology] });
    expect((await read(id)).judged?.facts.item).toMatchObject({
      origin: 'DE',
      madeIn: 'FR',
      madeWithTechnology: [{ nameZh: '稀土冶炼分离技术', origin: 'CN' }],
    });
    const made = await home.get(DetermineProduct).execute(home.exporter, id, 1);
    const { document } = await home.get(ReadDetermination).one(home.exporter, id, made.id);
    expect(document.view).toMatchObject({
      stated: expect.arrayContaining([
        { label: { zh: '生产地', en: 'Made in' }, value: { zh: '法国', en: 'France' } },
        {
          label: { zh: '所用技术', en: 'Technology used' },
          value: { zh: '稀土冶炼分离技术，中国', en: '稀土冶炼分离技术, China' },
        },
      ]) as unknown,
    });
  });

  it('of a product with a name only asks, and never calls it free', async () => {
    const { id } = await create({ ...emptyProduct(), nameZh: '石墨块', nameEn: 'Graphite block' });
    const { judged } = await read(id);
    expect(judged?.classification.outcome).toBe('open');
    expect(judged?.classification.nextQuestion).toMatchObject({ settles: expect.any(Array) as unknown });
    expect(judged?.answer.headline).not.toBe('not-controlled');
  });
});

describe('a determination', () => {
  const determine = (actor: Actor, id: string, version = 1) => home.get(DetermineProduct).execute(actor, id, version);

  it('keeps day, knowledge, law, rows, facts and answer; its replay gives the same answer', async () => {
    const { id } = await create(dysprosium);
    const made = await home.get(DetermineProduct).execute(home.exporter, id, 1, {
      on: localDate('2025-11-20'),
      knownOn: localDate('2025-11-21'),
      destination: 'JP',
    });
    const { record, same } = await home.get(ReadDetermination).replay(home.colleague, id, made.id);
    expect(same).toBe(true);
    expect(record).toMatchObject({
      view: 'exporter',
      on: '2025-11-20',
      knownOn: '2025-11-21',
      lawHash: home.law.rulebook.hash,
      facts: { to: 'JP', item: { nameZh: '氧化镝' } },
      madeBy: home.exporter.personId,
      answer: { controlCodes: ['1C905.b'] },
    });
    expect(record.rows.length).toBeGreaterThan(0);
    const { determinations } = await read(id);
    expect(determinations).toMatchObject([{ id: made.id, version: 1, headline: record.answer.headline }]);
    await expect(asOwner(home.database, `delete from product_determination where id = '${made.id}'`)).rejects.toThrow(
      /only grows/,
    );
  });

  it('is replayed with the law of its own hash after another law is loaded', async () => {
    const { id } = await create(dysprosium);
    const { id: recordId } = await determine(home.exporter, id);
    const later = new KeepLaw(home.store, home.clock, await anotherLaw());
    const rulebook = await later.rulebookOf(home.law.rulebook.hash);
    expect(rulebook.hash).toBe(home.law.rulebook.hash);
    const replayed = await new ReadDetermination(home.store, later, home.files).replay(home.exporter, id, recordId);
    expect(replayed.same).toBe(true);
    expect(await refusalCode(later.rulebookOf('0'.repeat(64)))).toBe('missing: law-not-kept');
  });

  it('keeps the texts of a law once, and only the system writes them', async () => {
    await home.get(KeepLaw).ensure();
    await new KeepLaw(home.store, home.clock, home.law).ensure();
    const { rulebook } = home.law;
    const rows = await asOwner<{ hash: string }>(home.database, `select hash from law_text where hash = '${rulebook.hash}'`);
    expect(rows).toHaveLength(1);
    const reach = {
      kind: 'organisation',
      organisationId: home.exporter.organisationId,
      personId: home.exporter.personId,
    } as const;
    const foreign = home.store.run(reach, (tx) =>
      tx.laws.keep({ hash: 'f'.repeat(64), lastDayInclusive: true, texts: Buffer.from('x') }, home.clock.now()),
    );
    await expect(foreign).rejects.toMatchObject({ code: 'beyond-reach' });
    await expect(new KeepLaw(home.store, home.clock, new LoadedLaw((await anotherLaw()).rulebook)).ensure()).rejects.toThrow(
      /without its texts/,
    );
  });

  it('is printed: the paper is rendered by a job and bears the answer, the hash and what was not checked', async () => {
    const { id } = await create({ ...dysprosium, composition: [{ substance: 'Dy2O3', massPercent: '99.5' }] });
    const { id: recordId } = await determine(home.exporter, id);
    expect(await refusalCode(home.get(ReadDetermination).paper(home.exporter, id, recordId))).toBe(
      'conflict: document-not-ready',
    );
    await home.quiet();
    const { bytes, fileName } = await home.get(ReadDetermination).paper(home.exporter, id, recordId);
    expect(fileName).toBe('determination-v1-2026-11-21.pdf');
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    const { document } = await home.get(ReadDetermination).one(home.exporter, id, recordId);
    expect(document).toMatchObject({ kind: 'determination', state: 'ready', template: 'determination/v1' });
    expect(document.view).toMatchObject({ lawHash: home.law.rulebook.hash, notChecked: expect.any(Array) as unknown });
  });

  it('of the reviewer is a record of its own, from the moment an item taken from the product is filed', async () => {
    const { id } = await create(dysprosium);
    const own = await determine(home.exporter, id);
    const draft = await anApplication(home).build();
    const taken = await home.get(TakeFromProduct).execute(home.exporter, draft.id, draft.version, id);
    expect(await refusalCode(determine(home.reviewer, id))).toBe('missing: product-not-found');
    const view = await home.get(ReadApplication).execute(home.exporter, draft.id);
    const item = view.content.items.find((row) => row.id === taken.itemId);
    expect(item).toMatchObject({ nameZh: '氧化镝', hsCode: '2846901500', quantity: '' });
    await fileWith(draft.id, taken.itemId);
    const theirs = await determine(home.reviewer, id);
    expect((await home.get(ReadDetermination).one(home.reviewer, id, theirs.id)).view).toBe('reviewer');
    expect((await home.get(ReadDetermination).one(home.reviewer, id, own.id)).view).toBe('exporter');
    expect(await refusalCode(home.get(ReadDetermination).one(home.exporter, id, theirs.id))).toBe(
      'missing: product-determination-not-found',
    );
    await home.quiet();
    const seen = await home.store.run(
      { kind: 'organisation', organisationId: home.exporter.organisationId, personId: home.exporter.personId },
      (tx) => tx.products.findDetermination(theirs.id),
    );
    expect(seen).toBeNull();
    const purer = { ...dysprosium, nameEn: 'Dysprosium oxide, new batch' };
    await home.get(KeepProducts).change(home.exporter, id, 1, purer);
    expect((await read(id, home.reviewer)).product).toMatchObject({ version: 1, facts: dysprosium });
  });

  it('offers the authority’s earlier decisions on the same code', async () => {
    const published = await anApplication(home).published().build();
    const code = published.content.items[0]?.controlCode ?? '';
    const { id } = await create({ ...dysprosium, controlCode: code });
    const { decisions } = await read(id);
    expect(decisions).toContainEqual(
      expect.objectContaining({ reference: published.reference, controlCode: code, outcome: 'granted' }),
    );
  });

  async function fileWith(applicationId: string, itemId: string): Promise<void> {
    const view = await home.get(ReadApplication).execute(home.exporter, applicationId);
    const items = view.content.items.map((row) =>
      row.id === itemId
        ? {
            ...row,
            controlCode: '1C905.b',
            specification: '99.9 %',
            origin: 'CN',
            quantity: '10',
            unit: 'kg',
            value: '100',
            currency: 'USD',
          }
        : row,
    );
    const { version } = await home.get(SaveContent).execute(home.exporter, applicationId, view.version, { items });
    await home.get(MakeMove).execute(home.exporter, applicationId, 'submit', { version });
  }
});

/** The shipped law with one more remark: another hash. */
async function anotherLaw(): Promise<LoadedLaw> {
  const texts: LawText[] = home.law.texts.map((row) =>
    row.path.endsWith('open-questions.yaml')
      ? { ...row, text: `${row.text.trimEnd()}\n  - one more open question of a test\n` }
      : row,
  );
  return Promise.resolve(new LoadedLaw(loadRulebook(texts), texts));
}
