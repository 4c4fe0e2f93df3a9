// The recorded authority of an agent to file in a principal’s name.
import type { Instant, LocalDate } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { moment } from './columns';

@Entity('agency')
export class AgencyRow {
  @PrimaryColumn('uuid') id: string;
  @Column({ name: 'principal_id', type: 'uuid' }) principalId: string;
  @Column({ name: 'agent_id', type: 'uuid' }) agentId: string;
  @Column({ name: 'first_day', type: 'date' }) from: LocalDate;
  @Column({ name: 'last_day', type: 'date', nullable: true }) to: LocalDate | null;
  @Column('text') note: string;
  @Column({ name: 'recorded_by', type: 'uuid' }) recordedBy: string;
  @Column(moment('recorded_at')) recordedAt: Instant;
  @Column(moment('revoked_at', true)) revokedAt: Instant | null;
}
