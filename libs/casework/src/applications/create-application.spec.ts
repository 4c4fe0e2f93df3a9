// Several procedures side by side: an application runs by the one that it was begun under, and what grows out of it does too.
import { anApplication, makeMove, present, versionTo } from '../../../../test/builders/application';
import { changed, loaded, second, SECOND } from '../../../../test/builders/changed-manifest';
import { house, type House } from '../../../../test/builders/house';
import { refused } from '../../../../test/builders/refused';
import { CreateApplication } from './create-application';
import { GrowApplication } from './grow-application';
import { ReadApplication } from './read-application';

const FIRST = 'dual-use-single';

let home: House;

beforeAll(async () => {
  home = await house({
    procedures: loaded(
      changed(() => undefined),
      second(),
    ),
  });
});
afterAll(() => home.end());

test('an application is begun under the procedure that is named', async () => {
  for (const procedure of [FIRST, SECOND]) {
    const { id } = await home.get(CreateApplication).execute(home.exporter, procedure);
    expect((await present(home, id)).procedure).toBe(procedure);
    expect((await home.get(ReadApplication).execute(home.exporter, id)).procedure.id).toBe(procedure);
  }
});

test.each([undefined, '', 'dual-use-third'])('%p names none of several', async (name) => {
  expect(await refused(home.get(CreateApplication).execute(home.exporter, name))).toMatchObject({
    kind: 'invalid',
    code: 'procedure-unknown',
    facts: { procedure: name ?? '', loaded: [FIRST, SECOND] },
  });
});

test('where there is one only it need not be named', async () => {
  const alone = await house();
  expect((await alone.get(CreateApplication).execute(alone.exporter)).procedure).toBe(FIRST);
  await alone.end();
});

test('each asks for its own papers and signatures, and what grows out of a case keeps its procedure', async () => {
  const draft = await anApplication(home).under(SECOND).build();
  expect((await refused(makeMove(home, home.exporter, draft.id, 'submit'))).faults).toMatchObject([
    { code: 'paper-missing', facts: { kind: 'A6' } },
  ]);
  const { id } = await anApplication(home).under(SECOND).withPapers('A2', 'A3', 'A4', 'A5', 'A6').advised().build();
  const view = await home.get(ReadApplication).execute(home.countersigner, id);
  expect(view).toMatchObject({ procedure: { id: SECOND }, signaturesAsked: 2 });
  expect(view.openMoves.map(({ name }) => name)).toEqual(['countersign-first', 'send-back']);
  const other = await anApplication(home).under(FIRST).advised().build();
  expect(await home.get(ReadApplication).execute(home.countersigner, other.id)).toMatchObject({ signaturesAsked: 1 });
  expect(await home.get(GrowApplication).grow(home.exporter, id, 'copy')).toMatchObject({ procedure: SECOND });
  const version = await versionTo(home, home.exporter, id);
  expect(await home.get(GrowApplication).amend(home.exporter, id, version)).toMatchObject({ procedure: SECOND });
});
