import fc from 'fast-check';
import { Refusal } from '#kernel';
import { FORM_LIMITS, FormAnswers } from './form-answers';

describe('FormAnswers', () => {
  it('reads texts with plain line ends, trimmed only where asked', () => {
    const answers = new FormAnswers({ reason: ' a\r\nb ' });
    expect(answers.text('reason')).toBe(' a\nb ');
    expect(answers.trimmed('reason')).toBe('a\nb');
    expect(answers.text('other')).toBe('');
  });

  it('reads a name that came once or more often as a list', () => {
    const answers = new FormAnswers({ roles: ['reviewer', 'manager'], one: 'x', none: '' });
    expect(answers.list('roles')).toEqual(['reviewer', 'manager']);
    expect(answers.list('one')).toEqual(['x']);
    expect(answers.list('none')).toEqual([]);
    expect(answers.text('roles')).toBe('reviewer');
  });

  it('counts rows by the highest number, within the limit', () => {
    const answers = new FormAnswers({
      'items.0.composition.0.substance': '',
      'items.0.composition.4.substance': 'x',
      'items.0.parameters.999999.unit': '',
    });
    expect(answers.rowCount('items.0.composition', 30)).toBe(5);
    expect(answers.rowCount('items.0.parameters', 40)).toBe(40);
    expect(answers.rowCount('items.1.composition', 30)).toBe(0);
  });

  it('gives back what was written without tokens, versions, passwords and blanks', () => {
    const answers = new FormAnswers({ _csrf: 't', version: '3', password: 'secret', reason: 'because', note: ' ' });
    expect(answers.written()).toEqual([{ name: 'reason', text: 'because' }]);
  });

  it.each(['', 'x', '-1', '1.5', '1e3', '9999999999'])('refuses the version %j', (version) => {
    expect(() => new FormAnswers({ version }).version()).toThrow(expect.objectContaining({ code: 'malformed-request' }));
  });

  it.each(['__proto__.x', 'a.constructor.b', 'a..b', 'a b', 'a.b.c.d.e.f.g', 'x'.repeat(FORM_LIMITS.nameLength + 1)])(
    'refuses the name %j',
    (name) => {
      expect(() => new FormAnswers(Object.fromEntries([[name, 'x']]))).toThrow(
        expect.objectContaining({ code: 'unknown-field' }),
      );
    },
  );

  it('takes as many fields as the limit and not one more', () => {
    const fields = (count: number) => Object.fromEntries(Array.from({ length: count }, (_unused, index) => [`f${index}`, '']));
    expect(new FormAnswers(fields(FORM_LIMITS.fields)).has('f0')).toBe(true);
    expect(() => new FormAnswers(fields(FORM_LIMITS.fields + 1))).toThrow(Refusal);
  });

  it('either reads or refuses, whatever comes', () => {
    fc.assert(
      fc.property(fc.anything(), (body) => {
        try {
          expect(new FormAnswers(body).text('x')).toEqual(expect.any(String));
        } catch (error) {
          expect(error).toBeInstanceOf(Refusal);
        }
      }),
    );
  });
});
