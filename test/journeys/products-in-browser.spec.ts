// The product library in a browser without JavaScript, at a desk's and at a telephone's width, in both languages: readable, accessible, no side scroll.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { accessibilityFaults, openBrowser, whyNoBrowser } from '../harness/browser';
import { wherePresent } from '../harness/where-present';
import { emailOf, PASSWORD, testServer, type TestServer } from '../harness/test-server';

const where = wherePresent(whyNoBrowser(), 'the product library in a browser');

/** Where pictures go when somebody wants to look at them. */
const PICTURES = process.env['LICET_TEST_PICTURES'];

/** Milliseconds for one way through the library; the pictures and the accessibility rules take their time. */
const LONG = 90_000;

const WORDS = {
  en: { tag: 'en-GB', add: 'Save the product', record: 'Record this determination', answer: 'Answer and make a new version' },
  zh: { tag: 'zh-CN', add: '保存产品', record: '记录此判定', answer: '回答并形成新版本' },
} as const;

where.describe('the product library in a browser', () => {
  let server: TestServer;
  let browser: Browser;
  let url: string;

  beforeAll(async () => {
    server = await testServer();
    server.clock.set('2026-11-21T01:00:00Z');
    await server.person(server.exporters[0], 'lin', 'exporter');
    await server.app.listen(0, '127.0.0.1');
    url = `http://127.0.0.1:${(server.app.getHttpServer().address() as AddressInfo).port}`;
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await server.end();
  });

  async function look(page: Page, name: string): Promise<void> {
    expect(await page.locator('html').evaluate((root) => root.scrollWidth - root.clientWidth)).toBeLessThanOrEqual(0);
    if (PICTURES) {
      mkdirSync(PICTURES, { recursive: true });
      await page.screenshot({ path: path.join(PICTURES, `${name}.png`), fullPage: true });
    }
  }

  it.each([
    ['en', 1280],
    ['zh', 390],
    ['en', 390],
  ] as const)(
    '%s at %i px',
    async (language, width) => {
      const words = WORDS[language];
      const context = await browser.newContext({ locale: words.tag, javaScriptEnabled: false, viewport: { width, height: 900 } });
      const page = await context.newPage();
      page.setDefaultTimeout(8_000);
      const at = (what: string) => look(page, `${what}-${language}-${width}`);
      await page.goto(`${url}/sign-in`);
      await page.locator('input[name=email]').fill(emailOf('lin'));
      await page.locator('input[name=password]').fill(PASSWORD);
      await page.locator('main form button').first().click();

      await page.goto(`${url}/products/new`);
      await at('form');
      await page.locator('input[name=nameZh]').fill('石墨块');
      await page.locator('input[name=nameEn]').fill('Graphite block');
      await page.getByRole('button', { name: words.add, exact: true }).last().click();
      await page.waitForURL(/\/products\/[0-9a-f-]{36}$/);
      await at('product');
      expect(await page.getByRole('button', { name: words.answer }).count()).toBe(1);
      const product = page.url();
      await page.locator('#question details summary').click();
      await at('question');

      await page.goto(`${product}/edit`);
      await page.locator('input[name="parameters.0.property"]').fill('density');
      await page.locator('input[name="parameters.0.value"]').fill('1.74');
      await page.locator('input[name="parameters.0.unit"]').fill('g/cm3');
      await page.locator('main form button').last().click();
      await page.waitForURL(product);
      await page.locator('.candidate summary').first().click();
      await at('product-answered');
      await page.getByRole('button', { name: words.record }).click();
      await page.waitForURL(/\/determinations\//);
      await at('record');
      await page.goto(`${url}/products/recheck?from=2025-11-08&knownFrom=2025-11-07&to=2025-11-08&knownTo=2025-11-11`);
      await at('recheck');
      await page.goto(`${url}/products`);
      await at('products');
      await context.close();

      const looked = await browser.newContext({
        locale: words.tag,
        viewport: { width, height: 900 },
        storageState: await stateOf(language),
      });
      const sighted = await looked.newPage();
      for (const address of [product, `${product}/edit`, `${url}/products`, `${url}/products/recheck`]) {
        await sighted.goto(address);
        expect(await accessibilityFaults(sighted)).toEqual([]);
      }
      await looked.close();
    },
    LONG,
  );

  /** The cookies of a person who signed in with a browser that runs scripts. */
  async function stateOf(language: keyof typeof WORDS) {
    const context = await browser.newContext({ locale: WORDS[language].tag });
    const page = await context.newPage();
    await page.goto(`${url}/sign-in`);
    await page.locator('input[name=email]').fill(emailOf('lin'));
    await page.locator('input[name=password]').fill(PASSWORD);
    await page.locator('main form button').first().click();
    await page.waitForURL((address) => !address.pathname.includes('sign-in'));
    const state = await context.storageState();
    await context.close();
    return state;
  }
});
