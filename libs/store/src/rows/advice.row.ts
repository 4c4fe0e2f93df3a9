// Advice at its three levels, in all its versions.
import type { Instant } from '#kernel';
import type { AdviceLevel, AdviceLine } from '#licensing';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { computed, json, moment } from './columns';

@Entity('advice')
export class AdviceRow {
  @PrimaryColumn('uuid') id: string;
  @Column({ name: 'application_id', type: 'uuid' }) applicationId: string;
  @Column({ name: 'organisation_id', type: 'uuid' }) organisationId: string;
  @Column('integer') round: number;
  @Column('text') level: AdviceLevel;
  @Column({ name: 'team_id', type: 'uuid', nullable: true }) teamId: string | null;
  @Column('integer') version: number;
  @Column({ name: 'adviser_id', type: 'uuid' }) adviserId: string;
  @Column(json('lines')) lines: readonly AdviceLine[];
  @Column(moment('at')) at: Instant;
  @Column(computed('seq', 'bigint')) seq: string;
}
