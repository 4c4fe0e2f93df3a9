// Applications: what was filed, by whom, and where it stands.
import type { Instant } from '#kernel';
import type { ApplicationContent, ApplicationStatus } from '#licensing';
import type { ApplicationOrigin } from '#casework';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { computed, json, moment } from './columns';

@Entity('application')
export class ApplicationRow {
  @PrimaryColumn('uuid') id: string;
  @Column('text') reference: string;
  @Column({ name: 'organisation_id', type: 'uuid' }) organisationId: string;
  @Column('text') procedure: string;
  @Column('text') status: ApplicationStatus;
  @Column('integer') version: number;
  @Column(json('content')) content: ApplicationContent;
  @Column({ name: 'origin_id', type: 'uuid', nullable: true }) originId: string | null;
  @Column({ name: 'origin_kind', type: 'text', nullable: true }) originKind: ApplicationOrigin['kind'] | null;
  @Column({ name: 'agent_id', type: 'uuid', nullable: true }) agentId: string | null;
  @Column('integer') round: number;
  @Column({ name: 'created_by', type: 'uuid' }) createdBy: string;
  @Column(moment('created_at')) createdAt: Instant;
  @Column(moment('submitted_at', true)) submittedAt: Instant | null;
  @Column(moment('accepted_at', true)) acceptedAt: Instant | null;
  @Column(moment('decided_at', true)) decidedAt: Instant | null;
  @Column(moment('updated_at')) updatedAt: Instant;
  @Column({ name: 'told_version', type: 'integer' }) toldVersion: number;
  @Column(moment('told_at')) toldAt: Instant;
  @Column(computed('destination', 'text')) destination: string;
  @Column(computed('first_item_zh', 'text')) firstItemZh: string;
  @Column(computed('first_item_en', 'text')) firstItemEn: string;
  @Column(computed('item_count', 'integer')) itemCount: number;
}
