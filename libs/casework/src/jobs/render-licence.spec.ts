// The paper of a licence: rendered once however often the job runs, every failure counted, the last one marked, and mended by a later run.
import { createHash } from 'node:crypto';
import { anApplication } from '../../../../test/builders/application';
import { house, type House } from '../../../../test/builders/house';
import { refusalCode, refused } from '../../../../test/builders/refused';
import { ReadLicences } from '../licences/read-licences';
import { RenderAgain } from '../licences/render-again';
import { DocumentRenderer, type RenderedDocument } from '../ports/document-renderer.port';
import type { JobRun } from './job-handler';
import { RenderLicenceHandler } from './render-licence.handler';

const BYTES = Buffer.from('%PDF-1.7 a paper');

/** Fails as often as it is told, then gives the same bytes. */
class StumblingRenderer extends DocumentRenderer {
  failures = 0;
  calls = 0;

  render(): Promise<RenderedDocument> {
    this.calls += 1;
    this.failures -= 1;
    if (this.failures >= 0) return Promise.reject(new Error('the template stumbled'));
    return Promise.resolve({ pdf: BYTES, sha256: createHash('sha256').update(BYTES).digest('hex'), template: 'licence/v1' });
  }
}

const renderer = new StumblingRenderer();
let home: House;

beforeAll(async () => {
  home = await house({ renderer });
});
beforeEach(() => {
  renderer.failures = 0;
  renderer.calls = 0;
});
afterAll(() => home.end());

const run = (attempt = 1, progress: JobRun['progress'] = () => Promise.resolve()): JobRun => ({
  attempt,
  lastAttempt: attempt === 5,
  progress,
});
const system = { kind: 'system' } as const;

async function granted() {
  const application = await anApplication(home).published().build();
  const licence = await home.store.run(system, (tx) => tx.licences.ofApplication(application.id));
  if (!licence) throw new Error('A published application has a licence');
  return { id: licence.id, applicationId: application.id };
}
const handle = (licenceId: string, job = run()) => home.get(RenderLicenceHandler).handle({ licenceId }, job);
const documentOf = async (licenceId: string) => (await home.store.run(system, (tx) => tx.licences.find(licenceId)))?.document;
const verbs = async (applicationId: string) =>
  (await home.logOf(applicationId)).map(({ verb }) => verb).filter((verb) => verb.startsWith('render'));

test('the paper waits until it is rendered, then it is served byte by byte', async () => {
  const { id, applicationId } = await granted();
  expect(await refused(home.get(ReadLicences).document(home.exporter, id))).toMatchObject({
    kind: 'conflict',
    code: 'document-not-ready',
    facts: { state: 'waiting' },
  });
  const percents: number[] = [];
  await handle(
    id,
    run(1, (percent) => Promise.resolve(void percents.push(percent))),
  );
  expect(percents).toEqual([10, 70, 100]);
  expect(await documentOf(id)).toMatchObject({ state: 'ready', template: 'licence/v1', attempts: 0, readyAt: home.clock.now() });
  expect((await home.get(ReadLicences).document(home.exporter, id)).bytes.equals(BYTES)).toBe(true);
  expect(await verbs(applicationId)).toEqual(['render-licence']);
});

test('run again, or three times at once, it has one effect', async () => {
  const { id, applicationId } = await granted();
  await Promise.all([handle(id), handle(id), handle(id)]);
  const ready = await documentOf(id);
  const calls = renderer.calls;
  home.clock.advanceMs(1000);
  await handle(id, run(2));
  expect(renderer.calls).toBe(calls);
  expect(await documentOf(id)).toEqual(ready);
  expect(await verbs(applicationId)).toEqual(['render-licence']);
});

test('each failure is counted, the last one marks the paper as failed and is logged once', async () => {
  const { id, applicationId } = await granted();
  renderer.failures = 5;
  for (let attempt = 1; attempt <= 4; attempt += 1) {
    await expect(handle(id, run(attempt))).rejects.toThrow('the template stumbled');
    expect(await documentOf(id)).toMatchObject({ state: 'waiting', attempts: attempt });
  }
  expect(await verbs(applicationId)).toEqual([]);
  await expect(handle(id, run(5))).rejects.toThrow('the template stumbled');
  expect(await documentOf(id)).toMatchObject({ state: 'failed', attempts: 5 });
  expect(await verbs(applicationId)).toEqual(['render-failed']);
  expect(await refused(home.get(ReadLicences).document(home.exporter, id))).toMatchObject({ facts: { state: 'failed' } });

  await handle(id);
  expect(await documentOf(id)).toMatchObject({ state: 'ready', attempts: 5 });
  expect(await verbs(applicationId)).toEqual(['render-failed', 'render-licence']);
});

test('a paper that is stored is not called failed because its progress could not be told', async () => {
  const { id, applicationId } = await granted();
  const deaf = run(5, (percent) => (percent === 100 ? Promise.reject(new Error('queue gone')) : Promise.resolve()));
  await expect(handle(id, deaf)).rejects.toThrow('queue gone');
  expect(await documentOf(id)).toMatchObject({ state: 'ready', attempts: 0 });
  expect(await verbs(applicationId)).toEqual(['render-licence']);
});

test('a licence that is not there is no work', async () => {
  await handle('00000000-0000-4000-8000-000000000000');
  expect(renderer.calls).toBe(0);
});

test('the outbox brings one job for one licence, with tries until it succeeds', async () => {
  await home.quiet();
  const { id, applicationId } = await granted();
  renderer.calls = 0;
  renderer.failures = 2;
  await home.quiet();
  expect(renderer.calls).toBe(3);
  expect(await documentOf(id)).toMatchObject({ state: 'ready', attempts: 2 });
  expect(await verbs(applicationId)).toEqual(['render-licence']);
});

test('a failed paper is rendered again when the manager asks, and only then', async () => {
  const { id, applicationId } = await granted();
  const again = () => home.get(RenderAgain).execute(home.manager, id);
  expect(await refusalCode(again())).toBe('conflict: document-not-failed');
  renderer.failures = 1;
  await expect(handle(id, run(5))).rejects.toThrow('the template stumbled');
  expect(await documentOf(id)).toMatchObject({ state: 'failed' });
  await again();
  await home.quiet();
  expect(await documentOf(id)).toMatchObject({ state: 'ready' });
  expect(await verbs(applicationId)).toEqual(['render-failed', 'render-again', 'render-licence']);
  expect(await refusalCode(again())).toBe('conflict: document-not-failed');
});
