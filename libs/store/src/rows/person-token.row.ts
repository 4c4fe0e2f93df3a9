// One-time tokens of invitations and password resets; only their hash is kept.
import type { Instant } from '#kernel';
import type { TokenPurpose } from '#casework';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { moment } from './columns';

@Entity('person_token')
export class PersonTokenRow {
  @PrimaryColumn('uuid') id: string;
  @Column({ name: 'person_id', type: 'uuid' }) personId: string;
  @Column('text') purpose: TokenPurpose;
  @Column({ name: 'token_hash', type: 'text' }) tokenHash: string;
  @Column(moment('expires_at')) expiresAt: Instant;
  @Column(moment('used_at', true)) usedAt: Instant | null;
}
