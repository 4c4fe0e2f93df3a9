// Mail bodies: plain text from templates/mail/<kind>.<language>.txt.hbs, whose first line is `Subject: …`.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import Handlebars from 'handlebars';
import type { MailKind, MailWriter } from '#casework';
import type { Language } from '#kernel';
import { checkView } from '../check-view';
import { DocumentFault } from '../document-fault';
import { findTemplateFolder } from '../template-folder';
import { MAIL_SCHEMAS, mailModel, type MailKindName, type MailViews } from './mail-kinds';

export interface MailBody {
  /** One line. */
  readonly subject: string;
  /** Plain text, lines ended by `\n`. */
  readonly text: string;
}

type MailTemplate = (model: object) => string;

const compiled = new Map<string, MailTemplate>();

/** The letter in the language. Throws DocumentFault: `view-invalid` lists the paths; `template-invalid` when the template is bad. */
export function renderMail<Kind extends MailKindName>(kind: Kind, language: Language, view: MailViews[Kind]): MailBody {
  return write(kind, language, view);
}

/** The casework port to the same letters; its view is checked like any other. */
export class TemplateMailWriter implements MailWriter {
  write(kind: MailKind, language: Language, view: Readonly<Record<string, unknown>>): MailBody {
    return write(kind, language, view);
  }
}

function write(kind: MailKindName, language: Language, view: unknown): MailBody {
  if (!Object.hasOwn(MAIL_SCHEMAS, kind)) throw new DocumentFault('view-invalid', `There is no kind of mail "${kind}"`);
  const checked = checkView<MailViews[MailKindName]>(kind, MAIL_SCHEMAS[kind], view);
  const name = `${kind}.${language}.txt.hbs`;
  let template = compiled.get(name);
  if (!template) {
    template = compileMailTemplate(name, readFileSync(path.join(findTemplateFolder(), 'mail', name), 'utf8'));
    compiled.set(name, template);
  }
  const [first = '', ...rest] = template(mailModel(checked, language)).split('\n');
  return { subject: first.slice('Subject: '.length), text: rest.join('\n').trimStart() };
}

/** Compiles a letter; its outputs are plain names of the view, and its first line is the subject. */
export function compileMailTemplate(name: string, source: string): MailTemplate {
  const handlebars = Handlebars.create();
  const program = handlebars.parse(source);
  if (!source.startsWith('Subject: '))
    throw new DocumentFault('template-invalid', `${name}: the first line must be "Subject: …"`);
  for (const statement of program.body) {
    const output = statement as hbs.AST.MustacheStatement;
    const plain = statement.type === 'ContentStatement' || (statement.type === 'MustacheStatement' && output.params.length === 0);
    if (!plain)
      throw new DocumentFault(
        'template-invalid',
        `${name}, line ${statement.loc.start.line}: a letter holds text and {{names}} only`,
      );
  }
  const fill = handlebars.compile<object>(program, { strict: true, noEscape: true });
  return (model) => fill(model, { allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false });
}
