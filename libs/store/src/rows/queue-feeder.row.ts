// Queues that a case must have left before another one opens for it.
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('queue_feeder')
export class QueueFeederRow {
  @PrimaryColumn({ name: 'queue_id', type: 'uuid' }) queueId: string;
  @PrimaryColumn({ name: 'feeder_id', type: 'uuid' }) feederId: string;
  @Column({ name: 'organisation_id', type: 'uuid' }) organisationId: string;
}
