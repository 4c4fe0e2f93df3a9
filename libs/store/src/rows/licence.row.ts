// Licences; the state on a day is read from state and validity.
import type { Instant, LocalDate } from '#kernel';
import type { LicenceState } from '#licensing';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { moment } from './columns';

@Entity('licence')
export class LicenceRow {
  @PrimaryColumn('uuid') id: string;
  @Column('text') number: string;
  @Column({ name: 'application_id', type: 'uuid' }) applicationId: string;
  @Column({ name: 'organisation_id', type: 'uuid' }) organisationId: string;
  @Column('text') state: LicenceState;
  @Column('integer') version: number;
  @Column({ name: 'valid_from', type: 'date' }) validFrom: LocalDate;
  @Column({ name: 'valid_to', type: 'date' }) validTo: LocalDate;
  @Column(moment('issued_at')) issuedAt: Instant;
  @Column({ name: 'issued_by', type: 'uuid' }) issuedBy: string;
  @Column({ name: 'document_id', type: 'uuid' }) documentId: string;
  /** Null for a licence issued before codes were given. */
  @Column({ name: 'verification_hash', type: 'text', nullable: true }) verificationHash: string | null;
}
