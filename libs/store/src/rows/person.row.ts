// People who can sign in; the mail address is lower case and unique.
import type { PersonState } from '#casework';
import type { Role } from '#licensing';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('person')
export class PersonRow {
  @PrimaryColumn('uuid') id: string;
  @Column({ name: 'organisation_id', type: 'uuid' }) organisationId: string;
  @Column('text') email: string;
  @Column('text') name: string;
  @Column({ type: 'text', array: true }) roles: Role[];
  @Column('text') state: PersonState;
  @Column({ name: 'password_hash', type: 'text', nullable: true }) passwordHash: string | null;
  @Column('integer') version: number;
}
