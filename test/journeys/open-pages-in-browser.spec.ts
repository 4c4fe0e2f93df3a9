// The pages that anyone may open, in a browser: verification (form, found, not found) and the description of the API, in both languages, wide and narrow.
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { accessibilityFaults, openBrowser, whyNoBrowser } from '../harness/browser';
import { wherePresent } from '../harness/where-present';
import { runningLicet, type RunningLicet } from '../harness/running-licet';

const where = wherePresent(whyNoBrowser(), 'the open pages in a browser');

jest.setTimeout(240_000);

/** Where pictures go, when they are asked for. */
const pictures = process.env['LICET_TEST_PICTURES'];
const NOT_FOUND = '/verify/0000-0000-0000-0000-0000-0000-0000';
const WIDTHS = [1280, 390] as const;
const LANGUAGES = [
  ['en-GB', { form: 'Verification code', state: 'Valid', docs: 'If-Match' }],
  ['zh-CN', { form: '核验码', state: '有效', docs: 'If-Match' }],
] as const;

where.describe('the pages that anyone may open', () => {
  let licet: RunningLicet;
  let browser: Browser;
  let code: string;
  let number: string;

  beforeAll(async () => {
    [licet, browser] = await Promise.all([runningLicet(), openBrowser()]);
    await licet.quiet();
    const { rows } = await licet.store.run({ kind: 'system' }, (tx) => tx.licences.list({ limit: 1 }));
    const view = rows[0]?.document.view as { number: string; verification: { code: string } };
    ({ number } = view);
    ({ code } = view.verification);
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await licet.stop();
  });

  /** Opens the address, looks it over, and tells its text. */
  async function seen(page: Page, address: string, name: string, byAxe = true): Promise<string> {
    await page.goto(licet.url + address);
    if (byAxe) expect(await accessibilityFaults(page)).toEqual([]);
    const beyond = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
    expect({ address, beyond }).toEqual({ address, beyond: 0 });
    if (pictures) await page.screenshot({ path: path.join(pictures, `${name}.png`), fullPage: false });
    const text = await page.locator('body').innerText();
    expect(text).not.toMatch(/undefined|\[object|\{\{|NaN/);
    return text;
  }

  describe.each(LANGUAGES)('in %s', (locale, words) => {
    it.each(WIDTHS)('at %i pixels', async (width) => {
      const context = await browser.newContext({ locale, viewport: { width, height: 800 } });
      const page = await context.newPage();
      const name = (what: string) => `${what}-${locale}-${width}`;
      expect(await seen(page, '/verify', name('verify-form'))).toContain(words.form);
      const found = await seen(page, `/verify/${code}`, name('verify-found'));
      for (const told of [number, words.state]) expect(found).toContain(told);
      expect(found).toMatch(/[0-9a-f]{64}/);
      expect(await seen(page, NOT_FOUND, name('verify-not-found'))).not.toContain(number);
      // A long page: axe-core takes its time, and finds nothing in a wide window that it does not find in a narrow one.
      expect(await seen(page, '/api/docs', name('api-docs'), width === 390)).toContain(words.docs);
      await context.close();
    });
  });

  it('the code, typed as a person types, leads to what it verifies', async () => {
    const context = await browser.newContext({ locale: 'zh-CN' });
    const page = await context.newPage();
    await page.goto(`${licet.url}/verify`);
    await page.getByLabel('核验码').fill(` ${code.toLowerCase().replaceAll('-', ' ')}`);
    await page.getByRole('button', { name: '核验' }).click();
    await page.waitForURL(`${licet.url}/verify/${code}`);
    expect(await page.locator('main').innerText()).toContain(number);
    await context.close();
  });
});
