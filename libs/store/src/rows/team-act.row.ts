// What was done to a team, its members, its queues or an absence: kept, never changed.
import type { Instant } from '#kernel';
import type { TeamActKind } from '#casework';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { moment } from './columns';

@Entity('team_act')
export class TeamActRow {
  @PrimaryColumn('uuid') id: string;
  @Column({ type: 'bigint', insert: false }) seq: string;
  @Column({ name: 'organisation_id', type: 'uuid' }) organisationId: string;
  @Column(moment('at')) at: Instant;
  @Column({ name: 'person_id', type: 'uuid' }) personId: string;
  @Column('text') act: TeamActKind;
  @Column({ name: 'subject_id', type: 'uuid' }) subjectId: string;
  @Column({ type: 'jsonb', nullable: true }) before: object | null;
  @Column({ type: 'jsonb', nullable: true }) after: object | null;
}
