import { randomUUID } from 'node:crypto';
import { anApplication, makeMove, linesOn, prepareDocuments } from '../../../../test/builders/application';
import { anItem, completeContent } from '../../../../test/builders/content';
import { aQueue, aTeam, aRule, placesOf, routeAll } from '../../../../test/builders/desks';
import { PASSWORD } from '../../../../test/builders/people';
import { serverHouse } from '../../../../test/builders/server-house';
import { accessibilityFaults, openBrowser } from '../../../../test/harness/browser';
import { testServer } from '../../../../test/harness/test-server';
import { GiveAdvice, GrowApplication, SaveContent, WriteNote } from '#casework';
import { present } from '../../../../test/builders/application';

it('shots', async () => {
  const server = await testServer();
  const home = await serverHouse(server);
  await server.app.listen(0, '127.0.0.1');
  const url = await server.app.getUrl();
  const team = await aTeam(home, home.teamLead, home.reviewer, home.secondReviewer);
  await routeAll(home, 'DE', ['in-review'], await aQueue(home, team));
  const shipment = { ...completeContent().shipment, destination: 'DE' };
  const items = [anItem({ id: randomUUID() }), anItem({ id: randomUUID(), nameEn: 'Terbium oxide', nameZh: '氧化铽' })];
  const a = await anApplication(home).stating({ items, shipment }).inReview().build();
  const place = (await placesOf(home, a.id)).find((p) => p.leftAt === null);
  const lines = linesOn(a.content, 'approve-with-conditions');
  await home.get(GiveAdvice).advise(home.reviewer, place!.id, lines);
  await home.get(GiveAdvice).advise(home.secondReviewer, place!.id, [lines[0]!, { ...lines[1]!, verdict: 'refuse', conditions: [], criteria: ['destination'], reason: '最终用途无法核实' }]);
  await home.get(WriteNote).execute(home.teamLead, a.id, { audience: 'internal', text: 'Ask the laboratory about the purity.', mentionIds: [home.reviewer.personId] });
  for (let i = 0; i < 4; i++) await anApplication(home).with(anItem({ id: randomUUID() })).submitted().build();
  const acc = await anApplication(home).with(anItem({ id: randomUUID() })).accepted().build();
  const two = await anApplication(home).stating({ items: items.map((x) => ({ ...x, id: randomUUID() })) }).reviewed().build();
  const tl = linesOn(two.content).map((one, i) => (i === 0 ? one : { ...one, verdict: 'refuse' as const, criteria: ['end-user-and-use' as const] }));
  await makeMove(home, home.caseOfficer, two.id, 'advise', { advice: { lines: tl } });
  await makeMove(home, home.countersigner, two.id, 'countersign');
  const fin = await anApplication(home).stating({ items: items.map((x) => ({ ...x, id: randomUUID() })) }).decided().build();
  const old = await anApplication(home).with(anItem({ id: randomUUID() })).reviewed().build();
  await makeMove(home, home.caseOfficer, old.id, 'advise', { advice: { lines: linesOn(old.content, 'approve-with-conditions') } });
  const am = await home.get(GrowApplication).amend(home.exporter, old.id, (await present(home, old.id)).version);
  await home.get(SaveContent).execute(home.exporter, am.id, 1, { ...am.content, contract: { ...am.content.contract, number: 'CQ-2' }, declaration: completeContent().declaration });
  await makeMove(home, home.exporter, am.id, 'submit');
  for (const n of ['receive', 'check', 'forward'] as const) await makeMove(home, home.provincialOfficer, am.id, n);
  for (const n of ['accept', 'start-review'] as const) await makeMove(home, home.caseOfficer, am.id, n);
  const b = await openBrowser();
  const out: string[] = [];
  const shots: [string, string, string][] = [
    ['province', 'queue', '/queue'],
    ['officer', 'case-accepted', `/cases/${acc.id}`],
    ['lead', 'case-review', `/cases/${a.id}`],
    ['lead', 'finish', `/cases/${a.id}/places/${place!.id}/finish`],
    ['lead', 'assign', `/cases/${a.id}/places/${place!.id}/assign`],
    ['lead', 'case-amended', `/cases/${am.id}`],
    ['lead', 'note', `/cases/${am.id}/notes`],
    ['officer', 'case-signed', `/cases/${two.id}`],
    ['officer', 'prepare', `/cases/${two.id}/documents/refusal-letter`],
    ['officer', 'publish', `/cases/${fin.id}/moves/publish`],
    ['manager', 'overview', '/queue/overview'],
    ['reviewer', 'mentions', '/queue/mentions'],
    ['officer', 'watched', '/queue/watched'],
    ['auditor', 'case-auditor', `/cases/${a.id}`],
  ];
  for (const [lang, width] of [['en', 1280], ['zh-CN', 1280], ['en', 390]] as const) {
    for (const who of [...new Set(shots.map(([w]) => w))]) {
      const c = await b.newContext({ viewport: { width, height: 900 }, locale: lang, extraHTTPHeaders: { 'accept-language': lang } });
      const p = await c.newPage();
      await p.goto(url + '/sign-in');
      await p.fill('input[name=email]', who + '@house.test');
      await p.fill('input[name=password]', PASSWORD);
      await Promise.all([p.waitForNavigation(), p.click('main button[type=submit]:visible')]);
      for (const [w, name, path] of shots) {
        if (w !== who) continue;
        await p.goto(url + path);
        const over = await p.evaluate('document.documentElement.scrollWidth - innerWidth');
        const faults = await accessibilityFaults(p);
        out.push(`${name} ${lang} ${width} over=${over} status=${await p.title()} axe=${faults.join(' | ').slice(0, 400)}`);
        await p.screenshot({ path: `/tmp/shots-off/${name}-${lang}-${width}.png`, fullPage: true });
        if (name === 'queue') {
          await p.check('input[name=marked] >> nth=0'); await p.check('input[name=marked] >> nth=1');
          await Promise.all([p.waitForNavigation(), p.click('button[value=move]')]);
          out.push(`bulk over=${await p.evaluate('document.documentElement.scrollWidth - innerWidth')} axe=${(await accessibilityFaults(p)).join(' | ').slice(0, 400)}`);
          await p.screenshot({ path: `/tmp/shots-off/bulk-${lang}-${width}.png`, fullPage: true });
        }
        if (name === 'finish') {
          await Promise.all([p.waitForNavigation(), p.click('.form-actions button')]);
          out.push(`finish-wrong over=${await p.evaluate('document.documentElement.scrollWidth - innerWidth')} axe=${(await accessibilityFaults(p)).join(' | ').slice(0, 400)} ${await p.title()}`);
          await p.screenshot({ path: `/tmp/shots-off/finish-wrong-${lang}-${width}.png`, fullPage: true });
        }
      }
      await c.close();
    }
  }
  console.log(out.join('\n'));
  expect(out.length).toBeGreaterThan(0);
  await b.close();
  await server.end();
}, 280000);
