// The lists that an advice is written with: eight factors, and standing phrases that can be recorded as they are.
import { LIMITS } from '../application/content';
import { favoursLicence, REVIEW_FACTORS, VERDICTS } from './advice';
import { CONDITION_PICKLIST, REASON_PICKLIST } from './picklists';

test('the eight factors stand once each, in the order of Article 13', () => {
  expect(REVIEW_FACTORS.map(({ cite }) => cite)).toEqual(
    [1, 2, 3, 4, 5, 6, 7, 8].map((number) => `Export Control Law Art. 13 (${number})`),
  );
  expect(new Set(REVIEW_FACTORS.map(({ key }) => key)).size).toBe(8);
});

test('only the two approvals favour a licence', () => {
  expect(VERDICTS.filter(favoursLicence)).toEqual(['approve', 'approve-with-conditions']);
});

test.each([
  ['factors', REVIEW_FACTORS],
  ['conditions', CONDITION_PICKLIST],
  ['reasons', REASON_PICKLIST],
])('%s have a key of their own and words in both languages', (_name, rows) => {
  expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
  for (const { key, zh, en } of rows) {
    expect(key).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(zh).toMatch(/^[\p{Script=Han}，、；。]+$/u);
    expect(en).toMatch(/^[A-Z][\x20-\x7e]+$/);
  }
});

test('a phrase fits the field it is written to, and an advice may hold all conditions', () => {
  for (const { zh, en } of CONDITION_PICKLIST) expect(Math.max(zh.length, en.length)).toBeLessThanOrEqual(LIMITS.longText);
  for (const { zh, en } of REASON_PICKLIST) expect(Math.max(zh.length, en.length)).toBeLessThanOrEqual(LIMITS.reason);
  expect(CONDITION_PICKLIST.length).toBeLessThanOrEqual(LIMITS.conditions);
});

test.each(VERDICTS)('there is a standing reason for %s', (verdict) => {
  expect(REASON_PICKLIST.some(({ verdicts }) => verdicts.includes(verdict))).toBe(true);
});
