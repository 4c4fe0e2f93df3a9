// A reviewer's advice, one per round.
import type { Bilingual, Instant } from '#kernel';
import type { Recommendation } from '#licensing';
import type { ItemAdvice } from '#casework';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { computed, json, moment } from './columns';

@Entity('advice')
export class AdviceRow {
  @PrimaryColumn('uuid') id: string;
  @Column({ name: 'application_id', type: 'uuid' }) applicationId: string;
  @Column({ name: 'organisation_id', type: 'uuid' }) organisationId: string;
  @Column('integer') round: number;
  @Column({ name: 'adviser_id', type: 'uuid' }) adviserId: string;
  @Column('text') recommendation: Recommendation;
  @Column('text') reasons: string;
  @Column(json('conditions')) conditions: readonly Bilingual[];
  @Column(json('items')) items: readonly ItemAdvice[];
  @Column(moment('at')) at: Instant;
  @Column(computed('seq', 'bigint')) seq: string;
}
