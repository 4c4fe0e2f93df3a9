// The sections of an application that are one form each: applicant, shipment, end use, contract.
import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type Actor, type ExporterView } from '#casework';
import { Refusal } from '#kernel';
import { ApplicationId } from '../../api/applications/applications.controller';
import { ContentDoor } from '../../api/applications/content-door';
import type { DescribedFault } from '../../http/refusals';
import { Action } from '../../http/security/action';
import { CurrentActor } from '../../http/security/current-actor';
import { SECTIONS } from '../../http/words';
import { CaseReading } from '../door/case-reading';
import { Desk } from '../door/desk';
import { faultsOf } from '../door/faults';
import { FormAnswers } from '../forms/form-answers';
import { FormBuilder } from '../forms/form-builder';
import { SECTION_FORMS, SECTION_SLUGS, storedText, type FormSection, type SectionSlug } from '../forms/section-forms';

@ApiExcludeController()
@Controller('applications/:id')
export class SectionPages {
  constructor(
    private readonly desk: Desk,
    private readonly cases: CaseReading,
    private readonly content: ContentDoor,
  ) {}

  @Get(':section')
  @Action('application.edit')
  async page(
    @CurrentActor() actor: Actor,
    @ApplicationId() id: string,
    @Param('section') slug: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const section = sectionOf(slug);
    const view = await this.cases.editable(actor, id);
    this.show(reply, view, slug, section, (name) => storedText(view.content, name), []);
  }

  @Post(':section')
  @Action('application.edit')
  async save(
    @CurrentActor() actor: Actor,
    @ApplicationId() id: string,
    @Param('section') slug: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const section = sectionOf(slug);
    const answers = new FormAnswers(body);
    const given = SECTION_FORMS[section].read(answers);
    answers.refuseOthers();
    const faults = await faultsOf(this.desk.voice(reply), () =>
      this.content.save(actor, id, { version: answers.version(), [section]: given }),
    );
    if (!faults) return this.desk.goTo(reply, `/applications/${id}`, 'flash.saved');
    this.show(
      reply,
      { ...(await this.cases.editable(actor, id)), version: answers.version() },
      slug,
      section,
      (name) => answers.text(name),
      faults,
    );
  }

  private show(
    reply: FastifyReply,
    view: ExporterView,
    slug: string,
    section: FormSection,
    valueOf: (name: string) => string,
    faults: readonly DescribedFault[],
  ): void {
    const voice = this.desk.voice(reply);
    const form = new FormBuilder(voice, valueOf, faults);
    const fields = SECTION_FORMS[section].fields(form, voice);
    const title = voice.say(SECTIONS[section]);
    const page = {
      title,
      back: { href: `/applications/${view.id}`, text: view.reference },
      action: `/applications/${view.id}/${slug}`,
      version: view.version,
      errors: form.errors(fields),
      fields,
      submit: voice.t('form.save'),
    };
    this.desk.show(reply, 'form', page, title);
  }
}

/** Throws Refusal `no-such-place` (missing) for a word that is no section's. */
function sectionOf(slug: string): FormSection {
  if (!Object.hasOwn(SECTION_SLUGS, slug)) throw new Refusal('missing', 'no-such-place');
  return SECTION_SLUGS[slug as SectionSlug];
}
