// The second and third person on a final advice; adviser and level are copied in, so that the database can refuse the same person and another level.
import type { Instant } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { computed, moment } from './columns';

@Entity('countersignature')
export class CountersignatureRow {
  @PrimaryColumn('uuid') id: string;
  @Column({ name: 'advice_id', type: 'uuid' }) adviceId: string;
  @Column({ name: 'application_id', type: 'uuid' }) applicationId: string;
  @Column({ name: 'organisation_id', type: 'uuid' }) organisationId: string;
  @Column({ name: 'adviser_id', type: 'uuid' }) adviserId: string;
  @Column({ name: 'signer_id', type: 'uuid' }) signerId: string;
  @Column('integer') place: number;
  @Column(computed('advice_level', 'text')) adviceLevel: 'final';
  @Column('text') outcome: 'signed' | 'sent-back';
  @Column('text') reason: string;
  @Column(moment('at')) at: Instant;
  @Column(computed('seq', 'bigint')) seq: string;
}
