// The kept texts of loaded laws: written once, never changed.
import type { KeptLaw, LawShelf } from '#casework';
import type { Instant } from '#kernel';
import type { Unit } from '../unit';

export class LawRepository implements LawShelf {
  constructor(private readonly unit: Unit) {}

  async has(hash: string): Promise<boolean> {
    return (await this.unit.rows('select from law_text where hash = $1', [hash])).length > 0;
  }

  async keep({ hash, lastDayInclusive, texts }: KeptLaw, at: Instant): Promise<void> {
    await this.unit.changed(
      'insert into law_text (hash, last_day_inclusive, texts, kept_at) values ($1, $2, $3, $4) on conflict (hash) do nothing',
      [hash, lastDayInclusive, texts, at],
    );
  }

  async find(hash: string): Promise<KeptLaw | null> {
    const rows = await this.unit.rows<KeptLaw>(
      'select hash, last_day_inclusive as "lastDayInclusive", texts from law_text where hash = $1',
      [hash],
    );
    return rows[0] ?? null;
  }
}
