// Whether the address is free, asked before anything is started.
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { CommandFault, thrown } from '../command-fault';

/** Throws CommandFault that names PORT or HOST when the address cannot be listened on. */
export async function requireFreePort(host: string, port: number): Promise<void> {
  const probe = createServer();
  try {
    probe.listen(port, host);
    await once(probe, 'listening');
  } catch (error) {
    throw new CommandFault(addressFault(host, port, error), { cause: error });
  }
  probe.close();
  await once(probe, 'close');
}

function addressFault(host: string, port: number, error: unknown): string {
  const { code, message } = thrown(error);
  if (code === 'EADDRINUSE')
    return `Port ${port} on ${host} is in use. Cure: end the program that listens there, or set PORT to another number.`;
  if (code === 'EACCES') return `Port ${port} may not be used by this user. Cure: set PORT to a number from 1024.`;
  return `${host} is no address of this machine (${code || message}). Cure: set HOST to one, such as 127.0.0.1.`;
}

/** A port of the host that nobody listens on. */
export async function freePort(host: string): Promise<number> {
  const probe = createServer().listen(0, host);
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
