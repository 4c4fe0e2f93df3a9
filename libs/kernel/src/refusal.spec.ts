import { Refusal } from './refusal';

test('a refusal carries kind, code, facts and faults, and reads as an error in a log', () => {
  const refusal = new Refusal('invalid', 'content-invalid', { count: 1 }, [{ code: 'not-above-zero', at: 'items.0.quantity' }]);
  expect(refusal).toBeInstanceOf(Error);
  expect(refusal).toMatchObject({ name: 'Refusal', kind: 'invalid', code: 'content-invalid', facts: { count: 1 } });
  expect(refusal.faults).toEqual([{ code: 'not-above-zero', at: 'items.0.quantity' }]);
  expect(refusal.message).toBe('content-invalid {"count":1}');
});

test('facts and faults are empty when there are none', () => {
  expect(new Refusal('missing', 'application-not-found')).toMatchObject({ facts: {}, faults: [] });
});
