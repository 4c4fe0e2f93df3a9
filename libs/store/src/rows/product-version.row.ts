// What was stated about a product, version by version.
import type { Instant } from '#kernel';
import type { ProductFacts } from '#casework';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { json, moment } from './columns';

@Entity('product_version')
export class ProductVersionRow {
  @PrimaryColumn({ name: 'product_id', type: 'uuid' }) productId: string;
  @PrimaryColumn('integer') version: number;
  @Column({ name: 'organisation_id', type: 'uuid' }) organisationId: string;
  @Column(json('facts')) facts: ProductFacts;
  @Column({ name: 'made_by', type: 'uuid' }) madeBy: string;
  @Column(moment('made_at')) madeAt: Instant;
}
