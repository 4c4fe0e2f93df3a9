// The documents of a decision as pages: an officer states what each will say and sees beforehand what will be issued.
import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { PrepareDocument, PreviewDocument, type Actor, type OfficerView } from '#casework';
import { Clock, Refusal } from '#kernel';
import type { DecisionDocument } from '#licensing';
import { ApplicationId } from '../../api/applications/applications.controller';
import { documentFacts, DocumentDto } from '../../api/decisions/document.dto';
import type { DescribedFault } from '../../http/refusals';
import { Action } from '../../http/security/action';
import { CurrentActor } from '../../http/security/current-actor';
import { validateInput } from '../../http/validate-input';
import { CaseReading } from '../door/case-reading';
import { Desk } from '../door/desk';
import { faultsOf } from '../door/faults';
import { FormAnswers } from '../forms/form-answers';
import { previewView } from '../views/document-preview';
import { DOCUMENT_FIELDS, factText, pictured, preparePage, startFacts } from '../views/prepare-page';

/** Value of the button that shows the picture anew and keeps nothing. */
const PREVIEW = 'preview';

@ApiExcludeController()
@Controller('cases/:id/documents')
export class DocumentPages {
  constructor(
    private readonly desk: Desk,
    private readonly cases: CaseReading,
    private readonly preparing: PrepareDocument,
    private readonly previewing: PreviewDocument,
    private readonly clock: Clock,
  ) {}

  @Get(':kind')
  @Action('document.prepare')
  async preparePage(
    @CurrentActor() actor: Actor,
    @ApplicationId() id: string,
    @Param('kind') name: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const view = await this.cases.case(actor, id);
    const kind = kindNamed(view, name);
    const facts = startFacts(view, kind, this.clock.today());
    return this.show(actor, reply, view, kind, { version: view.version, textOf: (field) => factText(facts, field) }, []);
  }

  @Post(':kind')
  @Action('document.prepare')
  async prepare(
    @CurrentActor() actor: Actor,
    @ApplicationId() id: string,
    @Param('kind') name: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const view = await this.cases.case(actor, id);
    const kind = kindNamed(view, name);
    const answers = new FormAnswers(body);
    const written = { version: answers.version(), textOf: (field: string) => answers.text(field) };
    const stated = statedOf(kind, written.textOf);
    answers.refuseOthers();
    if (answers.text('add') === PREVIEW) return this.show(actor, reply, view, kind, written, []);
    const work = () => {
      const document = validateInput(DocumentDto, { version: written.version, kind, ...stated });
      return this.preparing.execute(actor, id, { version: document.version, kind, facts: documentFacts(document) });
    };
    const faults = await faultsOf(this.desk.voice(reply), work);
    if (!faults) return this.desk.goTo(reply, `/cases/${id}`, 'flash.prepared');
    return this.show(actor, reply, view, kind, written, faults);
  }

  private async show(
    actor: Actor,
    reply: FastifyReply,
    view: OfficerView,
    kind: DecisionDocument,
    written: Parameters<typeof preparePage>[2],
    faults: readonly DescribedFault[],
  ): Promise<void> {
    const voice = this.desk.voice(reply);
    const preview = await this.previewing.execute(actor, view.id, kind, pictured(kind, written.textOf));
    const page = preparePage(view, kind, written, previewView(preview, voice), faults, voice);
    this.desk.show(reply, 'prepare-document', page, `${page.title} ${view.reference}`);
  }
}

/** Throws Refusal `decision-not-open`, `document-not-of-decision` (conflict). */
function kindNamed({ status, documents }: OfficerView, name: string): DecisionDocument {
  const document = documents.find(({ kind }) => kind === name);
  if (documents.length === 0 || document?.open === false) throw new Refusal('conflict', 'decision-not-open', { status });
  const kinds = documents.map(({ kind }) => kind);
  if (!document) throw new Refusal('conflict', 'document-not-of-decision', { kind: name, kinds });
  return document.kind;
}

/** The answers as the document takes them: `grounds.zh` is a field of `grounds`. */
function statedOf(kind: DecisionDocument, textOf: (field: string) => string): Record<string, string | Record<string, string>> {
  const stated: Record<string, string | Record<string, string>> = {};
  for (const field of DOCUMENT_FIELDS[kind]) {
    const [part = '', key] = field.split('.');
    const before = stated[part];
    stated[part] = key === undefined ? textOf(field) : { ...(typeof before === 'object' && before), [key]: textOf(field) };
  }
  return stated;
}
