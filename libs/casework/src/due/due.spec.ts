// What falls due for a licence: written with the publication, swept, performed once, cancelled with a revocation; and no late job makes an expired licence active.
import { addDays, type LocalDate } from '#kernel';
import { anApplication, makeMove } from '../../../../test/builders/application';
import { house, type House } from '../../../../test/builders/house';
import { asOwner } from '../../../../test/builders/stored-world';
import { PrepareDocument } from '../decisions/prepare-document';
import { ReadApplication } from '../applications/read-application';
import { MoveLicence } from '../licences/move-licence';
import { ReadLicences } from '../licences/read-licences';
import { ManagePeople } from '../people/manage-people';
import { PerformDueHandler } from './perform-due.handler';
import { HANDED_PATIENCE_MS, SweepDue } from './sweep-due';

let home: House;

beforeEach(async () => {
  home = await house();
});
afterEach(() => home.end());

/** A licence valid from the day on for a year; its papers are rendered and its mails sent. */
async function issued(from: LocalDate = home.clock.today(), owner = home.exporter) {
  const { id, version } = await anApplication(home).of(owner).countersigned().build();
  const facts = { validity: { from, to: addDays(from, 364) } };
  await home.get(PrepareDocument).execute(home.caseOfficer, id, { version, kind: 'licence', facts });
  await makeMove(home, home.manager, id, 'finalise');
  await makeMove(home, home.manager, id, 'publish');
  const licence = await home.store.run({ kind: 'system' }, (tx) => tx.licences.ofApplication(id));
  if (!licence) throw new Error('A published application has a licence');
  return licence;
}
const due = (id: string) => home.store.run({ kind: 'system' }, (tx) => tx.due.ofSubject(id));
const sweep = () => home.get(SweepDue).run();
const states = async (id: string) => (await due(id)).map(({ state }) => state);
const turns = async (applicationId: string) =>
  (await home.logOf(applicationId)).filter(({ verb }) => verb === 'licence-became-active' || verb === 'licence-expired');
const atStartOf = (day: LocalDate) => home.clock.set(home.clock.startOf(day));

async function work() {
  await sweep();
  await home.quiet();
}

test('publication writes what falls due, each at the first moment of its legal day', async () => {
  const { id } = await issued();
  const rows = await due(id);
  expect(rows.map(({ kind, dueAt, effectKey }) => [dueAt, kind, effectKey])).toEqual([
    ['2026-03-01T16:00:00.000Z', 'licence-active', `licence-active:${id}`],
    ['2026-11-30T16:00:00.000Z', 'expiry-reminder', `expiry-reminder:${id}:90`],
    ['2027-01-29T16:00:00.000Z', 'expiry-reminder', `expiry-reminder:${id}:30`],
    ['2027-02-21T16:00:00.000Z', 'expiry-reminder', `expiry-reminder:${id}:7`],
    ['2027-03-01T16:00:00.000Z', 'licence-expired', `licence-expired:${id}`],
  ]);
  for (const row of rows)
    expect(row).toMatchObject({ organisationId: home.exporterOrganisation.id, state: 'waiting', attempts: 0, handedAt: null });
});

test('a refused application leaves nothing due', async () => {
  await anApplication(home).advising('refuse').published().build();
  const today = home.clock.today();
  const backlog = await home.store.run({ kind: 'system' }, (tx) => tx.due.backlog(home.clock.startOf(addDays(today, 9))));
  expect(backlog).toEqual({ waiting: 0, handed: 0 });
});

test('the life of a licence, day by day: log entries and reminders, each on its day and once', async () => {
  const { id, applicationId, number, validFrom, validTo } = await issued(addDays(home.clock.today(), 3));
  await work();
  home.mailer.sent.length = 0;
  const told: string[] = [];
  for (const day of [validFrom, addDays(validTo, -90), addDays(validTo, -30), addDays(validTo, -7), addDays(validTo, 1)]) {
    atStartOf(day).advanceMs(-1);
    await work();
    told.push(`before ${day}: ${(await turns(applicationId)).length} turns, ${home.mailer.sent.length} mails`);
    atStartOf(day);
    await work();
    await work();
    told.push(`on ${day}: ${(await turns(applicationId)).length} turns, ${home.mailer.sent.length} mails`);
  }
  expect(told).toEqual([
    'before 2026-03-05: 0 turns, 0 mails',
    'on 2026-03-05: 1 turns, 0 mails',
    'before 2026-12-04: 1 turns, 0 mails',
    'on 2026-12-04: 1 turns, 1 mails',
    'before 2027-02-02: 1 turns, 1 mails',
    'on 2027-02-02: 1 turns, 2 mails',
    'before 2027-02-25: 1 turns, 2 mails',
    'on 2027-02-25: 1 turns, 3 mails',
    'before 2027-03-05: 1 turns, 3 mails',
    'on 2027-03-05: 2 turns, 3 mails',
  ]);
  expect(await turns(applicationId)).toMatchObject([
    { verb: 'licence-became-active', actorId: null, payload: { number, validFrom, side: 'system' } },
    { verb: 'licence-expired', actorId: null, payload: { number, validTo, side: 'system' } },
  ]);
  const subjects = home.mailer.sent.map(({ text }) => /Days left from today: (\d+)/.exec(text)?.[1]);
  expect(subjects).toEqual(['90', '30', '7']);
  for (const mail of home.mailer.sent) {
    expect(mail.to).toBe('exporter@house.test');
    for (const word of [number, '4 March 2027', '2027年3月4日', `http://licet.test/licences/${id}`])
      expect(mail.text).toContain(word);
    for (const word of ['氧化镝', 'Dysprosium', 'Aoba']) expect(mail.text).not.toContain(word);
  }
  expect(new Set(await states(id))).toEqual(new Set(['done']));
});

test('however late the job runs, nobody reads an expired licence as active, in any view or list', async () => {
  const { id, applicationId, validTo } = await issued();
  const read = async () => {
    const lives: string[] = [];
    for (const person of [home.exporter, home.auditor, home.manager]) {
      lives.push((await home.get(ReadLicences).one(person, id)).life);
      lives.push(...(await home.get(ReadLicences).list(person, { limit: 10 })).rows.map(({ life }) => life));
      lives.push((await home.get(ReadApplication).execute(person, applicationId)).licence?.life ?? 'none');
    }
    return [...new Set(lives)];
  };
  expect(await read()).toEqual(['active']);
  atStartOf(addDays(validTo, 1)).advanceMs(-1);
  expect(await read()).toEqual(['active']);
  atStartOf(addDays(validTo, 1));
  expect(await read()).toEqual(['expired']);
  expect(await states(id)).toEqual(Array<string>(5).fill('waiting'));
  home.clock.advanceDays(400);
  expect(await read()).toEqual(['expired']);
  await work();
  expect(await read()).toEqual(['expired']);
  expect((await turns(applicationId)).map(({ verb, payload }) => [verb, payload['validFrom'] ?? payload['validTo']])).toEqual([
    ['licence-became-active', '2026-03-02'],
    ['licence-expired', validTo],
  ]);
  expect(home.mailer.sent.filter(({ subject }) => subject.includes('valid until'))).toEqual([]);
});

test('a validity that begins in the future is logged once, with its own day, also when the job runs days late and twice', async () => {
  const { id, applicationId, validFrom } = await issued(addDays(home.clock.today(), 3));
  const life = async () => (await home.get(ReadLicences).one(home.exporter, id)).life;
  expect(await life()).toBe('scheduled');
  await work();
  expect(await turns(applicationId)).toEqual([]);
  atStartOf(addDays(validFrom, 5));
  expect([await life(), await turns(applicationId)]).toEqual(['active', []]);
  await Promise.all([sweep(), sweep()]);
  await home.quiet();
  home.clock.advanceMs(HANDED_PATIENCE_MS);
  await work();
  expect(await turns(applicationId)).toMatchObject([{ verb: 'licence-became-active', payload: { validFrom } }]);
  expect((await states(id))[0]).toBe('done');
});

test('reminders that come late are one, of the days that are left', async () => {
  const { validTo } = await issued();
  await work();
  home.mailer.sent.length = 0;
  atStartOf(addDays(validTo, -5));
  await work();
  expect(home.mailer.sent.map(({ text }) => /Days left from today: (\d+)/.exec(text)?.[1])).toEqual(['5']);
});

test('revocation cancels what is due, also when it was handed out; suspension keeps it', async () => {
  const [kept, revoked, handed] = [await issued(), await issued(), await issued()];
  const move = (id: string, name: string) => home.get(MoveLicence).execute(home.manager, id, name, { version: 1, reason: 'x' });
  await move(kept.id, 'suspend');
  await move(revoked.id, 'revoke');
  await sweep();
  await move(handed.id, 'revoke');
  await home.quiet();
  expect(await states(kept.id)).toEqual(['done', 'waiting', 'waiting', 'waiting', 'waiting']);
  for (const { id, applicationId } of [revoked, handed]) {
    expect(await states(id)).toEqual(Array<string>(5).fill('cancelled'));
    expect(await turns(applicationId)).toEqual([]);
  }
  home.clock.advanceDays(366);
  await work();
  expect((await turns(kept.applicationId)).map(({ verb }) => verb)).toEqual(['licence-became-active', 'licence-expired']);
  expect(await turns(revoked.applicationId)).toEqual([]);
});

test('a job that never came is handed out again by a later sweep, and a job that comes after all does nothing twice', async () => {
  const { id, applicationId } = await issued();
  expect(await sweep()).toBe(1);
  const forgotten = (await due(id))[0]?.id ?? '';
  expect(await sweep()).toBe(0);
  home.clock.advanceMs(HANDED_PATIENCE_MS);
  expect(await sweep()).toBe(1);
  await home.quiet();
  await home.get(PerformDueHandler).handle({ ids: [forgotten] });
  expect((await due(id))[0]).toMatchObject({ state: 'done', attempts: 2 });
  expect(await turns(applicationId)).toHaveLength(1);
});

test('after a failure each row stands for itself, and the failed one is performed once it can be', async () => {
  const [one, bad, two] = [await issued(), await issued(), await issued()];
  await home.quiet();
  await asOwner(
    home.database,
    `create function refuse_it() returns trigger language plpgsql as $$ begin
       if new.verb = 'licence-became-active' and new.payload->>'number' = '${bad.number}' then raise exception 'the log is full'; end if; return new;
     end $$`,
    'create trigger refuse_it before insert on case_log for each row execute function refuse_it()',
  );
  await sweep();
  await expect(home.quiet()).rejects.toThrow('perform-due failed for good');
  for (const { id } of [one, two]) expect((await states(id))[0]).toBe('done');
  expect((await states(bad.id))[0]).toBe('handed');
  expect(await turns(bad.applicationId)).toEqual([]);
  await asOwner(home.database, 'drop trigger refuse_it on case_log');
  const ids = (await Promise.all([one, bad, two].map(({ id }) => due(id)))).map(([row]) => row?.id ?? '');
  await home.get(PerformDueHandler).handle({ ids });
  for (const { applicationId } of [one, bad, two]) expect(await turns(applicationId)).toHaveLength(1);
});

test('a mail that cannot be sent holds up no other, and is sent once when it can be', async () => {
  const [one, two] = [await issued(), await issued(undefined, home.otherExporter)];
  await work();
  home.mailer.sent.length = 0;
  atStartOf(addDays(one.validTo, -90));
  await sweep();
  const ids = (await Promise.all([due(one.id), due(two.id)])).map((rows) => rows[1]?.id ?? '');
  const send = home.mailer.send.bind(home.mailer);
  home.mailer.send = (mail) => (mail.to === 'exporter@house.test' ? Promise.reject(new Error('mailbox full')) : send(mail));
  await expect(home.get(PerformDueHandler).handle({ ids })).rejects.toThrow(
    /1 of 2 due rows could not be performed: mailbox full/,
  );
  expect(home.mailer.sent.map(({ to }) => to)).toEqual(['other@house.test']);
  home.mailer.send = send;
  await home.get(PerformDueHandler).handle({ ids });
  await home.get(PerformDueHandler).handle({ ids });
  expect(home.mailer.sent.map(({ to }) => to)).toEqual(['other@house.test', 'exporter@house.test']);
});

test('when the person who filed has left, the others of the organisation are reminded', async () => {
  const { validTo } = await issued(undefined, home.colleague);
  await work();
  const person = await home.store.run({ kind: 'system' }, (tx) => tx.people.find(home.colleague.personId));
  await home.get(ManagePeople).deactivate(home.administrator, home.colleague.personId, person?.version ?? 0, null);
  await home.quiet();
  home.mailer.sent.length = 0;
  atStartOf(addDays(validTo, -30));
  await work();
  expect(home.mailer.sent.map(({ to }) => to)).toEqual(['exporter@house.test']);
});

test('while the queue is away the sweep performs by itself, and hands out again once it answers', async () => {
  const one = await issued();
  await home.quiet();
  home.queue.ping = () => Promise.reject(new Error('away'));
  expect(await sweep()).toBe(1);
  expect((await states(one.id))[0]).toBe('done');
  expect(await turns(one.applicationId)).toHaveLength(1);
  expect(await home.store.run({ kind: 'system' }, (tx) => tx.jobs.unpublished())).toBe(0);
  home.queue.ping = () => Promise.resolve();
  const two = await issued();
  await sweep();
  expect((await states(two.id))[0]).toBe('handed');
  await home.quiet();
  expect((await states(two.id))[0]).toBe('done');
});
