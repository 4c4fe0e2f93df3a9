// pg_dump and pg_restore as child processes: the archive flows through, passwords go by the environment, and their words come back in the fault.
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { programFolder } from '#gateways';
import { CommandFault } from '../command-fault';
import type { DumpPrograms } from './choose-dump';

/** Bytes of an archive that stand in one line; a multiple of three, so that the pieces are one text in base64. */
const PIECE = 768 * 1024;

/** The queue's own tables are in no backup. */
const NOT_DUMPED = '--exclude-schema=bullmq';
const VERSION_PATIENCE_MS = 10_000;

/** The programs of this machine: beside the embedded server, and on PATH. */
export const machinePrograms: DumpPrograms = {
  places: (program) => [...[programFolder()].flatMap((folder) => (folder ? [`${folder}/${program}`] : [])), program],
  versionOf: (place) =>
    promisify(execFile)(place, ['--version'], { timeout: VERSION_PATIENCE_MS }).then(
      ({ stdout }) => stdout,
      () => null,
    ),
};

/** The archive of the moment that another session shares as `snapshot`, in custom format, in pieces. Throws CommandFault. */
export async function* dumped(program: string, ownerUrl: string, snapshot: string): AsyncGenerator<Buffer> {
  const options = ['--format=custom', '--no-password', '--enable-row-security', NOT_DUMPED, `--snapshot=${snapshot}`];
  const child = start(program, options, ownerUrl, ['ignore', 'pipe', 'pipe']);
  const end = ended(child, 'pg_dump');
  end.catch(() => undefined);
  let rest: Buffer[] = [];
  let length = 0;
  for await (const chunk of (child.stdout ?? Readable.from([])) as AsyncIterable<Buffer>) {
    rest.push(chunk);
    length += chunk.length;
    if (length < PIECE) continue;
    const all = Buffer.concat(rest);
    const whole = all.length - (all.length % PIECE);
    for (let at = 0; at < whole; at += PIECE) yield all.subarray(at, at + PIECE);
    rest = [all.subarray(whole)];
    length = all.length - whole;
  }
  await end;
  if (length > 0) yield Buffer.concat(rest);
}

/** Brings the archive in, in one transaction, over empty tables of the same release. Throws CommandFault; then nothing was changed. */
export async function restored(program: string, ownerUrl: string, archive: AsyncIterable<Buffer>): Promise<void> {
  const options = ['--clean', '--if-exists', '--no-owner', '--single-transaction', '--exit-on-error', '--no-password'];
  const child = start(program, options, ownerUrl, ['pipe', 'ignore', 'pipe']);
  const end = ended(child, 'pg_restore');
  end.catch(() => undefined);
  // A program that ends before it has read all says why in its own words; the broken pipe is no news then.
  const { stdin } = child;
  const broken = stdin
    ? await pipeline(Readable.from(archive), stdin).then(
        () => null,
        (error: unknown) => error,
      )
    : null;
  await end;
  if (broken) throw broken as Error;
}

function start(program: string, options: readonly string[], url: string, stdio: ('ignore' | 'pipe')[]): ChildProcess {
  const address = new URL(url);
  const password = decodeURIComponent(address.password);
  address.password = '';
  const kept = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(PG|LICET_|DATABASE_)/.test(name)));
  const env = {
    ...kept,
    PGAPPNAME: 'licet-backup',
    PGOPTIONS: '-c licet.reach=system',
    ...(password && { PGPASSWORD: password }),
  };
  return spawn(program, [...options, `--dbname=${address.href}`], { env, stdio });
}

async function ended(child: ChildProcess, name: string): Promise<void> {
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (said = `${said}${text}`.slice(-2_000)));
  const end = await new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code, signal) => resolve(code === 0 ? '' : (signal ?? `exit code ${code}`)));
  });
  if (end) throw new CommandFault(`${name} failed (${end}): ${said.trim()}`);
}
