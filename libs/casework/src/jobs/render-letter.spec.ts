// The letters of a published decision: rendered once however often the job runs, told in the log of the case, a failure marked.
import { createHash, randomUUID } from 'node:crypto';
import { anApplication } from '../../../../test/builders/application';
import { house, noSuchId, type House } from '../../../../test/builders/house';
import { DocumentRenderer, type IssuedKind, type RenderedDocument } from '../ports/document-renderer.port';
import { RenderAgain } from '../licences/render-again';
import { RenderLetterHandler } from './render-letter.handler';

const SYSTEM = { kind: 'system' } as const;

/** Draws the kind and the view as they are; fails as often as it is told. */
class PlainRenderer extends DocumentRenderer {
  failures = 0;
  readonly drawn: string[] = [];

  render(kind: IssuedKind, view: unknown): Promise<RenderedDocument> {
    this.failures -= 1;
    if (this.failures >= 0) return Promise.reject(new Error('the template stumbled'));
    const pdf = Buffer.from(`%PDF-1.7 ${kind} ${JSON.stringify(view)}`);
    this.drawn.push(pdf.toString());
    return Promise.resolve({ pdf, sha256: createHash('sha256').update(pdf).digest('hex'), template: `${kind}/v1` });
  }
}

const renderer = new PlainRenderer();
let home: House;

beforeAll(async () => {
  home = await house({ renderer });
});
afterAll(() => home.end());

async function aLetter(kind: 'refusal-letter' | 'not-controlled-letter', number: string) {
  const { id: applicationId, organisationId } = await anApplication(home).submitted().build();
  const id = randomUUID();
  await home.store.run(SYSTEM, (tx) =>
    tx.decisions.addLetter({
      id,
      number,
      applicationId,
      organisationId,
      kind,
      issuedAt: home.clock.now(),
      issuedBy: home.manager.personId,
      documentId: randomUUID(),
      view: { number },
    }),
  );
  return { id, applicationId };
}

const handle = (letterId: string, attempt = 1) =>
  home.get(RenderLetterHandler).handle({ letterId }, { attempt, lastAttempt: attempt === 5, progress: () => Promise.resolve() });
const documentOf = async (id: string) => (await home.store.run(SYSTEM, (tx) => tx.decisions.findLetter(id)))?.document;
const told = async (applicationId: string) =>
  (await home.logOf(applicationId)).filter(({ verb }) => verb.startsWith('render')).map(({ verb, payload }) => [verb, payload]);

test.each(['refusal-letter', 'not-controlled-letter'] as const)('%s is drawn from its view once and told once', async (kind) => {
  const { id, applicationId } = await aLetter(kind, `SP-${kind}-1`);
  await Promise.all([handle(id), handle(id)]);
  await handle(id, 2);
  expect(new Set(renderer.drawn.filter((text) => text.includes(`SP-${kind}-1`)))).toEqual(
    new Set([`%PDF-1.7 ${kind} {"number":"SP-${kind}-1"}`]),
  );
  const document = await documentOf(id);
  expect(document).toMatchObject({ kind, state: 'ready', template: `${kind}/v1`, attempts: 0 });
  expect((await home.files.get(document?.fileKey ?? '')).toString()).toContain(`SP-${kind}-1`);
  expect(await told(applicationId)).toEqual([
    ['render-letter', expect.objectContaining({ number: `SP-${kind}-1`, sha256: document?.sha256, side: 'system' })],
  ]);
});

test('a failure is counted, the last one marked and told, and a later run mends it', async () => {
  const { id, applicationId } = await aLetter('refusal-letter', 'SP-R-2');
  renderer.failures = 2;
  await expect(handle(id, 4)).rejects.toThrow('the template stumbled');
  expect(await documentOf(id)).toMatchObject({ state: 'waiting', attempts: 1 });
  await expect(handle(id, 5)).rejects.toThrow('the template stumbled');
  expect(await documentOf(id)).toMatchObject({ state: 'failed', attempts: 2 });
  await handle(id);
  expect(await documentOf(id)).toMatchObject({ state: 'ready' });
  expect((await told(applicationId)).map(([verb]) => verb)).toEqual(['render-failed', 'render-letter']);
});

test('a letter that is not there is no work', async () => {
  const before = renderer.drawn.length;
  await handle(noSuchId());
  expect(renderer.drawn).toHaveLength(before);
});

test('a manager has a letter that failed prepared again; one that is ready or not there is refused', async () => {
  const { id } = await aLetter('refusal-letter', 'SP-R-3');
  const again = (letterId: string) => home.get(RenderAgain).letter(home.manager, letterId);
  renderer.failures = 1;
  await expect(handle(id, 5)).rejects.toThrow('the template stumbled');
  const { applicationId } = (await home.store.run(SYSTEM, (tx) => tx.decisions.findLetter(id))) ?? {};
  expect(await again(id)).toBe(applicationId);
  expect((await home.logOf(applicationId ?? '')).at(-1)).toMatchObject({
    verb: 'render-again',
    payload: { kind: 'refusal-letter', number: 'SP-R-3' },
  });
  await home.quiet();
  expect(await documentOf(id)).toMatchObject({ state: 'ready' });
  await expect(again(id)).rejects.toMatchObject({ code: 'document-not-failed' });
  await expect(again(noSuchId())).rejects.toMatchObject({ code: 'letter-not-found' });
});
