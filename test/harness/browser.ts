// Headless Chromium for journeys, and why they cannot run where there is none.
import { createHash } from 'node:crypto';
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

/**
 * The build of a page: its language, its width and every kind of element path, with attributes but without the texts and addresses that differ from case to case.
 * Two pages of one build have the same faults of accessibility.
 */
const BUILD = `(() => {
  const SHAPING = ['class', 'role', 'type', 'lang', 'scope', 'aria-current', 'aria-hidden', 'aria-live', 'aria-expanded'];
  const kind = (element) => [
    element.tagName,
    element.textContent.trim() === '' ? 'empty' : 'filled',
    ...[...element.attributes].map(({ name, value }) => (SHAPING.includes(name) ? name + '=' + value : name)).sort(),
  ].join(' ');
  const paths = new Set();
  const walk = (element, above) => {
    const path = above + '>' + kind(element);
    paths.add(paths.has(path) ? path + ' again' : path);
    for (const child of element.children) walk(child, path);
  };
  walk(document.documentElement, String(innerWidth));
  return [...paths].join('\\n');
})()`;

const lookedOver = new Set<string>();

/** As `accessibilityFaults`, for a page whose build this test file has not looked over yet; a build is looked over once. */
export async function newAccessibilityFaults(page: Page): Promise<string[]> {
  const build = createHash('sha256')
    .update((await page.evaluate(BUILD)) as string)
    .digest('hex');
  if (lookedOver.has(build)) return [];
  const faults = await accessibilityFaults(page);
  if (faults.length === 0) lookedOver.add(build);
  return faults;
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
