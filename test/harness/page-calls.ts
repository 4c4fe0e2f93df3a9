// Pages as a browser without a script asks for them: read in a language, forms sent as they stand, and drafts to work on.
import { randomUUID } from 'node:crypto';
import { PAPER_KINDS } from '#licensing';
import { completeContent } from '../builders/content';
import { pdfBytes } from '../builders/paper-bytes';
import type { SignedIn, TestServer } from './test-server';

export const HTML = 'text/html';

export function page(who: SignedIn, url: string, language = 'en') {
  return who.get(url).set('accept', HTML).set('accept-language', language);
}

export function send(who: SignedIn, url: string, form: Readonly<Record<string, string | readonly string[]>>) {
  return who.post(url).set('accept', HTML).set('accept-language', 'en').type('form').send(form);
}

/** The version that a form of the page would send. */
export function versionIn(html: string): string {
  return /name="version" value="(\d+)"/.exec(html)?.[1] ?? '';
}

export async function formVersion(who: SignedIn, url: string): Promise<string> {
  return versionIn((await page(who, url).expect(200)).text);
}

/** Address of a draft with nothing in it. */
export async function newDraft(exporter: SignedIn): Promise<string> {
  const answer = await send(exporter, '/applications', {}).expect(303);
  return answer.headers['location'] as string;
}

/** Address of a draft of the first exporter that lacks nothing but its declaration. */
export async function completeDraft(server: TestServer, exporter: SignedIn): Promise<string> {
  const address = await newDraft(exporter);
  const api = `/api/v1${address}`;
  const { applicant, items, parties, endUse, contract, shipment } = completeContent();
  const anew = <T extends object>(row: T) => ({ ...row, id: randomUUID() });
  const { nameZh, nameEn, creditCode } = server.exporters[0];
  const content = {
    applicant: { ...applicant, nameZh, nameEn, creditCode },
    items: items.map(anew),
    parties: parties.map(anew),
    endUse,
    contract,
    shipment,
  };
  await exporter.patch(api, { version: 1, ...content }).expect(200);
  for (const kind of PAPER_KINDS) await exporter.upload(`${api}/papers`, kind, pdfBytes(kind), `${kind}.pdf`).expect(201);
  return address;
}
