// Who works with whom, for the lists that officers choose from: colleagues, members of a team, queues.
import { Injectable } from '@nestjs/common';
import { ManageTeams, ReadQueues, WriteNote, type Actor, type PersonRecord, type QueueRecord, type TeamRecord } from '#casework';

export type Colleague = Pick<PersonRecord, 'id' | 'name'>;

@Injectable()
export class OfficersDirectory {
  constructor(
    private readonly notes: WriteNote,
    private readonly teams: ManageTeams,
    private readonly queues: ReadQueues,
  ) {}

  /** Officers who read cases, by name. */
  colleagues(actor: Actor): Promise<readonly Colleague[]> {
    return this.notes.colleagues(actor);
  }

  /** Queues on which the officer may put a case. */
  ledQueues(actor: Actor): Promise<{ readonly teams: readonly TeamRecord[]; readonly queues: readonly QueueRecord[] }> {
    return this.queues.led(actor);
  }

  /** Colleagues of the team; nobody where there is no such team. */
  async membersOf(actor: Actor, teamId: string): Promise<readonly Colleague[]> {
    const team = (await this.teams.teams(actor)).teams.find(({ id }) => id === teamId);
    return (await this.colleagues(actor)).filter(({ id }) => team?.memberIds.includes(id));
  }
}
