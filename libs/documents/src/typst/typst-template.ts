// A paper's template: Handlebars that writes Typst. Loading refuses any output that is not `[{{t value}}]`, so a view holds data only.
import Handlebars from 'handlebars';
import { DocumentFault } from '../document-fault';
import type { GlyphCoverage } from './fonts';
import { printable, typstLiteral } from './typst-text';

/** Fills the template with a plain object of text, numbers, booleans, null, and lists and objects of these. */
export type TypstTemplate = (model: object) => string;

const BLOCKS = new Set(['if', 'unless', 'each', 'with']);

/**
 * Compiles the template. Its outputs are `[{{t path}}]` alone, its blocks `if`, `unless`, `each` and `with`; partials, raw output, other
 * helpers and sub-expressions are refused with line and cure (DocumentFault `template-invalid`). A path that the model lacks throws.
 */
export function compileTypstTemplate(name: string, source: string, covers: GlyphCoverage): TypstTemplate {
  const handlebars = Handlebars.create();
  handlebars.unregisterHelper('log');
  handlebars.unregisterHelper('lookup');
  handlebars.registerHelper('t', (value: unknown) => {
    if (typeof value !== 'string' && typeof value !== 'number') {
      throw new DocumentFault(
        'template-invalid',
        `${name}: {{t}} prints text and numbers, and was given ${value === null ? 'null' : typeof value}`,
      );
    }
    return typstLiteral(printable(String(value), covers));
  });
  let program: hbs.AST.Program;
  try {
    program = handlebars.parse(source);
  } catch (error) {
    throw new DocumentFault('template-invalid', `${name}: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (/"@\w/.test(source))
    throw new DocumentFault('template-invalid', `${name}: packages are not allowed, for a paper is made without a network`);
  checkBody(name, program.body);
  const fill = handlebars.compile<object>(program, { strict: true, noEscape: true });
  return (model) => {
    try {
      return fill(model, { allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false });
    } catch (error) {
      if (error instanceof DocumentFault) throw error;
      throw new DocumentFault('template-invalid', `${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
}

function checkBody(name: string, body: readonly hbs.AST.Statement[]): void {
  body.forEach((statement, i) => {
    const refuse = (reason: string): never => {
      throw new DocumentFault('template-invalid', `${name}, line ${statement.loc.start.line}: ${reason}`);
    };
    switch (statement.type) {
      case 'ContentStatement':
      case 'CommentStatement':
        return;
      case 'MustacheStatement': {
        const output = statement as hbs.AST.MustacheStatement;
        if (nameOf(output.path) !== 't') refuse('an output is written [{{t value}}]');
        if (!output.escaped) refuse('raw output is not allowed; write [{{t value}}]');
        if (output.params.length !== 1 || output.hash?.pairs.length) refuse('{{t}} takes one value');
        if (output.params[0]?.type !== 'PathExpression') refuse('{{t}} takes a name of the view, not an expression');
        if (!contentOf(body[i - 1]).endsWith('[') || !contentOf(body[i + 1]).startsWith(']'))
          refuse('an output stands alone in content brackets: [{{t value}}]');
        return;
      }
      case 'BlockStatement': {
        const block = statement as hbs.AST.BlockStatement;
        if (!BLOCKS.has(nameOf(block.path)))
          refuse(`the block "${nameOf(block.path)}" is unknown; there are ${[...BLOCKS].join(', ')}`);
        if (block.params.some((param) => param.type !== 'PathExpression'))
          refuse('a block takes a name of the view, not an expression');
        checkBody(name, block.program.body);
        if (block.inverse as hbs.AST.Program | undefined) checkBody(name, block.inverse.body);
        return;
      }
      default:
        refuse(`${statement.type} is not allowed`);
    }
  });
}

function nameOf(path: hbs.AST.PathExpression | hbs.AST.Literal): string {
  return path.type === 'PathExpression' ? (path as hbs.AST.PathExpression).original : '';
}

function contentOf(statement: hbs.AST.Statement | undefined): string {
  return statement?.type === 'ContentStatement' ? (statement as hbs.AST.ContentStatement).value : '';
}
