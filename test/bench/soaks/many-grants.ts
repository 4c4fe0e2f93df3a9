// Cases walked from draft to licence by many at once, each published twice at the same time: one licence a case, numbered 1 to n without a gap.
import { MakeMove } from '#casework';
import { anApplication } from '../../builders/application';
import { house, type House } from '../../builders/house';
import { race } from '../../builders/refused';
import { inFlight } from '../in-turns';
import type { Soaked } from '../soak';

const LICENCES = 2_000;
/** Cases under way at the same time. */
const AT_ONCE = 16;
/** Rows of a page of the list. */
const PAGE = 100;

export async function manyGrants(): Promise<Soaked> {
  const home = await house();
  try {
    let [begun, refused] = [0, 0];
    await inFlight(AT_ONCE, async () => {
      while (begun++ < LICENCES) {
        const more = await publishTwice(home);
        refused += more;
      }
    });
    if (refused !== LICENCES) throw new Error(`Of ${2 * LICENCES} publications ${refused} were refused, not ${LICENCES}`);
    const numbers = await issuedNumbers(home);
    const wrong = numbers.findIndex((number, index) => number !== numberAt(index));
    if (wrong >= 0) throw new Error(`Licence ${wrong + 1} bears ${String(numbers[wrong])}`);
    if (numbers.length !== LICENCES) throw new Error(`${LICENCES} cases, but ${numbers.length} licences`);
    return { licences: numbers.length, publications: 2 * LICENCES, refused, last: numbers.at(-1) ?? '' };
  } finally {
    await home.end();
  }
}

/** Publishes a new case twice at once; how many of the two were refused. */
async function publishTwice(home: House): Promise<number> {
  const { id, version } = await anApplication(home).decided().build();
  const publish = () => home.get(MakeMove).execute(home.caseOfficer, id, 'publish', { version });
  return (await race([publish(), publish()])).codes.length;
}

/** All numbers in their own order. */
async function issuedNumbers(home: House): Promise<string[]> {
  const numbers: string[] = [];
  let after: string | undefined;
  do {
    const page = await home.store.run({ kind: 'system' }, (tx) => tx.licences.list({ limit: PAGE, ...(after && { after }) }));
    numbers.push(...page.rows.map(({ number }) => number));
    after = page.next ?? undefined;
  } while (after !== undefined);
  return numbers.sort();
}

function numberAt(index: number): string {
  return `SP-2026-${String(index + 1).padStart(6, '0')}`;
}
