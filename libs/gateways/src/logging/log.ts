// The log of a process: JSON lines on standard output, from which mail addresses and passwords in addresses are taken out whatever wrote them there.
import pino from 'pino';
import type { LogLevel } from './levels';

const MAIL_ADDRESS = /[\w.!#$%&'*+/=?^`{|}~\u0080-\uffff-]{1,64}@[\w\u0080-\uffff-]{1,63}(?:\.[\w\u0080-\uffff-]{1,63})*/g;
const CREDENTIALS = /(\w:\/\/)[^\s/"@]*:[^\s/"]*@/g;

export interface LogSettings {
  /** Which process writes: server, worker. */
  readonly name: string;
  readonly level: LogLevel;
  /** Takes the lines; standard output when left out. */
  readonly write?: (line: string) => void;
}

/** Facts of a line are ids, numbers, codes and route patterns, never texts that people wrote. */
export type Log = Pick<pino.Logger, 'fatal' | 'error' | 'warn' | 'info' | 'debug'>;

export function openLog({ name, level, write }: LogSettings): Log {
  const options: pino.LoggerOptions = {
    name,
    level,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    serializers: { error: errorFacts },
    hooks: { streamWrite: withoutPersons },
  };
  return write ? pino(options, { write }) : pino(options, pino.destination({ dest: 1, sync: true }));
}

/** An error without what its maker hung on it: connections, and the values of a statement. */
function errorFacts(error: unknown): unknown {
  if (!(error instanceof Error)) return { type: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  return { type: error.name, code, stack: error.stack ?? error.message };
}

/** The line without mail addresses and without the user and password of an address. */
export function withoutPersons(line: string): string {
  return line.replace(CREDENTIALS, '$1').replace(MAIL_ADDRESS, '…@…');
}
