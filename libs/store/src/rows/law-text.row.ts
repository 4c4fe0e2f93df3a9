// The texts of a law that was loaded once, under the hash of their rulebook.
import type { Instant } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { moment } from './columns';

@Entity('law_text')
export class LawTextRow {
  @PrimaryColumn('text') hash: string;
  @Column({ name: 'last_day_inclusive', type: 'boolean' }) lastDayInclusive: boolean;
  @Column('bytea') texts: Buffer;
  @Column(moment('kept_at')) keptAt: Instant;
}
