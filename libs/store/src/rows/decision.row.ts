// Decisions as published.
import type { Instant } from '#kernel';
import type { DecisionLine } from '#casework';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { json, moment } from './columns';

@Entity('decision')
export class DecisionRow {
  @PrimaryColumn({ name: 'application_id', type: 'uuid' }) applicationId: string;
  @Column({ name: 'organisation_id', type: 'uuid' }) organisationId: string;
  @Column({ name: 'advice_id', type: 'uuid' }) adviceId: string;
  @Column(json('lines')) lines: readonly DecisionLine[];
  @Column({ name: 'published_by', type: 'uuid' }) publishedBy: string;
  @Column(moment('published_at')) publishedAt: Instant;
}
