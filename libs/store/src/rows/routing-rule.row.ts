// Routing rules in all their versions.
import type { Instant, LocalDate } from '#kernel';
import type { ApplicationStatus, RoutingCriteria } from '#licensing';
import type { RuleRecord } from '#casework';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { json, moment } from './columns';

@Entity('routing_rule')
export class RoutingRuleRow {
  @PrimaryColumn('uuid') id: string;
  @PrimaryColumn('integer') version: number;
  @Column({ name: 'name_zh', type: 'text' }) nameZh: string;
  @Column({ name: 'name_en', type: 'text' }) nameEn: string;
  @Column('integer') tier: number;
  @Column({ type: 'text', array: true }) stages: ApplicationStatus[];
  @Column(json('criteria')) criteria: RoutingCriteria;
  @Column(json('effect')) effect: RuleRecord['effect'];
  @Column({ name: 'first_day', type: 'date' }) from: LocalDate;
  @Column({ name: 'last_day', type: 'date', nullable: true }) to: LocalDate | null;
  @Column('text') reason: string;
  @Column({ name: 'proposed_by', type: 'uuid' }) proposedBy: string;
  @Column(moment('proposed_at')) proposedAt: Instant;
}
