// Texts are measured in characters, not in the units of their encoding.
import { LIMITS } from './content';
import { nameFaults, textMissing, textTooLong } from './text-faults';

test('a rare character counts once, and the limit is inclusive', () => {
  expect(textTooLong('𠮷'.repeat(3), 'at', 3)).toEqual([]);
  expect(textTooLong('𠮷'.repeat(4), 'at', 3)).toEqual([{ code: 'text-too-long', at: 'at', facts: { max: 3 } }]);
});

test('spaces are no text', () => {
  expect(textMissing(' \n', 'at')).toEqual([{ code: 'field-missing', at: 'at' }]);
  expect(textMissing('字', 'at')).toEqual([]);
});

test('a name stands in both languages', () => {
  expect(nameFaults({ zh: '𠮷'.repeat(LIMITS.name), en: 'Name' })).toEqual([]);
  expect(nameFaults({ zh: '', en: 'x'.repeat(LIMITS.name + 1) })).toEqual([
    { code: 'field-missing', at: 'name.zh' },
    { code: 'text-too-long', at: 'name.en', facts: { max: LIMITS.name } },
  ]);
});
