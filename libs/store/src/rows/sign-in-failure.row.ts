// Failed sign-ins by hashed key.
import type { Instant } from '#kernel';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { moment } from './columns';

@Entity('sign_in_failure')
export class SignInFailureRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' }) id: string;
  @Column('text') key: string;
  @Column(moment('at')) at: Instant;
}
