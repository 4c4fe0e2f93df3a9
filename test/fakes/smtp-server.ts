// A mail server of the loopback that takes every mail and keeps it.
import { createServer, type AddressInfo, type Socket } from 'node:net';

export interface TakenMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly message: string;
}

export interface FakeSmtpServer {
  readonly url: string;
  readonly taken: readonly TakenMail[];
  close(): Promise<void>;
}

/** Listens on a free port; speaks the few words of SMTP (RFC 5321) that a client without TLS and sign-in needs. */
export async function fakeSmtpServer(): Promise<FakeSmtpServer> {
  const taken: TakenMail[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    converse(socket, taken);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function converse(socket: Socket, taken: TakenMail[]): void {
  let waiting = '';
  let from = '';
  let to: string[] = [];
  let inData = false;
  const say = (line: string) => socket.write(`${line}\r\n`);
  const obey = (line: string) => {
    const [, verb = ''] = /^(EHLO|HELO|MAIL FROM|RCPT TO|DATA|QUIT|RSET)/i.exec(line) ?? [];
    const address = /<([^>]*)>/.exec(line)?.[1] ?? '';
    if (verb.toUpperCase() === 'MAIL FROM') [from, to] = [address, []];
    if (verb.toUpperCase() === 'RCPT TO') to.push(address);
    inData = verb.toUpperCase() === 'DATA';
    say(inData ? '354 go on' : verb.toUpperCase() === 'QUIT' ? '221 bye' : verb === '' ? '500 unknown' : '250 ok');
  };
  socket.setEncoding('utf8');
  socket.on('data', (chunk: string) => {
    waiting += chunk;
    for (;;) {
      const end = waiting.indexOf(inData ? '\r\n.\r\n' : '\r\n');
      if (end < 0) return;
      const text = waiting.slice(0, end);
      waiting = waiting.slice(end + (inData ? 5 : 2));
      if (inData) {
        taken.push({ from, to, message: text });
        inData = false;
        say('250 taken');
      } else obey(text);
    }
  });
  say('220 fake');
}
