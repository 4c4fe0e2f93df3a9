// Renders pages: every template and partial is compiled once at start, strictly, with a closed list of helpers; all output is escaped.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Handlebars from 'handlebars';
import { isMessageKey, type MessageFacts } from '../messages/message';
import type { Voice } from './voice';
import type { PageName, PageViews } from './page-views';

/** What the frame around every page shows. */
export interface PageFrame {
  readonly voice: Voice;
  readonly documentTitle: string;
  readonly csrf: string;
  readonly path: string;
  readonly person: { readonly name: string; readonly roles: string } | null;
  readonly nav: readonly { readonly href: string; readonly label: string; readonly current: boolean }[];
  /** For whom the person acts as agent; null for the own organisation. */
  readonly acting: { readonly text: string } | null;
  readonly otherLanguage: { readonly code: string; readonly tag: string; readonly name: string };
  readonly flash: string | null;
  /** What is said of a clock that was moved; null for the wall clock. */
  readonly movedClock: string | null;
  readonly assets: { readonly tabler: string; readonly own: string; readonly htmx: string; readonly icon: string };
}

type Template = Handlebars.TemplateDelegate;

/** Partials are not indented: white space would grow into the text of a text area. */
const OPTIONS = { strict: true, preventIndent: true, knownHelpersOnly: true, knownHelpers: { t: true } };
const SAFE = { allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false };
const ENDING = '.hbs';

export class PageRenderer {
  private readonly pages = new Map<string, Template>();
  private readonly layout: Template;

  /** `folder` is the installation's templates folder. Throws when a template does not compile. */
  constructor(folder: string) {
    const handlebars = Handlebars.create();
    handlebars.registerHelper('t', translate);
    const read = (room: string) => readTemplates(path.join(folder, room));
    for (const [name, source] of read('partials')) handlebars.registerPartial(name, handlebars.compile(source, OPTIONS));
    for (const [name, source] of read('pages')) this.pages.set(name, handlebars.compile(source, OPTIONS));
    this.layout = handlebars.compile('{{> layout}}', OPTIONS);
  }

  get names(): string[] {
    return [...this.pages.keys()];
  }

  /** The whole page. */
  page<Name extends PageName>(name: Name, view: PageViews[Name], frame: PageFrame): string {
    const body = this.fragment(name, view, frame);
    return this.layout(
      { ...frame, langTag: frame.voice.tag, usesHtmx: body.includes(' hx-') },
      { ...SAFE, data: { voice: frame.voice, body } },
    );
  }

  /** The page's own part without the frame. */
  fragment<Name extends PageName>(name: Name, view: PageViews[Name], { voice, csrf }: Pick<PageFrame, 'voice' | 'csrf'>): string {
    const template = this.pages.get(name);
    if (!template) throw new Error(`There is no page template "${name}"`);
    return template(view, { ...SAFE, data: { voice, csrf } });
  }
}

function readTemplates(folder: string): [string, string][] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(ENDING))
    .map((file) => [file.slice(0, -ENDING.length), readFileSync(path.join(folder, file), 'utf8')]);
}

function translate(key: string, options: Handlebars.HelperOptions): string {
  if (!isMessageKey(key)) throw new Error(`There is no message "${key}"`);
  return (options.data as { voice: Voice }).voice.t(key, options.hash as MessageFacts);
}
