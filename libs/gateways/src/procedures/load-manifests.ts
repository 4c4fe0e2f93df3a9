// The procedures of this process, read from the product's own folder.
import { LoadedProcedures } from '#casework';
import { loadProcedures } from '#licensing';
import { repositoryRoot } from '../files/repository-root';
import { readProcedureTexts } from './read-procedure-texts';

/** Reads and judges all manifests below `root` (default: the product's folder). Throws ProcedureError listing every fault. */
export async function loadManifests(root: string = repositoryRoot()): Promise<LoadedProcedures> {
  return new LoadedProcedures(loadProcedures(await readProcedureTexts(root)));
}
