// The applicant changes sections of a draft or returned application. What cannot be right is refused whole; nothing is half-written.
import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { Clock, Refusal, type Fault } from '#kernel';
import {
  checkContent,
  CONTENT_SECTIONS,
  isEditable,
  publicStage,
  type Applicant,
  type ApplicationContent,
  type ContentSection,
} from '#licensing';
import { caseReach, type Actor } from '../actor';
import { LoadedLaw } from '../ports/loaded-law';
import { Store, type Transaction } from '../ports/store.port';
import type { OrganisationRecord } from '../records';
import { requireApplication, requireVersion, staleVersion } from './case-file';
import { contentFactFaults } from './check-item-facts';
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
   * Replaces the given sections; returns the new version, or the same one when nothing differs. Throws Refusal: `application-not-found`, `application-not-editable` (conflict),
   * `stale-version` (conflict), `content-invalid` (invalid, a fault per field).
   */
  execute(actor: Actor, id: string, version: number, sections: Partial<ApplicationContent>): Promise<{ version: number }> {
    return this.store.run(caseReach(actor), (tx) => this.save(tx, actor, id, version, sections));
  }

  /** As `execute`, within the unit of work of another verb. */
  async save(
    tx: Transaction,
    actor: Actor,
    id: string,
    version: number,
    sections: Partial<ApplicationContent>,
  ): Promise<{ version: number }> {
    const application = await requireApplication(tx, id);
    await requireVersion(tx, actor, application, version);
    if (!isEditable(application.status))
      throw new Refusal('conflict', 'application-not-editable', { status: publicStage(application.status) });
    const content = { ...application.content, ...sections };
    const changed = changedSections(application.content, content);
    if (changed.length === 0) return { version };
    const organisation = await tx.people.organisation(application.organisationId);
    const { rulebook } = this.law;
    const formal = checkContent(content, knownCodes(rulebook, this.clock.today()));
    const faults = [
      ...formal,
      ...foreignApplicant(content.applicant, organisation),
      ...contentFactFaults(rulebook, content).filter(({ at }) => !formal.some((fault) => fault.at === at)),
    ];
    const concerning = faults.filter((fault) =>
      changed.some((section) => fault.at === section || fault.at?.startsWith(`${section}.`)),
    );
    if (concerning.length > 0) throw new Refusal('invalid', 'content-invalid', { count: concerning.length }, concerning);
    const made = application.version + 1;
    if (!(await tx.applications.saveContent(id, application.version, content, this.clock.now())))
      throw await staleVersion(tx, actor, id, version);
    await writeLog(tx, this.clock, actor, { application, verb: 'edit', version: made, facts: { sections: changed } });
    return { version: version + 1 };
  }
}

function changedSections(before: ApplicationContent, after: ApplicationContent): ContentSection[] {
  return CONTENT_SECTIONS.filter((section) => !isDeepStrictEqual(before[section], asStored(after[section])));
}

/** As the store would give it back: plain data, whatever class a door made it of. */
function asStored(section: unknown): unknown {
  return JSON.parse(JSON.stringify(section));
}

/** The applicant is the organisation that files: a licence names whom the authority knows, not whom a form names. */
function foreignApplicant(applicant: Applicant, organisation: OrganisationRecord | null): Fault[] {
  return (['nameZh', 'nameEn', 'creditCode'] as const).flatMap((key) =>
    organisation && applicant[key] && applicant[key] !== organisation[key]
      ? [
          {
            code: 'applicant-not-your-organisation',
            at: `applicant.${key}`,
            facts: { value: applicant[key], known: organisation[key] },
          },
        ]
      : [],
  );
}
