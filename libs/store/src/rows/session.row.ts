// Server-side sessions; only the hash of the id is kept.
import type { Instant } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { json, moment } from './columns';

@Entity('session')
export class SessionRow {
  @PrimaryColumn({ name: 'id_hash', type: 'text' }) idHash: string;
  @Column({ name: 'person_id', type: 'uuid', nullable: true }) personId: string | null;
  @Column(json('data')) data: Readonly<Record<string, unknown>>;
  @Column(moment('expires_at')) expiresAt: Instant;
}
