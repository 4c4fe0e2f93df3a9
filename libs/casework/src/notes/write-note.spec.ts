// Notes and mentions: internal ones for officers with a mail to whoever is named, others for both sides; and cases that an officer watches.
import type { Refusal } from '#kernel';
import { LIMITS } from '#licensing';
import { anAgent } from '../../../../test/builders/agents';
import { anApplication, makeMove } from '../../../../test/builders/application';
import { house, noSuchId, type House } from '../../../../test/builders/house';
import { refusalCode, refused } from '../../../../test/builders/refused';
import { NotifyMentionHandler } from '../jobs/notify-mention.handler';
import { MOST_MENTIONS, WriteNote, type NewNote } from './write-note';
import { WatchCase } from './watch-case';

let home: House;
let id: string;
let reference: string;

beforeAll(async () => {
  home = await house();
});
beforeEach(async () => {
  ({ id, reference } = await anApplication(home).submitted().build());
  await home.quiet();
  home.mailer.sent.length = 0;
});
afterAll(() => home.end());

const verb = () => home.get(WriteNote);
const write = (who: House['exporter'], change: Partial<NewNote> = {}, on = id) =>
  verb().execute(who, on, { audience: 'internal', text: '请核对最终用户', mentionIds: [], ...change });

test('an internal note stands for officers and auditors, and the exporter learns of none', async () => {
  await write(home.reviewer, { text: ' 请核对最终用户\n' });
  for (const who of [home.manager, home.auditor])
    expect(await verb().list(who, id)).toMatchObject([
      { audience: 'internal', text: '请核对最终用户', authorName: '陈审', at: home.clock.now(), mentionIds: [] },
    ]);
  expect(await verb().list(home.exporter, id)).toEqual([]);
  const reach = { kind: 'organisation', organisationId: home.exporter.organisationId, personId: home.exporter.personId } as const;
  expect(await home.store.run(reach, (tx) => tx.notes.ofApplication(id))).toEqual([]);
});

test('whoever is named is told by one mail with reference and link and nothing of the note', async () => {
  const mentionIds = [home.manager.personId, home.countersigner.personId, home.manager.personId];
  const { id: noteId } = await write(home.reviewer, { mentionIds });
  await home.quiet();
  expect(home.mailer.sent.map(({ to }) => to).sort()).toEqual(['countersigner@house.test', 'manager@house.test']);
  const { subject, text } = home.mailer.lastTo('manager@house.test');
  expect(subject).toContain(reference);
  expect(text).toContain(`http://licet.test/cases/${id}`);
  for (const word of ['最终用户', '陈审', '氧化镝']) expect(subject + text).not.toContain(word);
  await home.get(NotifyMentionHandler).handle({ noteId, personId: home.manager.personId });
  expect(home.mailer.sent).toHaveLength(2);
  const { rows } = await verb().mentioning(home.manager, { limit: 10 });
  expect(rows[0]).toMatchObject({ id: noteId, reference });
  expect((await verb().mentioning(home.secondReviewer, { limit: 10 })).rows).toEqual([]);
});

test('a note to the applicant is read by both sides, without the officer’s name, and told to whoever filed', async () => {
  await write(home.caseOfficer, { audience: 'applicant', text: '请补充说明' });
  await home.quiet();
  expect(home.mailer.sent.map(({ to }) => to)).toEqual(['exporter@house.test']);
  expect(home.mailer.lastTo('exporter@house.test').text).toContain(`http://licet.test/applications/${id}`);
  home.clock.advanceMs(1000);
  await write(home.colleague, { audience: 'applicant', text: '已补充' });
  expect(await verb().list(home.exporter, id)).toMatchObject([
    { text: '请补充说明', authorName: null, side: 'authority' },
    { text: '已补充', authorName: '林二', side: 'applicant' },
  ]);
  expect((await verb().list(home.manager, id)).map(({ authorName }) => authorName)).toEqual(['韩办', '林二']);
  await home.quiet();
  expect(home.mailer.sent).toHaveLength(1);
});

test('on a case that an agent files each note bears its side, and principal and agent know each other by name', async () => {
  const agent = await anAgent(home);
  const filed = await anApplication(home).of(agent).submitted().build();
  await write(agent, { audience: 'applicant', text: 'a' }, filed.id);
  await write(home.exporter, { audience: 'applicant', text: 'b' }, filed.id);
  await write(home.reviewer, { audience: 'internal', text: 'c' }, filed.id);
  await write(home.caseOfficer, { audience: 'applicant', text: 'd' }, filed.id);
  const read = async (who: House['exporter']) =>
    (await verb().list(who, filed.id)).map(({ text, side, authorName }) => [text, side, authorName]);
  const applicants = [
    ['a', 'applicant', '周三'],
    ['b', 'applicant', '林一'],
  ];
  for (const who of [agent, home.exporter, home.colleague])
    expect(await read(who)).toEqual([...applicants, ['d', 'authority', null]]);
  expect(await read(home.manager)).toEqual([...applicants, ['c', 'authority', '陈审'], ['d', 'authority', '韩办']]);
});

test('what cannot be right is refused, each fault at its place', async () => {
  const faults = async (who: House['exporter'], change: Partial<NewNote>) =>
    (await refused(write(who, change))).faults.map(({ code, at }) => `${code} @ ${String(at)}`);
  expect(await faults(home.reviewer, { text: ' \n' })).toEqual(['field-missing @ text']);
  expect(await faults(home.reviewer, { text: '长'.repeat(LIMITS.longText + 1) })).toEqual(['text-too-long @ text']);
  expect(await faults(home.exporter, {})).toEqual(['note-not-yours @ audience']);
  expect(await faults(home.reviewer, { audience: 'applicant', mentionIds: [home.manager.personId] })).toEqual([
    'mentions-internal-only @ mentionIds',
  ]);
  expect(
    await faults(home.reviewer, { mentionIds: [home.exporter.personId, home.auditor.personId, home.administrator.personId] }),
  ).toEqual(['mention-unfit @ mentionIds.0', 'mention-unfit @ mentionIds.2']);
  const many = Array<string>(MOST_MENTIONS + 1).fill(home.manager.personId);
  expect(await faults(home.reviewer, { mentionIds: many })).toEqual(['list-too-long @ mentionIds']);
  await write(home.reviewer, { text: '长'.repeat(LIMITS.longText), mentionIds: many.slice(1) });
  expect(await refusalCode(write(home.otherExporter, { audience: 'applicant' }))).toBe('missing: application-not-found');
  expect(await refusalCode(write(home.reviewer, {}, noSuchId()))).toBe('missing: application-not-found');
  expect(await refusalCode(verb().list(home.otherExporter, id))).toBe('missing: application-not-found');
});

test.each([
  ['published', true, true],
  ['closed', false, true],
  ['withdrawn', false, true],
  ['superseded', false, false],
] as const)('a case that is %s takes a note of both sides: %p, an internal one: %p', async (status, both, internal) => {
  const begun = anApplication(home).at(status === 'withdrawn' ? 'submitted' : status);
  const { id: over } = await begun.build();
  if (status === 'withdrawn') await makeMove(home, home.exporter, over, 'withdraw', { reason: '不再出口' });
  const before = (await home.logOf(over)).length;
  const outcome = (work: Promise<unknown>) =>
    work.then(
      () => 'made',
      ({ code }: Refusal) => code,
    );
  const refusedWord = (made: boolean) => (made ? 'made' : 'case-read-only');
  for (const who of [home.caseOfficer, home.exporter])
    expect(await outcome(write(who, { audience: 'applicant' }, over))).toBe(refusedWord(both));
  expect(await outcome(write(home.caseOfficer, {}, over))).toBe(refusedWord(internal));
  expect((await home.logOf(over)).length - before).toBe((both ? 2 : 0) + (internal ? 1 : 0));
});

test('whom a note may name: active officers of cases, by name', async () => {
  const names = (await verb().colleagues(home.reviewer)).map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['陈审', '孙决', '秦察']));
  expect(names).not.toContain('李管');
});

test('a watched case stands on the officer’s list until it is watched no more, latest change first', async () => {
  const other = await anApplication(home).submitted().build();
  const watch = (who: House['exporter'], on: string, watching = true) => home.get(WatchCase).set(who, on, watching);
  const list = async (who = home.auditor) => (await home.get(WatchCase).list(who, { limit: 10 })).rows.map((row) => row.id);
  await watch(home.auditor, id);
  await watch(home.auditor, id);
  await watch(home.auditor, other.id);
  expect((await home.logOf(id)).filter(({ verb: act }) => act === 'watch')).toHaveLength(1);
  home.clock.advanceMs(1000);
  await makeMove(home, home.provincialOfficer, id, 'receive');
  expect(await list()).toEqual([id, other.id]);
  expect(await list(home.manager)).toEqual([]);
  await watch(home.auditor, id, false);
  await watch(home.manager, id, false);
  expect(await list()).toEqual([other.id]);
  expect((await home.logOf(id)).at(-1)).toMatchObject({ verb: 'unwatch', actorId: home.auditor.personId });
  expect(await refusalCode(watch(home.auditor, noSuchId()))).toBe('missing: application-not-found');
});
