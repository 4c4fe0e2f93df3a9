// Teams of the authority.
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('team')
export class TeamRow {
  @PrimaryColumn('uuid') id: string;
  @Column({ name: 'organisation_id', type: 'uuid' }) organisationId: string;
  @Column({ name: 'name_zh', type: 'text' }) nameZh: string;
  @Column({ name: 'name_en', type: 'text' }) nameEn: string;
  @Column('boolean') retired: boolean;
  @Column('integer') version: number;
}
