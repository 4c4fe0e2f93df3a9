// What an application still lacks before it may be filed, and what in it contradicts itself: each by name, so that a door can link to the place. Decree 792 Art. 16.
import type { Fault, LocalDate } from '#kernel';
import { priceContradiction } from './amounts';
import type { ApplicationContent, PaperKind } from './content';

/**
 * Everything missing or to be put right before filing on the day `today`, in the order of the task list; empty when the application may be filed.
 * `required`: the papers that the procedure asks of this content.
 */
export function missingForSubmission(
  content: ApplicationContent,
  papers: readonly { kind: PaperKind }[],
  today: LocalDate,
  required: readonly { kind: PaperKind }[],
): Fault[] {
  const missing: Fault[] = [];
  const ask = (value: unknown, at: string) => {
    if (isBlank(value)) missing.push({ code: 'field-missing', at });
  };
  const { applicant, endUse, contract, shipment, declaration } = content;
  for (const key of ['nameZh', 'creditCode', 'address', 'legalRepresentative', 'handler'] as const)
    ask(applicant[key], `applicant.${key}`);
  if (content.items.length === 0) missing.push({ code: 'no-item', at: 'items' });
  content.items.forEach((item, index) => {
    for (const key of [
      'nameZh',
      'nameEn',
      'controlCode',
      'specification',
      'origin',
      'quantity',
      'unit',
      'value',
      'currency',
    ] as const) {
      ask(item[key], `items.${index}.${key}`);
    }
    missing.push(...priceContradiction(item, `items.${index}`));
  });
  if (new Set(content.items.map((item) => item.currency).filter(Boolean)).size > 1)
    missing.push({ code: 'currencies-differ', at: 'items' });
  for (const role of ['importer', 'end-user'] as const) {
    if (!content.parties.some((party) => party.role === role)) missing.push({ code: 'no-party', at: 'parties', facts: { role } });
  }
  content.parties.forEach((party, index) => {
    if (isBlank(party.nameZh) && isBlank(party.nameEn)) missing.push({ code: 'field-missing', at: `parties.${index}.nameEn` });
    ask(party.country, `parties.${index}.country`);
    ask(party.address, `parties.${index}.address`);
  });
  for (const key of ['zh', 'en', 'placeOfUse', 'military'] as const) ask(endUse[key], `endUse.${key}`);
  for (const key of ['number', 'date'] as const) ask(contract[key], `contract.${key}`);
  // A3 is a copy of the contract: one signed after the day of filing cannot be attached.
  if (contract.date > today)
    missing.push({ code: 'contract-after-filing', at: 'contract.date', facts: { date: contract.date, today } });
  for (const key of ['destination', 'deliveryForm', 'port'] as const) ask(shipment[key], `shipment.${key}`);
  missing.push(...missingPapers(papers, required));
  if (!declaration.truthful) missing.push({ code: 'not-declared', at: 'declaration.truthful' });
  ask(declaration.signatory, 'declaration.signatory');
  return missing;
}

/** One fault for each required paper that is not there. */
export function missingPapers(papers: readonly { kind: PaperKind }[], required: readonly { kind: PaperKind }[]): Fault[] {
  return required
    .filter(({ kind }) => !papers.some((paper) => paper.kind === kind))
    .map(({ kind }) => ({ code: 'paper-missing', at: `papers.${kind}`, facts: { kind } }));
}

/** Nothing stated: null, or a text of spaces only. */
function isBlank(value: unknown): boolean {
  return value === null || value === undefined || (typeof value === 'string' && value.trim() === '');
}
