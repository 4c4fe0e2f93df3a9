// Officers whom a note names.
import type { Instant } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { moment } from './columns';

@Entity('note_mention')
export class NoteMentionRow {
  @PrimaryColumn({ name: 'note_id', type: 'uuid' }) noteId: string;
  @PrimaryColumn({ name: 'person_id', type: 'uuid' }) personId: string;
  @Column({ name: 'organisation_id', type: 'uuid' }) organisationId: string;
  @Column(moment('at')) at: Instant;
}
