// Idempotency-Key on the API's POST: the same request under the same key is carried out once and answered alike for 24 hours, also when it comes twice at once.
import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { caseReach, type Actor, type KeptAnswer, type Store } from '#casework';
import { addMs, Refusal, type Clock, type Instant } from '#kernel';
import { isForVisitors, pathOf } from '../request-path';
import { principalNamed } from '../security/acting-for';
import { actorOfRequest } from '../security/session';
import { uploadOf } from '../upload';

/** How long an answer is kept. */
export const ANSWER_LIFE_MS = 24 * 3_600_000;

/** Largest answer that is kept, bytes; a larger one is given once. The table has the same bound. */
const LARGEST_ANSWER = 256 * 1024;

const KEY = /^[\x21-\x7e]{1,255}$/;
/** How long a second call waits for the first one's answer, and how often it looks. */
const WAIT_MS = 10_000;
const LOOK_EVERY_MS = 50;
/** Answers that one call clears away at most, and how often everybody's are cleared. */
const CLEAR_AT_ONCE = 1000;
const CLEAR_EVERY_MS = 3_600_000;

/** Answers to requests that were not let in: they may be asked again under the same key. */
const NOT_LET_IN: readonly number[] = [401, 403, 429];
const KEPT_HEADERS = ['content-type', 'content-language', 'location'] as const;

interface Claim {
  readonly actor: Actor;
  readonly key: string;
}

export class KeptAnswers {
  private readonly claims = new WeakMap<FastifyRequest, Claim>();
  private readonly logger = new Logger('idempotency');
  private clearedAt: Instant | null = null;

  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly waitMs: number = WAIT_MS,
  ) {}

  register(fastify: FastifyInstance): void {
    fastify.addHook('preHandler', (request, reply, done) => {
      const claim = claimOf(request);
      if (!claim) return done();
      this.before(claim, request, reply).then((answered) => {
        if (!answered) done();
      }, done);
    });
    fastify.addHook('onSend', (request, reply, payload, done) => {
      const claim = this.claims.get(request);
      if (!claim) return done(null, payload);
      this.after(claim, request, reply, payload).then(() => done(null, payload), done);
    });
  }

  /** Claims the key, or gives the answer that stands under it; true when it gave one. */
  private async before({ actor, key }: Claim, request: FastifyRequest, reply: FastifyReply): Promise<boolean> {
    if (!KEY.test(key)) throw new Refusal('invalid', 'idempotency-key-unfit');
    const requestHash = hashOf(request);
    await this.clear();
    for (let waited = 0; ; waited += LOOK_EVERY_MS) {
      const found = await this.claim({ actor, key }, requestHash);
      if (!found) {
        this.claims.set(request, { actor, key });
        return false;
      }
      if (found.requestHash !== requestHash) throw new Refusal('invalid', 'idempotency-key-reused');
      if (found.answer) {
        again(reply, found.answer);
        return true;
      }
      if (waited >= this.waitMs) throw new Refusal('conflict', 'idempotency-in-progress');
      await pause(LOOK_EVERY_MS);
    }
  }

  /**
   * Keeps the answer before it is sent. After a fault of the program nobody knows whether there was an effect: the key stays claimed, so that there is no
   * second one.
   */
  private async after({ actor, key }: Claim, request: FastifyRequest, reply: FastifyReply, payload: unknown): Promise<void> {
    this.claims.delete(request);
    const body = typeof payload === 'string' ? payload : '';
    const status = reply.statusCode;
    try {
      await this.store.run(caseReach(actor), async (tx) => {
        if (NOT_LET_IN.includes(status)) await tx.answers.release(actor.personId, key);
        else if (status < 500 && Buffer.byteLength(body) <= LARGEST_ANSWER)
          await tx.answers.keep(actor.personId, key, { status, headers: headersOf(reply), body });
      });
    } catch (fault) {
      this.logger.error(`${request.id} the answer was not kept`, fault instanceof Error ? fault.stack : String(fault));
    }
  }

  private claim({ actor, key }: Claim, requestHash: string): Promise<KeptAnswer | null> {
    const { personId, organisationId } = actor;
    const now = this.clock.now();
    const expiresAt = addMs(now, ANSWER_LIFE_MS);
    return this.store.run(caseReach(actor), (tx) =>
      tx.answers.claim({ key, personId, organisationId, requestHash, now, expiresAt }),
    );
  }

  /** Removes everybody's answers that are over, once an hour. */
  private async clear(): Promise<void> {
    const now = this.clock.now();
    if (this.clearedAt !== null && now < addMs(this.clearedAt, CLEAR_EVERY_MS)) return;
    this.clearedAt = now;
    await this.store.run({ kind: 'system' }, (tx) => tx.answers.removeExpired(now, CLEAR_AT_ONCE));
  }
}

/** The key of a request that takes one from a person who is signed in. */
function claimOf(request: FastifyRequest): Claim | null {
  const key = request.headers['idempotency-key'];
  const actor = actorOfRequest(request);
  return typeof key === 'string' && actor && takesKey(request) ? { actor, key } : null;
}

function takesKey(request: FastifyRequest): boolean {
  return request.method === 'POST' && !request.is404 && pathOf(request).startsWith('/api/v1/') && !isForVisitors(request);
}

function again(reply: FastifyReply, { status, headers, body }: NonNullable<KeptAnswer['answer']>): void {
  reply.code(status).headers(headers).header('idempotency-replayed', 'true').send(body);
}

function headersOf(reply: FastifyReply): Record<string, string> {
  const present = KEPT_HEADERS.map((name) => [name, reply.getHeader(name)] as const);
  return Object.fromEntries(present.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));
}

/** Hash of method, address, principal and body; of an upload its fields, and name and content of its file. */
function hashOf(request: FastifyRequest): string {
  const hash = createHash('sha256').update(JSON.stringify([request.method, request.url, principalNamed(request) ?? null]));
  if (!(request.headers['content-type'] ?? '').startsWith('multipart/'))
    return hash.update(JSON.stringify(request.body ?? null)).digest('hex');
  const { file, fields } = uploadOf(request);
  hash.update(JSON.stringify([fields, file?.fileName ?? null]));
  return hash.update(file?.bytes ?? '').digest('hex');
}
