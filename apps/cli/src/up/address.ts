// Where the server listens, as an address for a browser and for the launcher itself.
import { isIPv6 } from 'node:net';

const ANY = new Map([
  ['0.0.0.0', '127.0.0.1'],
  ['::', '::1'],
]);

/** `http://host:port`; a host that means "every address" becomes the loopback address. */
export function localAddress(host: string, port: number): string {
  const reachable = ANY.get(host) ?? host;
  return `http://${isIPv6(reachable) ? `[${reachable}]` : reachable}:${port}`;
}
