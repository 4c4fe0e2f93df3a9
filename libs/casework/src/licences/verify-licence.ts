// Anyone who holds a code learns three things of its licence: the number, what it is worth today, and the hash of its paper.
import { Injectable } from '@nestjs/common';
import { Clock, Refusal } from '#kernel';
import { licenceLifeOn, type LicenceLife } from '#licensing';
import { Store } from '../ports/store.port';
import { normalVerificationCode, verificationHash } from './verification-code';

export interface Verification {
  readonly number: string;
  /** As read today. */
  readonly life: LicenceLife;
  /** SHA-256 of the paper as issued, in hex; null until the paper is ready. */
  readonly sha256: string | null;
}

@Injectable()
export class VerifyLicence {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
  ) {}

  /** Throws Refusal `verification-not-found` (missing), the same for whatever is no code of a licence. */
  async execute(typed: string): Promise<Verification> {
    const codeHash = verificationHash(normalVerificationCode(typed));
    const licence = await this.store.run({ kind: 'verification', codeHash }, (tx) => tx.licences.ofVerification(codeHash));
    if (!licence) throw new Refusal('missing', 'verification-not-found');
    const { number, state, validFrom, validTo, document } = licence;
    return { number, life: licenceLifeOn(state, { from: validFrom, to: validTo }, this.clock.today()), sha256: document.sha256 };
  }
}
