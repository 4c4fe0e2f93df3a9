// The one fault of the queue's backend that callers tell from others: it does not answer.

/** The backend did not answer in time or refused the connection; nothing is known to be published. */
export class QueueUnreachable extends Error {
  constructor(backend: 'postgres' | 'redis', cause: unknown) {
    const place = backend === 'redis' ? 'Redis (REDIS_URL)' : 'PostgreSQL (DATABASE_URL)';
    super(`The job queue in ${place} does not answer: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    this.name = 'QueueUnreachable';
  }
}

/** The promise's value, or an Error after `ms` milliseconds without one. */
export async function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
