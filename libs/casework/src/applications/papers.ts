// Papers of an application: added and removed by the applicant while it is editable, read by both sides. Kept by content, checked by content.
import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, Refusal } from '#kernel';
import { isEditable, LIMITS, publicStage, type PaperKind } from '#licensing';
import { caseReach, type Actor } from '../actor';
import { FileStore } from '../ports/file-store.port';
import { Store, type Transaction } from '../ports/store.port';
import type { ApplicationRecord, PaperRecord } from '../records';
import { requireApplication, requireApplicationToChange } from './case-file';
import { writeLog } from './write-log';

export interface NewPaper {
  readonly kind: PaperKind;
  readonly fileName: string;
  readonly bytes: Buffer;
}

@Injectable()
export class Papers {
  constructor(
    private readonly store: Store,
    private readonly files: FileStore,
    private readonly clock: Clock,
  ) {}

  /**
   * The paper and the version of the application that it made. Throws Refusal: `paper-too-large` (too-large), `paper-empty` (invalid), `paper-type-unknown` (unsupported: neither PDF nor PNG by content),
   * `application-not-found`, `application-not-editable`, `too-many-papers` (conflict), `paper-added-before` (conflict: same kind, same content).
   */
  async add(actor: Actor, applicationId: string, paper: NewPaper): Promise<{ paper: PaperRecord; version: number }> {
    if (paper.bytes.length === 0) throw new Refusal('invalid', 'paper-empty', { fileName: paper.fileName });
    if (paper.bytes.length > LIMITS.paperSize)
      throw new Refusal('too-large', 'paper-too-large', { size: paper.bytes.length, limit: LIMITS.paperSize });
    const mediaType = await this.files.mediaType(paper.bytes);
    if (!mediaType) throw new Refusal('unsupported', 'paper-type-unknown', { fileName: paper.fileName });
    const sha256 = createHash('sha256').update(paper.bytes).digest('hex');
    return this.store.run(caseReach(actor), async (tx) => {
      const application = await editable(tx, applicationId);
      const present = await tx.papers.ofApplication(applicationId);
      if (present.length >= LIMITS.papers) throw new Refusal('conflict', 'too-many-papers', { limit: LIMITS.papers });
      if (present.some((row) => row.kind === paper.kind && row.sha256 === sha256)) {
        throw new Refusal('conflict', 'paper-added-before', { kind: paper.kind, fileName: paper.fileName });
      }
      const stored = await this.files.put(paper.bytes);
      const record: PaperRecord = {
        id: randomUUID(),
        applicationId,
        organisationId: application.organisationId,
        kind: paper.kind,
        fileName: cleanFileName(paper.fileName, mediaType),
        mediaType,
        size: stored.size,
        sha256: stored.sha256,
        fileKey: stored.key,
        addedBy: actor.personId,
        addedAt: this.clock.now(),
      };
      await tx.papers.add(record);
      const { version, toldVersion } = await tx.applications.touch(applicationId, record.addedAt, true);
      await writeLog(tx, this.clock, actor, {
        application,
        verb: 'add-paper',
        version,
        facts: { kind: record.kind, fileName: record.fileName, sha256 },
      });
      return { paper: record, version: toldVersion };
    });
  }

  /** Takes the paper off the application; the stored file stays for the log's hash. Throws Refusal `paper-not-found`, `application-not-editable`. */
  remove(actor: Actor, applicationId: string, paperId: string): Promise<void> {
    return this.store.run(caseReach(actor), async (tx) => {
      const application = await editable(tx, applicationId);
      const paper = await requirePaper(tx, applicationId, paperId);
      await tx.papers.remove(applicationId, paperId);
      const { version } = await tx.applications.touch(applicationId, this.clock.now(), true);
      await writeLog(tx, this.clock, actor, {
        application,
        verb: 'remove-paper',
        version,
        facts: { kind: paper.kind, fileName: paper.fileName, sha256: paper.sha256 },
      });
    });
  }

  /** The paper with its bytes. Throws Refusal `application-not-found`, `paper-not-found`. */
  async read(actor: Actor, applicationId: string, paperId: string): Promise<{ paper: PaperRecord; bytes: Buffer }> {
    const paper = await this.store.run(caseReach(actor), async (tx) => {
      await requireApplication(tx, applicationId);
      return requirePaper(tx, applicationId, paperId);
    });
    return { paper, bytes: await this.files.get(paper.fileKey) };
  }
}

/** The application, held against filing and other papers until the transaction ends. */
async function editable(tx: Transaction, id: string): Promise<ApplicationRecord> {
  const application = await requireApplicationToChange(tx, id);
  if (!isEditable(application.status))
    throw new Refusal('conflict', 'application-not-editable', { status: publicStage(application.status) });
  return application;
}

async function requirePaper(tx: Transaction, applicationId: string, paperId: string): Promise<PaperRecord> {
  const paper = await tx.papers.find(applicationId, paperId);
  if (!paper) throw new Refusal('missing', 'paper-not-found', { id: paperId });
  return paper;
}

/** The name without folders, control and invisible characters, at most 200 characters, with the ending of what the content is. */
function cleanFileName(name: string, mediaType: PaperRecord['mediaType']): string {
  const ending = mediaType === 'application/pdf' ? '.pdf' : '.png';
  const base = (name.split(/[\\/]/).at(-1) ?? '').replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '').trim();
  const stem = base.toLowerCase().endsWith(ending) ? base.slice(0, -ending.length).trim() : base;
  return [...(stem || 'paper')].slice(0, LIMITS.fileName - ending.length).join('') + ending;
}
