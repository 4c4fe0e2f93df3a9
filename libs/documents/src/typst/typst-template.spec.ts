import { compileTypstTemplate } from './typst-template';

const compile = (source: string) => compileTypstTemplate('test/v1', source, () => true);

describe('loading a template', () => {
  it.each([
    ['a bare output', '[{{name}}]', 'an output is written [{{t value}}]'],
    ['a raw output', '[{{{t name}}}]', 'raw output is not allowed'],
    ['an ampersand output', '[{{&t name}}]', 'raw output is not allowed'],
    ['an output outside of brackets', '#let x = {{t name}}', 'stands alone in content brackets'],
    ['an output beside text', '[No. {{t name}}]', 'stands alone in content brackets'],
    ['an output in a string', '"{{t name}}"', 'stands alone in content brackets'],
    ['two values', '[{{t a b}}]', '{{t}} takes one value'],
    ['no value', '[{{t}}]', '{{t}} takes one value'],
    ['a named option', '[{{t a b=c}}]', '{{t}} takes one value'],
    ['a literal', '[{{t "x"}}]', 'takes a name of the view'],
    ['a sub-expression', '[{{t (lookup a "b")}}]', 'takes a name of the view'],
    ['a partial', '{{> other}}', 'PartialStatement is not allowed'],
    ['another helper', '[{{log name}}]', 'an output is written [{{t value}}]'],
    ['an unknown block', '{{#custom a}}{{/custom}}', 'the block "custom" is unknown'],
    ['a block on an expression', '{{#if (t a)}}{{/if}}', 'a block takes a name'],
    ['a bare output in a block', 'x\n{{#each rows}}{{this}}{{/each}}', 'line 2'],
    ['a bare output in an else', '{{#if a}}{{else}}{{a}}{{/if}}', 'an output is written'],
    ['a package', '#import "@preview/example:0.1.0": add', 'packages are not allowed'],
    ['a block that does not end', '{{#if a}}', 'test/v1'],
  ])('refuses %s', (_, source, message) => {
    expect(() => compile(source)).toThrow(
      expect.objectContaining({ code: 'template-invalid', message: expect.stringContaining(message) as unknown }),
    );
  });
});

describe('filling a template', () => {
  it('turns each value into a literal', () => {
    const fill = compile('#heading[{{t title}}]{{#each rows}}#[{{t this.n}}]{{else}}none{{/each}}{{#if more}}!{{/if}}');
    expect(fill({ title: '] #read("/etc/passwd")', rows: [{ n: 1 }, { n: 'ü' }], more: false })).toBe(
      '#heading[#"] #read(\\"/etc/passwd\\")";]#[#"1";]#[#"ü";]',
    );
  });

  it.each([
    ['a missing name', {}],
    ['null', { name: null }],
    ['an object', { name: {} }],
    ['a boolean', { name: true }],
  ])('throws on %s instead of printing nothing', (_, model) => {
    expect(() => compile('[{{t name}}]')(model)).toThrow(expect.objectContaining({ code: 'template-invalid' }));
  });

  it.each(['constructor', '__proto__', 'toString', 'rows.constructor.name'])('does not reach %s', (name) => {
    expect(() => compile(`[{{t ${name}}}]`)({ rows: [] })).toThrow(expect.objectContaining({ code: 'template-invalid' }));
  });
});
