// Where the templates lie: the folder `templates` of the installation, beside the sources as well as above the built files.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { DocumentFault } from './document-fault';

/** The nearest folder `templates` with a subfolder `documents`, from `from` upwards. Throws DocumentFault when there is none. */
export function findTemplateFolder(from: string = __dirname): string {
  for (let folder = from; ; folder = path.dirname(folder)) {
    const candidate = path.join(folder, 'templates');
    if (existsSync(path.join(candidate, 'documents'))) return candidate;
    if (folder === path.dirname(folder)) {
      throw new DocumentFault(
        'template-invalid',
        `No folder templates/documents above ${from}; install the templates with the program`,
      );
    }
  }
}
