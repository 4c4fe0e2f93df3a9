// The first licence in a browser: an exporter files 99.9 % dysprosium oxide to Japan in English; the province, two departments, case officer and countersigner
// work on their queues in Chinese; the exporter downloads the PDF. Every page is looked over by axe-core in both languages.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { addDays } from '#kernel';
import { pdfBytes } from '../builders/paper-bytes';
import { openBrowser, whyNoBrowser } from '../harness/browser';
import { wherePresent } from '../harness/where-present';
import { runningLicet, type RunningLicet } from '../harness/running-licet';
import type { DemoPersonKey } from '../../apps/cli/src/demo/demo-people';
import { BrowserPerson } from './browser-person';

const where = wherePresent(whyNoBrowser(), 'the first licence in a browser');

jest.setTimeout(240_000);

/** Where the pictures of the README go, when they are asked for. */
const pictures = process.env['LICET_TEST_PICTURES'];

where.describe('the first licence, in a browser', () => {
  let licet: RunningLicet;
  let browser: Browser;
  let exporter: BrowserPerson;
  let reference: string;
  let home: string;

  const shoot = async (person: BrowserPerson, name: string) => {
    if (pictures) await person.page.screenshot({ path: path.join(pictures, `${name}.png`), fullPage: false });
  };

  beforeAll(async () => {
    [licet, browser] = await Promise.all([runningLicet(), openBrowser()]);
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await licet.stop();
  });

  it('the exporter fills in one thing per page, and errors keep the answers', async () => {
    exporter = await BrowserPerson.signIn(browser, licet.url, 'exporter1', 'en-GB');
    await exporter.press('New application');
    home = new URL(exporter.page.url()).pathname;
    reference = /LA-\d{4}-\d{6}/.exec(await exporter.text())?.[0] ?? '';
    expect(reference).not.toBe('');
    expect(await exporter.page.getByRole('button', { name: 'Check answers and submit' }).isDisabled()).toBe(true);

    await exporter.press('Applicant');
    await exporter.fill({
      'Legal representative': '王新',
      'Principal managers (optional)': '陈立、何敏',
      'Foreign-trade operator status (optional)': '对外贸易经营者',
      'Person handling the case': '林晓岚',
    });
    await exporter.press('Save and return');

    await exporter.press('Shipment');
    await exporter.choose({ 'Country of final destination': 'JP' });
    await exporter.check('Goods');
    await exporter.fill({
      'Port of exit': 'Shanghai',
      'Customs trade mode (optional)': '0110',
      'Route (optional)': 'Shanghai – Yokohama',
    });
    await exporter.press('Save and return');

    await exporter.press('Items');
    await exporter.press('Add an item');
    await exporter.fill({
      'Item name in Chinese': '氧化镝',
      'Item name in English': 'Dysprosium oxide',
      'Control code': '1C905.b',
      Specification: 'Dy2O3, 99.9 %, powder in 25 kg drums',
      'Form (optional)': 'oxide',
      Quantity: '-500',
      'Customs (HS) code (optional)': '2846901500',
      'Year of the HS catalogue (optional)': '2026',
      'Unit price (optional)': '330',
      'Value of the line': '165000',
      Currency: 'USD',
    });
    await exporter.page
      .getByLabel(/substance/i)
      .first()
      .fill('Dy2O3');
    await exporter.page
      .getByLabel(/(per ?cent|share|mass)/i)
      .first()
      .fill('99.9');
    await exporter.choose({ 'Country of origin': 'CN', Unit: 'kg' });
    await exporter.press('Save and return');
    expect(await exporter.page.title()).toMatch(/^Error: /);
    const summary = exporter.page.getByRole('alert').or(exporter.page.locator('.error-summary')).first();
    expect(await summary.innerText()).toMatch(/quantity/i);
    expect(await exporter.page.getByLabel('Item name in Chinese', { exact: true }).inputValue()).toBe('氧化镝');
    await exporter.fill({ Quantity: '500' });
    await exporter.press('Save and return');
    await exporter.go(home);

    for (const [role, name] of [
      ['Importer', 'Mihon Trading Co., Ltd.'],
      ['End user', 'Tokai Specimen Magnetics K.K.'],
    ] as const) {
      await exporter.go(`${home}/parties/new`);
      await exporter.check(role);
      await exporter.fill({ 'Name in English': name, Address: '1-2-3 Mihon-cho, Nagoya' });
      await exporter.choose({ Country: 'JP' });
      await exporter.press('Save and return');
    }

    await exporter.go(`${home}/end-use`);
    await exporter.fill({
      'End use in Chinese': '用于制造民用电动机的钕铁硼磁体',
      'End use in English': 'Manufacture of NdFeB magnets for civil electric motors',
      'Place of use': 'Nagoya, Japan',
    });
    await exporter.check('No');
    await exporter.press('Save and return');

    await exporter.go(`${home}/contract`);
    await exporter.fill({ 'Contract number': 'GD-2026-118', 'Date of contract': addDays(licet.gateways.clock.today(), -20) });
    await exporter.press('Save and return');

    for (const paper of [
      'Identity papers of the legal representative, principal managers and handler',
      'Contract or agreement',
      'Technical description or test report',
      'End-user and end-use certificate',
    ]) {
      await exporter.go(`${home}/papers`);
      await exporter.page
        .getByLabel(`Choose a file: ${paper}`)
        .setInputFiles({ name: 'paper.pdf', mimeType: 'application/pdf', buffer: pdfBytes(paper) });
      await exporter.press(`Upload: ${paper}`);
    }
  });

  it('sees that a licence is required and why', async () => {
    await exporter.go(home);
    expect(await exporter.text()).toMatch(/Licence required/);
    await shoot(exporter, 'task-list');
    const wide = exporter.page.viewportSize() ?? { width: 1280, height: 900 };
    await exporter.page.setViewportSize({ width: 390, height: 844 });
    const answer = await exporter.page.locator('.law-table .tag').first().boundingBox();
    expect((answer?.x ?? 390) + (answer?.width ?? 0)).toBeLessThan(390);
    await exporter.page.setViewportSize(wide);
    await exporter.press('Why, item 1');
    const why = await exporter.text();
    expect(why).toMatch(/1C905\.b/);
    expect(why).toMatch(/Announcement No\. 18 of 2025/);
    expect(why).toMatch(/What was not checked/);
    await shoot(exporter, 'why');
  });

  it('checks the answers and submits once', async () => {
    await exporter.go(home);
    await exporter.press('Check answers and submit');
    await exporter.page.getByRole('checkbox').check();
    await exporter.page.getByLabel(/signatory|name of the person/i).fill('王新');
    await exporter.page
      .getByRole('main')
      .getByRole('button', { name: /submit/i })
      .click();
    await exporter.page.waitForLoadState();
    await exporter.look();
    expect(await exporter.text()).toMatch(/Submitted/);
  });

  const atWork = async (who: DemoPersonKey) => {
    const officer = await BrowserPerson.signIn(browser, licet.url, who, 'zh-CN');
    await officer.go('/queue');
    await officer.press(reference);
    return officer;
  };
  /** What the case page says of the queues on which the case stands. */
  const queues = async (officer: BrowserPerson) =>
    (await officer.page.locator('#places > ul').innerText()).replaceAll(/\s+/g, ' ');

  it('the province receives, checks and forwards it, and it stands on one queue at a time', async () => {
    const province = await atWork('province');
    expect(await queues(province)).toMatch(/省级受理与初核/);
    for (const move of ['收件', '核对完毕', '转报商务部']) await province.press(move);
    expect(await province.text()).toMatch(/已转报/);
    expect(await queues(province)).toMatch(/许可办理/);
    await province.lookAgainAndLeave();
  });

  it('the case officer accepts it, and the review stands on both departments’ queues', async () => {
    const officer = await atWork('officer');
    for (const move of ['受理', '开始审查']) await officer.press(move);
    expect(await queues(officer)).toMatch(/技术审查[^]*政策审查|政策审查[^]*技术审查/);
    await officer.leave();
  });

  it('each department advises, one with a condition; the stage moves on with the last', async () => {
    const technical = await atWork('lead1');
    await shoot(technical, 'case');
    await technical.press('出具“技术审查组”的组意见');
    await technical.check('准予许可');
    await technical.press('出具“技术审查组”的组意见');
    expect(await queues(technical)).not.toMatch(/技术审查/);
    await technical.lookAgainAndLeave();
    const policy = await atWork('lead2');
    await policy.press('出具“政策审查组”的组意见');
    await policy.check('附条件准予许可');
    await conditionOf(policy);
    await policy.press('出具“政策审查组”的组意见');
    expect(await policy.text()).toMatch(/各组审查已结束/);
    await policy.leave();
  });

  const conditionOf = async (person: BrowserPerson) => {
    const fold = person.page.getByText('许可条件（附条件准予许可时填写）').first();
    if (
      !(await person.page
        .getByLabel(/条件（中文）/)
        .first()
        .isVisible())
    )
      await fold.click();
    await person.page
      .getByLabel(/条件（中文）/)
      .first()
      .fill('出口后三十日内报告到货情况。');
    await person.page
      .getByLabel(/条件（英文）/)
      .first()
      .fill('Report arrival within thirty days of export.');
  };

  it('the final advice is given, countersigned by another person, decided and published', async () => {
    const officer = await atWork('officer');
    expect(await officer.text()).toMatch(/各组意见不一致/);
    await officer.press('出具最终审查意见');
    await officer.check('附条件准予许可');
    await officer.fill({ '物项 1 的机关认定编码': '1C905.b' });
    await conditionOf(officer);
    await officer.press('出具最终审查意见');
    expect(await officer.text()).toMatch(/出口后三十日内报告到货情况/);
    expect(await queues(officer)).toMatch(/会签/);
    await officer.lookAgainAndLeave();

    const countersigner = await atWork('countersigner');
    await countersigner.press('会签同意');
    await countersigner.press('会签同意');
    await countersigner.lookAgainAndLeave();

    const again = await atWork('officer');
    await again.press('准备许可证件');
    await shoot(again, 'document');
    await again.press('保存准备内容');
    await again.press('作出决定');
    await again.press('作出决定');
    await exporter.go(home);
    expect(await exporter.text()).not.toMatch(/thirty days|Decision published/);
    await again.press('公布决定');
    await again.press('公布决定');
    await licet.quiet();
    await again.go('/licences');
    await again.lookAgainAndLeave();
  });

  it('the exporter downloads the licence', async () => {
    await exporter.go('/licences');
    await exporter.page.getByRole('row', { name: reference }).getByRole('link').first().click();
    await exporter.page.waitForLoadState();
    await exporter.look();
    await shoot(exporter, 'licence');
    const download = exporter.page.waitForEvent('download');
    await exporter.page.getByRole('link', { name: 'Download licence (PDF)' }).click();
    const file = await (await download).path();
    expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-');
    if (pictures) await (await download).saveAs(path.join(pictures, 'licence.pdf'));
    await exporter.page
      .getByRole('main')
      .getByRole('link', { name: /^([0-9A-Z]{4}-){6}[0-9A-Z]{4}$/ })
      .click();
    await exporter.page.waitForURL('**/verify/*');
    await exporter.look();
    expect(await exporter.text()).toMatch(/Status today Valid/);
    await exporter.lookAgainAndLeave();
  });
});
