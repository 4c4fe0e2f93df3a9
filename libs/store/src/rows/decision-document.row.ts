// Documents of a decision as prepared, in all their versions.
import type { Instant } from '#kernel';
import type { DecisionDocument } from '#licensing';
import type { DocumentFacts } from '#casework';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { computed, json, moment } from './columns';

@Entity('decision_document')
export class DecisionDocumentRow {
  @PrimaryColumn('uuid') id: string;
  @Column({ name: 'application_id', type: 'uuid' }) applicationId: string;
  @Column({ name: 'organisation_id', type: 'uuid' }) organisationId: string;
  @Column({ name: 'advice_id', type: 'uuid' }) adviceId: string;
  @Column('text') kind: DecisionDocument;
  @Column('integer') version: number;
  @Column(json('facts')) facts: DocumentFacts;
  @Column({ name: 'prepared_by', type: 'uuid' }) preparedBy: string;
  @Column(moment('prepared_at')) preparedAt: Instant;
  @Column(computed('seq', 'bigint')) seq: string;
}
