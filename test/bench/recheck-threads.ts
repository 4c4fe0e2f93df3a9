// Threads that re-check product versions side by side, each with a connection and a rulebook of its own.
import { once } from 'node:events';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { LocalDate } from '#kernel';

export interface ThreadData {
  readonly url: string;
  readonly before: LocalDate;
  readonly after: LocalDate;
}

/** Products with an id from `from` inclusive to `to` exclusive; `judge` re-determines, `bare` only reads and writes back. */
export interface SliceOrder {
  readonly work: 'judge' | 'bare';
  readonly from: string;
  readonly to: string;
}

export interface SliceDone {
  readonly read: number;
  readonly written: number;
}

export interface RecheckThread {
  ask(order: SliceOrder): Promise<SliceDone>;
  close(): Promise<void>;
}

/** Ready to take orders. */
export async function startRecheckThread(data: ThreadData): Promise<RecheckThread> {
  const worker = new Worker(path.join(__dirname, 'child.cjs'), {
    argv: [path.join(__dirname, 'processes/recheck-thread.ts')],
    workerData: data,
    // Most objects die young: room for them spares most collections.
    resourceLimits: { maxYoungGenerationSizeMb: 96 },
  });
  const answer = async () => {
    const [done] = (await once(worker, 'message')) as [SliceDone | { readonly failed: string }];
    if ('failed' in done) throw new Error(done.failed);
    return done;
  };
  await answer();
  return {
    ask: (order) => {
      const answered = answer();
      worker.postMessage(order);
      return answered;
    },
    close: async () => void (await worker.terminate()),
  };
}
