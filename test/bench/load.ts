// A load loop over keep-alive connections, thin enough to leave the cores to what is measured: one request in flight per connection.
import { connect, type Socket } from 'node:net';

export interface HttpCall {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object;
}

/** Sends what `next` gives until it gives null; answers per second. Throws Error at the first answer that is not 200. */
export async function load(url: string, connections: number, next: () => Buffer | null): Promise<number> {
  const { hostname, port } = new URL(url);
  const begun = performance.now();
  const counts = await Promise.all(
    Array.from({ length: connections }, async () => {
      const caller = new Caller(connect({ host: hostname, port: Number(port), noDelay: true }));
      let count = 0;
      for (let request = next(); request !== null; request = next(), count++) await caller.call(request);
      caller.close();
      return count;
    }),
  );
  return counts.reduce((sum, count) => sum + count, 0) / ((performance.now() - begun) / 1000);
}

/** The same request so many times. */
export function times(count: number, request: Buffer): () => Buffer | null {
  let left = count;
  return () => (left-- > 0 ? request : null);
}

/** The bytes of a request. */
export function requestBytes({ method, path, headers, body }: HttpCall): Buffer {
  const content = body === undefined ? '' : JSON.stringify(body);
  const lines = [
    `${method} ${path} HTTP/1.1`,
    'host: 127.0.0.1',
    ...Object.entries(headers ?? {}).map(([name, value]) => `${name}: ${value}`),
    ...(body === undefined ? [] : ['content-type: application/json', `content-length: ${Buffer.byteLength(content)}`]),
  ];
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n${content}`);
}

class Caller {
  private received: Buffer[] = [];
  private waiting: { readonly resolve: () => void; readonly reject: (error: Error) => void } | null = null;
  /** Bytes of the answer under way, head included; 0 before its head is complete. */
  private expected = 0;
  private length = 0;

  constructor(private readonly socket: Socket) {
    socket.on('data', (bytes) => this.take(bytes));
    socket.on('error', (error) => this.waiting?.reject(error));
    socket.on('close', () => this.waiting?.reject(new Error('The server closed the connection')));
  }

  call(request: Buffer): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting = { resolve, reject };
      this.socket.write(request);
    });
  }

  close(): void {
    this.waiting = null;
    this.socket.destroy();
  }

  private take(bytes: Buffer): void {
    this.received.push(bytes);
    this.length += bytes.length;
    if (this.expected === 0) {
      const text = Buffer.concat(this.received).toString('latin1');
      const end = text.indexOf('\r\n\r\n');
      if (end < 0) return;
      const size = /\r\ncontent-length: (\d+)/i.exec(text.slice(0, end))?.[1];
      if (!text.startsWith('HTTP/1.1 200') || size === undefined) {
        this.waiting?.reject(new Error(`Not the answer that is measured: ${text.slice(0, 2000)}`));
        return;
      }
      this.expected = end + 4 + Number(size);
    }
    if (this.length < this.expected) return;
    this.received = [];
    this.length = this.expected = 0;
    const done = this.waiting;
    this.waiting = null;
    done?.resolve();
  }
}
