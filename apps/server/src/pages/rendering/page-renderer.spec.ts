// Every page renders in both languages from a full and from a bare view; strict templates fail on a name that the view lacks.
import path from 'node:path';
import { repositoryRoot } from '#gateways';
import type { Language } from '#kernel';
import { PASSWORD_LENGTH } from '#casework';
import { HOSTILE, link } from '../../../../../test/builders/page-parts';
import { pageSamples as samples } from '../../../../../test/builders/page-samples';
import { newPasswordForm } from '../views/account-views';
import { FormBuilder } from '../forms/form-builder';
import { PageRenderer, type PageFrame } from './page-renderer';
import type { PageName, PageViews } from './page-views';
import { Voice } from './voice';

const renderer = new PageRenderer(path.join(repositoryRoot(), 'templates'));

function frame(language: Language): PageFrame {
  return {
    voice: new Voice(language),
    documentTitle: 'Title · Licet',
    csrf: 'token',
    path: '/here',
    person: { name: HOSTILE, roles: 'Exporter' },
    nav: [{ href: '/applications', label: 'Applications', current: true }],
    acting: { text: HOSTILE },
    otherLanguage: { code: 'en', tag: 'en', name: 'English' },
    flash: 'Saved.',
    movedClock: 'Moved.',
    assets: { tabler: '/a.css', own: '/b.css', htmx: '/c.js', icon: '/d.svg' },
  };
}

const cases = (['zh', 'en'] as const).flatMap((language) =>
  Object.entries(samples(language)).flatMap(([name, views]) =>
    views.map((view, index) => ({ language, name: name as PageName, index, view })),
  ),
);

describe('PageRenderer', () => {
  it('has a sample for every template', () => {
    expect([...renderer.names].sort()).toEqual(Object.keys(samples('zh')).sort());
  });

  it.each(cases)('renders $name ($index) in $language, with people’s text escaped', ({ language, name, view }) => {
    const html = renderer.page(name, view as never, frame(language));
    expect(html).toContain(`<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">`);
    expect(html).not.toContain(HOSTILE);
    expect(html).not.toMatch(/\[object Object\]|undefined|\{\{/);
    expect(html.match(/<h1/g)?.length ?? 0).toBe(name === 'licence-document' ? 0 : 1);
  });

  it('adds no white space to the text of a text area', () => {
    const voice = new Voice('en');
    const field = new FormBuilder(voice, () => ' two\n lines').area('reason', { label: 'Reason' });
    const view = { title: 'F', back: link, action: '/a', version: 1, errors: [], fields: [field], submit: 'Save' };
    expect(renderer.fragment('form', view, { voice, csrf: 't' })).toContain('>\n two\n lines</textarea>');
  });

  it('loads the script only where a part of the page reloads itself', () => {
    const { form, licence: licences } = samples('en');
    expect(renderer.page('form', form[0] as PageViews['form'], frame('en'))).not.toContain('<script');
    expect(renderer.page('licence', licences[0] as PageViews['licence'], frame('en'))).toContain('<script src="/c.js" defer>');
  });

  it('leaves out every form of the frame for a page without a form token', () => {
    const html = renderer.page('notice', { title: 'N', text: 't', link }, { ...frame('en'), csrf: '', person: null });
    expect(html).not.toContain('<form');
  });

  it('throws for a name that the view lacks', () => {
    expect(() => renderer.page('notice', { title: 'N', link } as never, frame('en'))).toThrow('"text" not defined');
  });

  it('states the length of a password from the rule itself', () => {
    const view = newPasswordForm(
      { voice: new Voice('en'), valueOf: () => '', faults: [] },
      'reset',
      { name: 'N', email: 'e' },
      '/x',
    );
    expect(renderer.page('account', view, frame('en'))).toContain(`${PASSWORD_LENGTH.min} to ${PASSWORD_LENGTH.max} characters`);
  });
});
