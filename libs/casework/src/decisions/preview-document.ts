// A document of the decision as it would be issued today: drawn as publication draws it, without what only publication gives. For officers, before publication.
import { Injectable } from '@nestjs/common';
import { Clock, Refusal } from '#kernel';
import { decisionOf, documentsFor, isWithAuthority, type DecisionDocument } from '#licensing';
import { caseReach, type Actor } from '../actor';
import { caseFileOf, finalAdvice, preparedFor, requireApplication } from '../applications/case-file';
import { LoadedProcedures } from '../ports/loaded-procedures';
import { Store } from '../ports/store.port';
import type { DocumentFacts } from './decision-records';
import { DrawPaper } from './draw-paper';

export interface DocumentPreview {
  readonly kind: DecisionDocument;
  /** Of the prepared document; null where other facts were drawn. */
  readonly version: number | null;
  /** As the issued paper's; number, verification and deciding officer are null until publication. */
  readonly view: Readonly<Record<string, unknown>>;
}

@Injectable()
export class PreviewDocument {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly procedures: LoadedProcedures,
    private readonly papers: DrawPaper,
  ) {}

  /**
   * The document as prepared, or with other facts, which need not be whole. Throws Refusal: `application-not-found` (missing), `decision-not-open` (conflict: published or ended),
   * `document-not-of-decision` (conflict), `documents-not-prepared` (conflict: nothing prepared and no facts given).
   */
  execute(actor: Actor, id: string, name: string, stated?: DocumentFacts): Promise<DocumentPreview> {
    return this.store.run(caseReach(actor), async (tx) => {
      const application = await requireApplication(tx, id);
      if (!isWithAuthority(application.status))
        throw new Refusal('conflict', 'decision-not-open', { status: application.status });
      const file = await caseFileOf(tx, this.procedures, application, actor);
      const advice = finalAdvice(file);
      const kinds = advice ? documentsFor(decisionOf(advice.lines)).map((needed) => needed.kind) : [];
      const kind = kinds.find((one) => one === name);
      if (!advice || !kind) throw new Refusal('conflict', 'document-not-of-decision', { kind: name, kinds });
      const prepared = preparedFor(file, advice.id).find((row) => row.kind === kind);
      const facts = stated ?? prepared?.facts;
      if (!facts) throw new Refusal('conflict', 'documents-not-prepared', { documents: [kind], missing: 1 });
      const today = this.clock.today();
      const whole = { validity: { from: today, to: today }, grounds: { zh: '', en: '' }, ...facts };
      const view = await this.papers.view(tx, actor, file, advice, { kind, facts: whole, number: '', code: '' });
      const days = facts.validity ? {} : { validFrom: null, validTo: null };
      const unsaid = { number: null, decidedBy: null, ...(kind === 'licence' && { verification: null, ...days }) };
      return {
        kind,
        version: stated ? null : (prepared?.version ?? null),
        view: { ...view, ...unsaid },
      };
    });
  }
}
