// The law of this process, read from the product's own folder.
import { LoadedLaw } from '#casework';
import { loadRulebook } from '#regulation';
import { repositoryRoot } from '../files/repository-root';
import { readLawTexts } from './read-law-texts';

/** Reads and checks all law files below `root` (default: the product's folder). Throws LawError listing every fault. */
export async function loadLaw(root: string = repositoryRoot()): Promise<LoadedLaw> {
  const texts = await readLawTexts(root);
  return new LoadedLaw(loadRulebook(texts), texts);
}
