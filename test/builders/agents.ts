// The other exporter's person at work for the first exporter, under an authority that holds from today on.
import { KeepAgencies, type Actor } from '#casework';
import type { CaseScene } from './house';

export async function anAgent(house: CaseScene): Promise<Actor> {
  const agencies = house.get(KeepAgencies);
  const { creditCode } = house.otherOrganisation;
  await agencies.give(house.exporter, { creditCode, from: house.clock.today(), to: null, note: '授权书 2026-01' });
  return agencies.actFor(house.otherExporter, house.exporter.organisationId);
}
