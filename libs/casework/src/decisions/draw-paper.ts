// What a document of the decision says, drawn from the case: publication freezes it, the preview shows it.
import { Injectable } from '@nestjs/common';
import { Clock } from '#kernel';
import type { DecisionDocument } from '#licensing';
import type { Actor } from '../actor';
import type { CaseFile } from '../applications/case-file';
import { licenceView } from '../licences/licence-view';
import { LoadedLaw } from '../ports/loaded-law';
import { CaseworkSettings } from '../ports/settings';
import type { Transaction } from '../ports/store.port';
import type { AdviceRecord } from '../records';
import type { DocumentFacts } from './decision-records';
import { notControlledLetterView, refusalLetterView } from './letter-view';

/** A paper to be drawn for the advice. */
export interface PaperToDraw {
  readonly kind: DecisionDocument;
  readonly facts: DocumentFacts;
  readonly number: string;
  /** Of a licence: the code by which anyone may verify it. */
  readonly code: string;
}

@Injectable()
export class DrawPaper {
  constructor(
    private readonly clock: Clock,
    private readonly law: LoadedLaw,
    private readonly settings: CaseworkSettings,
  ) {}

  /** The view as the actor would issue it today. Throws Error for a licence without days or a refusal without grounds. */
  async view(tx: Transaction, actor: Actor, file: CaseFile, { lines }: AdviceRecord, paper: PaperToDraw): Promise<object> {
    const authority = await tx.people.organisation(actor.organisationId);
    if (!authority) throw new Error(`Organisation ${actor.organisationId} is not there`);
    const { kind, facts, number, code } = paper;
    const common = {
      application: file.application,
      lines,
      number,
      today: this.clock.today(),
      authority: { zh: authority.nameZh, en: authority.nameEn },
      specimen: this.settings.specimen,
      rulebook: this.law.rulebook,
      decidedBy: actor.name,
    };
    if (kind === 'licence') {
      if (!facts.validity) throw new Error(`The licence ${number} has no days`);
      const verification = { code, url: `${this.settings.publicUrl}/verify/${code}` };
      return licenceView({ ...common, validity: facts.validity, verification });
    }
    const { procedure, papers } = file;
    const view = kind === 'refusal-letter' ? refusalLetterView : notControlledLetterView;
    return view({ ...common, procedure, papers, facts });
  }
}
