import { localDate } from '#kernel';
import { findsNoDuty, STATUS_WORDS } from '#regulation';
import { statusTone } from './law';

describe('the tone of a determination', () => {
  it('is never "done": no answer of the law is shown in green', () => {
    expect([...STATUS_WORDS, localDate('2026-11-10')].map(statusTone)).not.toContain('done');
  });

  it.each(['not-controlled', 'no-licence', 'suspended', 'not-yet-effective'] as const)(
    'is neutral for %s, which says more than that there is no duty',
    (status) => {
      expect(statusTone(status)).toBe('neutral');
      expect(findsNoDuty(status)).toBe(true);
    },
  );

  it.each(['prohibited', 'prohibited-technology', 'denial-presumption'] as const)('is danger for %s', (status) => {
    expect(statusTone(status)).toBe('danger');
  });

  it.each(['licence-required', 'case-by-case', 'ordinary-licence-required', 'restricted-technology-licence'] as const)(
    'calls for attention for %s',
    (status) => {
      expect(statusTone(status)).toBe('attention');
      expect(findsNoDuty(status)).toBe(false);
    },
  );

  it.each(['undetermined', 'review'] as const)('marks %s as open', (status) => {
    expect(statusTone(status)).toBe('info');
    expect(findsNoDuty(status)).toBe(false);
  });
});
