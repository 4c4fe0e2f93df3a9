// Mails on a case that an agent files: to agent and principal while the authority holds, then to the principal alone; never to who has left.
import { addDays } from '#kernel';
import { anApplication, makeMove } from '../../../../test/builders/application';
import { house, type House } from '../../../../test/builders/house';
import type { Actor } from '../actor';
import { SweepDue } from '../due/sweep-due';
import { WriteNote } from '../notes/write-note';
import { ManagePeople } from '../people/manage-people';
import { KeepAgencies } from './keep-agencies';

const PRINCIPALS = ['exporter@house.test', 'colleague@house.test'];
const AGENT = 'other@house.test';

let home: House;
let agencyId: string;
let agent: Actor;

beforeEach(async () => {
  home = await house();
  const { creditCode } = home.otherOrganisation;
  const today = home.clock.today();
  const agency = { creditCode, from: today, to: addDays(today, 400), note: '授权书' };
  ({ id: agencyId } = await home.get(KeepAgencies).give(home.exporter, agency));
  agent = await home.get(KeepAgencies).actFor(home.otherExporter, home.exporter.organisationId);
});
afterEach(() => home.end());

/** The addresses to which the act brings a mail. */
async function toldBy(act: () => Promise<unknown>): Promise<string[]> {
  await home.quiet();
  home.mailer.sent.length = 0;
  await act();
  await home.quiet();
  return home.mailer.sent.map(({ to }) => to).sort();
}

const note = (id: string) =>
  home.get(WriteNote).execute(home.caseOfficer, id, { audience: 'applicant', text: '请补充', mentionIds: [] });
const giveBack = (id: string) => makeMove(home, home.provincialOfficer, id, 'return', { reason: '缺页' });
const revoke = () => home.get(KeepAgencies).revoke(home.exporter, agencyId);

async function leave({ personId }: Actor): Promise<void> {
  const person = await home.store.run({ kind: 'system' }, (tx) => tx.people.find(personId));
  await home.get(ManagePeople).deactivate(home.administrator, personId, person?.version ?? 0, null);
}

test('while the authority holds, agent and principal are told of a stage and of a note', async () => {
  const { id } = await anApplication(home).of(agent).submitted().build();
  expect(await toldBy(() => note(id))).toEqual([...PRINCIPALS, AGENT].sort());
  expect(await toldBy(() => giveBack(id))).toEqual([...PRINCIPALS, AGENT].sort());
});

test('once it is revoked, or over, only the principal is told', async () => {
  const { id } = await anApplication(home).of(agent).submitted().build();
  const { id: other } = await anApplication(home).of(agent).submitted().build();
  await revoke();
  expect(await toldBy(() => note(id))).toEqual([...PRINCIPALS].sort());
  expect(await toldBy(() => giveBack(id))).toEqual([...PRINCIPALS].sort());
  await home.get(KeepAgencies).give(home.exporter, {
    creditCode: home.otherOrganisation.creditCode,
    from: home.clock.today(),
    to: home.clock.today(),
    note: '授权书',
  });
  expect(await toldBy(() => note(other))).toEqual([...PRINCIPALS, AGENT].sort());
  home.clock.advanceDays(1);
  expect(await toldBy(() => note(other))).toEqual([...PRINCIPALS].sort());
});

test('a mail under way when the authority is revoked is not sent to the agent', async () => {
  const { id } = await anApplication(home).of(agent).submitted().build();
  expect(await toldBy(() => note(id).then(revoke))).toEqual([...PRINCIPALS].sort());
});

test('the end of a licence is told to the principal when the agent is none any more', async () => {
  const { id } = await anApplication(home).of(agent).published().build();
  const licence = await home.store.run({ kind: 'system' }, (tx) => tx.licences.ofApplication(id));
  await revoke();
  await home.get(SweepDue).run();
  home.clock.set(home.clock.startOf(addDays(licence?.validTo ?? home.clock.today(), -30)));
  expect(await toldBy(() => home.get(SweepDue).run())).toEqual([...PRINCIPALS].sort());
});

test('where the filer has left, everybody of that side is told', async () => {
  const { id } = await anApplication(home).of(home.colleague).submitted().build();
  const { id: agents } = await anApplication(home).of(agent).submitted().build();
  await leave(home.colleague);
  expect(await toldBy(() => giveBack(id))).toEqual(['exporter@house.test']);
  await leave(home.otherExporter);
  expect(await toldBy(() => giveBack(agents))).toEqual(['exporter@house.test']);
});
