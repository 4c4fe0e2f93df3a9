// The administrator's verbs: organisations, invitations, and deactivation with hand-over, which ends access at once.
import { randomUUID } from 'node:crypto';
import { addMs } from '#kernel';
import { anApplication, makeMove, present } from '../../../../test/builders/application';
import { creditCode } from '../../../../test/builders/content';
import { aQueue, aTeam, placeOn, standingOn } from '../../../../test/builders/desks';
import { house, noSuchId, type House } from '../../../../test/builders/house';
import { PASSWORD } from '../../../../test/builders/people';
import { race, refusalCode, refused } from '../../../../test/builders/refused';
import { HoldPlace } from '../queues/hold-place';
import { PutOnQueue } from '../queues/put-on-queue';
import { CreateFirstAdministrator } from './create-first-administrator';
import { ManagePeople } from './manage-people';
import { SetPassword } from './set-password';
import { SignIn } from './sign-in';

let home: House;
const system = { kind: 'system' } as const;

beforeEach(async () => {
  home = await house();
});
afterEach(() => home.end());

const verb = () => home.get(ManagePeople);
const organisation = (change: object = {}) => ({
  kind: 'exporter' as const,
  nameZh: '厦门某某',
  nameEn: 'Xiamen Some',
  creditCode: creditCode(7),
  address: '',
  province: '',
  ...change,
});
const invitation = (change: object = {}) => ({
  organisationId: home.authority.id,
  email: `${randomUUID()}@house.test`,
  name: '新人',
  roles: ['reviewer'] as const,
  ...change,
});
const versionOf = async (personId: string) => (await home.store.run(system, (tx) => tx.people.find(personId)))?.version ?? 0;
const deactivate = async (personId: string, handOverTo: string | null = null) =>
  verb().deactivate(home.administrator, personId, await versionOf(personId), handOverTo);

test('an organisation is kept with a credit code that fits and that no other bears', async () => {
  const made = await verb().createOrganisation(home.administrator, organisation());
  expect((await verb().organisations(home.administrator)).find(({ id }) => id === made.id)).toEqual(made);
  expect(await refusalCode(verb().createOrganisation(home.administrator, organisation()))).toBe('conflict: credit-code-taken');
  expect((await refused(verb().createOrganisation(home.administrator, organisation({ creditCode: '' })))).faults).toMatchObject([
    { code: 'credit-code-wrong', at: 'creditCode' },
  ]);
  expect(
    (await refused(verb().createOrganisation(home.administrator, organisation({ kind: 'authority' })))).faults,
  ).toMatchObject([{ code: 'credit-code-not-for-authority' }]);
  expect(await verb().createOrganisation(home.administrator, organisation({ kind: 'authority', creditCode: '' }))).toMatchObject({
    kind: 'authority',
  });
});

test('an invitation needs roles that the organisation can give, and an address that is free', async () => {
  const invite = (change: object) => verb().invite(home.administrator, invitation(change));
  expect((await refused(invite({ roles: [] }))).faults).toMatchObject([{ code: 'no-role', at: 'roles' }]);
  expect((await refused(invite({ roles: ['exporter', 'reviewer'] }))).faults).toMatchObject([
    { code: 'role-not-for-organisation', facts: { role: 'exporter', kind: 'authority' } },
  ]);
  expect(
    (await refused(invite({ organisationId: home.exporterOrganisation.id, roles: ['exporter', 'manager'] }))).faults,
  ).toMatchObject([{ facts: { role: 'manager', kind: 'exporter' } }]);
  expect(await refusalCode(invite({ email: ' REVIEWER@house.test' }))).toBe('conflict: email-taken');
  expect(await refusalCode(invite({ organisationId: noSuchId() }))).toBe('missing: organisation-not-found');
  const { made, codes } = await race([invite({ email: 'x@house.test' }), invite({ email: 'X@house.test' })]);
  expect({ made, codes }).toEqual({ made: 1, codes: ['conflict: email-taken'] });
  await home.quiet();
  expect(home.mailer.sent.map(({ to }) => to)).toEqual(['x@house.test']);
});

test('an invitation is sent again only to someone who still waits for it', async () => {
  const { id, email } = await verb().invite(home.administrator, invitation());
  await verb().inviteAgain(home.administrator, id);
  await home.quiet();
  expect(home.mailer.sent.map(({ to }) => to)).toEqual([email, email]);
  expect(await refused(verb().inviteAgain(home.administrator, home.reviewer.personId))).toMatchObject({
    kind: 'conflict',
    code: 'person-not-invited',
    facts: { state: 'active' },
  });
  expect(await refusalCode(verb().inviteAgain(home.administrator, noSuchId()))).toBe('missing: person-not-found');
});

test('deactivation hands the places over, logs each one, and ends session and sign-in', async () => {
  const open = [await anApplication(home).accepted().build(), await anApplication(home).reviewed().build()];
  const published = await anApplication(home).decided().build();
  const others = await anApplication(home).accepted().build();
  const leaver = home.caseOfficer;
  for (const { id } of [...open, published]) await home.get(HoldPlace).take(leaver, await placeOn(home, id));
  await home.get(HoldPlace).take(home.allRounder, await placeOn(home, others.id));
  await makeMove(home, leaver, published.id, 'publish');
  const ended = await home.logOf(published.id);
  await home.store.run(system, (tx) =>
    tx.sessions.save({ idHash: 's', personId: leaver.personId, data: {}, expiresAt: addMs(home.clock.now(), 3_600_000) }),
  );

  expect(await deactivate(leaver.personId, home.allRounder.personId)).toEqual({ handedOver: 2, freed: 0 });

  for (const { id, version } of open) {
    expect(await standingOn(home, id)).toMatchObject([{ holderId: home.allRounder.personId }]);
    expect(await present(home, id)).toMatchObject({ version });
    expect((await home.logOf(id)).at(-1)).toMatchObject({
      verb: 'hand-over',
      actorId: home.administrator.personId,
      payload: { from: leaver.personId, to: home.allRounder.personId },
    });
  }
  expect(await standingOn(home, others.id)).toMatchObject([{ holderId: home.allRounder.personId }]);
  expect((await home.logOf(others.id)).at(-1)?.verb).toBe('take');
  expect(await home.logOf(published.id)).toEqual(ended);
  expect(await home.store.run(system, (tx) => tx.sessions.find('s', home.clock.now()))).toBeNull();
  expect(
    await refusalCode(home.get(SignIn).execute({ email: 'officer@house.test', password: PASSWORD, networkAddress: '192.0.2.1' })),
  ).toBe('denied: sign-in-failed');
  expect(await makeMove(home, home.allRounder, open[0]?.id ?? '', 'start-review')).toMatchObject({ status: 'in-review' });
});

test('a place of a team to which the successor does not belong becomes free, and is logged and counted so', async () => {
  const queue = await aQueue(home, await aTeam(home, home.caseOfficer), { kind: 'work', stages: ['accepted'] });
  const { id } = await anApplication(home).accepted().build();
  const { placeId } = await home.get(PutOnQueue).put(home.manager, id, queue, 'x');
  const kept = (await standingOn(home, id)).find((place) => place.id !== placeId);
  for (const place of [placeId, kept?.id ?? '']) await home.get(HoldPlace).take(home.caseOfficer, place);
  expect(await deactivate(home.caseOfficer.personId, home.allRounder.personId)).toEqual({ handedOver: 1, freed: 1 });
  const told = (await home.logOf(id)).slice(-2).map(({ payload: { queueId, to } }) => [queueId, to]);
  expect(new Map(told as [string, string | null][])).toEqual(
    new Map([
      [kept?.queueId, home.allRounder.personId],
      [queue, null],
    ]),
  );
});

test('without a successor the places become free, and their cases are counted as freed', async () => {
  const { id } = await anApplication(home).accepted().build();
  await home.get(HoldPlace).take(home.caseOfficer, await placeOn(home, id));
  expect(await deactivate(home.caseOfficer.personId)).toEqual({ handedOver: 0, freed: 1 });
  expect(await standingOn(home, id)).toMatchObject([{ holderId: null }]);
  expect((await home.logOf(id)).at(-1)).toMatchObject({ verb: 'hand-over', payload: { to: null } });
});

test('a successor is an active officer of the same authority with a role of the leaver', async () => {
  const invited = await verb().invite(home.administrator, invitation());
  const unfit = [
    home.reviewer.personId,
    home.countersigner.personId,
    home.exporter.personId,
    home.administrator.personId,
    invited.id,
    noSuchId(),
  ];
  for (const successor of unfit) {
    expect(await refused(deactivate(home.reviewer.personId, successor))).toMatchObject({
      kind: 'invalid',
      code: 'hand-over-unfit',
      faults: [{ at: 'handOverTo' }],
    });
  }
  expect(await deactivate(home.caseOfficer.personId, home.allRounder.personId)).toEqual({ handedOver: 0, freed: 0 });
});

test('nobody deactivates themselves, a stale version or a person who is not there', async () => {
  expect(await refusalCode(deactivate(home.administrator.personId))).toBe('conflict: not-yourself');
  expect(await refusalCode(deactivate(noSuchId()))).toBe('missing: person-not-found');
  expect(await refused(verb().deactivate(home.administrator, home.reviewer.personId, 1, null))).toMatchObject({
    code: 'stale-version',
    facts: { yours: 1, current: 2 },
  });
});

test('an invited person is deactivated too, and the token of the mail is worth nothing', async () => {
  const { id, email } = await verb().invite(home.administrator, invitation());
  await home.quiet();
  const [, token = ''] = /invitations\/([\w-]+)/.exec(home.mailer.lastTo(email).text) ?? [];
  expect(await deactivate(id)).toEqual({ handedOver: 0, freed: 0 });
  expect(await refusalCode(home.get(SetPassword).execute(token, 'invitation', 'correct horse battery'))).toBe(
    'missing: token-invalid',
  );
});

test('the first administrator is made once, unless more are wanted', async () => {
  const make = (email: string, more: boolean, password = 'correct horse battery') =>
    home
      .get(CreateFirstAdministrator)
      .execute({ email, name: '管', password, authority: { nameZh: '局', nameEn: 'Office' }, more });
  expect(await refusalCode(make('boss@house.test', false))).toBe('conflict: administrator-exists');
  expect(await refusalCode(make('boss@house.test', true, 'short'))).toBe('invalid: password-unfit');
  expect(await refusalCode(make('reviewer@house.test', true))).toBe('conflict: email-taken');
  expect(await make('Boss@House.test', true)).toMatchObject({
    organisationId: home.authority.id,
    email: 'boss@house.test',
    roles: ['administrator'],
    state: 'active',
  });
  expect(
    await home.get(SignIn).execute({ email: 'boss@house.test', password: 'correct horse battery', networkAddress: '192.0.2.1' }),
  ).toMatchObject({ roles: ['administrator'] });
});
