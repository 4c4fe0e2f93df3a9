// Publication: the decision becomes known, and each of its documents is issued with its number in the same transaction; papers are rendered by jobs. Decree 792 Articles 15 and 17.
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, yearOf } from '#kernel';
import type { AdviceLine, Validity } from '#licensing';
import type { PreparedDocumentRecord } from '../../decisions/decision-records';
import { DrawPaper } from '../../decisions/draw-paper';
import { requireValidity } from '../../decisions/prepare-document';
import { scheduleLicence } from '../../due/schedule-licence';
import { newVerificationCode, verificationHash } from '../../licences/verification-code';
import { CaseworkSettings } from '../../ports/settings';
import type { AdviceRecord } from '../../records';
import { finalAdvice, preparedFor } from '../case-file';
import { writeLog } from '../write-log';
import { MoveEffect, type MoveOutcome, type MoveScene } from './move-effect';

/** Letters before the running number of a letter, after those of the installation's licences. */
const LETTER_SERIES = { 'refusal-letter': 'R', 'not-controlled-letter': 'N' } as const;

@Injectable()
export class Publish extends MoveEffect {
  constructor(
    private readonly clock: Clock,
    private readonly settings: CaseworkSettings,
    private readonly papers: DrawPaper,
  ) {
    super();
  }

  async apply(scene: MoveScene): Promise<MoveOutcome> {
    const { tx, actor, file } = scene;
    const { application } = file;
    const advice = finalAdvice(file);
    if (!advice) throw new Error(`Application ${application.id} is decided without final advice`);
    const numbers: string[] = [];
    for (const document of preparedFor(file, advice.id)) {
      const issued = document.kind === 'licence' ? this.licence(scene, advice, document) : this.letter(scene, advice, document);
      numbers.push(await issued);
    }
    await tx.decisions.publish({
      applicationId: application.id,
      organisationId: application.organisationId,
      adviceId: advice.id,
      lines: advice.lines.map(told),
      publishedBy: actor.personId,
      publishedAt: this.clock.now(),
    });
    return { facts: { numbers } };
  }

  private async licence(scene: MoveScene, advice: AdviceRecord, { kind, facts }: PreparedDocumentRecord): Promise<string> {
    const { tx, actor, file } = scene;
    const { application } = file;
    const today = this.clock.today();
    const validity = facts.validity as Validity;
    requireValidity(validity, today);
    const number = await this.nextNumber(scene, this.settings.licenceSeries);
    const id = randomUUID();
    const code = newVerificationCode();
    await tx.licences.create({
      id,
      number,
      applicationId: application.id,
      organisationId: application.organisationId,
      state: 'issued',
      validFrom: validity.from,
      validTo: validity.to,
      issuedAt: this.clock.now(),
      issuedBy: actor.personId,
      documentId: randomUUID(),
      verificationHash: verificationHash(code),
      view: await this.papers.view(tx, actor, file, advice, { kind, facts, number, code }),
    });
    await scheduleLicence(tx, this.clock, { id, organisationId: application.organisationId, validity });
    await tx.jobs.add({ name: 'render-licence', payload: { licenceId: id } }, this.clock.now());
    await writeLog(tx, this.clock, actor, {
      application,
      verb: 'issue-licence',
      facts: { number, validFrom: validity.from, validTo: validity.to },
    });
    return number;
  }

  private async letter(scene: MoveScene, advice: AdviceRecord, { kind, facts }: PreparedDocumentRecord): Promise<string> {
    if (kind === 'licence') throw new Error('A licence is no letter');
    const { tx, actor, file } = scene;
    const { application } = file;
    const number = await this.nextNumber(scene, `${this.settings.licenceSeries}-${LETTER_SERIES[kind]}`);
    const id = randomUUID();
    await tx.decisions.addLetter({
      id,
      number,
      applicationId: application.id,
      organisationId: application.organisationId,
      kind,
      issuedAt: this.clock.now(),
      issuedBy: actor.personId,
      documentId: randomUUID(),
      view: await this.papers.view(tx, actor, file, advice, { kind, facts, number, code: '' }),
    });
    await tx.jobs.add({ name: 'render-letter', payload: { letterId: id } }, this.clock.now());
    await writeLog(tx, this.clock, actor, { application, verb: 'issue-letter', facts: { number, kind } });
    return number;
  }

  private async nextNumber({ tx }: MoveScene, series: string): Promise<string> {
    const year = yearOf(this.clock.today());
    return `${series}-${year}-${String(await tx.licences.nextNumber(series, year)).padStart(6, '0')}`;
  }
}

/** What of a line the applicant is told: its reasons are the officers' own. */
function told({ itemId, verdict, controlCode, conditions, criteria }: AdviceLine) {
  return { itemId, verdict, controlCode, conditions, criteria };
}
