// A stop waits for an open request no longer than its limit, also when the caller never ends what it sends.
import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { testServer } from '../../../../test/harness/test-server';
import { stopServer } from './stop-server';

test.each([
  { sent: true, within: 30_000, inTime: true },
  { sent: false, within: 50, inTime: false },
])('the body of the open request comes: $sent; stopped in time: $inTime', async ({ sent, within, inTime }) => {
  const server = await testServer();
  await server.app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = server.app.getHttpServer().address() as AddressInfo;
  const open = http.request({
    port,
    path: '/api/v1/session',
    method: 'POST',
    headers: { 'content-type': 'application/json', 'content-length': 2, expect: '100-continue' },
  });
  const outcome = once(open, 'response').then(
    ([response]) => (response as http.IncomingMessage).resume().statusCode,
    () => 'cut off',
  );
  open.flushHeaders();
  await once(open, 'continue');
  const stopping = stopServer(server.app, within);
  if (sent) open.end('{}');
  expect(await stopping).toBe(inTime);
  expect(await outcome).toBe(inTime ? 422 : 'cut off');
  await server.end();
});
