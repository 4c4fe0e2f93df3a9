// Sessions in the database: known only by the hash of their id, bound to the person's present record, over when nobody used them for the set hours.
import { createHash } from 'node:crypto';
import type { SessionStore } from '@fastify/session';
import type { Session } from 'fastify';
import { actorOf, type Reach, type Store } from '#casework';
import { addMs, type Clock } from '#kernel';
import type { Principal } from './session';

const SIGN_IN: Reach = { kind: 'sign-in' };
const HOUR_MS = 3_600_000;
/** A session of nobody only carries the form token of a sign-in page. */
const VISITOR_HOURS = 1;
/** The end is moved on at most this often, so that reading stays reading. */
const EXTEND_EVERY_MS = 5 * 60_000;

type Done<T = void> = (error: unknown, result?: T) => void;

export class DatabaseSessionStore implements SessionStore {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly hours: number,
  ) {}

  get(id: string, done: Done<Session | null>): void {
    this.load(id).then((session) => done(null, session), done);
  }

  set(id: string, session: Session, done: Done): void {
    this.save(id, session).then(() => done(null), done);
  }

  destroy(id: string, done: Done): void {
    this.store.run(SIGN_IN, (tx) => tx.sessions.remove(hashOf(id))).then(() => done(null), done);
  }

  private async load(id: string): Promise<Session | null> {
    const found = await this.store.session(hashOf(id), this.clock.now());
    if (!found || (found.personId !== null && !found.person)) return null;
    const { idHash, personId, data, expiresAt, person } = found;
    const end = this.end(personId);
    if (addMs(end, -EXTEND_EVERY_MS) > expiresAt) await this.store.run(SIGN_IN, (tx) => tx.sessions.extend(idHash, end));
    const { csrf, notice, principal } = data;
    return {
      found: true,
      ...(personId !== null && { personId }),
      ...(person && { actor: actorOf(person, person.organisation) }),
      ...(typeof csrf === 'string' && { _csrf: csrf }),
      ...(typeof notice === 'string' && { notice }),
      ...(isPrincipal(principal) && { principal }),
    } as Session;
  }

  private async save(id: string, session: Session): Promise<void> {
    const personId = session.personId ?? null;
    const { _csrf: csrf, notice, principal } = session;
    const data = { ...(csrf && { csrf }), ...(notice && { notice }), ...(principal && { principal }) };
    await this.store.run(SIGN_IN, async (tx) => {
      const now = this.clock.now();
      const idHash = hashOf(id);
      // A request that was under way while its session ended must not bring it back.
      if (session.found && !(await tx.sessions.find(idHash, now))) return;
      await tx.sessions.save({ idHash, personId, data, expiresAt: this.end(personId) });
      await tx.sessions.removeExpired(now);
    });
  }

  private end(personId: string | null) {
    return addMs(this.clock.now(), (personId === null ? VISITOR_HOURS : this.hours) * HOUR_MS);
  }
}

function isPrincipal(value: unknown): value is Principal {
  return (
    typeof value === 'object' && value !== null && ['id', 'zh', 'en'].every((key) => typeof Reflect.get(value, key) === 'string')
  );
}

function hashOf(id: string): string {
  return createHash('sha256').update(id).digest('hex');
}
