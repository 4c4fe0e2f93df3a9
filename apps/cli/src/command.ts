// The shape of a command of `licet`, and the reading of its arguments.
import { parseArgs } from 'node:util';
import { thrown } from './command-fault';
import type { Terminal } from './terminal';

export interface Option {
  readonly type: 'string' | 'boolean';
  /** Shown in the usage; a string option also shows its placeholder. */
  readonly help: string;
  readonly placeholder?: string;
  readonly required?: boolean;
}

export interface CommandInput {
  /** Of options of type string. */
  readonly texts: Readonly<Record<string, string | undefined>>;
  /** Of options of type boolean. */
  readonly flags: Readonly<Record<string, boolean | undefined>>;
  readonly operands: readonly string[];
}

export interface Command {
  /** `admin create` */
  readonly name: string;
  readonly summary: string;
  readonly options: Readonly<Record<string, Option>>;
  /** Placeholders of operands, all of them optional. */
  readonly operands: readonly string[];
  /** Resolves with the exit code. */
  run(input: CommandInput, terminal: Terminal): Promise<number>;
}

/** The command line does not fit the table; exit code 2. */
export class UsageError extends Error {
  constructor(
    message: string,
    readonly command: Command | null = null,
  ) {
    super(message);
    this.name = 'UsageError';
  }
}

/** The command that the first words name, with the words that follow. Throws UsageError when there is none. */
export function findCommand(commands: readonly Command[], words: readonly string[]): { command: Command; rest: string[] } {
  for (const command of commands) {
    const name = command.name.split(' ');
    if (name.every((word, index) => words[index] === word)) return { command, rest: words.slice(name.length) };
  }
  throw new UsageError(words.length === 0 ? 'Which command?' : `There is no command "${words.slice(0, 2).join(' ')}".`);
}

/** Reads what follows the command's name. Throws UsageError for an unknown, doubled or missing option and for a word too many. */
export function readInput(command: Command, rest: readonly string[]): CommandInput {
  const options = Object.fromEntries(
    Object.entries(command.options).map(([name, { type }]) => [name, { type, multiple: true as const }]),
  );
  let parsed;
  try {
    parsed = parseArgs({ args: [...rest], options, allowPositionals: true, strict: true });
  } catch (error) {
    // What follows the first sentence speaks of calling programs, not of licet.
    throw new UsageError(thrown(error).message.split('. ', 1).join(''), command);
  }
  const { values, positionals } = parsed as { values: Record<string, (string | boolean)[]>; positionals: string[] };
  const texts: Record<string, string> = {};
  const flags: Record<string, boolean> = {};
  for (const [name, given] of Object.entries(values)) {
    const [value] = given;
    if (given.length > 1) throw new UsageError(`Option --${name} is given more than once`, command);
    if (typeof value === 'string') texts[name] = value;
    else flags[name] = value === true;
  }
  for (const [name, option] of Object.entries(command.options)) {
    if (option.required && !texts[name]?.trim()) throw new UsageError(`Option --${name} is missing`, command);
  }
  const tooMany = positionals[command.operands.length];
  if (tooMany !== undefined) throw new UsageError(`"${tooMany}" is one word too many`, command);
  return { texts, flags, operands: positionals };
}

/** One line: how the command is called. */
export function usageLine(command: Command): string {
  const options = Object.entries(command.options).map(([name, option]) => {
    const text = option.type === 'string' ? `--${name} ${option.placeholder ?? 'TEXT'}` : `--${name}`;
    return option.required ? text : `[${text}]`;
  });
  return ['licet', command.name, ...options, ...command.operands.map((operand) => `[${operand}]`)].join(' ');
}

/** The usage line with a line for each option. */
export function usage(command: Command): string {
  const rows = Object.entries(command.options).map(([name, { help }]) => `  --${name.padEnd(18)} ${help}`);
  return [`Usage: ${usageLine(command)}`, `  ${command.summary}`, ...rows].join('\n');
}
