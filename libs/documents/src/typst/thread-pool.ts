// A few threads that work off orders one by one: a bounded queue, a time limit per order, threads renewed after so many orders.
// A thread that dies takes only its own order with it; the next order gets a new thread.
import { Worker } from 'node:worker_threads';
import { DocumentFault, type DocumentFaultCode } from '../document-fault';

export interface ThreadPoolOptions {
  /** Program text of a thread; it answers each message with `{ ok: true, value }` or `{ ok: false, message }`. */
  readonly source: string;
  /** Handed to each thread as `workerData`. */
  readonly data: unknown;
  /** Threads at most; they start when first needed. */
  readonly size: number;
  /** Orders that may wait beside those in work; one more is refused with `queue-full`. */
  readonly queueLimit: number;
  /** Orders after which a thread is replaced. */
  readonly recycleAfter: number;
  /** Milliseconds an order may be in work; then its thread is ended and the order fails with `time-limit`. */
  readonly timeLimitMs: number;
}

interface Order<Job, Result> {
  readonly job: Job;
  readonly resolve: (value: Result) => void;
  readonly reject: (fault: DocumentFault) => void;
}

interface Slot<Job, Result> {
  worker?: Worker;
  order?: Order<Job, Result>;
  timer?: NodeJS.Timeout;
  served: number;
}

type Reply<Result> = { ok: true; value: Result } | { ok: false; message: string };

export class ThreadPool<Job, Result> {
  private readonly slots: Slot<Job, Result>[];
  private readonly waiting: Order<Job, Result>[] = [];
  private closed = false;
  private drained?: () => void;

  constructor(private readonly options: ThreadPoolOptions) {
    this.slots = Array.from({ length: options.size }, () => ({ served: 0 }));
  }

  /** The thread's answer. Rejects with DocumentFault: `typst` for an answered failure, or one of the pool's own codes. */
  run(job: Job): Promise<Result> {
    return new Promise((resolve, reject) => {
      const order = { job, resolve, reject };
      if (this.closed) return reject(new DocumentFault('closed', 'The renderer is closed'));
      const free = this.slots.find((slot) => !slot.order);
      if (free) return this.start(free, order);
      if (this.waiting.length >= this.options.queueLimit) {
        return reject(new DocumentFault('queue-full', `${this.waiting.length} documents are waiting already; try again`));
      }
      this.waiting.push(order);
    });
  }

  /** Takes no more orders, refuses the waiting ones with `closed`, lets those in work end, then ends all threads. */
  async close(): Promise<void> {
    this.closed = true;
    for (const order of this.waiting.splice(0))
      order.reject(new DocumentFault('closed', 'The renderer was closed before this document began'));
    if (this.slots.some((slot) => slot.order)) await new Promise<void>((resolve) => (this.drained = resolve));
    await Promise.all(this.slots.map((slot) => this.dismiss(slot)));
  }

  private start(slot: Slot<Job, Result>, order: Order<Job, Result>): void {
    const worker = slot.worker ?? this.hire(slot);
    slot.order = order;
    slot.timer = setTimeout(() => {
      this.fail(slot, 'time-limit', `The document took longer than ${this.options.timeLimitMs} ms and was given up`);
    }, this.options.timeLimitMs);
    worker.ref();
    worker.postMessage(order.job);
  }

  private hire(slot: Slot<Job, Result>): Worker {
    const worker = new Worker(this.options.source, { eval: true, workerData: this.options.data });
    slot.worker = worker;
    slot.served = 0;
    let cause = '';
    worker.on('error', (error: unknown) => (cause = `: ${error instanceof Error ? error.message : String(error)}`));
    worker.on('exit', (code) => {
      if (slot.worker === worker) this.fail(slot, 'thread-lost', `The compiling thread ended with code ${code}${cause}`);
    });
    worker.on('message', (reply: Reply<Result>) => {
      if (slot.worker === worker) this.answer(slot, reply);
    });
    return worker;
  }

  private answer(slot: Slot<Job, Result>, reply: Reply<Result>): void {
    const order = this.release(slot);
    slot.served += 1;
    slot.worker?.unref();
    if (slot.served >= this.options.recycleAfter) void this.dismiss(slot);
    if (reply.ok) order?.resolve(reply.value);
    else order?.reject(new DocumentFault('typst', reply.message));
    this.next(slot);
  }

  private fail(slot: Slot<Job, Result>, code: DocumentFaultCode, message: string): void {
    const order = this.release(slot);
    void this.dismiss(slot);
    order?.reject(new DocumentFault(code, message));
    this.next(slot);
  }

  private release(slot: Slot<Job, Result>): Order<Job, Result> | undefined {
    clearTimeout(slot.timer);
    const { order } = slot;
    delete slot.order;
    return order;
  }

  private next(slot: Slot<Job, Result>): void {
    const order = this.waiting.shift();
    if (order) this.start(slot, order);
    else if (this.slots.every((each) => !each.order)) this.drained?.();
  }

  private async dismiss(slot: Slot<Job, Result>): Promise<void> {
    const { worker } = slot;
    delete slot.worker;
    await worker?.terminate();
  }
}
