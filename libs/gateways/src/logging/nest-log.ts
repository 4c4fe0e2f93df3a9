// What Nest and its parts say, on the log of the process.
import type { LoggerService } from '@nestjs/common';
import type { Log } from './log';

type Level = 'fatal' | 'error' | 'warn' | 'info' | 'debug';

/** Nest tells of its own start in lines of level `log`, which are of no use to a reader of this log; they count as debug. */
export class NestLog implements LoggerService {
  constructor(private readonly out: Log) {}

  log(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }
  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }
  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }
  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('fatal', message, rest);
  }
  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }
  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  /** Nest puts the context last, and before it the stack of an error. */
  private write(level: Level, message: unknown, rest: readonly unknown[]): void {
    const texts = rest.filter((one): one is string => typeof one === 'string');
    const context = texts.at(-1);
    const stack = texts.length > 1 ? texts[0] : undefined;
    if (message instanceof Error) this.out[level]({ context, error: message }, message.message);
    else this.out[level]({ context, stack }, String(message));
  }
}
