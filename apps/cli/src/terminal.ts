// What a command sees of the outside: lines out, lines to the error stream, the environment, and a secret typed or piped in.
import type { Environment } from '#gateways';

export interface Terminal {
  readonly env: Environment;
  out(line: string): void;
  err(line: string): void;
  /** A secret: typed without echo where a person sits at a terminal, else the first line of standard input. */
  secret(question: string): Promise<string>;
  /** All of standard input as text. Throws RangeError where it is longer than `most` bytes. */
  input(most: number): Promise<string>;
}

const LONGEST_SECRET = 1_024;
const ENTER = new Set(['\r', '\n', '\u0004']);
const ERASE = new Set(['\u007f', '\b']);
const INTERRUPT = '\u0003';

export const processTerminal: Terminal = {
  env: process.env,
  out: (line) => void process.stdout.write(`${line}\n`),
  err: (line) => void process.stderr.write(`${line}\n`),
  secret: (question) => (process.stdin.isTTY ? typed(question) : piped()),
  input: allOfInput,
};

function typed(question: string): Promise<string> {
  const { stdin, stderr } = process;
  stderr.write(question);
  stdin.setRawMode(true).setEncoding('utf8').resume();
  return new Promise((resolve, reject) => {
    let secret = '';
    const finish = (settle: () => void) => {
      stdin.off('data', onData).setRawMode(false).pause();
      stderr.write('\n');
      settle();
    };
    const onData = (text: string) => {
      for (const character of text) {
        if (character === INTERRUPT) return finish(() => reject(new Error('Interrupted')));
        if (ENTER.has(character)) return finish(() => resolve(secret));
        secret = ERASE.has(character) ? [...secret].slice(0, -1).join('') : secret + character;
      }
    };
    stdin.on('data', onData);
  });
}

async function piped(): Promise<string> {
  let text = '';
  for await (const chunk of process.stdin.setEncoding('utf8')) {
    text += String(chunk);
    if (text.includes('\n') || text.length > LONGEST_SECRET) break;
  }
  return text.split(/\r?\n/, 1)[0] ?? '';
}

async function allOfInput(most: number): Promise<string> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of process.stdin) {
    const bytes = Buffer.from(piece as Uint8Array);
    size += bytes.length;
    if (size > most) throw new RangeError(`standard input is longer than ${most} bytes`);
    pieces.push(bytes);
  }
  return Buffer.concat(pieces).toString('utf8');
}
