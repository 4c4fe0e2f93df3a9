// Page templates and texts: every key that is used exists, every text is used, both languages name the same facts, and no template breaks the strict CSP.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { repositoryRoot } from '#gateways';
import { en } from '../../apps/server/src/pages/messages/en';
import { zh } from '../../apps/server/src/pages/messages/zh';

const root = repositoryRoot();
const KEYS = Object.keys(zh);

interface Source {
  readonly name: string;
  readonly text: string;
}

function sources(folder: string, ending: string, skip = /\.spec\.ts$|\/messages\/(zh|en)/): Source[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending) && !skip.test(`/${file}`))
    .map((file) => ({ name: `${folder}/${file}`, text: readFileSync(path.join(root, folder, file), 'utf8') }));
}

const templates = [...sources('templates/pages', '.hbs'), ...sources('templates/partials', '.hbs')];
const code = sources('apps/server/src/pages', '.ts');

/** `{{t 'key' fact=…}}`, wherever it stands. */
const uses = templates.flatMap(({ name, text }) =>
  [...text.matchAll(/\{\{t '([^']+)'([^}]*)\}\}/g)].map(([, key = '', facts = '']) => ({
    name,
    key,
    facts: [...facts.matchAll(/(\w+)=/g)].map(([, fact]) => fact),
  })),
);

const factsOf = (text: string) => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, fact]) => fact))].sort();

describe('page templates', () => {
  it('are found', () => {
    expect(templates.length).toBeGreaterThan(40);
    expect(uses.length).toBeGreaterThan(150);
  });

  it('use only texts that exist', () => {
    expect(uses.filter(({ key }) => !KEYS.includes(key))).toEqual([]);
  });

  it('give each text the facts that it names', () => {
    const lacking = uses.filter(
      ({ key, facts }) => !factsOf((zh as Record<string, string>)[key] ?? '').every((fact) => facts.includes(fact)),
    );
    expect(lacking).toEqual([]);
  });

  it('hold no script, style or event of their own, and nothing from elsewhere', () => {
    const bad =
      /<script(?! src="\{\{assets\.)|<style|\sstyle=|\son[a-z]+=|(?:src|href|action)="(?:https?:)?\/\/|\{\{\{(?!@body\}\}\})/;
    expect(templates.filter(({ text }) => bad.test(text)).map(({ name }) => name)).toEqual([]);
  });

  it('send a form token with every form that does something, and none in an address', () => {
    const forms = templates.flatMap(({ name, text }) =>
      (text.match(/<form[\s\S]*?<\/form>/g) ?? []).map((form) => ({ name, form })),
    );
    expect(forms.length).toBeGreaterThan(15);
    const hasToken = (form: string) => /\{\{> form-token\}\}|name="_csrf"/.test(form);
    expect(forms.filter(({ form }) => hasToken(form) !== /^<form[^>]* method="post"/.test(form)).map(({ name }) => name)).toEqual(
      [],
    );
    expect(forms.filter(({ form }) => !/^<form[^>]* method="(post|get)"/.test(form)).map(({ name }) => name)).toEqual([]);
  });
});

describe("the pages' own texts", () => {
  it('are all used', () => {
    const all = code.map(({ text }) => text).join('\n');
    const families = [...all.matchAll(/`(\w+\.)\$\{/g)].map(([, prefix = '']) => prefix);
    const used = new Set(uses.map(({ key }) => key));
    const unused = KEYS.filter(
      (key) => !used.has(key) && !all.includes(`'${key}'`) && !families.some((prefix) => key.startsWith(prefix)),
    );
    expect(unused).toEqual([]);
  });

  it('name the same facts in both languages and are never empty', () => {
    const differing = KEYS.filter((key) => {
      const [own, other] = [(zh as Record<string, string>)[key] ?? '', (en as Record<string, string>)[key] ?? ''];
      return !own.trim() || !other.trim() || factsOf(own).join() !== factsOf(other).join();
    });
    expect(differing).toEqual([]);
  });

  it('are Chinese in the Chinese table and hold no Chinese in the English one', () => {
    const han = /\p{Script=Han}/u;
    expect(KEYS.filter((key) => han.test((en as Record<string, string>)[key] ?? ''))).toEqual([]);
    const words = (key: string) => ((zh as Record<string, string>)[key] ?? '').replace(/\{\w+\}|Licet|\P{L}/gu, '');
    expect(KEYS.filter((key) => words(key) && !han.test(words(key)))).toEqual([]);
  });
});
