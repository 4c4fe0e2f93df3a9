// The confirmation or the withdrawal of a recorded reading.
import type { Instant } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { computed, moment } from './columns';

@Entity('law_reading_act')
export class LawReadingActRow {
  @PrimaryColumn('uuid') id: string;
  @Column({ name: 'reading_id', type: 'uuid' }) readingId: string;
  @Column({ name: 'organisation_id', type: 'uuid' }) organisationId: string;
  @Column({ name: 'proposed_by', type: 'uuid' }) proposedBy: string;
  @Column('text') act: 'confirm' | 'withdraw';
  @Column({ name: 'person_id', type: 'uuid' }) personId: string;
  @Column('text') reason: string;
  @Column(moment('at')) at: Instant;
  @Column(computed('seq', 'bigint')) seq: string;
}
