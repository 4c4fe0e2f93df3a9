// Papers uploaded with an application; the file itself lies in the file store.
import type { Instant } from '#kernel';
import type { PaperKind } from '#licensing';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { computed, moment } from './columns';

@Entity('paper')
export class PaperRow {
  @PrimaryColumn('uuid') id: string;
  @Column({ name: 'application_id', type: 'uuid' }) applicationId: string;
  @Column({ name: 'organisation_id', type: 'uuid' }) organisationId: string;
  @Column('text') kind: PaperKind;
  @Column({ name: 'file_name', type: 'text' }) fileName: string;
  @Column({ name: 'media_type', type: 'text' }) mediaType: 'application/pdf' | 'image/png';
  @Column('integer') size: number;
  @Column('text') sha256: string;
  @Column({ name: 'file_key', type: 'text' }) fileKey: string;
  @Column({ name: 'added_by', type: 'uuid' }) addedBy: string;
  @Column(moment('added_at')) addedAt: Instant;
  @Column(computed('seq', 'bigint')) seq: string;
}
