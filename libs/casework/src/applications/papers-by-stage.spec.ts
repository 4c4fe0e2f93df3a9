// Papers that a manifest asks for from a later stage: the move that leads there asks for them, and none before it.
import type { PaperKind } from '#licensing';
import { anApplication, makeMove, prepareDocuments } from '../../../../test/builders/application';
import { changed, loaded, type Rows } from '../../../../test/builders/changed-manifest';
import { house, type House } from '../../../../test/builders/house';
import { refused } from '../../../../test/builders/refused';
import { ReadApplication } from './read-application';

const from = (rows: Rows, kind: PaperKind, stage: string) =>
  rows.papers.filter((row) => row['kind'] === kind).forEach((row) => Object.assign(row, { from: stage, mark: 'required' }));

let home: House;

beforeAll(async () => {
  const manifest = changed((rows) => {
    from(rows, 'A6', 'accepted');
    from(rows, 'A7', 'decided');
  });
  home = await house({ procedures: loaded(manifest) });
});
afterAll(() => home.end());

const blocked = async (id: string, name: string) => {
  const { openMoves } = await home.get(ReadApplication).execute(home.caseOfficer, id);
  return openMoves.find((move) => move.name === name)?.blockedBy;
};
const one = (kind: PaperKind) => ({
  kind: 'invalid',
  code: 'papers-incomplete',
  facts: { missing: 1 },
  faults: [{ code: 'paper-missing', facts: { kind } }],
});
const filed = ['A2', 'A3', 'A4', 'A5'] as const;

test('acceptance asks for a paper from acceptance on, the check before it does not', async () => {
  const { id } = await anApplication(home).at('forwarded').build();
  expect(await blocked(id, 'accept')).toEqual([{ code: 'papers-incomplete', facts: { missing: 1 } }]);
  expect(await blocked(id, 'return-from-ministry')).toEqual([]);
  expect(await refused(makeMove(home, home.caseOfficer, id, 'accept'))).toMatchObject(one('A6'));
  const { id: whole } = await anApplication(home)
    .withPapers(...filed, 'A6')
    .at('forwarded')
    .build();
  expect(await makeMove(home, home.caseOfficer, whole, 'accept')).toMatchObject({ status: 'accepted' });
});

test('the decision asks for a paper from the decision on', async () => {
  const { id } = await anApplication(home)
    .withPapers(...filed, 'A6')
    .countersigned()
    .build();
  await prepareDocuments(home, id);
  expect(await refused(makeMove(home, home.manager, id, 'finalise'))).toMatchObject(one('A7'));
  const { id: whole } = await anApplication(home)
    .withPapers(...filed, 'A6', 'A7')
    .decided()
    .build();
  expect(await makeMove(home, home.manager, whole, 'publish')).toMatchObject({ status: 'published' });
});
