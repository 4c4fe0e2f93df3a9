// Comparisons with the official list that a person recorded.
import type { Instant, LocalDate } from '#kernel';
import type { CaseSide } from '#casework';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { computed, moment } from './columns';

@Entity('list_check')
export class ListCheckRow {
  @PrimaryColumn('uuid') id: string;
  @Column({ name: 'application_id', type: 'uuid' }) applicationId: string;
  @Column({ name: 'organisation_id', type: 'uuid' }) organisationId: string;
  @Column({ name: 'item_id', type: 'text' }) itemId: string;
  @Column('text') edition: string;
  @Column('text') note: string;
  @Column({ name: 'on_day', type: 'date' }) on: LocalDate;
  @Column({ name: 'person_id', type: 'uuid' }) personId: string;
  @Column('text') side: CaseSide;
  @Column(moment('at')) at: Instant;
  @Column(computed('seq', 'bigint')) seq: string;
}
