import fc from 'fast-check';
import { addDays, localDate, type LocalDate } from '#kernel';
import { answerOn, classifyItem, determine, type Determination, type EvaluatedNode, type ExportFacts } from '#regulation';
import { shippedRulebook } from './shipped-law';

const rulebook = shippedRulebook();
const on = (day: string) => localDate(day);
const dysprosium: ExportFacts = {
  item: {
    kind: 'goods',
    name: 'dysprosium oxide',
    nameZh: '氧化镝',
    composition: [{ substance: 'Dy2O3', massPercent: 99.9 }],
    parameters: [{ property: 'purity', value: '99.9', unit: '%' }],
  },
  from: 'CN',
  to: 'JP',
  exporter: { place: 'CN' },
  parties: [{ role: 'end-user', name: 'Aoba Motors Co., Ltd.', country: 'JP', military: false }],
  endUse: { text: 'magnets for washing machines', flags: ['civil'] },
};
const finding = (answer: Determination, measure: string) => answer.findings.find((row) => row.measure === measure);
const leaves = (node: EvaluatedNode): EvaluatedNode[] => (node.children ? node.children.flatMap(leaves) : [node]);

describe('99.9 % dysprosium oxide to Japan', () => {
  const answer = determine(rulebook, dysprosium, on('2026-11-21'));

  it('needs a licence under announcement 18 of 2025, code 1C905.b', () => {
    expect(answer.headline).toBe('licence-required');
    expect(answer.controlCodes).toEqual(['1C905.b']);
    expect(answer.findings[0]).toMatchObject({
      regime: 'dual-use-list',
      instrument: 'cn-mofcom-gacc-2025-18',
      measure: 'cn-mofcom-gacc-2025-18.dy',
      status: 'licence-required',
      heads: true,
      controlCode: '1C905.b',
      nameZh: '氧化镝及其混合物',
      coverage: { state: 'complete' },
      citation: { number: 'Announcement No. 18 of 2025', publishedOn: '2025-04-04' },
    });
    expect(answer.findings[0]?.conditions?.verdict).toBe('met');
    expect(answer.findings[0]?.rows).toContain('cn-mofcom-gacc-2025-18.dy/1C905.b');
  });
  it('shows the rule on Japan with its open question, which does not head while nothing alleges it', () => {
    expect(finding(answer, 'cn-mofcom-2026-1.ban')).toMatchObject({ regime: 'destination', status: 'review', heads: false });
    const military = determine(rulebook, { ...dysprosium, endUse: { flags: ['military'] } }, on('2026-11-21'));
    expect(military.headline).toBe('prohibited');
    expect(finding(military, 'cn-mofcom-2026-1.ban')).toMatchObject({
      status: 'prohibited',
      heads: true,
      controlCode: '1C905.b',
    });
  });
  it('on the day before publication nothing of the announcement exists', () => {
    const before = determine(rulebook, dysprosium, on('2025-04-03'));
    expect(before.headline).toBe('not-controlled');
    expect(before.controlCodes).toEqual([]);
    expect(before.findings.filter((row) => row.instrument === 'cn-mofcom-gacc-2025-18')).toEqual([]);
    expect(before.holdsUntil).toMatchObject({ day: '2025-04-04' });
    expect(before.holdsUntil?.because.en).toContain('Announcement No. 18 of 2025 (cn-mofcom-gacc-2025-18.dy)');
    expect(before.holdsUntil?.because.zh).toContain('商务部 海关总署公告2025年第18号（cn-mofcom-gacc-2025-18.dy）');
    expect(determine(rulebook, dysprosium, on('2025-04-04')).headline).toBe('licence-required');
  });
  it('a "no" says that it holds within the loaded law only', () => {
    const before = determine(rulebook, dysprosium, on('2025-04-03'));
    expect(before.notChecked.map((row) => row.en).join('\n')).toMatch(/loaded in part only/);
    expect(before.notChecked.map((row) => row.en).join('\n')).toMatch(/catch-all/);
  });
});

describe('unknown facts', () => {
  it('an open limit is for a person, with the question and both readings', () => {
    const answer = determine(
      rulebook,
      { item: { name: 'artificial graphite block', nameZh: '人造石墨', form: 'block' }, from: 'CN', to: 'KR' },
      on('2026-03-02'),
    );
    expect(answer.headline).toBe('review');
    expect(answer.findings[0]?.readings.map((row) => row.status)).toEqual(['licence-required', 'not-controlled']);
    const open = leaves(
      answer.findings[0]?.conditions ?? { kind: 'test', verdict: 'met', reason: { zh: '', en: '' }, margin: null },
    ).filter((leaf) => leaf.verdict === 'unknown');
    expect(open.map((leaf) => leaf.property)).toEqual(['purity', 'flexural strength', 'density']);
  });
  it('one failed limit decides, whatever else is unknown', () => {
    const item = { name: 'artificial graphite block', parameters: [{ property: 'density', value: '1.73', unit: 'g/cm3' }] };
    const answer = determine(rulebook, { item, from: 'CN', to: 'KR' }, on('2026-03-02'));
    expect(answer.headline).toBe('not-controlled');
    const leaf = leaves(
      answer.findings.find((row) => row.measure.endsWith('.artificial'))?.conditions ?? {
        kind: 'test',
        verdict: 'met',
        reason: { zh: '', en: '' },
        margin: null,
      },
    ).find((row) => row.property === 'density');
    expect(leaf).toMatchObject({ verdict: 'not-met', op: '>', limit: '1.73', value: '1.73', margin: '0 g/cm3' });
  });
  it('an item without any fact is for a person', () => {
    expect(determine(rulebook, { from: 'CN', to: 'KR' }, on('2026-03-02')).headline).toBe('review');
  });
});

describe('Chinese descriptions', () => {
  const codes = (item: ExportFacts['item']) => {
    const answer = determine(rulebook, { item, from: 'CN', to: 'KR' }, on('2026-03-02'));
    return [answer.headline, ...answer.controlCodes];
  };
  it.each([
    ['a form in Chinese', { nameZh: '钇靶', form: '靶材' }, ['licence-required', '1C908.a.3.a']],
    ['a metal by its name', { nameZh: '金属镝锭' }, ['licence-required', '1C905.a.1']],
    ['an oxide by its name', { nameZh: '三氧化二镝', composition: [{ substance: 'Dy2O3' }] }, ['licence-required', '1C905.b']],
    [
      'limits with a Chinese name',
      {
        nameZh: '人造石墨块',
        parameters: [
          ['purity', '99.95', '%'],
          ['flexural strength', '45', 'MPa'],
          ['density', '1.80', 'g/cm3'],
        ].map(([property = '', value = '', unit = '']) => ({ property, value, unit })),
      },
      ['licence-required', '1C108'],
    ],
    [
      'sintered tungsten carbide in English',
      {
        name: 'sintered tungsten carbide rod',
        form: 'rod',
        composition: [{ substance: 'WC' }],
        parameters: [{ property: 'sintered', value: true, unit: 'boolean' }],
      },
      ['not-controlled'],
    ],
    ['a function that the printed name names', { nameZh: '人造石墨负极材料', form: '粉末' }, ['suspended', '3C901.b.1']],
    ['an excluded article', { nameZh: '碳化钨硬质合金钻头' }, ['not-controlled']],
    ['a word that only looks like tungsten', { nameZh: '偏钨酸铵' }, ['not-controlled']],
    [
      'a carbide is not its metal',
      {
        nameZh: '碳化钨',
        form: '棒',
        composition: [{ substance: 'WC' }],
        parameters: [{ property: 'sintered', value: true, unit: 'boolean' }],
      },
      ['not-controlled'],
    ],
  ])('%s', (_name, item, expected) => {
    expect(codes(item)).toEqual(expected);
  });
  it('a form in Chinese that no word list knows leaves the form open', () => {
    expect(
      codes({
        nameZh: '钨',
        form: '异形件',
        parameters: [{ property: 'tungsten content', value: '98', unit: '% by weight' }],
      })[0],
    ).toBe('review');
  });
});

describe('party lists', () => {
  const to = (name: string, day = '2026-11-21') =>
    determine(rulebook, { ...dysprosium, to: 'US', parties: [{ role: 'end-user', name, country: 'US' }] }, on(day));
  it('a name is met whatever its case, width and punctuation', () => {
    for (const name of ['MP Materials Corp.', 'mp materials corp', 'ＭＰ　Materials Corp．'])
      expect(to(name).headline).toBe('prohibited');
  });
  it('the same name without its legal form is for a person', () => {
    const answer = to('Clear Align');
    expect(answer.headline).toBe('review');
    expect(answer.findings[0]).toMatchObject({ regime: 'party-list', status: 'review' });
  });
  it('another name is no hit, and the answer says how far it looked', () => {
    const answer = to('Aoba Motors');
    expect(answer.findings.filter((row) => row.regime === 'party-list')).toEqual([]);
    expect(answer.notChecked.map((row) => row.en).join('\n')).toMatch(
      /compared as whole names with the \d+ loaded lists only, the latest being/,
    );
  });
  it('a list whose suspension ran out without a notice is undetermined from the day after', () => {
    const name = 'High Point Aerotechnologies';
    expect(to(name, '2026-11-09').findings.find((row) => row.regime === 'party-list')?.status).toBe('suspended');
    expect(to(name, '2026-11-10').headline).toBe('undetermined');
  });
});

describe('until when an answer holds', () => {
  it('germanium to the United States: until the suspension of paragraph 2 of No. 46 runs out', () => {
    const germanium: ExportFacts = {
      item: { name: 'germanium metal', form: 'metal', composition: [{ substance: 'Ge' }] },
      from: 'CN',
      to: 'US',
      parties: [{ military: false }],
      endUse: { flags: ['civil'] },
    };
    const answer = determine(rulebook, germanium, on('2026-11-21'));
    expect(answer.headline).toBe('licence-required');
    expect(answer.holdsUntil).toMatchObject({ day: '2026-11-28' });
    expect(finding(answer, 'cn-mofcom-2024-46.p2a')).toMatchObject({ status: 'suspended', holdsUntil: '2026-11-28' });
    expect(determine(rulebook, germanium, on('2026-11-27')).headline).toBe('licence-required');
    expect(determine(rulebook, germanium, on('2026-11-28')).headline).toBe('undetermined');
  });
  it('the answer is the same on every day before that day', () => {
    const answer = determine(rulebook, dysprosium, on('2025-10-01'));
    const last = answer.holdsUntil ? addDays(answer.holdsUntil.day, -1) : on('2026-11-21');
    for (const day of rulebook.changePoints.filter((point) => point > '2025-10-01' && point <= last))
      expect(determine(rulebook, dysprosium, day).headline).toBe(answer.headline);
  });
  it('two findings about the same thing keep their own days', () => {
    const resale: ExportFacts = {
      item: { name: 'germanium metal', origin: 'CN', form: 'metal', composition: [{ substance: 'Ge' }] },
      from: 'KR',
      to: 'US',
      exporter: { place: 'KR' },
      parties: [{ role: 'end-user', country: 'US' }],
      statements: [{ about: 'party:end-user', predicate: 'resells-the-goods' }],
    };
    const answer = determine(rulebook, resale, on('2025-01-15'));
    const liable = answer.findings.filter((row) => row.measure === 'cn-mofcom-2024-46.liability');
    expect(liable.map((row) => row.status)).toEqual(['prohibited', 'review']);
    for (const { holdsUntil } of liable) expect(holdsUntil).toBe('2025-11-09');
  });
  it('nothing known changes: null', () => {
    expect(determine(rulebook, { ...dysprosium, to: 'KR' }, on('2026-11-29')).holdsUntil).toBeNull();
  });
});

describe('two time axes', () => {
  it('No. 70 of 2025 changes the answer for 2025-11-08 only as known from 2025-11-11', () => {
    const holmium: ExportFacts = {
      item: { name: 'holmium metal', form: 'metal', composition: [{ substance: 'Ho' }] },
      from: 'CN',
      to: 'KR',
    };
    expect(determine(rulebook, holmium, on('2025-11-08'), on('2025-11-10')).headline).toBe('licence-required');
    const later = determine(rulebook, holmium, on('2025-11-08'), on('2025-11-11'));
    expect(later).toMatchObject({ headline: 'suspended', on: '2025-11-08', knownOn: '2025-11-11', controlCodes: ['1C909.a.1'] });
  });

  it.each([
    ['determine', () => determine(rulebook, dysprosium, on('2026-03-02'), on('1990-01-01'))],
    ['answerOn', () => answerOn(rulebook, dysprosium, on('2026-03-02'), on('1990-01-01'))],
    ['classifyItem', () => classifyItem(rulebook, dysprosium, on('2026-03-02'), { knownOn: on('1990-01-01') })],
  ])('%s refuses a day of knowledge before the loaded law, never answers "no"', (_door, ask) => {
    expect(ask).toThrow(expect.objectContaining({ code: 'determination.day-before-law' }));
  });
});

describe('properties', () => {
  const words = fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom(...'abcdefgh') });
  it('a fact that no condition asks for changes nothing', () => {
    const before = determine(rulebook, dysprosium, on('2026-11-21'));
    fc.assert(
      fc.property(words, fc.integer({ min: 0, max: 100 }), (property, value) => {
        const item = {
          ...dysprosium.item,
          parameters: [...(dysprosium.item?.parameters ?? []), { property: `zz ${property}`, value, unit: 'mm' }],
        };
        const after = determine(rulebook, { ...dysprosium, item }, on('2026-11-21'));
        expect([after.headline, after.controlCodes, after.findings.map((row) => [row.measure, row.status])]).toEqual([
          before.headline,
          before.controlCodes,
          before.findings.map((row) => [row.measure, row.status]),
        ]);
      }),
      { numRuns: 20 },
    );
  });
  it('between two change points the answer is constant', () => {
    const points = rulebook.changePoints.filter((day) => day >= '2023-07-03');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: points.length - 2 }), fc.nat(400), (i, offset) => {
        const [from, next] = [points[i] ?? on('2025-04-04'), points[i + 1] ?? on('2025-07-09')];
        const day = addDays(from, offset);
        if (day >= next) return;
        const picture = (at: LocalDate) => {
          const answer = determine(rulebook, dysprosium, at);
          return [
            answer.headline,
            answer.controlCodes,
            answer.holdsUntil,
            answer.findings.map((row) => [row.measure, row.status, row.holdsUntil]),
          ];
        };
        expect(picture(day)).toEqual(picture(from));
      }),
      { numRuns: 25 },
    );
  });
});
