// Letters of published decisions.
import type { Instant } from '#kernel';
import type { LetterRecord } from '#casework';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { moment } from './columns';

@Entity('letter')
export class LetterRow {
  @PrimaryColumn('uuid') id: string;
  @Column('text') number: string;
  @Column({ name: 'application_id', type: 'uuid' }) applicationId: string;
  @Column({ name: 'organisation_id', type: 'uuid' }) organisationId: string;
  @Column('text') kind: LetterRecord['kind'];
  @Column(moment('issued_at')) issuedAt: Instant;
  @Column({ name: 'issued_by', type: 'uuid' }) issuedBy: string;
  @Column({ name: 'document_id', type: 'uuid' }) documentId: string;
}
