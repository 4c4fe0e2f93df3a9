// Notes on a case: internal ones name officers who are told by mail; notes to the applicant are read by both sides.
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, Refusal, type Fault } from '#kernel';
import { LIMITS, publicStage, takesNotes, textMissing, textTooLong, type Role } from '#licensing';
import { caseReach, sideOf, type Actor } from '../actor';
import { toldOfCase } from '../agencies/told-of-case';
import { requireApplication, requireApplicationToChange } from '../applications/case-file';
import { writeLog } from '../applications/write-log';
import type { NoteAudience, NoteRecord } from '../decisions/decision-records';
import type { PageOf, PageRequest } from '../ports/page';
import { Store } from '../ports/store.port';
import type { PersonRecord } from '../records';

export interface NewNote {
  readonly audience: NoteAudience;
  readonly text: string;
  readonly mentionIds: readonly string[];
}

/** Most people whom one note names. */
export const MOST_MENTIONS = 20;

const CASE_ROLES: readonly Role[] = [
  'provincial-officer',
  'reviewer',
  'team-lead',
  'case-officer',
  'countersigner',
  'manager',
  'auditor',
];

@Injectable()
export class WriteNote {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
  ) {}

  /** Throws Refusal `application-not-found` (missing), `case-read-only` (conflict, by `takesNotes`), `note-invalid` (invalid: empty, too long, or somebody named who may not read it). */
  execute(actor: Actor, applicationId: string, note: NewNote): Promise<{ readonly id: string }> {
    return this.store.run(caseReach(actor), async (tx) => {
      const application = await requireApplicationToChange(tx, applicationId);
      const { status } = application;
      const officers =
        actor.organisationKind === 'authority' ? (await tx.people.list(actor.organisationId)).filter(readsCases) : [];
      const faults = noteFaults(actor, note, officers);
      if (faults.length > 0) throw new Refusal('invalid', 'note-invalid', { count: faults.length }, faults);
      if (!takesNotes(status, note.audience)) throw new Refusal('conflict', 'case-read-only', { status: publicStage(status) });
      const id = randomUUID();
      const at = this.clock.now();
      const mentionIds = [...new Set(note.mentionIds)];
      await tx.notes.add({
        id,
        applicationId,
        organisationId: application.organisationId,
        authorId: actor.personId,
        side: sideOf(actor),
        audience: note.audience,
        text: note.text.trim(),
        mentionIds,
        at,
      });
      await writeLog(tx, this.clock, actor, { application, verb: 'note', facts: { audience: note.audience } });
      for (const personId of mentionIds) await tx.jobs.add({ name: 'notify-mention', payload: { noteId: id, personId } }, at);
      if (note.audience === 'applicant' && actor.organisationKind === 'authority') {
        const told = await tx.as({ kind: 'system' }, (wide) => toldOfCase(wide, application, this.clock.today()));
        for (const { id: personId } of told) await tx.jobs.add({ name: 'notify-mention', payload: { noteId: id, personId } }, at);
      }
      return { id };
    });
  }

  /** Oldest first; an applicant's are those to and from the applicant, and name no officer. Throws Refusal `application-not-found` (missing). */
  list(actor: Actor, applicationId: string): Promise<readonly NoteRecord[]> {
    return this.store.run(caseReach(actor), async (tx) => {
      await requireApplication(tx, applicationId);
      const notes = await tx.notes.ofApplication(applicationId);
      const named = await tx.as({ kind: 'system' }, (wide) => wide.notes.ofApplication(applicationId));
      return notes.map((note) => {
        const authorName = named.find(({ id }) => id === note.id)?.authorName ?? null;
        if (actor.organisationKind === 'authority') return { ...note, authorName };
        return { ...note, mentionIds: [], authorName: note.side === 'applicant' ? authorName : null };
      });
    });
  }

  /** Notes that name the officer, newest first. */
  mentioning(actor: Actor, page: PageRequest): Promise<PageOf<NoteRecord & { readonly reference: string }>> {
    return this.store.run(caseReach(actor), (tx) => tx.notes.mentioning(actor.personId, page));
  }

  /** The officers whom a note may name, by name. */
  colleagues(actor: Actor): Promise<readonly Pick<PersonRecord, 'id' | 'name'>[]> {
    return this.store.run(caseReach(actor), async (tx) =>
      (await tx.people.list(actor.organisationId)).filter(readsCases).map(({ id, name }) => ({ id, name })),
    );
  }
}

function readsCases({ state, roles }: PersonRecord): boolean {
  return state === 'active' && roles.some((role) => CASE_ROLES.includes(role));
}

function noteFaults(actor: Actor, { audience, text, mentionIds }: NewNote, officers: readonly PersonRecord[]): Fault[] {
  const faults: Fault[] = [...textMissing(text, 'text'), ...textTooLong(text, 'text', LIMITS.longText)];
  if (actor.organisationKind === 'exporter' && audience === 'internal') faults.push({ code: 'note-not-yours', at: 'audience' });
  if (audience === 'applicant' && mentionIds.length > 0) faults.push({ code: 'mentions-internal-only', at: 'mentionIds' });
  if (mentionIds.length > MOST_MENTIONS) faults.push({ code: 'list-too-long', at: 'mentionIds', facts: { max: MOST_MENTIONS } });
  for (const [place, personId] of mentionIds.entries())
    if (!officers.some(({ id }) => id === personId)) faults.push({ code: 'mention-unfit', at: `mentionIds.${place}` });
  return faults;
}
