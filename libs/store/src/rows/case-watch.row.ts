// Officers who watch a case.
import type { Instant } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { moment } from './columns';

@Entity('case_watch')
export class CaseWatchRow {
  @PrimaryColumn({ name: 'application_id', type: 'uuid' }) applicationId: string;
  @PrimaryColumn({ name: 'person_id', type: 'uuid' }) personId: string;
  @Column({ name: 'organisation_id', type: 'uuid' }) organisationId: string;
  @Column(moment('at')) at: Instant;
}
