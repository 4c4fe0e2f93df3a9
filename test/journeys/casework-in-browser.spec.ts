// Casework in a browser, in English: a countersigner sends a mixed decision back, new advice is signed by another person, and finalise waits for each of its two
// documents; then the exporter reads the decision item by item.
import { randomUUID } from 'node:crypto';
import type { Browser } from 'playwright-core';
import type { DemoPersonKey } from '../../apps/cli/src/demo/demo-people';
import { anItem } from '../builders/content';
import { openBrowser, whyNoBrowser } from '../harness/browser';
import { runningLicet, type RunningLicet } from '../harness/running-licet';
import { wherePresent } from '../harness/where-present';
import { BrowserPerson } from './browser-person';
import { CaseByApi } from './case-by-api';

const where = wherePresent(whyNoBrowser(), 'casework in a browser');

jest.setTimeout(120_000);

where.describe('a mixed decision, in a browser', () => {
  let licet: RunningLicet;
  let browser: Browser;
  let cases: CaseByApi;
  let id: string;
  const items = [
    anItem({ id: randomUUID(), nameEn: 'Controlled oxide', nameZh: '受控氧化物' }),
    anItem({ id: randomUUID(), nameEn: 'Free oxide', nameZh: '非受控氧化物' }),
  ];
  const free = [{ itemId: items[1]?.id ?? '', verdict: 'not-controlled', controlCode: '' }] as const;

  beforeAll(async () => {
    [licet, browser] = await Promise.all([runningLicet(), openBrowser()]);
    cases = new CaseByApi(licet);
    id = await cases.reviewed(items, free);
    await cases.compare(id, free);
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await licet.stop();
  });

  const atWork = async (who: DemoPersonKey) => {
    const person = await BrowserPerson.signIn(browser, licet.url, who, 'en-GB');
    await person.go(`/cases/${id}`);
    return person;
  };

  it('the advice all agree on stands in the form, and goes to the countersigner', async () => {
    const officer = await atWork('officer');
    await officer.press('Give final advice');
    const chosen = officer.page.getByRole('radio', { checked: true });
    expect(await chosen.count()).toBe(2);
    await officer.press('Give final advice');
    expect(await officer.text()).toMatch(/Countersigning/);
    await officer.leave();
  });

  it('the countersigner sends it back with a reason, which stays readable after the next advice', async () => {
    const signer = await atWork('countersigner');
    await signer.press('Send back to the adviser');
    await signer.press('Send back to the adviser');
    expect(await signer.page.title()).toMatch(/^Error: /);
    await signer.page.getByRole('textbox').first().fill('The place of use is not evidenced.');
    await signer.press('Send back to the adviser');
    await signer.lookAgainAndLeave();

    const officer = await atWork('officer');
    await officer.press('Give final advice');
    await officer.press('Give final advice');
    await officer.page
      .getByText(/Earlier advice/)
      .first()
      .click();
    expect(await officer.text()).toMatch(/The place of use is not evidenced\./);
    await officer.leave();
  });

  it('another person signs; finalise is refused while a document is missing', async () => {
    const signer = await atWork('countersigner2');
    await signer.press('Countersign');
    await signer.press('Countersign');
    await signer.leave();

    const officer = await atWork('officer');
    const finalise = officer.page.getByRole('main').getByRole('button', { name: 'Finalise decision', exact: true });
    expect([await finalise.isVisible(), await finalise.isDisabled()]).toEqual([true, true]);
    const reason = officer.page.locator(`#${(await finalise.getAttribute('aria-describedby')) ?? ''}`);
    expect(await reason.isVisible()).toBe(true);
    expect(await reason.innerText()).toMatch(/documents that are not prepared/);
    for (const document of ['licence', 'letter on an item not controlled']) {
      await officer.page
        .getByRole('main')
        .getByRole('link', { name: new RegExp(`prepare.*${document}`, 'i') })
        .first()
        .click();
      await officer.page.waitForLoadState();
      await officer.look();
      await officer.page.locator('button[name=send][value=yes]').click();
      await officer.page.waitForLoadState();
      await officer.look();
    }
    for (const act of ['Finalise decision', 'Finalise decision', 'Publish decision', 'Publish decision'])
      await officer.press(act);
    await licet.quiet();
    await officer.lookAgainAndLeave();
  });

  it('the exporter reads what was decided for each item, and downloads licence and letter', async () => {
    const exporter = await BrowserPerson.signIn(browser, licet.url, 'exporter1', 'en-GB');
    await exporter.go(`/applications/${id}`);
    const text = await exporter.text();
    expect(text).toMatch(/Decided item by item/);
    expect(text).toMatch(/Free oxide[^]*Not a controlled item/);
    expect(text).not.toMatch(/The place of use is not evidenced/);
    const download = exporter.page.waitForEvent('download');
    await exporter.page.getByRole('link', { name: /^Download: Letter/ }).click();
    expect((await download).suggestedFilename()).toMatch(/\.pdf$/);
    await exporter.lookAgainAndLeave();
  });
});
