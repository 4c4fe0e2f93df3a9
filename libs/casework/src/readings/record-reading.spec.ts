// Readings of unsettled measures: proposed by one, confirmed by another of the same organisation, taken back, ended by the law, and what they do to answers.
import { localDate } from '#kernel';
import { anAgent } from '../../../../test/builders/agents';
import { anApplication } from '../../../../test/builders/application';
import { anItem } from '../../../../test/builders/content';
import { house, noSuchId, type House } from '../../../../test/builders/house';
import { race, refusalCode } from '../../../../test/builders/refused';
import { asOwner } from '../../../../test/builders/stored-world';
import { DetermineItems } from '../applications/determine-items';
import { ReadReadings } from './read-readings';
import { readingView } from './reading-view';
import { RecordReading } from './record-reading';

const NOW = '2026-11-21T01:00:00Z';
const HOLMIUM = 'cn-mofcom-gacc-2025-57.ho';
const ERBIUM = 'cn-mofcom-gacc-2025-57.er';
const REASON = '公告印明的暂停期末日已过，尚未见到延长公告。';
let home: House;

beforeEach(async () => {
  home = await house({ now: NOW });
});
afterEach(() => home.end());

const propose = (who: House['exporter'], reading: 'lapsed' | 'extended' | 'stricter' = 'lapsed', measure = HOLMIUM) =>
  home.get(RecordReading).propose(who, { measure, reading, reason: REASON });
const confirm = (who: House['exporter'], id: string) => home.get(RecordReading).confirm(who, id);
const withdraw = (who: House['exporter'], id: string) => home.get(RecordReading).withdraw(who, id, '改为等待公告。');
const list = async (who: House['exporter']) => (await home.get(ReadReadings).list(who, { limit: 25 })).rows;

test('one proposes, another confirms, and the record says who and when', async () => {
  const proposed = await propose(home.exporter);
  expect(proposed).toMatchObject({
    state: 'proposed',
    measure: HOLMIUM,
    reading: 'lapsed',
    reason: REASON,
    proposedBy: home.exporter.personId,
    proposedByName: '林一',
    proposedAt: home.clock.now(),
    confirmedAt: null,
    withdrawnAt: null,
    instrument: { en: 'Announcement No. 57 of 2025 (MOFCOM)' },
  });
  expect(await refusalCode(confirm(home.exporter, proposed.id))).toBe('forbidden: proposer-cannot-confirm');
  home.clock.advanceDays(1);
  const confirmed = await confirm(home.colleague, proposed.id);
  expect(confirmed).toMatchObject({
    state: 'standing',
    confirmedBy: home.colleague.personId,
    confirmedByName: '林二',
    confirmedAt: home.clock.now(),
  });
  expect(await list(home.exporter)).toEqual([confirmed]);
  expect(await refusalCode(confirm(home.colleague, proposed.id))).toBe('conflict: reading-acted-before');
});

test('the database itself refuses a confirmation by the proposer, a person of elsewhere, and any change of what was recorded', async () => {
  const { id, organisationId } = await propose(home.exporter);
  const act = (personId: string) =>
    home.store.run({ kind: 'system' }, (tx) =>
      tx.readings.act(
        { id, organisationId, proposedBy: home.exporter.personId },
        { id: noSuchId(), act: 'confirm', personId, reason: '', at: home.clock.now() },
      ),
    );
  expect(await refusalCode(act(home.exporter.personId))).toBe('forbidden: proposer-cannot-confirm');
  await expect(act(home.otherExporter.personId)).rejects.toThrow(/law_reading_act_person_fkey/);
  await expect(act(home.reviewer.personId)).rejects.toThrow(/law_reading_act_person_fkey/);
  const reach = `set licet.reach = 'system'`;
  for (const change of [`update law_reading set reading = 'extended'`, 'delete from law_reading', 'truncate law_reading cascade'])
    await expect(asOwner(home.database, reach, change)).rejects.toThrow(/only grows/);
});

test('a reading is the own organisation’s: no other exporter and no authority sees it, nor the authority’s', async () => {
  const own = await propose(home.exporter);
  const theirs = await propose(home.reviewer, 'extended');
  expect((await list(home.colleague)).map(({ id }) => id)).toEqual([own.id]);
  expect((await list(home.manager)).map(({ id }) => id)).toEqual([theirs.id]);
  expect(await list(home.otherExporter)).toEqual([]);
  for (const [who, id] of [
    [home.otherExporter, own.id],
    [home.countersigner, own.id],
    [home.colleague, theirs.id],
  ] as const) {
    expect(await refusalCode(confirm(who, id))).toBe('missing: reading-not-found');
    expect(await refusalCode(withdraw(who, id))).toBe('missing: reading-not-found');
    expect(await refusalCode(home.get(ReadReadings).one(who, id))).toBe('missing: reading-not-found');
  }
  expect(await confirm(home.countersigner, theirs.id)).toMatchObject({ state: 'standing', confirmedByName: '赵签' });
});

test('it can be taken back, stays in the history, and makes room for another', async () => {
  const first = await propose(home.exporter);
  expect(await refusalCode(propose(home.colleague, 'extended'))).toBe('conflict: reading-stands');
  await confirm(home.colleague, first.id);
  home.clock.advanceMs(1000);
  expect(await withdraw(home.exporter, first.id)).toMatchObject({
    state: 'withdrawn',
    withdrawnByName: '林一',
    withdrawalReason: '改为等待公告。',
  });
  expect(await refusalCode(withdraw(home.colleague, first.id))).toBe('conflict: reading-acted-before');
  expect(await refusalCode(confirm(home.colleague, first.id))).toBe('conflict: reading-acted-before');
  home.clock.advanceMs(1000);
  const second = await propose(home.colleague, 'extended');
  expect((await list(home.exporter)).map(({ id, state }) => [id, state])).toEqual([
    [second.id, 'proposed'],
    [first.id, 'withdrawn'],
  ]);
});

test('of proposals and of confirmations at once, one goes through', async () => {
  const proposals = await race([home.exporter, home.colleague, home.exporter].map((who) => propose(who)));
  expect(proposals).toEqual({ made: 1, codes: ['conflict: reading-stands', 'conflict: reading-stands'] });
  const [reading] = await list(home.exporter);
  const other = reading?.proposedBy === home.exporter.personId ? home.colleague : home.exporter;
  const confirmations = await race([1, 2, 3].map(() => confirm(other, reading?.id ?? '')));
  expect(confirmations).toEqual({ made: 1, codes: ['conflict: reading-acted-before', 'conflict: reading-acted-before'] });
});

test('only what is unsettled today or on a later known day takes a reading', async () => {
  expect(await refusalCode(propose(home.exporter, 'lapsed', 'no-such.measure'))).toBe('missing: measure-unknown');
  expect(await refusalCode(propose(home.exporter, 'lapsed', 'cn-mofcom-gacc-2025-57'))).toBe('missing: measure-unknown');
  expect(await refusalCode(propose(home.exporter, 'lapsed', 'cn-mofcom-gacc-2025-18.dy'))).toBe('conflict: reading-not-needed');
  const ahead = await propose(home.exporter, 'lapsed', 'cn-mofcom-2024-46.p2a');
  expect(await confirm(home.colleague, ahead.id)).toMatchObject({ state: 'early' });
  home.clock.set('2026-11-28T01:00:00Z');
  expect(await home.get(ReadReadings).one(home.exporter, ahead.id)).toMatchObject({ state: 'standing' });
  const unsettled = home.get(ReadReadings).unsettled();
  expect(unsettled.map(({ measure }) => measure)).toEqual(expect.arrayContaining([HOLMIUM, ERBIUM, 'cn-mofcom-2024-46.p2a']));
});

test('it is no longer needed once the law settles the measure, whatever was confirmed', async () => {
  const { id } = await propose(home.exporter);
  const confirmed = await confirm(home.colleague, id);
  const today = home.clock.today();
  const { rulebook } = home.law;
  expect(readingView(confirmed, rulebook, today)).toMatchObject({ state: 'standing' });
  const settled = { ...confirmed, measure: 'cn-mofcom-gacc-2025-18.dy' };
  expect(readingView(settled, rulebook, today)).toMatchObject({ state: 'no-longer-needed' });
});

test('an application is judged under the readings of whoever looks, and the record keeps it', async () => {
  const item = anItem({
    controlCode: '',
    nameZh: '金属钬',
    nameEn: 'holmium metal',
    composition: [{ substance: 'Ho', massPercent: '99.9' }],
    parameters: [],
    form: '',
    hsCode: '',
    specification: '',
  });
  const { id } = await anApplication(home).with(item).build();
  const asked = async (who: House['exporter'], day?: string) => {
    const [row] = await home.get(DetermineItems).execute(who, id, day === undefined ? undefined : localDate(day));
    const finding = row?.answer?.findings.find(({ measure }) => measure === HOLMIUM);
    return {
      headline: row?.answer?.headline,
      working: row?.answer?.workingStatus,
      under: finding?.underReading?.reading ?? null,
    };
  };
  expect(await asked(home.exporter)).toEqual({ headline: 'undetermined', working: null, under: null });
  const reading = await propose(home.exporter, 'stricter');
  expect(await asked(home.exporter)).toMatchObject({ under: null });
  await confirm(home.colleague, reading.id);
  expect(await asked(home.exporter)).toEqual({ headline: 'undetermined', working: 'licence-required', under: 'stricter' });
  expect(await asked(home.exporter, '2026-11-10')).toEqual({ headline: 'suspended', working: null, under: null });
  await withdraw(home.colleague, reading.id);
  expect(await asked(home.exporter)).toEqual({ headline: 'undetermined', working: null, under: null });
});

test('a submitted application records the exporter’s reading; the officer judges under the authority’s', async () => {
  const own = await propose(home.exporter, 'lapsed', HOLMIUM);
  await confirm(home.colleague, own.id);
  const { id } = await anApplication(home)
    .with(
      anItem({
        nameZh: '金属钬',
        nameEn: 'holmium metal',
        composition: [{ substance: 'Ho', massPercent: '99.9' }],
        parameters: [],
      }),
    )
    .submitted()
    .build();
  const theirs = await propose(home.reviewer, 'extended');
  await confirm(home.countersigner, theirs.id);
  const [row] = await home.get(DetermineItems).execute(home.reviewer, id);
  const readingOf = (answer: typeof row extends undefined ? never : NonNullable<typeof row>['answer']) =>
    answer?.findings.find(({ measure }) => measure === HOLMIUM)?.underReading;
  expect(readingOf(row?.answer ?? null)).toMatchObject({ reading: 'extended', by: '陈审', confirmedBy: '赵签' });
  expect(readingOf(row?.recorded.find(({ view }) => view === 'exporter')?.answer ?? null)).toMatchObject({
    reading: 'lapsed',
    by: '林一',
    confirmedBy: '林二',
    since: '2026-11-21',
  });
});

test('an agent files under the principal’s reading, gets the principal’s answer, and reads no reading of its house', async () => {
  const agent = await anAgent(home);
  const own = await propose(home.exporter, 'stricter');
  await confirm(home.colleague, own.id);
  const foreign = await propose(home.otherExporter, 'lapsed');
  const { id } = await anApplication(home)
    .of(agent)
    .with(
      anItem({
        nameZh: '金属钬',
        nameEn: 'holmium metal',
        composition: [{ substance: 'Ho', massPercent: '99.9' }],
        parameters: [],
      }),
    )
    .submitted()
    .build();
  const [agents] = await home.get(DetermineItems).execute(agent, id);
  const [principals] = await home.get(DetermineItems).execute(home.exporter, id);
  expect(agents).toEqual(principals);
  for (const answer of [agents?.answer, agents?.recorded[0]?.answer])
    expect(answer?.findings.find(({ measure }) => measure === HOLMIUM)?.underReading).toMatchObject({
      reading: 'stricter',
      by: '林一',
    });
  expect(await list(agent)).toEqual([]);
  expect((await list(home.otherExporter)).map((row) => row.id)).toEqual([foreign.id]);
});
