// The program of one compiling thread, as text: it runs the same from the sources and from the built files. It holds one Typst
// compiler and answers each page in order; the page's text is the only input, and the thread's folder holds nothing to read.

/** What a thread is started with: the compiler's module, an empty folder as its world, and the folders of the fonts. */
export interface TypstThreadData {
  readonly compiler: string;
  readonly workspace: string;
  readonly fontPaths: readonly string[];
}

/** One page order: Typst source and the creation time written into the PDF, in seconds since 1970 UTC. */
export interface TypstJob {
  readonly source: string;
  readonly timestamp: number;
}

export const TYPST_THREAD_SOURCE = `
'use strict';
const { parentPort, workerData } = require('node:worker_threads');
const { NodeCompiler } = require(workerData.compiler);
const compiler = NodeCompiler.create({ workspace: workerData.workspace, fontArgs: [{ fontPaths: workerData.fontPaths }] });
let pages = 0;
parentPort.on('message', ({ source, timestamp }) => {
  try {
    const pdf = Uint8Array.from(compiler.pdf({ mainFileContent: source }, { pdfStandard: 'a-2a', creationTimestamp: timestamp }));
    if (++pages % 10 === 0) compiler.evictCache(0);
    parentPort.postMessage({ ok: true, value: pdf }, [pdf.buffer]);
  } catch (error) {
    parentPort.postMessage({ ok: false, message: String((error && (error.message || error.code)) || error) });
  }
});
`;

/** The compiler's complaint in plain words, from what it throws: numbered lines, or a dump in which each message is named once. */
export function typstComplaint(dump: string): string {
  const messages = [...dump.matchAll(/message: "((?:[^"\\]|\\.)*)"/g)].map((match) =>
    (match[1] ?? '').replace(/\\(["\\])/g, '$1'),
  );
  return messages.length > 0 ? [...new Set(messages)].join('; ') : dump.replace(/^\d+: /gm, '');
}
