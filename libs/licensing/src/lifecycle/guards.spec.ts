// Each guard on both sides, and what a blocked move answers.
import { Refusal } from '#kernel';
import { guards, type GuardFacts, type Recommendation } from './guards';
import { openMoves, requireMove } from './open-moves';

const facts = (change: Partial<GuardFacts> = {}): GuardFacts => ({
  actorId: 'me',
  holderId: null,
  missing: [],
  advice: null,
  countersignerId: null,
  ...change,
});
const advice = (adviserId: string, recommendation: Recommendation = 'approve') => ({ adviserId, recommendation });
const missing = [
  { code: 'paper-missing', at: 'papers.A5' },
  { code: 'field-missing', at: 'endUse.zh' },
];

test('complete: one missing thing blocks', () => {
  expect(guards.complete(facts())).toBeNull();
  expect(guards.complete(facts({ missing }))).toEqual({ code: 'application-incomplete', facts: { missing: 2 } });
});

test('not-held-by-another: free or mine is open', () => {
  expect(guards['not-held-by-another'](facts())).toBeNull();
  expect(guards['not-held-by-another'](facts({ holderId: 'me' }))).toBeNull();
  expect(guards['not-held-by-another'](facts({ holderId: 'you' }))).toEqual({ code: 'held-by-another' });
});

test('not-the-adviser: only the adviser of the standing advice is kept out', () => {
  expect(guards['not-the-adviser'](facts())).toBeNull();
  expect(guards['not-the-adviser'](facts({ advice: advice('you') }))).toBeNull();
  expect(guards['not-the-adviser'](facts({ advice: advice('me') }))).toEqual({ code: 'adviser-cannot-countersign' });
});

test('advice-favours-grant: advice must exist and not recommend refusal', () => {
  const fault = { code: 'advice-does-not-favour-grant' };
  expect(guards['advice-favours-grant'](facts())).toEqual(fault);
  expect(guards['advice-favours-grant'](facts({ advice: advice('you', 'refuse') }))).toEqual(fault);
  expect(guards['advice-favours-grant'](facts({ advice: advice('you', 'approve') }))).toBeNull();
  expect(guards['advice-favours-grant'](facts({ advice: advice('you', 'approve-with-conditions') }))).toBeNull();
});

test('two-people: adviser and countersigner must both exist and differ', () => {
  const fault = { code: 'two-people-needed' };
  expect(guards['two-people'](facts())).toEqual(fault);
  expect(guards['two-people'](facts({ advice: advice('a') }))).toEqual(fault);
  expect(guards['two-people'](facts({ countersignerId: 'b' }))).toEqual(fault);
  expect(guards['two-people'](facts({ advice: advice('a'), countersignerId: 'a' }))).toEqual(fault);
  expect(guards['two-people'](facts({ advice: advice('a'), countersignerId: 'b' }))).toBeNull();
});

test('an open move tells what it asks for and everything that blocks it', () => {
  const [, grant] = openMoves(
    'application',
    'countersigned',
    ['manager'],
    facts({ holderId: 'you', advice: advice('a', 'refuse') }),
  );
  expect(grant).toEqual({
    name: 'grant',
    asks: ['validity'],
    blockedBy: [{ code: 'held-by-another' }, { code: 'two-people-needed' }, { code: 'advice-does-not-favour-grant' }],
  });
});

test.each([
  ['submit', 'draft', 'exporter', facts({ missing }), 'invalid', 'application-incomplete'],
  ['countersign', 'advised', 'countersigner', facts({ advice: advice('me') }), 'forbidden', 'adviser-cannot-countersign'],
  ['send-back', 'advised', 'countersigner', facts({ advice: advice('me') }), 'forbidden', 'adviser-cannot-countersign'],
  ['accept', 'submitted', 'reviewer', facts({ holderId: 'you' }), 'conflict', 'held-by-another'],
  ['grant', 'countersigned', 'manager', facts({ advice: advice('a') }), 'conflict', 'two-people-needed'],
  [
    'grant',
    'countersigned',
    'manager',
    facts({ advice: advice('a', 'refuse'), countersignerId: 'b' }),
    'conflict',
    'advice-does-not-favour-grant',
  ],
] as const)('%s out of %s by a %s is refused by its guard', (move, status, role, given, kind, code) => {
  const attempt = () => requireMove('application', move, status, [role], given);
  expect(attempt).toThrow(Refusal);
  expect(attempt).toThrow(expect.objectContaining({ kind, code, facts: expect.objectContaining({ move }) }));
});

test('an incomplete application names each missing thing, any other refusal names none', () => {
  expect(() => requireMove('application', 'submit', 'draft', ['exporter'], facts({ missing }))).toThrow(
    expect.objectContaining({ faults: missing }),
  );
  expect(() => requireMove('application', 'accept', 'submitted', ['reviewer'], facts({ missing, holderId: 'you' }))).toThrow(
    expect.objectContaining({ faults: [] }),
  );
});

test('the role is judged before the status, so that a stranger learns nothing of the case', () => {
  expect(() => requireMove('application', 'grant', 'draft', ['exporter'], facts())).toThrow(
    expect.objectContaining({ code: 'move-not-yours' }),
  );
});
