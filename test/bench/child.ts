// A process beside the bench that answers orders one by one; it ends with the bench.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

type Reply = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly message: string };

export interface Child {
  /** The answer to an order. Throws Error when the order failed or the process ended. */
  ask<T>(order: object): Promise<T>;
  close(): Promise<void>;
}

/** Starts `processes/<name>.ts`. */
export function startChild(name: string): Child {
  const child = fork(path.join(__dirname, 'child.cjs'), [path.join(__dirname, 'processes', `${name}.ts`)], {
    stdio: ['ignore', 2, 2, 'ipc'],
    serialization: 'advanced',
  });
  const ended = once(child, 'exit');
  return {
    ask: async <T>(order: object) => {
      const answered = once(child, 'message');
      child.send(order);
      const [reply] = (await Promise.race([
        answered,
        ended.then(() => [{ ok: false, message: `The process ${name} ended` }]),
      ])) as [Reply];
      if (!reply.ok) throw new Error(reply.message);
      return reply.value as T;
    },
    close: async () => {
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}

/** In the child: answers orders with `work`; `close` runs when the bench is gone. */
export function answerOrders<Order>(work: (order: Order) => Promise<unknown>, close: () => Promise<void>): void {
  const answer = (reply: Reply) => process.send?.(reply);
  process.on('message', (order) => {
    work(order as Order).then(
      (value) => answer({ ok: true, value }),
      (error: unknown) => answer({ ok: false, message: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
    );
  });
  process.on('disconnect', () => {
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => undefined);
}
