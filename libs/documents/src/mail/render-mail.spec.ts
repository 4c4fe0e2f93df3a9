import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { instant, type Language } from '#kernel';
import { findTemplateFolder } from '../template-folder';
import { MAIL_LIMITS, MAIL_SCHEMAS, type MailKindName, type MailViews } from './mail-kinds';
import { compileMailTemplate, renderMail, TemplateMailWriter } from './render-mail';

const folder = path.join(findTemplateFolder(), 'mail');
const samples = JSON.parse(readFileSync(path.join(folder, 'samples.json'), 'utf8')) as MailViews;
const kinds = Object.keys(MAIL_SCHEMAS) as MailKindName[];
const languages: Language[] = ['zh', 'en'];
const letters = kinds.flatMap((kind) => languages.map((language) => [kind, language] as const));

describe('renderMail', () => {
  it.each(letters)('writes the %s in %s as expected (golden)', (kind, language) => {
    const { subject, text } = renderMail(kind, language, samples[kind]);
    expect(`Subject: ${subject}\n\n${text}`).toBe(readFileSync(path.join(folder, 'expected', `${kind}.${language}.txt`), 'utf8'));
  });

  it('has a template for each kind and language and no other', () => {
    const files = readdirSync(folder).filter((file) => file.endsWith('.hbs'));
    expect(files.sort()).toEqual(letters.map(([kind, language]) => `${kind}.${language}.txt.hbs`).sort());
  });

  it.each([
    ['a line break', { person: 'Eve\nBcc: all@example.org' }, 'person'],
    ['a Unicode line break', { person: 'Eve\u2028x' }, 'person'],
    ['a direction mark', { person: 'Eve\u202e' }, 'person'],
    ['a blank name', { person: '  ' }, 'person'],
    ['a name too long', { person: 'x'.repeat(MAIL_LIMITS.name + 1) }, 'person'],
    ['a script link', { link: 'javascript:alert(1)' }, 'link'],
    ['a link with a space', { link: 'https://a b' }, 'link'],
    ['a link too long', { link: `https://${'x'.repeat(MAIL_LIMITS.link)}` }, 'link'],
    ['no moment', { validUntil: 'soon' }, 'validUntil'],
    ['an unknown field', { surplus: 1 }, ''],
  ])('refuses %s', (_, change, at) => {
    const view = { ...samples['password-reset'], ...change } as MailViews['password-reset'];
    expect(() => renderMail('password-reset', 'en', view)).toThrow(
      expect.objectContaining({
        code: 'view-invalid',
        problems: expect.arrayContaining([expect.objectContaining({ path: at })]) as unknown,
      }),
    );
  });

  it.each([
    ['no day', { lastDay: '2026-02-30' }, 'lastDay'],
    ['a moment for a day', { lastDay: '2026-06-30T00:00:00Z' }, 'lastDay'],
    ['an end that is over', { daysLeft: -1 }, 'daysLeft'],
    ['part of a day', { daysLeft: 1.5 }, 'daysLeft'],
    ['more days than a validity has', { daysLeft: MAIL_LIMITS.daysLeft + 1 }, 'daysLeft'],
    ['a number of two lines', { number: 'DU-1\nBcc: all@example.org' }, 'number'],
  ])('refuses a reminder with %s', (_, change, at) => {
    expect(() =>
      renderMail('expiry-reminder', 'en', { ...samples['expiry-reminder'], ...change } as MailViews['expiry-reminder']),
    ).toThrow(expect.objectContaining({ code: 'view-invalid', problems: [expect.objectContaining({ path: at })] }));
  });

  it('takes a reminder on the last day and with the most days', () => {
    for (const daysLeft of [0, MAIL_LIMITS.daysLeft])
      expect(renderMail('expiry-reminder', 'en', { ...samples['expiry-reminder'], daysLeft }).text).toContain(
        `today: ${daysLeft}.`,
      );
  });

  it('takes the longest name', () => {
    const person = '名'.repeat(MAIL_LIMITS.name);
    const view = { person, link: 'https://licet.example/', validUntil: instant('2026-03-02T02:30:00Z') };
    expect(renderMail('password-reset', 'zh', view).text).toContain(person);
  });

  it('prints what looks like a template as it is', () => {
    const view = { ...samples.invitation, person: '{{link}} {{#if}}' };
    expect(renderMail('invitation', 'en', view).text).toContain('Dear {{link}} {{#if}},');
  });

  it.each(['other', 'constructor', '../documents/x'])('knows no kind %s', (kind) => {
    expect(() => renderMail(kind as 'invitation', 'en', samples.invitation)).toThrow(
      expect.objectContaining({ code: 'view-invalid' }),
    );
  });
});

describe('TemplateMailWriter', () => {
  it('writes the same letter and checks the view', () => {
    const writer = new TemplateMailWriter();
    expect(writer.write('case-moved', 'zh', { ...samples['case-moved'] })).toEqual(
      renderMail('case-moved', 'zh', samples['case-moved']),
    );
    expect(() => writer.write('case-moved', 'zh', { ...samples['case-moved'], stage: 'lost' })).toThrow(
      expect.objectContaining({ code: 'view-invalid' }),
    );
  });

  it.each(['in-review', 'reviewed', 'advised', 'signed-once', 'countersigned', 'decided'])(
    'does not tell how far the authority is within its review (%s)',
    (stage) => {
      expect(new TemplateMailWriter().write('case-moved', 'en', { ...samples['case-moved'], stage }).subject).toBe(
        'Application A-2026-000017: Under review',
      );
    },
  );
});

describe('a letter’s template', () => {
  it.each([
    ['no subject', 'Dear {{person}}'],
    ['a block', 'Subject: x\n{{#if person}}{{/if}}'],
    ['a partial', 'Subject: x\n{{> other}}'],
    ['a helper', 'Subject: x\n{{lookup person 1}}'],
  ])('is refused with %s', (_, source) => {
    expect(() => compileMailTemplate('test', source)).toThrow(expect.objectContaining({ code: 'template-invalid' }));
  });
});
