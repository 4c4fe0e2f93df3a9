// An exporter begins an application; what is known of the organisation is filled in.
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, yearOf } from '#kernel';
import { emptyContent } from '#licensing';
import { caseReach, type Actor } from '../actor';
import { LoadedProcedures } from '../ports/loaded-procedures';
import { Store } from '../ports/store.port';
import type { ApplicationRecord } from '../records';
import { writeLog } from './write-log';

@Injectable()
export class CreateApplication {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly procedures: LoadedProcedures,
  ) {}

  /** A draft under the procedure of that name, which may be left out where there is one only. Throws Refusal `procedure-unknown` (invalid). */
  execute(actor: Actor, procedure?: string): Promise<ApplicationRecord> {
    return this.store.run(caseReach(actor), async (tx) => {
      const organisation = await tx.people.organisation(actor.organisationId);
      const content = emptyContent();
      if (organisation) {
        const { nameZh, nameEn, creditCode, address, province } = organisation;
        Object.assign(content.applicant, { nameZh, nameEn, creditCode, address, province, handler: actor.name });
      }
      const application = await tx.applications.create({
        id: randomUUID(),
        organisationId: actor.organisationId,
        procedure: this.procedures.named(procedure).id,
        content,
        ...(actor.agentId !== undefined && { agentId: actor.agentId }),
        createdBy: actor.personId,
        at: this.clock.now(),
        year: yearOf(this.clock.today()),
      });
      await writeLog(tx, this.clock, actor, { application, verb: 'create', version: application.version });
      return application;
    });
  }
}
