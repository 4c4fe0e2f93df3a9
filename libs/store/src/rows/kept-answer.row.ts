// Answers kept under a caller's key; one that is under way, or whose end nobody knows, has no status.
import type { Instant } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { moment } from './columns';

@Entity('kept_answer')
export class KeptAnswerRow {
  @PrimaryColumn({ name: 'person_id', type: 'uuid' }) personId: string;
  @PrimaryColumn('text') key: string;
  @Column({ name: 'organisation_id', type: 'uuid' }) organisationId: string;
  @Column({ name: 'request_hash', type: 'text' }) requestHash: string;
  @Column({ type: 'integer', nullable: true }) status: number | null;
  @Column({ type: 'jsonb', nullable: true }) headers: Readonly<Record<string, string>> | null;
  @Column({ type: 'text', nullable: true }) body: string | null;
  @Column(moment('expires_at')) expiresAt: Instant;
}
