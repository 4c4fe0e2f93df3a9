// Signing in: one answer for every cause of failure, the same work whether the address is known or not, and a limit on failures that survives a restart.
import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { addMs, Clock, Refusal, type Instant } from '#kernel';
import type { Actor, Reach } from '../actor';
import { Passwords } from '../ports/passwords.port';
import { CaseworkSettings } from '../ports/settings';
import { Store, type Transaction } from '../ports/store.port';
import type { OrganisationRecord, PersonRecord } from '../records';
import { usableHash } from './demo-password';
import { networkOf } from './network-of';

/**
 * Failed tries in the window after which tries have to wait; inclusive. The strict limit is on a mail address and a network together, so that
 * nobody locks a person out from elsewhere; a mail address tried from ever new networks has a limit of its own, and so has a network.
 */
export const SIGN_IN_LIMITS = { perAddressAndNetwork: 10, perAddress: 100, perNetwork: 50, windowMs: 15 * 60_000 } as const;

const COUNTED = ['perAddressAndNetwork', 'perAddress', 'perNetwork'] as const;
type FailureKeys = Readonly<Record<(typeof COUNTED)[number], string>>;

const SIGN_IN: Reach = { kind: 'sign-in' };

@Injectable()
export class SignIn {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly passwords: Passwords,
    private readonly settings: CaseworkSettings,
  ) {}

  /** The person. Throws Refusal `sign-in-failed` (denied: unknown, wrong, invited, deactivated, or a demo password without the demo, all alike) or `sign-in-limited` (limited). */
  async execute(credentials: { email: string; password: string; networkAddress: string }): Promise<Actor> {
    const email = credentials.email.trim().toLowerCase();
    const keys = failureKeys(email, networkOf(credentials.networkAddress));
    const now = this.clock.now();
    const since = addMs(now, -SIGN_IN_LIMITS.windowMs);
    const found = await this.store.run(SIGN_IN, async (tx) => {
      await requireTriesLeft(tx, keys, since);
      return tx.people.findByEmail(email);
    });
    const hash = found?.state === 'active' ? usableHash(found.passwordHash, this.settings.specimen) : null;
    const fits = await this.passwords.verify(hash, credentials.password);
    return this.store
      .run(SIGN_IN, async (tx) => {
        await requireTriesLeft(tx, keys, since);
        const organisation = found && (await tx.people.organisation(found.organisationId));
        if (!fits || !found || !organisation) {
          for (const key of Object.values(keys)) await tx.people.addFailedSignIn(key, now);
          await tx.people.forgetFailedSignIns(since);
          return null;
        }
        await tx.people.clearFailedSignIns(keys.perAddressAndNetwork);
        return actorOf(found, organisation);
      })
      .then((actor) => {
        if (!actor) throw new Refusal('denied', 'sign-in-failed');
        return actor;
      });
  }
}

/** Asked before the password is looked at, and again before the answer is given, so that guesses made at once are not all answered. */
async function requireTriesLeft(tx: Transaction, keys: FailureKeys, since: Instant): Promise<void> {
  for (const limit of COUNTED) {
    if ((await tx.people.failedSignIns(keys[limit], since)) >= SIGN_IN_LIMITS[limit])
      throw new Refusal('limited', 'sign-in-limited', { minutes: SIGN_IN_LIMITS.windowMs / 60_000 });
  }
}

export function actorOf(person: PersonRecord, organisation: OrganisationRecord): Actor {
  return {
    personId: person.id,
    organisationId: organisation.id,
    organisationKind: organisation.kind,
    name: person.name,
    roles: person.roles,
  };
}

/** Addresses are kept hashed: the failures table holds no personal data. */
function failureKeys(email: string, network: string): FailureKeys {
  const hash = (...parts: string[]) => createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  return {
    perAddressAndNetwork: hash('address and network', email, network),
    perAddress: hash('address', email),
    perNetwork: hash('network', network),
  };
}
