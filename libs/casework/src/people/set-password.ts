// An invited person accepts, or a person who forgot sets a new password: the token is used up, all sessions end.
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, Refusal } from '#kernel';
import type { Reach } from '../actor';
import { Passwords } from '../ports/passwords.port';
import { Store } from '../ports/store.port';
import type { TokenPurpose } from '../records';
import { requireFitPassword } from './password-rules';
import { requireToken } from './tokens';

const SIGN_IN: Reach = { kind: 'sign-in' };

@Injectable()
export class SetPassword {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly passwords: Passwords,
  ) {}

  /** Sends a reset mail if the address belongs to an active person; tells nobody whether it does. */
  async requestReset(email: string): Promise<void> {
    await this.store.run(SIGN_IN, async (tx) => {
      const person = await tx.people.findByEmail(email.trim().toLowerCase());
      if (person?.state !== 'active') return;
      await tx.jobs.add(
        { name: 'send-password-reset', payload: { personId: person.id, requestId: randomUUID() } },
        this.clock.now(),
      );
    });
  }

  /** Who the token is for, so that a page can greet. Throws Refusal `token-invalid` (missing). */
  holder(token: string, purpose: TokenPurpose): Promise<{ name: string; email: string }> {
    return this.store.run(SIGN_IN, async (tx) => {
      const { person } = await requireToken(tx, this.clock, token, purpose);
      return { name: person.name, email: person.email };
    });
  }

  /** Throws Refusal `token-invalid` (missing) or `password-unfit` (invalid). */
  async execute(token: string, purpose: TokenPurpose, password: string): Promise<void> {
    const { email } = await this.holder(token, purpose);
    requireFitPassword(password, email);
    const passwordHash = await this.passwords.hash(password);
    await this.store.run(SIGN_IN, async (tx) => {
      const { tokenId, person } = await requireToken(tx, this.clock, token, purpose);
      const used = await tx.people.useToken(tokenId, this.clock.now());
      if (!used || !(await tx.people.change(person.id, person.version, { state: 'active', passwordHash })))
        throw new Refusal('missing', 'token-invalid');
      await tx.people.endTokens(person.id, this.clock.now());
      await tx.sessions.removeOfPerson(person.id);
    });
  }
}
