// An officer prepares a document of the decision: what it will say is stated, checked and kept; it is issued with its number at publication.
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, Refusal, type Bilingual, type Fault, type LocalDate } from '#kernel';
import {
  checkValidity,
  decisionOf,
  documentsFor,
  isDocumentOpen,
  LIMITS,
  textTooLong,
  type DecisionDocument,
  type Validity,
} from '#licensing';
import { caseReach, type Actor } from '../actor';
import { caseFileOf, finalAdvice, preparedFor, requireApplicationToChange, requireVersion } from '../applications/case-file';
import { ReadGuardFacts } from '../applications/guard-facts';
import { writeLog } from '../applications/write-log';
import { LoadedProcedures } from '../ports/loaded-procedures';
import { Store } from '../ports/store.port';
import { requirePlace } from '../queues/require-place';
import type { DocumentFacts } from './decision-records';

@Injectable()
export class PrepareDocument {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly procedures: LoadedProcedures,
    private readonly guardFacts: ReadGuardFacts,
  ) {}

  /**
   * Keeps the document for the standing final advice in place of an earlier version. Throws Refusal: `application-not-found`, `stale-version`, `not-on-your-queue` and
   * `held-by-another` (conflict), `decision-not-open` (conflict, by `isDocumentOpen`), `document-not-of-decision` (conflict), `document-invalid` or `validity-invalid` (invalid).
   */
  execute(
    actor: Actor,
    id: string,
    document: { readonly version: number; readonly kind: DecisionDocument; readonly facts: DocumentFacts },
  ): Promise<{ readonly id: string; readonly version: number }> {
    return this.store.run(caseReach(actor), async (tx) => {
      const application = await requireApplicationToChange(tx, id);
      await requireVersion(tx, actor, application, document.version);
      const file = await caseFileOf(tx, this.procedures, application, actor);
      requirePlace(await this.guardFacts.of(tx, actor, file));
      const { kind, facts } = document;
      const advice = finalAdvice(file);
      const standing = advice && preparedFor(file, advice.id).find((row) => row.kind === kind);
      if (!isDocumentOpen(application.status, kind, standing?.facts ?? null, this.clock.today()))
        throw new Refusal('conflict', 'decision-not-open', { status: application.status });
      if (!advice) throw new Error(`Application ${id} is countersigned without final advice`);
      const kinds = documentsFor(decisionOf(advice.lines)).map((needed) => needed.kind);
      if (!kinds.includes(kind)) throw new Refusal('conflict', 'document-not-of-decision', { kind, kinds });
      this.check(kind, facts);
      const earlier = file.prepared.filter((row) => row.adviceId === advice.id && row.kind === kind);
      const row = {
        id: randomUUID(),
        applicationId: id,
        organisationId: application.organisationId,
        adviceId: advice.id,
        kind,
        version: Math.max(0, ...earlier.map(({ version }) => version)) + 1,
        facts,
        preparedBy: actor.personId,
        preparedAt: this.clock.now(),
      };
      await tx.decisions.prepare(row);
      const { version } = await tx.applications.touch(id, row.preparedAt, false);
      await writeLog(tx, this.clock, actor, {
        application,
        verb: 'prepare-document',
        version,
        facts: { kind, version: row.version },
      });
      return { id: row.id, version };
    });
  }

  private check(kind: DecisionDocument, facts: DocumentFacts): void {
    const faults: Fault[] = [];
    const asks: Readonly<Record<DecisionDocument, readonly (keyof DocumentFacts)[]>> = {
      licence: ['validity'],
      'refusal-letter': ['grounds', 'remark'],
      'not-controlled-letter': ['remark'],
    };
    for (const field of ['validity', 'grounds', 'remark'] as const)
      if (facts[field] !== undefined && !asks[kind].includes(field)) faults.push({ code: 'not-asked', at: field });
    if (kind === 'refusal-letter') faults.push(...textFaults(facts.grounds, 'grounds', true));
    if (kind !== 'licence') faults.push(...textFaults(facts.remark, 'remark', false));
    if (kind === 'licence' && !facts.validity) faults.push({ code: 'field-missing', at: 'validity' });
    if (faults.length > 0) throw new Refusal('invalid', 'document-invalid', { kind }, faults);
    if (facts.validity) requireValidity(facts.validity, this.clock.today());
  }
}

/** Throws Refusal `validity-invalid` (invalid), a fault per bound that the days break. */
export function requireValidity(validity: Validity, today: LocalDate): void {
  const faults = checkValidity(validity, today);
  if (faults.length > 0) throw new Refusal('invalid', 'validity-invalid', {}, faults);
}

/** Both languages, or neither where the text is not asked for; each at most LIMITS.longText characters. */
function textFaults(text: Bilingual | undefined, at: string, asked: boolean): Fault[] {
  const [zh, en] = [text?.zh.trim() ?? '', text?.en.trim() ?? ''];
  if (!asked && !zh && !en) return [];
  return (['zh', 'en'] as const).flatMap((language): Fault[] => {
    const said = language === 'zh' ? zh : en;
    if (!said) return [{ code: 'field-missing', at: `${at}.${language}` }];
    return textTooLong(said, `${at}.${language}`, LIMITS.longText);
  });
}
