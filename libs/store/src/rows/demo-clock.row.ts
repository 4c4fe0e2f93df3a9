// How far the clock of a demo stands from the wall clock; one row at most.
import type { Instant } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { moment } from './columns';

@Entity('demo_clock')
export class DemoClockRow {
  @PrimaryColumn({ name: 'only_one', type: 'boolean' }) onlyOne: boolean;
  /** Milliseconds, as text: more than a JavaScript number could be sure to hold. */
  @Column({ name: 'ahead_ms', type: 'bigint' }) aheadMs: string;
  @Column(moment('moved_at')) movedAt: Instant;
}
