// Two people: who advised never countersigns, by the verb or by the database; going back begins a new round with the adviser.
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { ManagePeople } from '../../people/manage-people';
import { anApplication, adviceOn, makeMove, present } from '../../../../../test/builders/application';
import { house, type House } from '../../../../../test/builders/house';
import { refusalCode, refused } from '../../../../../test/builders/refused';
import { HoldCase } from '../hold-case';
import { ReadApplication } from '../read-application';

let home: House;

beforeAll(async () => {
  home = await house();
});
afterAll(() => home.end());

const reviewsOf = (id: string) =>
  home.store.run({ kind: 'system' }, async (tx) => ({
    advice: await tx.reviews.advice(id),
    signatures: await tx.reviews.countersignatures(id),
  }));

test('a second person signs, and the signature names adviser and signer', async () => {
  const { id } = await anApplication(home).advised().build();
  expect(await makeMove(home, home.countersigner, id, 'countersign')).toMatchObject({ status: 'countersigned' });
  const { advice, signatures } = await reviewsOf(id);
  expect(signatures).toMatchObject([
    {
      adviceId: advice[0]?.id,
      adviserId: home.reviewer.personId,
      signerId: home.countersigner.personId,
      signerName: '赵签',
      outcome: 'signed',
      reason: '',
    },
  ]);
});

test.each(['countersign', 'send-back'] as const)('the adviser may not %s, and sees so before trying', async (name) => {
  const { id, version } = await anApplication(home).by('reviewer', home.allRounder).advised().build();
  const view = await home.get(ReadApplication).execute(home.allRounder, id);
  expect(view.openMoves.find((move) => move.name === name)?.blockedBy).toEqual([{ code: 'adviser-cannot-countersign' }]);
  const input = name === 'send-back' ? { reason: 'x' } : {};
  expect(await refused(makeMove(home, home.allRounder, id, name, input))).toMatchObject({
    kind: 'forbidden',
    code: 'adviser-cannot-countersign',
    facts: { move: name },
  });
  expect(await present(home, id)).toMatchObject({ status: 'advised', version });
  expect(await makeMove(home, home.countersigner, id, name, input)).toMatchObject({ version: version + 1 });
});

test('the database itself refuses a signature of the adviser, and a lie about who advised', async () => {
  const { id, organisationId } = await anApplication(home).advised().build();
  const { advice } = await reviewsOf(id);
  const adviser = home.reviewer.personId;
  const insert = async (adviserId: string, signerId: string) => {
    const client = new Client({ connectionString: home.database.appUrl });
    await client.connect();
    try {
      await client.query(`select set_config('licet.reach', 'system', false)`);
      await client.query(
        `insert into countersignature (id, advice_id, application_id, organisation_id, adviser_id, signer_id, outcome, reason, at)
         values ($1, $2, $3, $4, $5, $6, 'signed', '', now())`,
        [randomUUID(), advice[0]?.id, id, organisationId, adviserId, signerId],
      );
    } finally {
      await client.end();
    }
  };
  await expect(insert(adviser, adviser)).rejects.toThrow(/countersignature_two_people_check/);
  await expect(insert(home.secondReviewer.personId, adviser)).rejects.toThrow(/countersignature_advice_fkey/);
  expect((await reviewsOf(id)).signatures).toEqual([]);
});

test('sent back: a new round with the adviser, whose old advice no longer stands', async () => {
  const { id, content } = await anApplication(home).advised().build();
  await makeMove(home, home.countersigner, id, 'send-back', { reason: '请说明最终用途' });
  expect(await present(home, id)).toMatchObject({ status: 'in-review', round: 2, holderId: home.reviewer.personId });
  expect((await reviewsOf(id)).signatures).toMatchObject([{ outcome: 'sent-back', reason: '请说明最终用途' }]);
  expect(await refusalCode(makeMove(home, home.countersigner, id, 'countersign'))).toBe('conflict: move-not-open');

  await makeMove(home, home.reviewer, id, 'advise', { advice: adviceOn(content, 'refuse') });
  await makeMove(home, home.countersigner, id, 'countersign');
  const { advice, signatures } = await reviewsOf(id);
  expect(advice.map(({ round, recommendation }) => [round, recommendation])).toEqual([
    [1, 'approve'],
    [2, 'refuse'],
  ]);
  expect(signatures.map(({ adviceId, outcome }) => [adviceId, outcome])).toEqual([
    [advice[0]?.id, 'sent-back'],
    [advice[1]?.id, 'signed'],
  ]);
});

test('who advised only in an overtaken round may countersign the new advice', async () => {
  const { id, content } = await anApplication(home).by('reviewer', home.allRounder).advised().build();
  const { version } = await makeMove(home, home.countersigner, id, 'send-back', { reason: 'x' });
  await home.get(HoldCase).release(home.allRounder, id, version);
  await makeMove(home, home.reviewer, id, 'advise', { advice: adviceOn(content) });
  expect(await makeMove(home, home.allRounder, id, 'countersign')).toMatchObject({ status: 'countersigned' });
});

test('reconsidered by the manager: a new round, in which the old signature is worth nothing', async () => {
  const { id, content } = await anApplication(home).countersigned().build();
  await makeMove(home, home.manager, id, 'reconsider', { reason: '新情况' });
  expect(await present(home, id)).toMatchObject({ status: 'in-review', round: 2, holderId: home.reviewer.personId });
  await makeMove(home, home.reviewer, id, 'advise', { advice: adviceOn(content) });
  expect(
    await refusalCode(
      makeMove(home, home.manager, id, 'grant', { validity: { from: home.clock.today(), to: home.clock.today() } }),
    ),
  ).toBe('conflict: move-not-open');
  await makeMove(home, home.countersigner, id, 'countersign');
  expect(await makeMove(home, home.manager, id, 'refuse', { reason: '用途不明' })).toMatchObject({ status: 'refused' });
});

test('a case that goes back to an adviser who has left is free for another', async () => {
  const { id, content } = await anApplication(home).by('reviewer', home.secondReviewer).advised().build();
  await home.get(ManagePeople).deactivate(home.administrator, ...(await deactivation(home.secondReviewer.personId)));
  await makeMove(home, home.countersigner, id, 'send-back', { reason: 'x' });
  expect((await present(home, id)).holderId).toBeNull();
  expect(await makeMove(home, home.reviewer, id, 'advise', { advice: adviceOn(content) })).toMatchObject({ status: 'advised' });
});

async function deactivation(personId: string): Promise<[string, number, null]> {
  const person = await home.store.run({ kind: 'system' }, (tx) => tx.people.find(personId));
  return [personId, person?.version ?? 0, null];
}
