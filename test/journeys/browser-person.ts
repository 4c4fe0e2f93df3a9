// A person at a browser: signs in, works in one language, and has each build of page that is seen looked over by axe-core, afterwards in the other language too.
import { expect } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { DEMO_PASSWORD, DEMO_PEOPLE, type DemoPersonKey } from '../../apps/cli/src/demo/demo-people';
import { newAccessibilityFaults } from '../harness/browser';

export type PageLanguage = 'en-GB' | 'zh-CN';

export class BrowserPerson {
  private readonly seen = new Set<string>();
  private readonly problems: string[] = [];

  private constructor(
    readonly page: Page,
    private readonly browser: Browser,
    private readonly context: BrowserContext,
    private readonly url: string,
    private readonly language: PageLanguage,
  ) {
    page.setDefaultTimeout(20_000);
    page.on('console', (message) => {
      if (message.type() === 'error' && !/status of (4\d\d)/.test(message.text()))
        this.problems.push(`${page.url()}: ${message.text()}`);
    });
    page.on('pageerror', (error) => this.problems.push(`${page.url()}: ${error.message}`));
  }

  static async signIn(browser: Browser, url: string, who: DemoPersonKey, language: PageLanguage): Promise<BrowserPerson> {
    const context = await browser.newContext({ locale: language, acceptDownloads: true, viewport: { width: 1280, height: 900 } });
    const person = new BrowserPerson(await context.newPage(), browser, context, url, language);
    await person.go('/sign-in');
    const english = language === 'en-GB';
    await person.page.getByLabel(english ? 'E-mail address' : '电子邮箱').fill(DEMO_PEOPLE[who].email);
    await person.page.getByLabel(english ? 'Password' : '密码').fill(DEMO_PASSWORD);
    await person.press(english ? 'Sign in' : '登录');
    return person;
  }

  async go(path: string): Promise<void> {
    await this.page.goto(this.url + path);
    await this.look();
  }

  /** Presses the button or link of the main part with this name and looks at what comes. */
  async press(name: string): Promise<void> {
    const main = this.page.getByRole('main');
    const target = main.getByRole('button', { name, exact: true }).or(main.getByRole('link', { name, exact: true }));
    await target.first().click();
    await this.page.waitForLoadState();
    await this.look();
  }

  async fill(answers: Readonly<Record<string, string>>): Promise<void> {
    for (const [label, value] of Object.entries(answers)) await this.page.getByLabel(label, { exact: true }).first().fill(value);
  }

  async choose(answers: Readonly<Record<string, string>>): Promise<void> {
    for (const [label, value] of Object.entries(answers)) await this.page.getByLabel(label, { exact: true }).selectOption(value);
  }

  async check(...labels: readonly string[]): Promise<void> {
    for (const label of labels) await this.page.getByLabel(label, { exact: true }).check();
  }

  async text(): Promise<string> {
    return (await this.page.getByRole('main').innerText()).replaceAll(/\s+/g, ' ');
  }

  /** Looks at the present page: no raw key or unfilled place, nothing wrong by axe-core. */
  async look(): Promise<void> {
    const { page } = this;
    if (page.url().startsWith(this.url)) this.seen.add(page.url().slice(this.url.length));
    expect(await newAccessibilityFaults(page)).toEqual([]);
    expect(await page.locator('body').innerText()).not.toMatch(/undefined|\[object|\{\{|NaN/);
  }

  /** Looks at every page seen once more in the other language and in a narrow window; then closes. Nothing may have gone wrong in any page. */
  async lookAgainAndLeave(): Promise<void> {
    const other: PageLanguage = this.language === 'en-GB' ? 'zh-CN' : 'en-GB';
    const state = await this.context.storageState();
    const context = await this.browser.newContext({ locale: other, storageState: state, viewport: { width: 390, height: 800 } });
    const page = await context.newPage();
    for (const path of this.seen) {
      await page.goto(this.url + path);
      expect(await newAccessibilityFaults(page)).toEqual([]);
      const wide = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
      expect({ path, wide }).toEqual({ path, wide: 0 });
    }
    await context.close();
    await this.leave();
  }

  /** Closes. Nothing may have gone wrong in any page. For a person whose kinds of page another one of the story looks at again. */
  async leave(): Promise<void> {
    await this.context.close();
    expect(this.problems).toEqual([]);
  }
}
