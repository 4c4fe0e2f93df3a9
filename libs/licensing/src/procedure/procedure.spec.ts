// The manifest that ships, as the verbs read it: moves, papers per content and stage, the clock.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { anItem, aParty, completeContent } from '../../../../test/builders/content';
import { emptyContent, PAPER_KINDS, type ApplicationContent, type PaperKind } from '../application/content';
import { applicationMoves, APPLICATION_STATUSES } from '../lifecycle/transitions';
import { loadProcedures } from './load-procedures';
import type { PaperCondition } from './paper-conditions';
import { clockOf, moveOf, movesOf, papersFor, type Procedure } from './procedure';

const file = path.join(__dirname, '../../data/procedures/dual-use-single.yaml');
const single = loadProcedures([{ path: 'dual-use-single.yaml', text: readFileSync(file, 'utf8') }]).get(
  'dual-use-single',
) as Procedure;
const content = completeContent();
const ownHand = { ...content, declaration: { truthful: true, signatory: content.applicant.legalRepresentative } };
const kinds = (...asked: Parameters<typeof papersFor>) => papersFor(...asked).map(({ kind }) => kind);

test('the single licence selects the whole table, unchanged', () => {
  expect([...single.stages].sort()).toEqual([...APPLICATION_STATUSES].sort());
  expect(movesOf(single)).toEqual(applicationMoves);
});

test('a procedure of fewer stages and hands has the rows cut to them', () => {
  const cut: Procedure = {
    ...single,
    stages: single.stages.filter((stage) => stage !== 'signed-once'),
    moves: [{ name: 'reconsider', by: ['manager'] }, { name: 'submit' }],
  };
  expect(movesOf(cut).map(({ name }) => name)).toEqual(['submit', 'reconsider']);
  expect(moveOf(cut, 'reconsider')).toMatchObject({ from: ['advised', 'countersigned', 'decided'], by: ['manager'] });
  expect(moveOf(cut, 'accept')).toBeUndefined();
  expect(moveOf(single, 'toString')).toBeUndefined();
});

test('papers of a plain case: Decree 792 Art. 16 (1) to (4), from submission on', () => {
  expect(kinds(single, ownHand, 'draft')).toEqual([]);
  expect(kinds(single, ownHand, 'submitted')).toEqual(['A2', 'A3', 'A4', 'A5']);
  expect(kinds(single, ownHand, 'accepted')).toEqual(['A2', 'A3', 'A4', 'A5']);
  expect(kinds(single, emptyContent(), 'submitted')).toEqual(['A2', 'A3', 'A4', 'A5']);
  expect(papersFor(single, ownHand, 'submitted')[0]).toMatchObject({ because: 'always', cite: 'Decree 792 Art. 16 (1)' });
});

test.each<[PaperKind, PaperCondition, ApplicationContent]>([
  ['A9', 'converted-to-kilograms', { ...ownHand, items: [anItem({ unit: 'pcs', kgQuantity: '12' })] }],
  ['A10', 'signed-by-another', { ...content, declaration: { truthful: true, signatory: '林一' } }],
])('%s is asked because of %s', (kind, because, asked) => {
  const more = papersFor(single, asked, 'submitted').filter((paper) => paper.because !== 'always');
  expect(more).toEqual([expect.objectContaining({ kind, because })]);
});

test('a middleman makes no paper a duty: no text that was read asks for it', () => {
  const parties = [...content.parties, aParty({ id: 'party-3', role: 'middleman' })];
  expect(kinds(single, { ...ownHand, parties }, 'submitted')).toEqual(['A2', 'A3', 'A4', 'A5']);
});

test('a paper that is asked from a later stage is not asked before', () => {
  const [first, ...papers] = single.papers;
  const later: Procedure = { ...single, papers: first ? [{ ...first, from: 'accepted' }, ...papers] : [] };
  expect(kinds(later, ownHand, 'forwarded')).toEqual(['A3', 'A4', 'A5']);
  expect(kinds(later, ownHand, 'accepted')).toEqual(['A2', 'A3', 'A4', 'A5']);
});

test('every kind of paper stands in the manifest, and none that may only be asked for is required', () => {
  expect(single.papers.map(({ kind }) => kind)).toEqual(PAPER_KINDS);
  expect(single.papers.filter(({ mark }) => mark === 'on-request').map(({ kind }) => kind)).toEqual([
    'A6',
    'A7',
    'A8',
    'A11',
    'A12',
    'A13',
  ]);
});

test('the clock: 45 working days from acceptance to publication, withdrawal or amendment', () => {
  expect(clockOf(single)).toMatchObject({
    days: 45,
    unit: 'working-days',
    startsWith: 'accept',
    stopsWith: ['publish', 'withdraw', 'amend'],
    cite: 'Decree 792 Art. 17',
  });
  expect(() => clockOf({ ...single, clocks: [] })).toThrow(/has no clock "review"/);
});
