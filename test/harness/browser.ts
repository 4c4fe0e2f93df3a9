// Headless Chromium for journeys, and why they cannot run where there is none.
import { existsSync } from 'node:fs';
import axe from 'axe-core';
import { chromium, type Browser, type Page } from 'playwright-core';
import { absentUnlessRequired } from './where-present';

const PROGRAMS = [process.env['LICET_TEST_CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const program = PROGRAMS.find((path) => path !== undefined && existsSync(path));

/** Why browser journeys cannot run, or null. LICET_TEST_REQUIRE_BROWSER=1 makes the absence an error. */
export function whyNoBrowser(): string | null {
  return absentUnlessRequired('BROWSER', program ? null : 'there is no Chromium; install it, or name it in LICET_TEST_CHROMIUM');
}

export function openBrowser(): Promise<Browser> {
  if (!program) throw new Error('No Chromium');
  return chromium.launch({
    executablePath: program,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly help: string;
    readonly nodes: readonly { readonly target: unknown }[];
  }[];
}

/** What axe-core finds wrong on the page by WCAG 2.2 A and AA: one line per place, empty when nothing is. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = (await page.evaluate(
    "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })",
  )) as AxeResult;
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target }) => `${page.url()} ${id}: ${help} at ${JSON.stringify(target)}`),
  );
}
