// The applicant changes sections of a draft or returned application. What cannot be right is refused whole; nothing is half-written.
import { Injectable } from '@nestjs/common';
import { Clock, Refusal } from '#kernel';
import { checkContent, isEditable, type ApplicationContent, type ContentSection } from '#licensing';
import { caseReach, type Actor } from '../actor';
import { LoadedLaw } from '../ports/loaded-law';
import { Store } from '../ports/store.port';
import { requireApplication, requireVersion, staleVersion } from './case-file';
import { knownCodes } from './known-codes';
import { writeLog } from './write-log';

@Injectable()
export class SaveContent {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly law: LoadedLaw,
  ) {}

  /**
   * Replaces the given sections; returns the new version. Throws Refusal: `application-not-found`, `application-not-editable` (conflict),
   * `stale-version` (conflict), `content-invalid` (invalid, a fault per field).
   */
  execute(actor: Actor, id: string, version: number, sections: Partial<ApplicationContent>): Promise<{ version: number }> {
    return this.store.run(caseReach(actor), async (tx) => {
      const application = await requireApplication(tx, id);
      await requireVersion(tx, actor, application, version);
      if (!isEditable(application.status))
        throw new Refusal('conflict', 'application-not-editable', { status: application.status });
      const content = { ...application.content, ...sections };
      const faults = checkContent(content, knownCodes(this.law.rulebook, this.clock.today()));
      const changed = Object.keys(sections) as ContentSection[];
      const concerning = faults.filter((fault) =>
        changed.some((section) => fault.at === section || fault.at?.startsWith(`${section}.`)),
      );
      if (concerning.length > 0) throw new Refusal('invalid', 'content-invalid', { count: concerning.length }, concerning);
      if (!(await tx.applications.saveContent(id, version, content, this.clock.now())))
        throw await staleVersion(tx, actor, id, version);
      await writeLog(tx, this.clock, actor, { application, verb: 'edit', version: version + 1, facts: { sections: changed } });
      return { version: version + 1 };
    });
  }
}
