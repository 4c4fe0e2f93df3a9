// Applications: what was filed, where it stands, who holds it.
import type { Instant } from '#kernel';
import type { ApplicationContent, ApplicationStatus } from '#licensing';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { computed, json, moment } from './columns';

@Entity('application')
export class ApplicationRow {
  @PrimaryColumn('uuid') id: string;
  @Column('text') reference: string;
  @Column({ name: 'organisation_id', type: 'uuid' }) organisationId: string;
  @Column('text') procedure: 'dual-use-single';
  @Column('text') status: ApplicationStatus;
  @Column('integer') version: number;
  @Column(json('content')) content: ApplicationContent;
  @Column({ name: 'holder_id', type: 'uuid', nullable: true }) holderId: string | null;
  @Column('integer') round: number;
  @Column({ name: 'created_by', type: 'uuid' }) createdBy: string;
  @Column(moment('created_at')) createdAt: Instant;
  @Column(moment('submitted_at', true)) submittedAt: Instant | null;
  @Column(moment('accepted_at', true)) acceptedAt: Instant | null;
  @Column(moment('decided_at', true)) decidedAt: Instant | null;
  @Column(moment('updated_at')) updatedAt: Instant;
  @Column(computed('destination', 'text')) destination: string;
  @Column(computed('first_item_zh', 'text')) firstItemZh: string;
  @Column(computed('first_item_en', 'text')) firstItemEn: string;
  @Column(computed('item_count', 'integer')) itemCount: number;
}
