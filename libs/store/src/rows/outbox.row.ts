// Jobs that a transaction asked for, until the relay has published them.
import type { Instant } from '#kernel';
import type { JobName } from '#casework';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { json, moment } from './columns';

@Entity('outbox')
export class OutboxRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' }) id: string;
  @Column('text') name: JobName;
  @Column(json('payload')) payload: Readonly<Record<string, unknown>>;
  @Column(moment('added_at')) addedAt: Instant;
  @Column(moment('published_at', true)) publishedAt: Instant | null;
}
