// Days on which a person is away, and who stands in.
import type { Instant, LocalDate } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { moment } from './columns';

@Entity('absence')
export class AbsenceRow {
  @PrimaryColumn('uuid') id: string;
  @Column({ name: 'organisation_id', type: 'uuid' }) organisationId: string;
  @Column({ name: 'person_id', type: 'uuid' }) personId: string;
  @Column({ name: 'substitute_id', type: 'uuid', nullable: true }) substituteId: string | null;
  @Column({ name: 'first_day', type: 'date' }) from: LocalDate;
  @Column({ name: 'last_day', type: 'date' }) to: LocalDate;
  @Column({ name: 'recorded_by', type: 'uuid' }) recordedBy: string;
  @Column(moment('ended_at', true)) endedAt: Instant | null;
}
