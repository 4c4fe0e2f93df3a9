// What the law was found to ask of an item, as each side saw it at the time.
import type { Instant } from '#kernel';
import type { Determination } from '#regulation';
import type { DeterminationView } from '#casework';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { computed, json, moment } from './columns';

@Entity('determination')
export class DeterminationRow {
  @PrimaryColumn('uuid') id: string;
  @Column({ name: 'application_id', type: 'uuid' }) applicationId: string;
  @Column({ name: 'organisation_id', type: 'uuid' }) organisationId: string;
  @Column({ name: 'item_id', type: 'text' }) itemId: string;
  @Column('text') view: DeterminationView;
  @Column(json('answer')) answer: Determination;
  @Column({ name: 'made_by', type: 'uuid' }) madeBy: string;
  @Column(moment('made_at')) madeAt: Instant;
  @Column(computed('seq', 'bigint')) seq: string;
}
