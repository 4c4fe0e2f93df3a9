// Remembered answers are the answers of the law: equal for equal facts and days, another for others, never changed by a reader, bounded in number.
import { addDays, localDate } from '#kernel';
import { determine as determineAnew, loadRulebook } from '#regulation';
import { completeContent } from '../../../../test/builders/content';
import { shippedRulebook, shippedTexts } from '../../../../test/rules/shipped-law';
import { exportFacts } from './export-facts';
import { determine, MOST_REMEMBERED } from './remembered-determination';

const rulebook = shippedRulebook();
const day = localDate('2026-03-02');
const factsFor = (destination: string) => {
  const content = completeContent({ shipment: { ...completeContent().shipment, destination } });
  const [item] = content.items;
  if (!item) throw new Error('The content has no item');
  return exportFacts(content, item, rulebook.propertyWords);
};

test('equal facts on one day get one answer, which is that of the law', () => {
  const answer = determine(rulebook, factsFor('JP'), day);
  expect(answer).toEqual(determineAnew(rulebook, factsFor('JP'), day));
  expect(determine(rulebook, factsFor('JP'), day)).toBe(answer);
});

test('another day, another fact and another rulebook get their own answer', () => {
  const answer = determine(rulebook, factsFor('JP'), day);
  expect(determine(rulebook, factsFor('JP'), localDate('2025-04-03'))).toMatchObject({ on: '2025-04-03' });
  expect(determine(rulebook, factsFor('US'), day)).toEqual(determineAnew(rulebook, factsFor('US'), day));
  const other = loadRulebook(shippedTexts());
  expect(determine(other, factsFor('JP'), day)).not.toBe(answer);
});

test('another set of readings gets its own answer', () => {
  const open = { ...factsFor('KR'), item: { name: 'holmium metal', nameZh: '金属钬' } };
  const unsettled = localDate('2026-11-21');
  const reading = {
    measure: 'cn-mofcom-gacc-2025-57.ho',
    reading: 'lapsed' as const,
    reason: 'r',
    by: 'a',
    confirmedBy: 'b',
    since: unsettled,
  };
  expect(determine(rulebook, open, unsettled).workingStatus).toBeNull();
  expect(determine(rulebook, open, unsettled, [reading]).workingStatus).toBe('licence-required');
  expect(determine(rulebook, open, unsettled, [{ ...reading, reading: 'extended' }]).workingStatus).toBe('suspended');
});

test('no reader can change what the next one gets', () => {
  const answer = determine(rulebook, factsFor('JP'), day);
  const change = () => (answer.findings as unknown[]).push('nothing');
  expect(change).toThrow(TypeError);
  expect(() => Object.assign(answer.findings[0] ?? {}, { status: 'not-controlled' })).toThrow(TypeError);
});

test('a refusal is refused each time', () => {
  const before = addDays(rulebook.firstDay, -1);
  for (let time = 0; time < 2; time++) expect(() => determine(rulebook, factsFor('JP'), before)).toThrow('day-before-law');
});

test('the answer asked for longest ago is forgotten first', () => {
  const bare = (index: number) => ({ ...factsFor('JP'), item: {}, parties: [], endUse: { text: `use ${index}` } });
  const first = determine(rulebook, bare(0), day);
  const second = determine(rulebook, bare(1), day);
  for (let index = 2; index < MOST_REMEMBERED; index++) determine(rulebook, bare(index), day);
  expect(determine(rulebook, bare(0), day)).toBe(first);
  determine(rulebook, bare(MOST_REMEMBERED), day);
  expect(determine(rulebook, bare(0), day)).toBe(first);
  expect(determine(rulebook, bare(1), day)).not.toBe(second);
});
