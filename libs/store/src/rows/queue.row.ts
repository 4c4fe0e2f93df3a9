// Queues, each of a team.
import type { ApplicationStatus } from '#licensing';
import type { QueueKind } from '#casework';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('queue')
export class QueueRow {
  @PrimaryColumn('uuid') id: string;
  @Column({ name: 'organisation_id', type: 'uuid' }) organisationId: string;
  @Column({ name: 'team_id', type: 'uuid' }) teamId: string;
  @Column({ name: 'name_zh', type: 'text' }) nameZh: string;
  @Column({ name: 'name_en', type: 'text' }) nameEn: string;
  @Column('text') kind: QueueKind;
  @Column({ type: 'text', array: true }) stages: ApplicationStatus[];
  @Column('boolean') fallback: boolean;
  @Column('boolean') retired: boolean;
  @Column('integer') version: number;
}
