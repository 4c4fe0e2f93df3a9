// What falls due, until it was performed or is wanted no more.
import type { Instant } from '#kernel';
import type { LicenceEvent } from '#licensing';
import type { DueState } from '#casework';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { moment } from './columns';

@Entity('due')
export class DueRow {
  @PrimaryColumn('uuid') id: string;
  @Column(moment('due_at')) dueAt: Instant;
  @Column('text') kind: LicenceEvent;
  @Column('uuid') subject: string;
  @Column({ name: 'organisation_id', type: 'uuid' }) organisationId: string;
  @Column({ name: 'effect_key', type: 'text' }) effectKey: string;
  @Column('text') state: DueState;
  @Column('integer') attempts: number;
  @Column(moment('handed_at', true)) handedAt: Instant | null;
}
