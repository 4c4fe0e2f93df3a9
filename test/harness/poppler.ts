// The programs of poppler-utils, with which tests read PDFs.
import { spawnSync } from 'node:child_process';
import { absentUnlessRequired } from './where-present';

/** Why PDFs cannot be read with the programs, or null. LICET_TEST_REQUIRE_POPPLER=1 makes the absence an error. */
export function whyNoPoppler(...programs: ('pdftotext' | 'pdffonts' | 'pdftoppm')[]): string | null {
  const missing = programs.filter((program) => spawnSync(program, ['-v']).error);
  return absentUnlessRequired('POPPLER', missing.length === 0 ? null : `${missing.join(', ')} of poppler-utils cannot be run`);
}
