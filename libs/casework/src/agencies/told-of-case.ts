// Who is told of a case on the applicant's side: whoever filed it, the principal beside its agent, and never an agent whose authority is over.
import type { LocalDate } from '#kernel';
import type { Transaction } from '../ports/store.port';
import type { ApplicationRecord, PersonRecord } from '../records';

/**
 * The owner's own filer while that person is active, else everybody active of the owner. A case that an agent files: everybody active of the owner, and before them,
 * while the authority holds on the day, the filer or else everybody active of the agent. Reads under the reach `system`.
 */
export async function toldOfCase(
  tx: Transaction,
  { organisationId, agentId, createdBy }: Pick<ApplicationRecord, 'organisationId' | 'agentId' | 'createdBy'>,
  today: LocalDate,
): Promise<readonly PersonRecord[]> {
  const filer = await tx.people.find(createdBy);
  const of = async (organisation: string) => {
    if (filer?.state === 'active' && filer.organisationId === organisation) return [filer];
    return activeOf(tx, organisation);
  };
  if (agentId === null) return of(organisationId);
  const holds = await tx.agencies.holds(organisationId, agentId, today);
  return [...(holds ? await of(agentId) : []), ...(await activeOf(tx, organisationId))];
}

async function activeOf(tx: Transaction, organisationId: string): Promise<readonly PersonRecord[]> {
  return (await tx.people.list(organisationId)).filter(({ state }) => state === 'active');
}
