// Routing rules: every version is kept, a second person judges, and every approved version stands.
import { randomUUID } from 'node:crypto';
import { localDate } from '#kernel';
import { asOwner, NOON, reachOf, storedWorld, SYSTEM, type StoredWorld } from '../../../../test/builders/stored-world';

let world: StoredWorld;

beforeEach(async () => {
  world = await storedWorld();
});
afterEach(() => world.end());

const administrator = () => reachOf(world.administrator, 'administrator');

function proposal(id: string = randomUUID(), version = 1, tier = 5) {
  return {
    id,
    version,
    name: { zh: '稀土', en: 'Rare earths' },
    tier,
    stages: ['submitted', 'in-review'] as const,
    criteria: { codes: ['1C905'] },
    effect: { kind: 'queues' as const, queueIds: [randomUUID()] },
    from: localDate('2026-03-02'),
    to: null,
    reason: '工作量',
    proposedBy: world.administrator.id,
    proposedAt: NOON,
  };
}

const act = (rule: ReturnType<typeof proposal>, name: 'approve' | 'reject', person = world.signer) =>
  world.store.run(SYSTEM, (tx) => tx.rules.act(rule, { act: name, personId: person.id, reason: '', at: NOON }));
const propose = (rule: ReturnType<typeof proposal>) => world.store.run(administrator(), (tx) => tx.rules.propose(rule));

test('a proposal comes back whole, and with who judged it', async () => {
  const rule = proposal();
  await propose(rule);
  const read = () => world.store.run(reachOf(world.reviewer, 'authority'), (tx) => tx.rules.find(rule.id, 1));
  const proposed = {
    ...rule,
    proposedByName: '孙',
    state: 'proposed',
    judgedBy: null,
    judgedByName: null,
    judgedAt: null,
  };
  expect(await read()).toEqual(proposed);
  await act(rule, 'approve');
  const approved = { ...proposed, state: 'approved', judgedBy: world.signer.id, judgedByName: '赵', judgedAt: NOON };
  expect(await read()).toEqual(approved);
});

test('of proposals of the same version at once one is taken', async () => {
  const id = randomUUID();
  const outcomes = await Promise.allSettled(Array.from({ length: 4 }, () => propose(proposal(id, 2))));
  const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as unknown] : []));
  expect(refused).toHaveLength(3);
  for (const reason of refused) expect(reason).toMatchObject({ kind: 'conflict', code: 'rule-version-taken' });
});

test('nobody approves their own proposal, not even by naming another proposer, and nobody judges twice', async () => {
  const rule = proposal();
  await propose(rule);
  await expect(act(rule, 'approve', world.administrator)).rejects.toMatchObject({
    kind: 'forbidden',
    code: 'proposer-cannot-approve',
  });
  await expect(act({ ...rule, proposedBy: world.signer.id }, 'approve', world.administrator)).rejects.toThrow(
    /routing_rule_act_rule_fkey/,
  );
  const judged = await Promise.allSettled([act(rule, 'approve'), act(rule, 'reject'), act(rule, 'approve', world.reviewer)]);
  expect(judged.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  for (const outcome of judged)
    if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ kind: 'conflict', code: 'rule-acted-before' });
});

test('who proposed takes back: the rejection may be the proposer’s, the approval of a rule’s end may not', async () => {
  const [rule, end] = [proposal(), { ...proposal(), effect: { kind: 'retirement' as const } }];
  await propose(rule);
  await act(rule, 'reject', world.administrator);
  await world.store.run(administrator(), (tx) => tx.rules.propose(end));
  await expect(act(proposal(end.id), 'approve', world.administrator)).rejects.toMatchObject({ code: 'proposer-cannot-approve' });
  await act(proposal(end.id), 'approve');
  const standing = await world.store.run(administrator(), (tx) => tx.rules.standing());
  expect(standing).toMatchObject([{ id: end.id, effect: { kind: 'retirement' } }]);
});

test('every approved version stands: from which day which one counts is not for the shelf to say', async () => {
  const [a1, a2, a3] = [1, 2, 3].map((version) => proposal('0b8e5a0e-52a1-4a53-9d44-0b7c6f0c7d11', version)) as [
    ReturnType<typeof proposal>,
    ReturnType<typeof proposal>,
    ReturnType<typeof proposal>,
  ];
  const [b1, c1] = [proposal(randomUUID(), 1, 2), proposal(randomUUID(), 1, 1)];
  for (const rule of [a1, a2, a3, b1, c1]) await propose(rule);
  const standing = () =>
    world.store.run(administrator(), async (tx) => (await tx.rules.standing()).map(({ id, version }) => [id, version]));
  expect(await standing()).toEqual([]);
  for (const rule of [a1, b1]) await act(rule, 'approve');
  await act(c1, 'reject');
  expect(await standing()).toEqual([
    [b1.id, 1],
    [a1.id, 1],
  ]);
  await act(a2, 'approve');
  await act(a3, 'reject');
  expect(await standing()).toEqual([
    [b1.id, 1],
    [a1.id, 1],
    [a2.id, 2],
  ]);
  const all = await world.store.run(administrator(), (tx) => tx.rules.list());
  expect(all.map(({ tier, version, state }) => [tier, version, state])).toEqual([
    [1, 1, 'rejected'],
    [2, 1, 'approved'],
    [5, 1, 'approved'],
    [5, 2, 'approved'],
    [5, 3, 'rejected'],
  ]);
});

test('an officer proposes nothing, nobody acts in another’s name, and no version is ever changed', async () => {
  const rule = proposal();
  const officer = reachOf(world.reviewer, 'authority');
  await expect(world.store.run(officer, (tx) => tx.rules.propose(rule))).rejects.toMatchObject({ code: 'beyond-reach' });
  await propose(rule);
  const forged = { act: 'approve', personId: world.signer.id, reason: '', at: NOON } as const;
  await expect(world.store.run(officer, (tx) => tx.rules.act(rule, forged))).rejects.toMatchObject({ code: 'beyond-reach' });
  for (const table of ['routing_rule', 'routing_rule_act'])
    await expect(asOwner(world.database, `set licet.reach = 'system'`, `delete from ${table}`)).rejects.toThrow(/only grows/);
});
