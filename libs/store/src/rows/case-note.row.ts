// Notes on a case.
import type { Instant } from '#kernel';
import type { CaseSide, NoteAudience } from '#casework';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { computed, moment } from './columns';

@Entity('case_note')
export class CaseNoteRow {
  @PrimaryColumn('uuid') id: string;
  @Column({ name: 'application_id', type: 'uuid' }) applicationId: string;
  @Column({ name: 'organisation_id', type: 'uuid' }) organisationId: string;
  @Column({ name: 'author_id', type: 'uuid' }) authorId: string;
  @Column('text') side: CaseSide;
  @Column('text') audience: NoteAudience;
  @Column('text') text: string;
  @Column(moment('at')) at: Instant;
  @Column(computed('seq', 'bigint')) seq: string;
}
