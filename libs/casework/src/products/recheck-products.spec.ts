// A re-check of a library on a real database: it names what differs between two points of the law, in pages.
import { localDate } from '#kernel';
import { house, noSuchId, type House } from '../../../../test/builders/house';
import { refusalCode } from '../../../../test/builders/refused';
import type { Actor } from '../actor';
import { KeepProducts } from './keep-products';
import { emptyProduct, type ProductFacts } from './product-facts';
import { RecheckProducts } from './recheck-products';

let home: House;

beforeAll(async () => {
  home = await house({ now: '2026-11-21T01:00:00Z' });
});
afterAll(() => home.end());

const battery: ProductFacts = {
  ...emptyProduct(),
  nameZh: '可充放电锂离子电池',
  nameEn: 'Rechargeable lithium-ion battery',
  parameters: [{ property: 'gravimetric energy density', value: '310', unit: 'Wh/kg' }],
};

const create = (facts: ProductFacts, actor: Actor) => home.get(KeepProducts).create(actor, facts);

describe('a re-check', () => {
  const recheck = (from: [string, string?], to: [string, string?]) => {
    const point = ([on, knownOn]: [string, string?]) => ({ on: localDate(on), knownOn: knownOn ? localDate(knownOn) : null });
    return { from: point(from), to: point(to) };
  };

  it('names the products whose answer differs between two states of knowledge of the same day', async () => {
    const { id } = await create(battery, home.otherExporter);
    const { id: still } = await create({ ...emptyProduct(), nameZh: '木椅', nameEn: 'Wooden chair' }, home.otherExporter);
    const asked = recheck(['2025-11-08', '2025-11-07'], ['2025-11-08', '2025-11-11']);
    const found = await home.get(RecheckProducts).page(home.otherExporter, asked, { limit: 100 });
    expect(found.rows.map(({ product }) => product.id)).toEqual([id]);
    expect(found).toMatchObject({ judged: 2, notJudged: [], next: null });
    expect(found.rows[0]).toMatchObject({ after: { headline: 'suspended' } });
    expect(await home.get(RecheckProducts).one(home.otherExporter, still, asked)).toBeNull();
    expect(await home.get(RecheckProducts).one(home.otherExporter, id, recheck(['2026-03-01'], ['2026-03-01']))).toBeNull();
  });

  it('goes through a library in pages', async () => {
    const asked = recheck(['2025-11-08', '2025-11-07'], ['2025-11-08', '2025-11-11']);
    const first = await home.get(RecheckProducts).page(home.otherExporter, asked, { limit: 1 });
    expect(first.next).not.toBeNull();
    const second = await home.get(RecheckProducts).page(home.otherExporter, asked, { limit: 1, after: first.next ?? '' });
    expect([...first.rows, ...second.rows]).toHaveLength(1);
    expect(second.next).toBeNull();
  });

  it('refuses a day before the loaded law and a product that is not there', async () => {
    const asked = recheck(['1999-01-01'], ['2026-03-01']);
    expect(await refusalCode(home.get(RecheckProducts).page(home.exporter, asked, { limit: 10 }))).toBe(
      'invalid: determination.day-before-law',
    );
    expect(
      await refusalCode(home.get(RecheckProducts).one(home.exporter, noSuchId(), recheck(['2026-03-01'], ['2026-03-02']))),
    ).toBe('missing: product-not-found');
  });
});
