// Which version of a product an item of an application was taken from.
import type { Instant } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { moment } from './columns';

@Entity('product_use')
export class ProductUseRow {
  @PrimaryColumn({ name: 'application_id', type: 'uuid' }) applicationId: string;
  @PrimaryColumn({ name: 'item_id', type: 'text' }) itemId: string;
  @Column({ name: 'product_id', type: 'uuid' }) productId: string;
  @Column('integer') version: number;
  @Column({ name: 'organisation_id', type: 'uuid' }) organisationId: string;
  @Column(moment('at')) at: Instant;
}
