// How an organisation reads a measure that the texts leave unsettled.
import type { Instant } from '#kernel';
import type { ReadingWord } from '#regulation';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { computed, moment } from './columns';

@Entity('law_reading')
export class LawReadingRow {
  @PrimaryColumn('uuid') id: string;
  @Column({ name: 'organisation_id', type: 'uuid' }) organisationId: string;
  @Column('text') measure: string;
  @Column('text') reading: ReadingWord;
  @Column('text') reason: string;
  @Column({ name: 'proposed_by', type: 'uuid' }) proposedBy: string;
  @Column(moment('proposed_at')) proposedAt: Instant;
  @Column(computed('seq', 'bigint')) seq: string;
}
