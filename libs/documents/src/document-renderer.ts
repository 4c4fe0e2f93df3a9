// Renders issued papers: checked view → template → Typst in a thread → PDF/A-2a with tags and embedded fonts, same view same bytes.
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DocumentRenderer, RenderedDocument } from '#casework';
import { checkView } from './check-view';
import { DocumentFault } from './document-fault';
import type { DocumentKind } from './kinds/document-kind';
import { DOCUMENT_KINDS, type DocumentKindName } from './kinds/document-kinds';
import { findTemplateFolder } from './template-folder';
import { coverageOf, paperFontFamilies } from './typst/fonts';
import { ThreadPool } from './typst/thread-pool';
import { compileTypstTemplate, type TypstTemplate } from './typst/typst-template';
import { TYPST_THREAD_SOURCE, typstComplaint, type TypstJob, type TypstThreadData } from './typst/typst-thread';

export interface DocumentRendererOptions {
  /** Folder `templates`; found above this file when not given. */
  readonly templates?: string;
  /** Compiling threads, default 2; each holds some 150 MB when busy. */
  readonly threads?: number;
  /** Papers that may wait beside those in work, default 200. */
  readonly queueLimit?: number;
  /** Papers after which a thread is renewed, default 300. */
  readonly recycleAfter?: number;
  /** Milliseconds for one paper, default 120 000. */
  readonly timeLimitMs?: number;
}

interface LoadedKind {
  readonly name: string;
  readonly fill: TypstTemplate;
}

/** Construct once per process and close at its end. Reads and checks all templates at once; a bad one throws DocumentFault. */
export class TypstDocumentRenderer implements DocumentRenderer {
  private readonly loaded: ReadonlyMap<string, LoadedKind>;
  private readonly workspace: string;
  private readonly pool: ThreadPool<TypstJob, Uint8Array>;

  constructor(options: DocumentRendererOptions = {}) {
    const templates = options.templates ?? findTemplateFolder();
    const fonts = paperFontFamilies();
    const covers = coverageOf(fonts);
    this.loaded = new Map(
      Object.entries(DOCUMENT_KINDS).map(([kind, { version }]) => {
        const name = `${kind}/v${version}`;
        return [
          kind,
          { name, fill: compileTypstTemplate(name, read(path.join(templates, 'documents', name, 'template.typ.hbs')), covers) },
        ];
      }),
    );
    this.workspace = mkdtempSync(path.join(tmpdir(), 'licet-typst-'));
    const data: TypstThreadData = {
      compiler: require.resolve('@myriaddreamin/typst-ts-node-compiler'),
      workspace: this.workspace,
      fontPaths: fonts.flat().map((file) => path.dirname(file)),
    };
    this.pool = new ThreadPool({
      source: TYPST_THREAD_SOURCE,
      data,
      size: options.threads ?? 2,
      queueLimit: options.queueLimit ?? 200,
      recycleAfter: options.recycleAfter ?? 300,
      timeLimitMs: options.timeLimitMs ?? 120_000,
    });
  }

  /**
   * The paper of the view. Rejects with DocumentFault: `view-invalid` lists the paths, `typst` carries the compiler's words;
   * `thread-lost`, `time-limit` and `queue-full` may succeed on a second try.
   */
  async render(kind: DocumentKindName, view: unknown): Promise<RenderedDocument> {
    const loaded = this.loaded.get(kind);
    if (!loaded) throw new DocumentFault('view-invalid', `There is no kind of document "${kind}"`);
    const { schema, model, timestamp } = DOCUMENT_KINDS[kind] as DocumentKind<unknown>;
    const checked = checkView(kind, schema, view);
    const pdf = await this.compile({ source: loaded.fill(model(checked)), timestamp: timestamp(checked) });
    return { pdf, sha256: createHash('sha256').update(pdf).digest('hex'), template: loaded.name };
  }

  /** Lets papers in work end, refuses waiting ones, ends the threads. */
  async close(): Promise<void> {
    await this.pool.close();
    rmSync(this.workspace, { recursive: true, force: true });
  }

  private async compile(job: TypstJob): Promise<Buffer> {
    try {
      return Buffer.from(await this.pool.run(job));
    } catch (error) {
      if (error instanceof DocumentFault && error.code === 'typst')
        throw new DocumentFault('typst', typstComplaint(error.message));
      throw error;
    }
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new DocumentFault(
      'template-invalid',
      `The template ${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
