// Reads what a page of one application shows, in the view of its reader.
import { Injectable } from '@nestjs/common';
import {
  DetermineItems,
  ReadApplication,
  ReadTimeline,
  WriteNote,
  type Actor,
  type ApplicationView,
  type ExporterView,
  type ItemDetermination,
  type NoteRecord,
  type OfficerView,
  type TimelineEntry,
} from '#casework';
import { Refusal } from '#kernel';

export interface CaseSheet<View extends ApplicationView> {
  readonly view: View;
  readonly determinations: readonly ItemDetermination[];
  readonly timeline: readonly TimelineEntry[];
  /** Those that the reader may see, oldest first. */
  readonly notes: readonly NoteRecord[];
}

@Injectable()
export class CaseReading {
  constructor(
    private readonly reading: ReadApplication,
    private readonly determining: DetermineItems,
    private readonly log: ReadTimeline,
    private readonly noting: WriteNote,
  ) {}

  /** Throws Refusal `application-not-found` (missing). */
  either(actor: Actor, id: string): Promise<ApplicationView> {
    return this.reading.execute(actor, id);
  }

  determinations(actor: Actor, id: string): Promise<readonly ItemDetermination[]> {
    return this.determining.execute(actor, id);
  }

  /** For a page of the applicant. Throws Refusal `application-not-found` (missing), also for an officer. */
  async exporters(actor: Actor, id: string): Promise<CaseSheet<ExporterView>> {
    const view = await this.either(actor, id);
    if (view.for !== 'exporter') throw new Refusal('missing', 'application-not-found', { id });
    return { view, ...(await this.beside(actor, id)) };
  }

  /** For a page of an officer. Throws Refusal `application-not-found` (missing), also for an exporter. */
  async officers(actor: Actor, id: string): Promise<CaseSheet<OfficerView>> {
    return { view: await this.case(actor, id), ...(await this.beside(actor, id)) };
  }

  /** For an act of an officer. Throws Refusal `application-not-found` (missing), also for an exporter. */
  async case(actor: Actor, id: string): Promise<OfficerView> {
    const view = await this.either(actor, id);
    if (view.for !== 'officer') throw new Refusal('missing', 'application-not-found', { id });
    return view;
  }

  private async beside(actor: Actor, id: string): Promise<Omit<CaseSheet<ApplicationView>, 'view'>> {
    const determinations = await this.determinations(actor, id);
    const timeline = await this.log.execute(actor, id);
    return { determinations, timeline, notes: await this.noting.list(actor, id) };
  }

  /** For a form of the applicant. Throws Refusal `application-not-found` (missing), `application-not-editable` (conflict). */
  async editable(actor: Actor, id: string): Promise<ExporterView> {
    const view = await this.either(actor, id);
    if (view.for !== 'exporter') throw new Refusal('missing', 'application-not-found', { id });
    if (!view.editable) throw new Refusal('conflict', 'application-not-editable', { status: view.status });
    return view;
  }
}
