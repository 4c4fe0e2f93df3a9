// Products: the latest version and when it was made; what is stated stands in the versions.
import type { Instant } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { moment } from './columns';

@Entity('product')
export class ProductRow {
  @PrimaryColumn('uuid') id: string;
  @Column({ name: 'organisation_id', type: 'uuid' }) organisationId: string;
  @Column('integer') version: number;
  @Column({ name: 'created_by', type: 'uuid' }) createdBy: string;
  @Column(moment('created_at')) createdAt: Instant;
  @Column(moment('changed_at')) changedAt: Instant;
}
