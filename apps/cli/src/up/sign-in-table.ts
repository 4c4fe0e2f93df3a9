// The demo sign-ins as a small table for the terminal.
import { DEMO_ORGANISATIONS, DEMO_PASSWORD, DEMO_PEOPLE, ROLE_WORDS } from '../demo/demo-people';

/** Lines: one for each person, then the password. */
export function signInTable(): string[] {
  const rows = Object.values(DEMO_PEOPLE).map(({ email, role, organisation }) => ({
    email,
    role: `${ROLE_WORDS[role].en} ${ROLE_WORDS[role].zh}`,
    organisation: DEMO_ORGANISATIONS[organisation].nameEn,
  }));
  const width = (texts: string[]) => Math.max(...texts.map(columns));
  const emailWidth = width(rows.map((row) => row.email));
  const roleWidth = width(rows.map((row) => row.role));
  return [
    ...rows.map((row) => `  ${pad(row.email, emailWidth)}   ${pad(row.role, roleWidth)}   ${row.organisation}`),
    `  Password of all of them: ${DEMO_PASSWORD}`,
  ];
}

/** Columns on a terminal: Chinese characters take two. */
function columns(text: string): number {
  return [...text].reduce((sum, character) => sum + (/\p{Script=Han}/u.test(character) ? 2 : 1), 0);
}

function pad(text: string, width: number): string {
  return text + ' '.repeat(width - columns(text));
}
