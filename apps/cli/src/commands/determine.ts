// `licet determine`: reads cases as JSON and answers each in one line of JSON; needs no database.
import { readFile, stat } from 'node:fs/promises';
import { isLocalDate, Refusal, type Fault, type LocalDate } from '#kernel';
import { readLawTexts, repositoryRoot } from '#gateways';
import { determine, loadRulebook, readFacts, type Rulebook } from '#regulation';
import { UsageError, type Command } from '../command';
import { CommandFault, thrown } from '../command-fault';
import type { Terminal } from '../terminal';

/** Bytes of one input, inclusive. */
const LONGEST_INPUT = 256 * 1024 * 1024;

export const determineCases: Command = {
  name: 'determine',
  summary: 'Answers cases ({id, input} in a JSON array, or a file with such an array under "cases"; - reads standard input).',
  options: {
    'known-on': { type: 'string', placeholder: 'DAY', help: 'answer as could be known on this day (default: everything loaded)' },
  },
  operands: ['FILE'],
  run: async ({ operands, texts }, terminal) => {
    const [file] = operands;
    if (file === undefined) throw new UsageError('Which file? (- reads standard input)', determineCases);
    const knownOn = texts['known-on'];
    if (knownOn !== undefined && !isLocalDate(knownOn))
      throw new UsageError(`--known-on: "${knownOn}" is not a day (YYYY-MM-DD)`, determineCases);
    const cases = casesIn(file, await inputOf(file, terminal));
    const rulebook = loadRulebook(await readLawTexts(repositoryRoot()));
    let unanswered = 0;
    for (const one of cases) {
      const line = answerLine(rulebook, one, knownOn);
      if ('error' in line) unanswered += 1;
      terminal.out(JSON.stringify(line));
    }
    return unanswered === 0 ? 0 : 1;
  },
};

async function inputOf(file: string, terminal: Terminal): Promise<string> {
  try {
    if (file === '-') return await terminal.input(LONGEST_INPUT);
    const { size } = await stat(file);
    if (size > LONGEST_INPUT) throw new RangeError(`it is longer than ${LONGEST_INPUT} bytes`);
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new CommandFault(`${file} cannot be read: ${thrown(error).message}. Cure: name a JSON file, or - for standard input.`);
  }
}

function casesIn(file: string, text: string): readonly unknown[] {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new CommandFault(`${file} is no JSON: ${thrown(error).message}`);
  }
  const cases: unknown = isRecord(json) ? json['cases'] : json;
  if (!Array.isArray(cases))
    throw new CommandFault(`${file} holds no array of cases. Cure: write [{"id": …, "input": {…}}], or {"cases": [ … ]}.`);
  return cases;
}

interface ErrorLine {
  readonly id: unknown;
  readonly error: { readonly code: string; readonly message: string; readonly faults: readonly Fault[] };
}

/** The answer to one case, or why there is none. */
function answerLine(rulebook: Rulebook, one: unknown, knownOn: LocalDate | undefined): object | ErrorLine {
  const given = isRecord(one) ? one : {};
  const id = given['id'] ?? null;
  const { input } = given;
  if (!isRecord(input)) return errorLine(id, 'input-missing', 'the case has no object "input"');
  const on = input['on'];
  if (!isLocalDate(on)) return errorLine(id, 'day-missing', 'input.on is not a day (YYYY-MM-DD)');
  const { facts, unread, faults } = readFacts(rulebook, input);
  if (!facts) return errorLine(id, 'facts.malformed', inWords(faults), faults);
  try {
    const answer = determine(rulebook, facts, on, knownOn);
    return {
      id,
      status: answer.headline,
      controlCodes: answer.controlCodes,
      documents: answer.documents,
      findings: answer.findings,
      holdsUntil: answer.holdsUntil?.day ?? null,
      holdsUntilBecause: answer.holdsUntil?.because ?? null,
      unread,
      notChecked: answer.notChecked,
      on: answer.on,
      knownOn: answer.knownOn,
      rulebookHash: answer.rulebookHash,
    };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return errorLine(id, error.code, error.faults.length > 0 ? inWords(error.faults) : error.message, error.faults);
  }
}

function errorLine(id: unknown, code: string, message: string, faults: readonly Fault[] = []): ErrorLine {
  return { id, error: { code, message, faults } };
}

function inWords(faults: readonly Fault[]): string {
  return faults.map(({ code, at, facts }) => `${at ?? 'input'}: ${code}${facts ? ` ${JSON.stringify(facts)}` : ''}`).join('; ');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
