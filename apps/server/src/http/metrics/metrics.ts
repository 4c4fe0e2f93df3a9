// The figures of a server process for Prometheus: requests by route, queue, outbox and what is due, connections, build. No figure bears a name or an id.
import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Store } from '#casework';
import type { Clock } from '#kernel';
import { routeOf } from '../request-log';

/** Counts of the queue by state; null from a queue that cannot be counted. */
export type QueueCounts = () => Promise<Readonly<Record<string, number>>>;

export interface MetricsParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly version: string;
  readonly queueCounts: QueueCounts;
  readonly pool: () => { readonly total: number; readonly idle: number; readonly waiting: number };
}

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export class Metrics {
  private readonly registry = new Registry();
  private readonly requests: Histogram<'method' | 'route' | 'status'>;

  constructor(parts: MetricsParts) {
    const registers = [this.registry];
    collectDefaultMetrics({ register: this.registry });
    this.requests = new Histogram({
      name: 'licet_http_request_seconds',
      help: 'Time from request to answer by route pattern',
      labelNames: ['method', 'route', 'status'],
      buckets: SECONDS,
      registers,
    });
    new Gauge({
      name: 'licet_build_info',
      help: 'Always 1; the labels say what runs',
      labelNames: ['version', 'node'],
      registers,
    }).set({ version: parts.version, node: process.version }, 1);
    new Gauge({
      name: 'licet_outbox_waiting',
      help: 'Jobs that are written and not yet handed to the queue',
      registers,
      async collect() {
        await setOrLeaveOut(this, async () => this.set(await parts.store.run({ kind: 'system' }, (tx) => tx.jobs.unpublished())));
      },
    });
    new Gauge({
      name: 'licet_jobs',
      help: 'Jobs in the queue by state',
      labelNames: ['state'],
      registers,
      async collect() {
        await setOrLeaveOut(this, async () => {
          for (const [state, count] of Object.entries(await parts.queueCounts())) this.set({ state }, count);
        });
      },
    });
    new Gauge({
      name: 'licet_due_rows',
      help: 'What is due and not performed: waiting for a sweep, and handed to a job',
      labelNames: ['state'],
      registers,
      async collect() {
        await setOrLeaveOut(this, async () => {
          const { waiting, handed } = await parts.store.run({ kind: 'system' }, (tx) => tx.due.backlog(parts.clock.now()));
          this.set({ state: 'waiting' }, waiting);
          this.set({ state: 'handed' }, handed);
        });
      },
    });
    new Gauge({
      name: 'licet_database_connections',
      help: 'Connections of this process to the database: open, idle among them, and callers waiting for one',
      labelNames: ['state'],
      registers,
      collect() {
        const { total, idle, waiting } = parts.pool();
        this.set({ state: 'open' }, total);
        this.set({ state: 'idle' }, idle);
        this.set({ state: 'waiting' }, waiting);
      },
    });
  }

  /** Measures every request from now on. */
  watch(fastify: FastifyInstance): void {
    fastify.addHook('onResponse', (request, reply, done) => {
      const labels = { method: request.method, route: routeOf(request), status: String(reply.statusCode) };
      this.requests.observe(labels, reply.elapsedTime / 1000);
      done();
    });
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  /** All figures in the text format; a part that does not answer is left out, so that the others can still be read. */
  text(): Promise<string> {
    return this.registry.metrics();
  }
}

async function setOrLeaveOut(gauge: Gauge, set: () => Promise<void>): Promise<void> {
  gauge.reset();
  await set().catch(() => gauge.remove());
}
