// The field decorators: both sides of every bound, and what never passes.
import fc from 'fast-check';
import { Refusal } from '#kernel';
import {
  Country,
  Day,
  DecimalText,
  Email,
  Flag,
  Id,
  Ids,
  ListOf,
  Nested,
  OneOf,
  SomeOf,
  Text,
  Version,
  WholeNumber,
} from './fields';
import { validateInput } from './validate-input';

const ONE_ID = '11111111-1111-4111-8111-111111111111';
const OTHER_ID = '22222222-2222-4222-8222-222222222222';

class Row {
  @Text({ max: 3 })
  name: string;
}

class Sample {
  @Text({ min: 2, max: 5, optional: true })
  text?: string;
  @Text({ max: 50, multiline: true, optional: true })
  lines?: string;
  @DecimalText({ optional: true })
  amount?: string;
  @Day({ optional: true })
  day?: string;
  @Id({ optional: true })
  id?: string;
  @Ids({ min: 1, max: 2, optional: true })
  ids?: string[];
  @OneOf(['a', 'b'], { optional: true })
  word?: string;
  @SomeOf(['a', 'b'], { optional: true })
  words?: string[];
  @Country({ optional: true })
  country?: string;
  @Flag({ optional: true, nullable: true })
  flag?: boolean | null;
  @WholeNumber({ min: 1, max: 3, optional: true })
  count?: number;
  @Email({ optional: true })
  email?: string;
  @Nested(() => Row, { optional: true })
  row?: Row;
  @ListOf(() => Row, { max: 2, optional: true })
  rows?: Row[];
  @Version()
  version: number;
}

function faults(input: object): string[] {
  try {
    validateInput(Sample, { version: 1, ...input });
    return [];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.faults.map(({ at, code }) => `${at} ${code}`);
  }
}

it.each<[string, object, string[]]>([
  ['text at its least', { text: 'ab' }, []],
  ['text below', { text: 'a' }, ['text text-too-short']],
  ['text at its most, cut at the ends', { text: '  abcde ' }, []],
  ['text above', { text: 'abcdef' }, ['text text-too-long']],
  ['text that is a number', { text: 12 }, ['text wrong-type']],
  ['text that is null', { text: null }, ['text field-missing']],
  ['a line break in one line', { text: 'a\nb' }, ['text text-with-control-characters']],
  ['line breaks in several', { lines: 'a\r\nb\tc' }, []],
  ['a NUL', { lines: 'a\u0000' }, ['lines text-with-control-characters']],
  ['a lone surrogate', { lines: '\udc00' }, ['lines text-with-control-characters']],
  ['what could not be read', { lines: 'a\ufffd' }, ['lines text-with-control-characters']],
  ['an address that could not be read', { email: 'a\ufffd@b.example' }, ['email not-an-email']],
  ['the last day', { day: '2199-12-31' }, []],
  ['a day beyond', { day: '9999-12-31' }, ['day not-a-day']],
  ['a decimal', { amount: '-0012.50' }, []],
  ['an exponent', { amount: '1e5' }, ['amount not-a-number']],
  ['separators', { amount: '1,000' }, ['amount not-a-number']],
  ['a binary float', { amount: 1.5 }, ['amount wrong-type']],
  ['a leap day', { day: '2028-02-29' }, []],
  ['no leap day', { day: '2026-02-29' }, ['day not-a-day']],
  ['no day', { day: '' }, ['day field-missing']],
  ['an id', { id: '11111111-1111-4111-8111-111111111111' }, []],
  ['no id', { id: '11111111' }, ['id not-an-id']],
  ['ids at their most', { ids: [ONE_ID, OTHER_ID] }, []],
  ['ids above', { ids: [ONE_ID, OTHER_ID, ONE_ID] }, ['ids list-too-long']],
  ['no ids', { ids: [] }, ['ids list-too-short']],
  ['an id twice', { ids: [ONE_ID, ONE_ID] }, ['ids named-twice']],
  ['a wrong id among them', { ids: [ONE_ID, 'x'] }, ['ids not-an-id']],
  ['an id that is no list', { ids: ONE_ID }, ['ids wrong-type']],
  ['a word', { word: 'a' }, []],
  ['another word', { word: 'constructor' }, ['word not-one-of']],
  ['words', { words: ['b', 'a'] }, []],
  ['a word twice', { words: ['a', 'a'] }, ['words list-too-long']],
  ['other words', { words: ['c'] }, ['words not-one-of']],
  ['a country', { country: 'JP' }, []],
  ['a country in small letters', { country: 'jp' }, ['country unknown-country']],
  ['a flag', { flag: false }, []],
  ['an unknown flag', { flag: null }, []],
  ['a flag as text', { flag: 'false' }, ['flag wrong-type']],
  ['a number at its most', { count: 3 }, []],
  ['a number above', { count: 4 }, ['count number-out-of-range']],
  ['a number below', { count: 0 }, ['count number-out-of-range']],
  ['a fraction', { count: 1.5 }, ['count wrong-type']],
  ['a number as text', { count: '2' }, ['count wrong-type']],
  ['an address', { email: ' a@b.example ' }, []],
  ['two addresses', { email: 'a@b.example,c@d.example' }, ['email not-an-email']],
  ['a row', { row: { name: 'abc' } }, []],
  ['a wrong row', { row: { name: 'abcd', extra: 1 } }, ['row.name text-too-long', 'row.extra unknown-field']],
  ['a row that is a list', { row: [] }, ['row wrong-type']],
  ['rows at their most', { rows: [{ name: 'a' }, { name: 'b' }] }, []],
  ['rows above', { rows: [{ name: 'a' }, { name: 'b' }, { name: 'c' }] }, ['rows list-too-long']],
  ['a row that is text', { rows: ['a'] }, ['rows wrong-type']],
  ['a wrong row of several', { rows: [{ name: 'a' }, {}] }, ['rows.1.name field-missing']],
  ['an unknown field', { colour: 'red' }, ['colour unknown-field']],
  ['a version as text', { version: '7' }, ['version wrong-type']],
  ['version zero', { version: 0 }, ['version number-out-of-range']],
  ['no version', { version: undefined }, ['version field-missing']],
])('%s', (_name, input, expected) => {
  expect(faults(input).sort()).toEqual([...expected].sort());
});

it('answers any JSON with a value or a refusal, never with a fault of the program', () => {
  fc.assert(
    fc.property(
      fc.dictionary(
        fc.constantFrom(
          'text',
          'lines',
          'amount',
          'day',
          'id',
          'ids',
          'words',
          'row',
          'rows',
          'version',
          '__proto__',
          'toString',
        ),
        fc.jsonValue(),
      ),
      (input) => {
        expect(Array.isArray(faults(input as object))).toBe(true);
      },
    ),
  );
});

it('passes text within its bounds unchanged but for its ends', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 2, maxLength: 5 }), (text) => {
      fc.pre(
        [...text.trim()].length >= 2 &&
          [...text].length <= 5 &&
          !/\p{Cc}/u.test(text) &&
          text.isWellFormed() &&
          !text.includes('\ufffd'),
      );
      expect(validateInput(Sample, { version: 1, text }).text).toBe(text.trim());
    }),
  );
});
