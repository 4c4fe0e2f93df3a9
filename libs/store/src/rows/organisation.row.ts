// Organisations: exporters and authorities.
import type { OrganisationKind } from '#casework';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('organisation')
export class OrganisationRow {
  @PrimaryColumn('uuid') id: string;
  @Column('text') kind: OrganisationKind;
  @Column({ name: 'name_zh', type: 'text' }) nameZh: string;
  @Column({ name: 'name_en', type: 'text' }) nameEn: string;
  @Column({ name: 'credit_code', type: 'text' }) creditCode: string;
  @Column('text') address: string;
  @Column('text') province: string;
}
