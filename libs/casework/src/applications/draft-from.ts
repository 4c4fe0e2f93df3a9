// Writes a draft that grows out of an earlier application: content, papers, and the products that its items come from.
import { randomUUID } from 'node:crypto';
import { yearOf, type Clock } from '#kernel';
import { emptyContent, type ApplicationContent } from '#licensing';
import type { Actor } from '../actor';
import type { Transaction } from '../ports/store.port';
import type { ApplicationOrigin, ApplicationRecord } from '../records';
import { writeLog } from './write-log';

/** Writes the draft with papers and the products that its items come from. Throws Refusal `amended-before` (conflict). */
export async function draftFrom(
  tx: Transaction,
  clock: Clock,
  actor: Actor,
  origin: ApplicationRecord,
  kind: ApplicationOrigin['kind'],
): Promise<ApplicationRecord> {
  const at = clock.now();
  const draft = await tx.applications.create({
    id: randomUUID(),
    organisationId: origin.organisationId,
    procedure: origin.procedure,
    content: contentFor(origin.content, kind),
    origin: { id: origin.id, kind },
    ...(actor.agentId !== undefined && { agentId: actor.agentId }),
    createdBy: actor.personId,
    at,
    year: yearOf(clock.today()),
  });
  const of = { applicationId: draft.id, organisationId: draft.organisationId };
  if (kind !== 'copy') {
    for (const paper of await tx.papers.ofApplication(origin.id))
      await tx.papers.add({ ...paper, id: randomUUID(), ...of, addedBy: actor.personId, addedAt: at });
  }
  for (const { itemId, productId, version } of await tx.products.uses(origin.id))
    await tx.products.addUse({ ...of, itemId, productId, version, at });
  await writeLog(tx, clock, actor, {
    application: draft,
    verb: 'create',
    version: draft.version,
    facts: { origin: kind, from: origin.reference },
  });
  return draft;
}

function contentFor(content: ApplicationContent, kind: ApplicationOrigin['kind']): ApplicationContent {
  const { declaration, contract } = emptyContent();
  return { ...content, declaration, ...(kind === 'copy' && { contract }) };
}
