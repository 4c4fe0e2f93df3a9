// Licences through the document renderer, against compiling the finished sources on as many threads.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { TypstDocumentRenderer, type LicenceView } from '#documents';
import { repositoryRoot } from '#gateways';
import { DOCUMENT_KINDS } from '../../../libs/documents/src/kinds/document-kinds';
import { coverageOf, paperFontFamilies } from '../../../libs/documents/src/typst/fonts';
import { compileTypstTemplate } from '../../../libs/documents/src/typst/typst-template';
import { TYPST_THREAD_SOURCE, type TypstJob, type TypstThreadData } from '../../../libs/documents/src/typst/typst-thread';
import { inFlight, type Sides } from '../in-turns';

const THREADS = 2;
/** Documents of one turn of one side. */
const DOCUMENTS = 200;
/** Papers asked for at the same time. */
const IN_FLIGHT = 40;

export function licenceViews(): (count: number) => LicenceView[] {
  const folder = path.join(repositoryRoot(), 'templates/documents/licence', `v${DOCUMENT_KINDS.licence.version}`);
  const sample = JSON.parse(readFileSync(path.join(folder, 'sample.json'), 'utf8')) as LicenceView;
  let made = 0;
  return (count) => Array.from({ length: count }, () => ({ ...sample, number: `SP-2026-${String(++made).padStart(6, '0')}` }));
}

export function documentsLicence(): Promise<Sides> {
  const views = licenceViews();
  const renderer = new TypstDocumentRenderer({ threads: THREADS });
  const threads = bareThreads();
  return Promise.resolve({
    product: async () => {
      const left = views(DOCUMENTS);
      return rate(DOCUMENTS, () =>
        inFlight(IN_FLIGHT, async () => {
          for (let view = left.pop(); view; view = left.pop()) await renderer.render('licence', view);
        }),
      );
    },
    bare: () => {
      const left = finishedSources(views(DOCUMENTS));
      return rate(DOCUMENTS, () => Promise.all(threads.workers.map((worker) => compileAll(worker, left))));
    },
    close: async () => {
      await renderer.close();
      await threads.close();
    },
  });
}

function finishedSources(views: readonly LicenceView[]): TypstJob[] {
  const { version, model, timestamp } = DOCUMENT_KINDS.licence;
  const name = `licence/v${version}`;
  const file = path.join(repositoryRoot(), 'templates/documents', name, 'template.typ.hbs');
  const fill = compileTypstTemplate(name, readFileSync(file, 'utf8'), coverageOf(paperFontFamilies()));
  return views.map((view) => ({ source: fill(model(view)), timestamp: timestamp(view) }));
}

/** The renderer's own thread program and nothing around it. */
function bareThreads() {
  const workspace = mkdtempSync(path.join(tmpdir(), 'licet-bench-'));
  const workerData: TypstThreadData = {
    compiler: require.resolve('@myriaddreamin/typst-ts-node-compiler'),
    workspace,
    fontPaths: paperFontFamilies()
      .flat()
      .map((file) => path.dirname(file)),
  };
  const workers = Array.from({ length: THREADS }, () => new Worker(TYPST_THREAD_SOURCE, { eval: true, workerData }));
  return {
    workers,
    close: async () => {
      await Promise.all(workers.map((worker) => worker.terminate()));
      rmSync(workspace, { recursive: true, force: true });
    },
  };
}

/** The thread always has the next source waiting, so that it never idles. */
function compileAll(worker: Worker, left: TypstJob[]): Promise<void> {
  return new Promise((resolve, reject) => {
    let under = 0;
    const feed = () => {
      for (; under < 2 && left.length > 0; under++) worker.postMessage(left.pop());
      if (under > 0) return;
      worker.off('message', onMessage).off('error', reject);
      resolve();
    };
    const onMessage = (reply: { ok: boolean; message?: string }) => {
      under -= 1;
      if (reply.ok) feed();
      else reject(new Error(reply.message));
    };
    worker.on('message', onMessage).on('error', reject);
    feed();
  });
}

async function rate(count: number, work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return count / ((performance.now() - begun) / 1000);
}
