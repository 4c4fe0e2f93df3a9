// The append-only log of a case.
import type { Instant } from '#kernel';
import type { LogAudience, LogVerb } from '#casework';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { json, moment } from './columns';

@Entity('case_log')
export class CaseLogRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' }) id: string;
  @Column({ name: 'application_id', type: 'uuid' }) applicationId: string;
  @Column({ name: 'organisation_id', type: 'uuid' }) organisationId: string;
  @Column(moment('at')) at: Instant;
  @Column({ name: 'actor_id', type: 'uuid', nullable: true }) actorId: string | null;
  @Column('text') verb: LogVerb;
  @Column('text') audience: LogAudience;
  @Column(json('payload')) payload: Readonly<Record<string, unknown>>;
}
