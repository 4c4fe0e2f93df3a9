// Papers that Licet issues; fixed once ready.
import type { Instant } from '#kernel';
import type { DocumentState, IssuedDocumentRecord } from '#casework';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { json, moment } from './columns';

@Entity('issued_document')
export class IssuedDocumentRow {
  @PrimaryColumn('uuid') id: string;
  @Column({ name: 'organisation_id', type: 'uuid' }) organisationId: string;
  @Column('text') kind: IssuedDocumentRecord['kind'];
  @Column(json('view')) view: unknown;
  @Column('text') state: DocumentState;
  @Column({ type: 'text', nullable: true }) template: string | null;
  @Column({ type: 'text', nullable: true }) sha256: string | null;
  @Column({ name: 'file_key', type: 'text', nullable: true }) fileKey: string | null;
  @Column('integer') attempts: number;
  @Column(moment('ready_at', true)) readyAt: Instant | null;
}
