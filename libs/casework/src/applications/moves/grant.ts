// Grant: the licence is issued with its number and frozen view in the same transaction; the paper is rendered by a job. Decree 792 Articles 15 and 17.
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, Refusal, yearOf } from '#kernel';
import { checkValidity, type Validity } from '#licensing';
import { scheduleLicence } from '../../due/schedule-licence';
import { licenceView } from '../../licences/licence-view';
import { newVerificationCode, verificationHash } from '../../licences/verification-code';
import { LoadedLaw } from '../../ports/loaded-law';
import { CaseworkSettings } from '../../ports/settings';
import { standingAdvice } from '../case-file';
import { writeLog } from '../write-log';
import { MoveEffect, type MoveOutcome, type MoveScene } from './move-effect';

@Injectable()
export class Grant extends MoveEffect {
  constructor(
    private readonly clock: Clock,
    private readonly law: LoadedLaw,
    private readonly settings: CaseworkSettings,
  ) {
    super();
  }

  async apply({ tx, actor, file, command }: MoveScene): Promise<MoveOutcome> {
    const today = this.clock.today();
    const validity = command.validity as Validity;
    const faults = checkValidity(validity, today);
    if (faults.length > 0) throw new Refusal('invalid', 'validity-invalid', {}, faults);
    const advice = standingAdvice(file);
    const authority = await tx.people.organisation(actor.organisationId);
    if (!advice || !authority)
      throw new Error(`Application ${file.application.id} cannot be granted without advice and authority`);
    const { application } = file;
    const running = await tx.licences.nextNumber(this.settings.licenceSeries, yearOf(today));
    const number = `${this.settings.licenceSeries}-${yearOf(today)}-${String(running).padStart(6, '0')}`;
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
      view: licenceView({
        application,
        advice,
        number,
        validity,
        today,
        authority: { zh: authority.nameZh, en: authority.nameEn },
        specimen: this.settings.specimen,
        rulebook: this.law.rulebook,
        decidedBy: actor.name,
        verification: { code, url: `${this.settings.publicUrl}/verify/${code}` },
      }),
    });
    await scheduleLicence(tx, this.clock, { id, organisationId: application.organisationId, validity });
    await tx.jobs.add({ name: 'render-licence', payload: { licenceId: id } }, this.clock.now());
    await writeLog(tx, this.clock, actor, {
      application,
      verb: 'issue-licence',
      facts: { number, validFrom: validity.from, validTo: validity.to },
    });
    return { facts: { number, validFrom: validity.from, validTo: validity.to } };
  }
}
