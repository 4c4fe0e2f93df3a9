// The approval or rejection of a version of a rule.
import type { Instant } from '#kernel';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { moment } from './columns';

@Entity('routing_rule_act')
export class RoutingRuleActRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' }) seq: string;
  @Column({ name: 'rule_id', type: 'uuid' }) ruleId: string;
  @Column({ name: 'rule_version', type: 'integer' }) ruleVersion: number;
  @Column({ name: 'proposed_by', type: 'uuid' }) proposedBy: string;
  @Column('text') act: 'approve' | 'reject';
  @Column({ name: 'person_id', type: 'uuid' }) personId: string;
  @Column('text') reason: string;
  @Column(moment('at')) at: Instant;
}
