// Effects that were had, by effect key.
import type { Instant } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { moment } from './columns';

@Entity('job_receipt')
export class JobReceiptRow {
  @PrimaryColumn({ name: 'effect_key', type: 'text' }) effectKey: string;
  @Column(moment('at')) at: Instant;
}
