// The people of the authority by name, for pages that name officers or choose among them.
import { Injectable } from '@nestjs/common';
import { ManagePeople, WriteNote, type Actor } from '#casework';
import type { Colleague } from '../views/team-views';

@Injectable()
export class Colleagues {
  constructor(
    private readonly managing: ManagePeople,
    private readonly noting: WriteNote,
  ) {}

  /** Active people of the actor's organisation; an administrator sees all of them, an officer those who read cases. */
  async of(actor: Actor): Promise<readonly Colleague[]> {
    if (!actor.roles.includes('administrator')) return this.noting.colleagues(actor);
    const people = await this.managing.people(actor);
    return people.filter(({ organisationId, state }) => organisationId === actor.organisationId && state === 'active');
  }
}
