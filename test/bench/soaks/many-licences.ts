// Licences one after another through one renderer: each a PDF of its own, and the process does not grow beyond its bound.
import { TypstDocumentRenderer } from '#documents';
import { inFlight } from '../in-turns';
import { licenceViews } from '../rows/documents-licence';
import type { Soaked } from '../soak';

const LICENCES = 2_000;
/** Resident memory of the whole process with both threads of the renderer, megabytes. */
const MOST_MB = 1_500;
const MB = 1024 * 1024;

export async function manyLicences(): Promise<Soaked> {
  const renderer = new TypstDocumentRenderer({ threads: 2 });
  const views = licenceViews()(LICENCES);
  const hashes = new Set<string>();
  let peakMb = 0;
  try {
    await inFlight(20, async () => {
      for (let view = views.pop(); view; view = views.pop()) {
        const { pdf, sha256 } = await renderer.render('licence', view);
        if (pdf.subarray(0, 5).toString('latin1') !== '%PDF-') throw new Error(`${view.number} is no PDF`);
        hashes.add(sha256);
        peakMb = Math.max(peakMb, Math.round(process.memoryUsage.rss() / MB));
        if (peakMb > MOST_MB) throw new Error(`${peakMb} MB after ${hashes.size} licences; the bound is ${MOST_MB} MB`);
      }
    });
  } finally {
    await renderer.close();
  }
  if (hashes.size !== LICENCES) throw new Error(`${LICENCES} licences, but ${hashes.size} different papers`);
  return { licences: LICENCES, peakMb, boundMb: MOST_MB };
}
