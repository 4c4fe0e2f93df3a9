// What stands in the tables when row-level security is looked at: the rows of an application, of a library, of a reading, of a house of queues.
import { randomUUID } from 'node:crypto';
import { emptyProduct, type ApplicationRecord, type PersonRecord, type Transaction } from '#casework';
import { localDate } from '#kernel';
import type { Classification, Determination } from '#regulation';
import { finalAdvice, licence, NOON, paper, placeOn, queueOf, sha256, teamOf, type StoredWorld } from './stored-world';

/** Hash under which a law is kept. */
export const LAW = sha256('law');

/** A reading of an unsettled measure that was taken back. */
export async function readBy(tx: Transaction, personId: string, organisationId: string): Promise<void> {
  const reading = { id: randomUUID(), organisationId, proposedBy: personId };
  await tx.readings.propose({ ...reading, measure: 'm', reading: 'lapsed', reason: 'r', proposedAt: NOON });
  await tx.readings.act(reading, { id: randomUUID(), act: 'withdraw', personId, reason: '', at: NOON });
}

/** A product with two versions, the first of which an item of the application was taken from; each is determined, the first by the reviewer too. */
export async function library(
  tx: Transaction,
  world: StoredWorld,
  application: ApplicationRecord,
  owner: PersonRecord,
): Promise<void> {
  const { organisationId } = application;
  const id = randomUUID();
  const stated = { organisationId, facts: emptyProduct(), by: owner.id, at: NOON };
  await tx.products.create({ id, ...stated });
  await tx.products.addVersion({ id, version: 1, ...stated });
  await tx.products.addUse({ applicationId: application.id, itemId: 'i', productId: id, version: 1, organisationId, at: NOON });
  const determined = (version: number, view: 'exporter' | 'reviewer', madeBy: string) =>
    tx.products.addDetermination({
      id: randomUUID(),
      productId: id,
      version,
      organisationId,
      view,
      on: localDate('2026-03-02'),
      knownOn: null,
      lawHash: LAW,
      rows: [],
      facts: {},
      readings: [],
      answer: {} as Determination,
      classification: {} as Classification,
      madeBy,
      madeAt: NOON,
      documentId: randomUUID(),
      documentView: {},
    });
  await determined(1, 'exporter', owner.id);
  await determined(2, 'exporter', owner.id);
  await determined(1, 'reviewer', world.reviewer.id);
}

/** What an application has from its first day. */
export async function begun(tx: Transaction, application: ApplicationRecord, owner: PersonRecord): Promise<void> {
  const of = { applicationId: application.id, organisationId: application.organisationId };
  await tx.papers.add(paper(application));
  await tx.log.append({ ...of, at: NOON, actorId: owner.id, verb: 'create', audience: 'applicant', payload: {} });
  await tx.reviews.addListCheck({
    id: randomUUID(),
    ...of,
    itemId: 'i',
    edition: '2026',
    note: '',
    on: localDate('2026-03-02'),
    personId: owner.id,
    side: 'applicant',
    at: NOON,
  });
  await tx.reviews.addDetermination({
    id: randomUUID(),
    ...of,
    itemId: 'i',
    view: 'exporter',
    answer: {} as Determination,
    madeBy: owner.id,
    madeAt: NOON,
  });
}

/** What an application has when its licence is issued. */
export async function decided(
  tx: Transaction,
  world: StoredWorld,
  application: ApplicationRecord,
  owner: PersonRecord,
): Promise<void> {
  await begun(tx, application, owner);
  const of = { applicationId: application.id, organisationId: application.organisationId };
  const adviserId = world.reviewer.id;
  await tx.reviews.addDetermination({
    id: randomUUID(),
    ...of,
    itemId: 'i',
    view: 'reviewer',
    answer: {} as Determination,
    madeBy: adviserId,
    madeAt: NOON,
  });
  const advice = finalAdvice(application, adviserId);
  const adviceId = advice.id;
  await tx.reviews.addAdvice(advice);
  await tx.reviews.addCountersignature({
    id: randomUUID(),
    adviceId,
    ...of,
    adviserId,
    signerId: world.signer.id,
    place: 1,
    outcome: 'signed',
    reason: '',
    at: NOON,
  });
  const prepared = { adviceId, kind: 'licence', version: 1, facts: {} } as const;
  await tx.decisions.prepare({ id: randomUUID(), ...of, ...prepared, preparedBy: adviserId, preparedAt: NOON });
  await tx.decisions.publish({ ...of, adviceId, lines: [], publishedBy: adviserId, publishedAt: NOON });
  await tx.decisions.addLetter({
    id: randomUUID(),
    number: randomUUID(),
    ...of,
    kind: 'refusal-letter',
    issuedAt: NOON,
    issuedBy: adviserId,
    documentId: randomUUID(),
    view: {},
  });
  const note = { ...of, text: 't', at: NOON };
  await tx.notes.add({
    id: randomUUID(),
    ...note,
    authorId: adviserId,
    side: 'authority',
    audience: 'internal',
    mentionIds: [world.signer.id],
  });
  await tx.notes.add({ id: randomUUID(), ...note, authorId: owner.id, side: 'applicant', audience: 'applicant', mentionIds: [] });
  const compared = { itemId: 'i', edition: '2026', note: '', on: localDate('2026-03-02'), personId: adviserId, at: NOON };
  await tx.reviews.addListCheck({ id: randomUUID(), ...of, ...compared, side: 'authority' });
  const sentBack = { at: NOON, actorId: world.signer.id, verb: 'send-back', payload: { reason: 'r' } } as const;
  await tx.log.append({ ...of, ...sentBack, audience: 'internal' });
  await tx.places.watch(application.id, adviserId, NOON);
  await tx.log.append({ ...of, at: NOON, actorId: world.administrator.id, verb: 'hand-over', audience: 'internal', payload: {} });
  const issued = licence(application, world.signer.id);
  await tx.licences.create(issued);
  await tx.due.add([
    {
      id: randomUUID(),
      dueAt: NOON,
      kind: 'licence-active',
      subject: issued.id,
      organisationId: issued.organisationId,
      effectKey: `licence-active:${issued.id}`,
    },
  ]);
  await tx.clock.put(60_000, NOON);
}

/** A team with two queues, an absence, a rule that was approved, and the applications on the first queue. */
export async function queues(tx: Transaction, world: StoredWorld, applications: readonly ApplicationRecord[]): Promise<void> {
  const { reviewer, signer, administrator } = world;
  const teamId = await teamOf(tx, reviewer, signer);
  const feeder = await queueOf(tx, teamId);
  await queueOf(tx, teamId, { feederIds: [feeder] });
  const days = { from: localDate('2026-03-02'), to: localDate('2026-03-06') };
  await tx.teams.addAbsence({
    id: randomUUID(),
    organisationId: world.authority.id,
    personId: signer.id,
    substituteId: reviewer.id,
    ...days,
    recordedBy: reviewer.id,
  });
  await tx.teams.addAct({
    id: randomUUID(),
    organisationId: world.authority.id,
    at: NOON,
    personId: administrator.id,
    act: 'add-team',
    subjectId: teamId,
    before: null,
    after: {},
  });
  const rule = { id: randomUUID(), version: 1, proposedBy: administrator.id };
  await tx.rules.propose({
    ...rule,
    name: { zh: '全部', en: 'All' },
    tier: 5,
    stages: ['submitted'],
    criteria: {},
    effect: { kind: 'queues', queueIds: [feeder] },
    ...days,
    reason: 'r',
    proposedAt: NOON,
  });
  await tx.rules.act(rule, { act: 'approve', personId: reviewer.id, reason: '', at: NOON });
  await tx.places.enter(applications.map((application) => placeOn(feeder, application, { stage: 'submitted' })));
}

/** The recorded authority of an agent, which holds. */
export async function agency(tx: Transaction, principal: PersonRecord, agentId: string): Promise<string> {
  const id = randomUUID();
  const parties = { principalId: principal.organisationId, agentId };
  const days = { from: localDate('2026-01-01'), to: null };
  await tx.agencies.add({ id, ...parties, ...days, note: '', recordedBy: principal.id, recordedAt: NOON });
  return id;
}
