// The door of `licet`: finds the command, runs it, and turns what goes wrong into words and an exit code.
import { Refusal } from '#kernel';
import { ConfigError, EmbeddedPostgresError } from '#gateways';
import { LawError } from '#regulation';
import { findCommand, readInput, usage, usageLine, UsageError, type Command } from './command';
import { backupInstallation } from './commands/backup';
import { setClock, showClock } from './commands/clock';
import { createAdministrator } from './commands/create-administrator';
import { checkLaw } from './commands/check-law';
import { determineCases } from './commands/determine';
import { CommandFault } from './command-fault';
import { demoTimeline } from './commands/demo-timeline';
import { lawDifference } from './commands/law-difference';
import { migrateDatabase } from './commands/migrate-database';
import { restoreInstallation } from './commands/restore';
import { up } from './commands/up';
import { refusalInWords } from './refusal-in-words';
import type { Terminal } from './terminal';

const help: Command = {
  name: 'help',
  summary: 'Says this.',
  options: {},
  operands: [],
  run: (_input, terminal) => {
    terminal.out(overview());
    return Promise.resolve(0);
  },
};

export const COMMANDS: readonly Command[] = [
  up,
  migrateDatabase,
  createAdministrator,
  checkLaw,
  lawDifference,
  determineCases,
  setClock,
  showClock,
  demoTimeline,
  backupInstallation,
  restoreInstallation,
  help,
];

/** Runs `licet` with the arguments; resolves with the exit code: 0 done, 1 failed or refused, 2 the command line is wrong. */
export async function runCommandLine(args: readonly string[], terminal: Terminal): Promise<number> {
  const askedForHelp = args.includes('--help') || args.includes('-h');
  const words = args.filter((arg) => arg !== '--help' && arg !== '-h');
  try {
    if (askedForHelp && words.length === 0) return await help.run({ texts: {}, flags: {}, operands: [] }, terminal);
    const { command, rest } = findCommand(COMMANDS, words);
    if (askedForHelp) {
      terminal.out(usage(command));
      return 0;
    }
    return await command.run(readInput(command, rest), terminal);
  } catch (error) {
    return explain(error, terminal);
  }
}

function explain(error: unknown, terminal: Terminal): number {
  if (error instanceof UsageError) {
    terminal.err(`${error.message}\n`);
    terminal.err(error.command ? usage(error.command) : overview());
    return 2;
  }
  if (error instanceof Refusal) terminal.err(refusalInWords(error));
  else if (isTold(error)) terminal.err(error.message);
  else terminal.err(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return 1;
}

/** Errors whose message is written for the person at the terminal; of any other the stack is shown. */
function isTold(error: unknown): error is Error {
  return (
    error instanceof ConfigError ||
    error instanceof LawError ||
    error instanceof EmbeddedPostgresError ||
    error instanceof CommandFault
  );
}

function overview(): string {
  const width = Math.max(...COMMANDS.map(({ name }) => name.length));
  return [
    'licet: export licensing, from classification to customs',
    '',
    ...COMMANDS.map(({ name, summary }) => `  licet ${name.padEnd(width)}   ${summary}`),
    '',
    ...COMMANDS.filter(({ options, operands }) => Object.keys(options).length + operands.length > 0).map(usageLine),
  ].join('\n');
}
