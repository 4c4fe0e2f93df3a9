// Places of cases on queues, open and left.
import type { Instant } from '#kernel';
import type { ApplicationStatus } from '#licensing';
import type { PlaceEnd } from '#casework';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { moment } from './columns';

@Entity('place')
export class PlaceRow {
  @PrimaryColumn('uuid') id: string;
  @Column({ name: 'application_id', type: 'uuid' }) applicationId: string;
  @Column({ name: 'organisation_id', type: 'uuid' }) organisationId: string;
  @Column({ name: 'queue_id', type: 'uuid' }) queueId: string;
  @Column('text') stage: ApplicationStatus;
  @Column('integer') round: number;
  @Column('text') destination: string;
  @Column(moment('arrived_at')) arrivedAt: Instant;
  /** The due day, `infinity` where there is none. */
  @Column({ name: 'due_key', type: 'date' }) dueKey: string;
  /** Fingerprint of what the day was computed with. */
  @Column({ name: 'due_basis', type: 'text' }) dueBasis: string;
  @Column({ name: 'holder_id', type: 'uuid', nullable: true }) holderId: string | null;
  @Column({ name: 'rule_id', type: 'uuid', nullable: true }) ruleId: string | null;
  @Column({ name: 'rule_version', type: 'integer', nullable: true }) ruleVersion: number | null;
  @Column({ name: 'placed_by', type: 'uuid', nullable: true }) placedBy: string | null;
  @Column(moment('left_at', true)) leftAt: Instant | null;
  @Column({ type: 'text', nullable: true }) ending: PlaceEnd | null;
}
