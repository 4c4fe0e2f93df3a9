// What must not end in a silent "no": goods passed on abroad, uses in other words, days before the lists, items of which nothing is stated.
import { localDate } from '#kernel';
import { determine, type ExportFacts } from '#regulation';
import { shippedRulebook } from './shipped-law';

const rulebook = shippedRulebook();
const on = (day: string) => localDate(day);

describe('a person abroad who passes on goods of Chinese origin against a rule on a destination', () => {
  const resale = (day: string): ReturnType<typeof determine> =>
    determine(
      rulebook,
      {
        item: { name: 'germanium metal', form: 'metal', origin: 'CN', composition: [{ substance: 'Ge' }] },
        from: 'KR',
        to: 'US',
        exporter: { place: 'KR' },
        parties: [{ role: 'end-user', country: 'US', military: false }],
      },
      on(day),
    );
  it.each([
    ['2024-12-02', 'not-controlled'],
    ['2024-12-03', 'prohibited'],
    ['2025-11-08', 'prohibited'],
    ['2025-11-09', 'suspended'],
    ['2026-11-27', 'suspended'],
    ['2026-11-28', 'undetermined'],
  ])('stands as the rule does: %s %s', (day, status) => {
    expect(resale(day).headline).toBe(status);
  });
  it('the answer holds until the rule changes', () => {
    expect(resale('2025-11-15').holdsUntil?.day).toBe('2026-11-28');
  });
});

describe('the end use of goods abroad under No. 61 of 2025', () => {
  const use = (endUse: ExportFacts['endUse']) =>
    determine(
      rulebook,
      {
        item: { name: 'terbium metal', form: 'metal', origin: 'CN', composition: [{ substance: 'Tb' }] },
        from: 'SG',
        to: 'NL',
        exporter: { place: 'SG' },
        parties: [{ role: 'end-user', country: 'NL', military: false }],
        endUse,
      },
      on('2025-10-20'),
    ).headline;
  it.each<[string, ExportFacts['endUse'], string]>([
    ['a flag for chips of 14 nm', { flags: ['civil', 'semiconductor-14nm'] }, 'case-by-case'],
    ['a flag for chips of 28 nm', { flags: ['civil', 'semiconductor-28nm'] }, 'licence-required'],
    [
      'the printed words of the use',
      { text: 'Research and development of artificial intelligence with potential military use', flags: ['civil'] },
      'case-by-case',
    ],
    ['nuclear weapons', { flags: ['nuclear'] }, 'denial-presumption'],
    ['terrorism', { flags: ['terrorism'] }, 'denial-presumption'],
    ['a humanitarian flag beside a risk', { flags: ['humanitarian', 'wmd'] }, 'denial-presumption'],
    ['a civil use', { text: 'motors', flags: ['civil'] }, 'licence-required'],
  ])('%s', (_what, endUse, headline) => {
    expect(use(endUse)).toBe(headline);
  });
});

describe('a "no" that rests on nothing is none', () => {
  const powder = (use: string): ExportFacts => ({
    item: {
      name: 'molybdenum powder',
      form: 'powder',
      parameters: [
        { property: 'molybdenum content', value: 97, unit: '% by weight' },
        { property: 'particle size', value: 50, unit: 'µm' },
        { property: 'intended use', value: use, unit: 'text' },
      ],
    },
    from: 'CN',
    to: 'KR',
  });
  it.each([
    ['missile components', 'licence-required'],
    ['manufacture of missile parts', 'review'],
    ['导弹部件', 'review'],
    ['welding electrodes', 'not-controlled'],
  ])('a use in other words than the printed ones, "%s", is %s', (use, headline) => {
    expect(determine(rulebook, powder(use), on('2026-03-02')).headline).toBe(headline);
  });
  it.each([
    { name: 'sintered neodymium magnet' },
    { name: 'neodymium-iron-boron magnet, N42' },
    { nameZh: '强力钕磁铁' },
    { nameZh: '烧结钕铁硼磁钢' },
  ])('the common names of an Nd-Fe-B magnet raise its entries: $name$nameZh', (item) => {
    expect(determine(rulebook, { item, from: 'CN', to: 'KR' }, on('2026-03-02')).headline).toBe('review');
  });
  it.each([{ name: 'camera drone' }, { nameZh: '航拍无人机' }])(
    'the common names of unmanned aircraft raise their entry: $name$nameZh',
    (item) => {
      expect(determine(rulebook, { item, from: 'CN', to: 'US' }, on('2026-03-02')).headline).not.toBe('not-controlled');
    },
  );
  it('what a thing is for does not tell what it is', () => {
    const facts: ExportFacts = {
      item: { kind: 'goods' },
      from: 'CN',
      to: 'KR',
      endUse: { text: 'solar modules', parameters: [{ property: 'logic process node', value: 28, unit: 'nm' }] },
    };
    expect(determine(rulebook, facts, on('2026-03-02')).headline).toBe('review');
  });
  it.each([
    ['dysprosium oxide', 'goods', '2006-12-31', 'not-controlled'],
    ['rare-earth smelting-separation process', 'technology', '2008-09-16', 'not-yet-effective'],
  ])('before the first loaded list nothing is free: %s', (name, kind, first, headline) => {
    const at = (day: string) => determine(rulebook, { item: { name, kind }, from: 'CN', to: 'DE' }, on(day));
    expect(at('2004-05-06')).toMatchObject({ headline: 'review', holdsUntil: { day: first } });
    expect(at(first).headline).toBe(headline);
  });
});
