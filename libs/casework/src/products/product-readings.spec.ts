// What an organisation reads into unsettled law goes into its products' answers, is kept with a record, and is used again when the record is replayed.
import { localDate } from '#kernel';
import { house, type House } from '../../../../test/builders/house';
import { asOwner } from '../../../../test/builders/stored-world';
import { RecordReading } from '../readings/record-reading';
import { DetermineExports } from './determine-exports';
import { DetermineProduct, ReadDetermination } from './determine-product';
import { KeepProducts } from './keep-products';
import { emptyProduct, type ProductFacts } from './product-facts';
import { ReadProduct } from './read-product';
import { RecheckProducts } from './recheck-products';

const HOLMIUM = 'cn-mofcom-gacc-2025-57.ho';
const ERBIUM = 'cn-mofcom-gacc-2025-57.er';
const REASON = '公告印明的暂停期末日已过，尚未见到延长公告。';
const holmium: ProductFacts = {
  ...emptyProduct(),
  nameZh: '金属钬',
  nameEn: 'Holmium metal',
  composition: [{ substance: 'Ho', massPercent: '99.9' }],
};

let home: House;

beforeEach(async () => {
  home = await house({ now: '2026-11-21T01:00:00Z' });
});
afterEach(() => home.end());

const propose = (reading: 'lapsed' | 'extended' | 'stricter', measure = HOLMIUM) =>
  home.get(RecordReading).propose(home.exporter, { measure, reading, reason: REASON });
async function standing(reading: 'lapsed' | 'extended' | 'stricter', measure = HOLMIUM) {
  return home.get(RecordReading).confirm(home.colleague, (await propose(reading, measure)).id);
}
const withdraw = (id: string) => home.get(RecordReading).withdraw(home.colleague, id, '改为等待公告。');
const create = () => home.get(KeepProducts).create(home.exporter, holmium);
const answerOf = async (id: string) => (await home.get(ReadProduct).execute(home.exporter, id)).judged?.answer;

test('a product is judged under the confirmed readings of whoever looks, and the finding stays undetermined', async () => {
  const { id } = await create();
  const proposed = await propose('stricter');
  expect(await answerOf(id)).toMatchObject({ headline: 'undetermined', workingStatus: null });
  await home.get(RecordReading).confirm(home.colleague, proposed.id);
  const answer = await answerOf(id);
  expect(answer).toMatchObject({ headline: 'undetermined', workingStatus: 'licence-required' });
  expect(answer?.findings.find(({ measure }) => measure === HOLMIUM)).toMatchObject({
    status: 'undetermined',
    underReading: { reading: 'stricter', by: '林一', confirmedBy: '林二', since: '2026-11-21' },
  });
  await withdraw(proposed.id);
  expect(await answerOf(id)).toMatchObject({ headline: 'undetermined', workingStatus: null });
});

test('a record keeps the readings it was made under, and its replay is the same after they are withdrawn', async () => {
  const { id } = await create();
  const reading = await standing('extended');
  await standing('lapsed', ERBIUM);
  const made = await home.get(DetermineProduct).execute(home.exporter, id, 1);
  await withdraw(reading.id);
  await standing('lapsed');
  const { record, again, same } = await home.get(ReadDetermination).replay(home.exporter, id, made.id);
  expect(same).toBe(true);
  expect(again.workingStatus).toBe('suspended');
  expect(record.readings).toEqual([
    { measure: HOLMIUM, reading: 'extended', reason: REASON, by: '林一', confirmedBy: '林二', since: '2026-11-21' },
  ]);
  await expect(
    asOwner(home.database, `update product_determination set readings = '[]' where id = '${made.id}'`),
  ).rejects.toThrow(/only grows/);
  const later = await home.get(DetermineProduct).execute(home.exporter, id, 1);
  expect((await home.get(ReadDetermination).one(home.exporter, id, later.id)).answer.workingStatus).toBe('licence-required');
  const { determinations } = await home.get(ReadProduct).execute(home.exporter, id);
  expect(determinations.map(({ headline, workingStatus }) => [headline, workingStatus])).toEqual([
    ['undetermined', 'licence-required'],
    ['undetermined', 'suspended'],
  ]);
});

test('a record without a reading keeps none, and a reading of later changes nothing about it', async () => {
  const { id } = await create();
  const made = await home.get(DetermineProduct).execute(home.exporter, id, 1);
  await standing('lapsed');
  const { record, same } = await home.get(ReadDetermination).replay(home.exporter, id, made.id);
  expect(record.readings).toEqual([]);
  expect(record.answer.workingStatus).toBeNull();
  expect(same).toBe(true);
});

test('the printed record bears the reading, whose it is, and the status to work under', async () => {
  const { id } = await create();
  await standing('extended');
  const made = await home.get(DetermineProduct).execute(home.exporter, id, 1);
  await home.quiet();
  const { document } = await home.get(ReadDetermination).one(home.exporter, id, made.id);
  expect(document).toMatchObject({ state: 'ready' });
  expect(document.view).toMatchObject({
    headline: { en: 'Undetermined' },
    working: { en: 'Measure suspended' },
    findings: expect.arrayContaining([
      expect.objectContaining({
        under: {
          reading: { zh: '暂停期已获延长', en: 'The suspension was extended' },
          status: expect.objectContaining({ en: 'Measure suspended' }) as unknown,
          reason: REASON,
          by: '林一',
          confirmedBy: '林二',
          since: '2026-11-21',
        },
      }),
    ]) as unknown,
  });
});

test('facts from outside and a re-check are answered under the readings too', async () => {
  const { id } = await create();
  await standing('stricter');
  const input = { item: { nameZh: '金属钬', composition: [{ substance: 'Ho', massPercent: 99.9 }] }, to: 'JP' };
  const own = await home.get(DetermineExports).one(home.exporter, { input });
  expect(own.answer).toMatchObject({ headline: 'undetermined', workingStatus: 'licence-required' });
  const theirs = await home.get(DetermineExports).one(home.otherExporter, { input });
  expect(theirs.answer).toMatchObject({ headline: 'undetermined', workingStatus: null });
  const today = localDate('2026-11-21');
  const differing = await home.get(RecheckProducts).one(home.exporter, id, {
    from: { on: today, knownOn: localDate('2026-11-20') },
    to: { on: today, knownOn: null },
  });
  expect(differing).toMatchObject({
    before: { headline: 'undetermined', workingStatus: null },
    after: { headline: 'undetermined', workingStatus: 'licence-required' },
  });
});
