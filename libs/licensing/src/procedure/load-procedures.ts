// Parses and judges the manifests at start; with one that is not sound none loads, and every fault is told at once.
import { checkManifest } from './check-manifest';
import type { Procedure, Procedures } from './procedure';
import { ProcedureError, type ProcedureFault, type ProcedureText } from './procedure-text';
import { readManifest, type ReadManifest } from './read-manifest';

export { ProcedureError, type ProcedureFault, type ProcedureText } from './procedure-text';

/** Most manifests, inclusive. */
export const MOST_PROCEDURES = 50;

/** The procedures of the texts, by id. Throws ProcedureError listing every fault when one is not sound or there is none. */
export function loadProcedures(texts: readonly ProcedureText[]): Procedures {
  const faults: ProcedureFault[] = [];
  const whole = (what: string, cure: string) => faults.push({ file: '(procedures)', line: 1, place: '-', what, cure });
  if (texts.length === 0) whole('there is no procedure', 'add a manifest');
  if (texts.length > MOST_PROCEDURES) whole(`${texts.length} manifests are more than ${MOST_PROCEDURES}`, 'load fewer');
  const read = texts
    .slice(0, MOST_PROCEDURES)
    .map((text) => readManifest(text, faults))
    .filter((manifest): manifest is ReadManifest => manifest !== null);
  const procedures = new Map<string, Procedure>();
  for (const { manifest, fault } of read) {
    if (procedures.has(manifest.id)) faults.push(fault(['id'], `a second procedure "${manifest.id}"`, 'give it another id'));
    else procedures.set(manifest.id, manifest);
    faults.push(...checkManifest(manifest, fault));
  }
  if (faults.length > 0)
    throw new ProcedureError(faults.sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1)));
  return procedures;
}
