// Which advice stands, where it disagrees, and what is taken over from it.
import fc from 'fast-check';
import type { Bilingual } from '#kernel';
import {
  ADVICE_LEVELS,
  REVIEW_FACTORS,
  VERDICTS,
  type AdviceLevel,
  type AdviceLine,
  type AdviceStanding,
  type Verdict,
} from './advice';
import { checkAdvice } from './check-advice';
import { conflicts, proposal, standing } from './standing';

const CIVIL: Bilingual = { zh: '仅限民用', en: 'Civil use only' };
const REPORT: Bilingual = { zh: '报告运抵', en: 'Report arrival' };

function line(itemId: string, verdict: Verdict, change: Partial<AdviceLine> = {}): AdviceLine {
  const coded = verdict !== 'not-controlled' && verdict !== 'refer';
  return { itemId, verdict, controlCode: coded ? '1C905.b' : '', conditions: [], criteria: [], reason: '', ...change };
}

function given(level: AdviceLevel, by: string, lines: AdviceLine[], change: Partial<AdviceStanding> = {}): AdviceStanding {
  const [team = '', adviserId = `lead-${team}`] = by.split('/');
  return { id: `${level}:${by}`, level, teamId: team || null, adviserId, round: 1, version: 1, lines, ...change };
}

const idsOf = (advice: readonly AdviceStanding[]) => advice.map(({ id }) => id);

describe('what stands', () => {
  test('the newest version of a team, whoever of it wrote the older one', () => {
    const old = given('team', 'metals/ann', [], { version: 1, id: 'old' });
    const recent = given('team', 'metals/bo', [], { version: 2, id: 'recent' });
    const other = given('team', 'optics/cy', [], { version: 1, id: 'other' });
    expect(idsOf(standing([recent, old, other], 1))).toEqual(['recent', 'other']);
  });

  test('reviewers of one team each speak for themselves', () => {
    const advice = [
      given('reviewer', 'metals/ann', [], { version: 1, id: 'ann-1' }),
      given('reviewer', 'metals/ann', [], { version: 2, id: 'ann-2' }),
      given('reviewer', 'metals/bo', [], { version: 1, id: 'bo-1' }),
    ];
    expect(idsOf(standing(advice, 1))).toEqual(['ann-2', 'bo-1']);
  });

  test('the final advice is one voice, and stands last', () => {
    const advice = [
      given('final', '/cas', [], { version: 1, id: 'first' }),
      given('final', '/dee', [], { version: 2, id: 'second' }),
      given('team', 'metals', []),
    ];
    expect(idsOf(standing(advice, 1))).toEqual(['team:metals', 'second']);
  });

  test('only advice of the round stands', () => {
    const advice = [1, 2, 3].map((round) => given('team', 'metals', [], { round, version: 9 - round, id: `round-${round}` }));
    expect(idsOf(standing(advice, 2))).toEqual(['round-2']);
    expect(standing(advice, 4)).toEqual([]);
  });
});

describe('conflicts', () => {
  test('teams differ over verdict and over code, item by item', () => {
    const advice = [
      given('team', 'metals', [line('a', 'approve'), line('b', 'approve'), line('c', 'refuse')]),
      given('team', 'optics', [
        line('a', 'approve'),
        line('b', 'approve', { controlCode: '6A004' }),
        line('c', 'not-controlled'),
      ]),
    ];
    expect(conflicts(advice, 'team').map(({ itemId, teamId, over }) => [itemId, teamId, over])).toEqual([
      ['b', null, ['control-code']],
      ['c', null, ['verdict']],
    ]);
    expect(conflicts(advice, 'team')[1]?.positions).toEqual([
      { adviceId: 'team:metals', teamId: 'metals', adviserId: 'lead-metals', verdict: 'refuse', controlCode: '1C905.b' },
      { adviceId: 'team:optics', teamId: 'optics', adviserId: 'lead-optics', verdict: 'not-controlled', controlCode: '' },
    ]);
    expect(conflicts(advice, 'reviewer')).toEqual([]);
    expect(conflicts(advice, 'final')).toEqual([]);
  });

  test('reviewers differ within their team only', () => {
    const advice = [
      given('reviewer', 'metals/ann', [line('a', 'approve')]),
      given('reviewer', 'metals/bo', [line('a', 'refuse', { controlCode: '1C905.a' })]),
      given('reviewer', 'optics/cy', [line('a', 'not-controlled')]),
    ];
    expect(conflicts(advice, 'reviewer').map(({ teamId, over, positions }) => [teamId, over, positions.length])).toEqual([
      ['metals', ['verdict', 'control-code'], 2],
    ]);
  });

  test('an approval with conditions is not the same as one without; other conditions or reasons are no conflict', () => {
    const of = (...lines: AdviceLine[]) =>
      conflicts(
        lines.map((each, index) => given('team', `team-${index}`, [each])),
        'team',
      ).map(({ over }) => over);
    expect(of(line('a', 'approve'), line('a', 'approve-with-conditions', { conditions: [CIVIL] }))).toEqual([['verdict']]);
    expect(
      of(
        line('a', 'approve-with-conditions', { conditions: [CIVIL], reason: 'x' }),
        line('a', 'approve-with-conditions', { conditions: [REPORT], reason: 'y' }),
      ),
    ).toEqual([]);
    expect(of(line('a', 'refuse', { criteria: ['destination'] }), line('a', 'refuse', { criteria: ['sensitivity'] }))).toEqual(
      [],
    );
  });
});

describe('proposal', () => {
  test('what teams agree on is taken over whole, and nothing twice', () => {
    const advice = [
      given('team', 'metals', [
        line('a', 'approve-with-conditions', { conditions: [CIVIL], reason: 'Plausible.' }),
        line('b', 'refuse', { criteria: ['destination', 'sensitivity'], reason: 'Route.' }),
      ]),
      given('team', 'optics', [
        line('a', 'approve-with-conditions', {
          conditions: [{ ...CIVIL, en: ' Civil use only' }, REPORT],
          reason: 'Plausible. ',
        }),
        line('b', 'refuse', { criteria: ['sensitivity', 'end-user-and-use'], reason: 'Doubtful buyer.' }),
      ]),
    ];
    expect(proposal(advice, 'final')).toEqual({
      lines: [
        line('a', 'approve-with-conditions', { conditions: [CIVIL, REPORT], reason: 'Plausible.' }),
        line('b', 'refuse', {
          criteria: ['destination', 'sensitivity', 'end-user-and-use'],
          reason: 'Route.\n\nDoubtful buyer.',
        }),
      ],
      open: [],
    });
  });

  test('what differs, what a team is silent on and what all refer is left open and named', () => {
    const advice = [
      given('team', 'metals', [line('a', 'approve'), line('b', 'approve'), line('c', 'refer'), line('d', 'refer')]),
      given('team', 'optics', [line('a', 'refuse'), line('c', 'refer'), line('d', 'approve')]),
    ];
    const { lines, open } = proposal(advice, 'final');
    expect(lines).toEqual([]);
    expect(open.map(({ itemId, over, positions }) => [itemId, over, positions.length])).toEqual([
      ['a', ['verdict'], 2],
      ['b', ['line-missing'], 1],
      ['c', ['referred'], 2],
      ['d', ['verdict'], 2],
    ]);
  });

  test('a team lead starts from the reviewers of the own team, and may refer with them', () => {
    const advice = [
      given('reviewer', 'metals/ann', [line('a', 'refer', { reason: 'Appraisal.' })]),
      given('reviewer', 'optics/bo', [line('a', 'approve')]),
      given('team', 'metals', [line('a', 'refuse')]),
    ];
    expect(proposal(advice, 'team', 'metals')).toEqual({ lines: [line('a', 'refer', { reason: 'Appraisal.' })], open: [] });
    expect(proposal(advice, 'team', 'chemicals')).toEqual({ lines: [], open: [] });
  });
});

/** Whole advice over three items, by a few teams and people, in two rounds and some versions. */
const drawnAdvice = fc
  .array(
    fc.record({
      level: fc.constantFrom(...ADVICE_LEVELS),
      team: fc.constantFrom('metals', 'optics'),
      person: fc.constantFrom('ann', 'bo'),
      round: fc.integer({ min: 1, max: 2 }),
      lines: fc.tuple(drawnLine('a'), drawnLine('b'), drawnLine('c')),
    }),
    { maxLength: 12 },
  )
  .map((drawn) =>
    drawn.map(({ level, team, person, round, lines }, version) =>
      given(level, level === 'final' ? `/${person}` : `${team}/${person}`, lines, { id: `advice-${version}`, version, round }),
    ),
  );

function drawnLine(itemId: string): fc.Arbitrary<AdviceLine> {
  const allowed = fc.record({
    verdict: fc.constantFrom(...VERDICTS),
    controlCode: fc.constantFrom('1C905.a', '1C905.b'),
    conditions: fc.subarray([CIVIL, REPORT], { minLength: 1 }),
    criteria: fc.subarray(
      REVIEW_FACTORS.map(({ key }) => key),
      { minLength: 1 },
    ),
    reason: fc.constantFrom('One.', 'Another.'),
  });
  return allowed.map(({ verdict, controlCode, conditions, criteria, reason }) =>
    line(itemId, verdict, {
      ...(['refer', 'not-controlled'].includes(verdict) ? {} : { controlCode }),
      ...(verdict === 'approve-with-conditions' && { conditions }),
      ...(verdict === 'refuse' && { criteria }),
      reason,
    }),
  );
}

const levels = fc.constantFrom('team' as const, 'final' as const);

test('what stands, conflicts and is proposed does not hang on the order in which advice is read', () => {
  fc.assert(
    fc.property(
      drawnAdvice.chain((advice) => fc.tuple(fc.constant(advice), fc.shuffledSubarray(advice, { minLength: advice.length }))),
      levels,
      ([advice, shuffled], level) => {
        const [one, other] = [standing(advice, 1), standing(shuffled, 1)];
        expect(other).toEqual(one);
        expect(conflicts(other, level)).toEqual(conflicts(one, level));
        expect(proposal(other, level, 'metals')).toEqual(proposal(one, level, 'metals'));
      },
    ),
  );
});

test('one voice stands each, it is the newest of the round, and standing is stable', () => {
  fc.assert(
    fc.property(drawnAdvice, (advice) => {
      const stands = standing(advice, 1);
      const voice = ({ level, teamId, adviserId }: AdviceStanding) =>
        JSON.stringify([level, teamId, level === 'reviewer' ? adviserId : '']);
      expect(new Set(stands.map(voice)).size).toBe(stands.length);
      for (const each of advice.filter(({ round }) => round === 1)) {
        const successor = stands.find((stood) => voice(stood) === voice(each));
        expect(successor?.version).toBeGreaterThanOrEqual(each.version);
      }
      expect(standing(stands, 1)).toEqual(stands);
    }),
  );
});

test('each item is either proposed or open, is open where there is a conflict, and what is proposed can be recorded', () => {
  fc.assert(
    fc.property(drawnAdvice, (advice) => {
      const stands = standing(advice, 1);
      const { lines, open } = proposal(stands, 'final');
      const anyTeam = stands.some(({ level }) => level === 'team');
      expect([...lines, ...open].map(({ itemId }) => itemId).sort()).toEqual(anyTeam ? ['a', 'b', 'c'] : []);
      const openIds = open.map(({ itemId }) => itemId);
      for (const { itemId } of conflicts(stands, 'team')) expect(openIds).toContain(itemId);
      expect(
        checkAdvice(
          lines,
          lines.map(({ itemId }) => itemId),
          'final',
          () => true,
          () => true,
        ),
      ).toEqual([]);
      for (const proposed of lines) {
        for (const { lines: said } of stands.filter(({ level }) => level === 'team')) {
          const own = said.find(({ itemId }) => itemId === proposed.itemId);
          expect(own).toMatchObject({ verdict: proposed.verdict, controlCode: proposed.controlCode });
          expect(proposed.conditions).toEqual(expect.arrayContaining([...(own?.conditions ?? [])]));
          expect(proposed.criteria).toEqual(expect.arrayContaining([...(own?.criteria ?? [])]));
        }
      }
    }),
  );
});
