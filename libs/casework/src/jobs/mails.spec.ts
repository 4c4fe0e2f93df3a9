// Mails of the jobs: to the right person, in both languages, once, and with nothing of the case's content.
import { randomUUID } from 'node:crypto';
import { anApplication, makeMove } from '../../../../test/builders/application';
import { house, type House } from '../../../../test/builders/house';
import { ManagePeople } from '../people/manage-people';
import { NotifyCaseMovedHandler } from './notify-case-moved.handler';
import { SendInvitationHandler } from './send-invitation.handler';

let home: House;

beforeAll(async () => {
  home = await house();
});
beforeEach(async () => {
  await home.quiet();
  home.mailer.sent.length = 0;
});
afterAll(() => home.end());

const entryOf = async (id: string, verb: string) => (await home.logOf(id)).findLast((entry) => entry.verb === verb)?.id ?? '0';

test('the applicant is told of the stage with reference and link, and of nothing else', async () => {
  const { id, reference } = await anApplication(home).submitted().build();
  await makeMove(home, home.provincialOfficer, id, 'return', { reason: '合同缺第三页' });
  await home.quiet();
  const [mail, ...others] = home.mailer.sent;
  expect(others).toEqual([]);
  expect(mail).toMatchObject({ to: 'exporter@house.test' });
  expect(mail?.subject).toContain(reference);
  expect(mail?.text).toContain(`http://licet.test/applications/${id}`);
  for (const word of ['合同缺第三页', '氧化镝', 'Dysprosium', 'Aoba', '冯省'])
    expect(`${mail?.subject ?? ''}${mail?.text ?? ''}`).not.toContain(word);
});

test('run again it sends nothing', async () => {
  const { id } = await anApplication(home).accepted().build();
  const payload = { applicationId: id, logId: await entryOf(id, 'accept') };
  const handler = home.get(NotifyCaseMovedHandler);
  await handler.handle(payload);
  await handler.handle(payload);
  await home.quiet();
  expect(home.mailer.sent).toHaveLength(1);
});

test('in the place of a person who has left the others are told, and of an act that is not in the log nobody', async () => {
  await anApplication(home).of(home.colleague).accepted().build();
  const person = await home.store.run({ kind: 'system' }, (tx) => tx.people.find(home.colleague.personId));
  await home.get(ManagePeople).deactivate(home.administrator, home.colleague.personId, person?.version ?? 0, null);
  await home.quiet();
  const { id: other } = await anApplication(home).submitted().build();
  await home.get(NotifyCaseMovedHandler).handle({ applicationId: other, logId: '999999999' });
  expect(home.mailer.sent.map(({ to }) => to)).toEqual(['exporter@house.test']);
});

test('an invitation speaks both languages, names the organisation and is sent once for each request', async () => {
  const { id, email } = await home.get(ManagePeople).invite(home.administrator, {
    organisationId: home.authority.id,
    email: 'neu@house.test',
    name: '新人',
    roles: ['reviewer'],
  });
  await home.quiet();
  const { text } = home.mailer.lastTo(email);
  for (const word of ['新人', '示范出口管制局', 'Specimen Export Control Office', 'http://licet.test/invitations/'])
    expect(text).toContain(word);
  const payload = { personId: id, requestId: randomUUID() };
  await home.get(SendInvitationHandler).handle(payload);
  await home.get(SendInvitationHandler).handle(payload);
  expect(home.mailer.sent).toHaveLength(2);
});
