import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { CommandFault } from '../command-fault';
import { localAddress } from './address';
import { Parts, Stopped } from './parts';
import { freePort, requireFreePort } from './port';
import { signInTable } from './sign-in-table';

describe('Parts', () => {
  const part = (name: string, log: string[], fault?: Error) => ({
    stop: () => (log.push(name), fault ? Promise.reject(fault) : Promise.resolve()),
  });

  it('stops what was opened, the last first, and only once', async () => {
    const log: string[] = [];
    const parts = new Parts();
    for (const name of ['database', 'server', 'worker']) await parts.open(() => Promise.resolve(part(name, log)));
    await Promise.all([parts.stop(), parts.stop()]);
    await parts.stop();
    expect(log).toEqual(['worker', 'server', 'database']);
  });

  it('waits for a part that is still opening and stops it too', async () => {
    const log: string[] = [];
    const parts = new Parts();
    let opened: (value: ReturnType<typeof part>) => void = () => undefined;
    const opening = parts.open(() => new Promise<ReturnType<typeof part>>((resolve) => (opened = resolve)));
    const stopping = parts.stop();
    opened(part('database', log));
    await Promise.all([opening, stopping]);
    expect(log).toEqual(['database']);
  });

  it('opens nothing once a stop was asked for', async () => {
    const parts = new Parts();
    await parts.stop();
    await expect(parts.open(() => Promise.reject(new Error('was opened')))).rejects.toThrow(Stopped);
  });

  it('stops the others although one fails, then tells', async () => {
    const log: string[] = [];
    const parts = new Parts();
    await parts.open(() => Promise.resolve(part('database', log)));
    await parts.open(() => Promise.resolve(part('server', log, new Error('stuck'))));
    await expect(parts.open(() => Promise.reject(new Error('no worker')))).rejects.toThrow('no worker');
    await expect(parts.stop()).rejects.toThrow('Not everything could be stopped');
    expect(log).toEqual(['server', 'database']);
  });
});

describe('requireFreePort', () => {
  it('passes a free port and names PORT for one in use', async () => {
    const port = await freePort('127.0.0.1');
    await expect(requireFreePort('127.0.0.1', port)).resolves.toBeUndefined();
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port: taken } = other.address() as AddressInfo;
    const refused = await requireFreePort('127.0.0.1', taken).catch((error: unknown) => error);
    other.close();
    expect(refused).toBeInstanceOf(CommandFault);
    expect(refused).toMatchObject({
      message: `Port ${taken} on 127.0.0.1 is in use. Cure: end the program that listens there, or set PORT to another number.`,
    });
  });

  it('names HOST for an address that is not of this machine', async () => {
    await expect(requireFreePort('192.0.2.1', 3_000)).rejects.toThrow('192.0.2.1 is no address of this machine');
  });
});

describe('localAddress', () => {
  it.each([
    ['127.0.0.1', 'http://127.0.0.1:3000'],
    ['0.0.0.0', 'http://127.0.0.1:3000'],
    ['::', 'http://[::1]:3000'],
    ['::1', 'http://[::1]:3000'],
    ['licet.example', 'http://licet.example:3000'],
  ])('%s → %s', (host, address) => {
    expect(localAddress(host, 3_000)).toBe(address);
  });
});

describe('signInTable', () => {
  it('shows each sign-in and the password, aligned', () => {
    const lines = signInTable();
    expect(lines).toHaveLength(14);
    expect(lines[0]).toBe(
      '  exporter1@example.test        Exporter 出口经营者             Gannan Demo Rare Earth Materials Co., Ltd.',
    );
    expect(lines.at(-1)).toContain('licet-demo-2026');
  });
});
