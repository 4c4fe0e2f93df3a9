// Who belongs to which team.
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('team_member')
export class TeamMemberRow {
  @PrimaryColumn({ name: 'team_id', type: 'uuid' }) teamId: string;
  @PrimaryColumn({ name: 'person_id', type: 'uuid' }) personId: string;
  @Column({ name: 'organisation_id', type: 'uuid' }) organisationId: string;
}
