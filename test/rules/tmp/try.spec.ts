import { shippedTexts, shippedRulebook, SHARED_LAW } from '../shipped-law';
import { readFileSync } from 'node:fs';
import { loadRulebook, determine } from '#regulation';
import { localDate } from '#kernel';
it('x', () => {
  const r = shippedRulebook();
  const cases = JSON.parse(readFileSync(SHARED_LAW + '/cases.json', 'utf8')).cases;
  let ok = 0;
  const out: string[] = [];
  let ms = 0;
  for (const c of cases) {
    const t = process.hrtime.bigint();
    let d;
    try {
      d = determine(r, c.input, localDate(c.on));
    } catch (e) {
      out.push(c.id + ' ERR ' + (e as Error).stack?.slice(0, 300));
      continue;
    }
    ms += Number(process.hrtime.bigint() - t) / 1e6;
    const codes = JSON.stringify([...d.controlCodes].filter((x) => !(c.expected.acceptAlso ?? []).includes(x)).sort()),
      want = JSON.stringify(
        [...c.expected.controlCodes].filter((x: string) => !(c.expected.acceptAlso ?? []).includes(x)).sort(),
      );
    const docs = JSON.stringify([...d.documents].filter((x) => !(c.expected.acceptAlsoDocuments ?? []).includes(x)).sort()),
      wantd = JSON.stringify([...c.expected.documents].sort());
    if (d.headline === c.expected.status && codes === want && docs === wantd) ok++;
    else {
      out.push(
        `${c.id} [${c.section[0]}${c.confidence === 'disputed' ? ' DISPUTED' : ''}] want ${c.expected.status} ${want} ${wantd} got ${d.headline} ${codes} ${docs}`,
      );
      if (process.env.V)
        out.push(
          ...d.findings.map(
            (f) =>
              `     ${f.heads ? '*' : ' '} ${f.regime} ${f.measure} ${f.controlCode} ${f.status} <- ${f.reasons
                .map((x) => x.en)
                .join(' | ')
                .slice(0, 400)}`,
          ),
        );
    }
  }
  require('fs').writeFileSync('/tmp/h1conv/out.txt', out.join('\n') + `\n${ok}/${cases.length} ${ms}ms\n`);
});
