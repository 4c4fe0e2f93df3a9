// What the law was found to ask of a version of a product, with the law and the facts that it rests on.
import type { Instant, LocalDate } from '#kernel';
import type { Classification, Determination, ExportFacts, RecordedReading } from '#regulation';
import type { DeterminationView } from '#casework';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { computed, json, moment } from './columns';

@Entity('product_determination')
export class ProductDeterminationRow {
  @PrimaryColumn('uuid') id: string;
  @Column({ name: 'product_id', type: 'uuid' }) productId: string;
  @Column('integer') version: number;
  @Column({ name: 'organisation_id', type: 'uuid' }) organisationId: string;
  @Column('text') view: DeterminationView;
  @Column({ name: 'on_day', type: 'date' }) on: LocalDate;
  @Column({ name: 'known_on', type: 'date', nullable: true }) knownOn: LocalDate | null;
  @Column({ name: 'law_hash', type: 'text' }) lawHash: string;
  @Column(json('law_rows')) rows: string[];
  @Column(json('facts')) facts: ExportFacts;
  @Column(json('readings')) readings: RecordedReading[];
  @Column(json('answer')) answer: Determination;
  @Column(json('classification')) classification: Classification;
  @Column({ name: 'made_by', type: 'uuid' }) madeBy: string;
  @Column(moment('made_at')) madeAt: Instant;
  @Column({ name: 'document_id', type: 'uuid' }) documentId: string;
  @Column(computed('seq', 'bigint')) seq: string;
}
