// Keeps the texts of the loaded law under the hash of its rulebook, and loads the rulebook of a hash again: a determination can be replayed.
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import { Clock, Refusal } from '#kernel';
import { loadRulebook, type LawText, type Rulebook } from '#regulation';
import type { Reach } from '../actor';
import { LoadedLaw } from '../ports/loaded-law';
import { Store } from '../ports/store.port';

const SYSTEM: Reach = { kind: 'system' };
/** Largest law that is unpacked again, bytes. */
const LARGEST_LAW = 64 * 1024 * 1024;
/** Rulebooks of other hashes that stay in memory; the one that was asked for longest ago goes first. */
const MOST_RULEBOOKS = 3;

@Injectable()
export class KeepLaw {
  private kept: Promise<void> | null = null;
  private readonly loaded = new Map<string, Rulebook>();

  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly law: LoadedLaw,
  ) {}

  /** Writes the texts of the loaded law when their hash is new. Throws Error when the law was loaded without its texts. */
  ensure(): Promise<void> {
    this.kept ??= this.keep().catch((error: unknown) => {
      this.kept = null;
      throw error;
    });
    return this.kept;
  }

  /** The rulebook of the hash. Throws Refusal `law-not-kept` (missing), Error when the kept texts give another hash. */
  async rulebookOf(hash: string): Promise<Rulebook> {
    if (hash === this.law.rulebook.hash) return this.law.rulebook;
    const rulebook = this.loaded.get(hash) ?? (await this.load(hash));
    this.loaded.delete(hash);
    this.loaded.set(hash, rulebook);
    const [oldest] = this.loaded.keys();
    if (this.loaded.size > MOST_RULEBOOKS && oldest !== undefined) this.loaded.delete(oldest);
    return rulebook;
  }

  private async keep(): Promise<void> {
    const { rulebook, texts } = this.law;
    if (await this.store.run(SYSTEM, (tx) => tx.laws.has(rulebook.hash))) return;
    if (texts.length === 0) throw new Error('The law was loaded without its texts, so no determination could be replayed');
    const packed = await promisify(gzip)(Buffer.from(JSON.stringify(texts)));
    const { hash, lastDayInclusive } = rulebook;
    await this.store.run(SYSTEM, (tx) => tx.laws.keep({ hash, lastDayInclusive, texts: packed }, this.clock.now()));
  }

  private async load(hash: string): Promise<Rulebook> {
    const kept = await this.store.run(SYSTEM, (tx) => tx.laws.find(hash));
    if (!kept) throw new Refusal('missing', 'law-not-kept', { hash });
    const text = await promisify(gunzip)(kept.texts, { maxOutputLength: LARGEST_LAW });
    const rulebook = loadRulebook(JSON.parse(text.toString('utf8')) as LawText[], { lastDayInclusive: kept.lastDayInclusive });
    if (rulebook.hash !== hash) throw new Error(`The law kept under ${hash} gives the hash ${rulebook.hash}`);
    return rulebook;
  }
}
