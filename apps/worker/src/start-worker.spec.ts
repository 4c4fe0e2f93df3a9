// The worker whole, on a real database: from a committed outbox row to the mail, once, with the rooms of mail and papers as fakes.
import { randomUUID } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import {
  CaseworkSettings,
  DocumentRenderer,
  effectKey,
  FileStore,
  Mailer,
  type Job,
  type Mail,
  type OrganisationRecord,
  type PersonRecord,
  type Transaction,
} from '#casework';
import { TemplateMailWriter } from '#documents';
import { loadLaw, loadManifests } from '#gateways';
import { migrateQueue, openQueue, type BullJobQueue } from '#queue';
import { createStore, type PostgresStore } from '#store';
import { applicationIn, licence } from '../../../test/builders/stored-world';
import { TestClock } from '../../../test/fakes/test-clock';
import { freshDatabase, type FreshDatabase } from '../../../test/harness/database';
import { until } from '../../../test/harness/until';
import { startWorker } from './start-worker';
import type { WorkerParts } from './worker.module';

class MailBox extends Mailer {
  readonly mails: Mail[] = [];
  readonly events = new EventEmitter();
  faults = 0;

  override send(mail: Mail): Promise<void> {
    if (this.faults-- > 0) return Promise.reject(new Error('no mail server'));
    this.mails.push(mail);
    this.events.emit('mail');
    return Promise.resolve();
  }
}

describe('startWorker', () => {
  const clock = new TestClock();
  let database: FreshDatabase;
  let store: PostgresStore;
  let queue: BullJobQueue;
  let box: MailBox;
  let parts: WorkerParts;

  beforeEach(async () => {
    database = await freshDatabase();
    await migrateQueue(database.ownerUrl);
    store = await createStore({ url: database.appUrl, poolSize: 4 });
    queue = openQueue({ databaseUrl: database.appUrl, retryDelayMs: 5 });
    box = new MailBox();
    parts = {
      store,
      queue,
      clock,
      mailer: box,
      files: Object.create(FileStore.prototype) as FileStore,
      renderer: Object.create(DocumentRenderer.prototype) as DocumentRenderer,
      letters: new TemplateMailWriter(),
      law: await loadLaw(),
      procedures: await loadManifests(),
      settings: new CaseworkSettings({ publicUrl: 'https://licet.example', specimen: true, licenceSeries: 'DU' }),
    };
  });
  afterEach(async () => {
    await queue.close();
    await store.close();
    await database.drop();
  });

  const system = <T>(work: (tx: Transaction) => Promise<T>) => store.run({ kind: 'system' }, work);

  async function invite(): Promise<Job> {
    const organisation: OrganisationRecord = {
      id: randomUUID(),
      kind: 'authority',
      nameZh: '某部门',
      nameEn: 'Some Authority',
      creditCode: '',
      address: '',
      province: '',
    };
    const person = {
      id: randomUUID(),
      organisationId: organisation.id,
      email: 'new@example.test',
      name: 'New Person',
      roles: ['reviewer'] as const,
      state: 'invited' as const,
    };
    const job: Job = { name: 'send-invitation', payload: { personId: person.id, requestId: randomUUID() } };
    await system(async (tx) => {
      await tx.people.addOrganisation(organisation);
      await tx.people.add(person);
      await tx.jobs.add(job, clock.now());
      // The same wish twice, as after a relay that died between publishing and marking.
      await tx.jobs.add(job, clock.now());
    });
    return job;
  }

  const place = () => ({ place: { databaseUrl: database.appUrl }, concurrency: 1 });

  it('sends the mail of a committed job once, writes the receipt, and stops twice without complaint', async () => {
    const job = await invite();
    const sent = once(box.events, 'mail');
    const worker = await startWorker(parts, place());
    await sent;
    await Promise.all([worker.stop(), worker.stop()]);
    expect(box.mails).toMatchObject([
      { to: 'new@example.test', text: expect.stringContaining('https://licet.example/invitations/') },
    ]);
    expect(await system((tx) => tx.jobs.hasReceipt(effectKey(job)))).toBe(true);
    expect(await system((tx) => tx.jobs.unpublished())).toBe(0);
  });

  it('goes on after failures of a handler', async () => {
    box.faults = 2;
    await invite();
    const sent = once(box.events, 'mail');
    const worker = await startWorker(parts, place());
    await sent;
    await worker.stop();
    expect(box.mails).toHaveLength(1);
  });

  it.each([
    ['redis-may-evict', /Cure: set its maxmemory-policy to noeviction/],
    ['redis-policy-unknown', /Cure: allow its user the command INFO/],
  ])('does not start on a queue that may lose jobs: %s', async (unfit, words) => {
    const losing = Object.create(queue, { unfit: { value: () => Promise.resolve(unfit) } }) as BullJobQueue;
    await expect(startWorker({ ...parts, queue: losing }, place())).rejects.toThrow(words);
  });

  it('performs what is due without being asked', async () => {
    const desk = await licenceDue();
    const worker = await startWorker(parts, { ...place(), sweepMs: 20 });
    await until(
      async () => (await system((tx) => tx.due.ofSubject(desk.licenceId)))[0]?.state === 'done',
      'the due row was not performed',
    );
    await worker.stop();
    expect((await system((tx) => tx.log.ofApplication(desk.applicationId))).map(({ verb }) => verb)).toEqual([
      'licence-became-active',
    ]);
  });

  async function licenceDue() {
    const [owner, officer] = [await person('exporter'), await person('authority')];
    return system(async (tx) => {
      const application = await applicationIn(tx, owner, 'published');
      const row = licence(application, officer.id);
      await tx.licences.create(row);
      const { id: licenceId, organisationId } = row;
      const due = { id: randomUUID(), dueAt: clock.now(), kind: 'licence-active' as const };
      await tx.due.add([{ ...due, subject: licenceId, organisationId, effectKey: `licence-active:${licenceId}` }]);
      return { licenceId, applicationId: application.id };
    });
  }

  function person(kind: 'exporter' | 'authority'): Promise<PersonRecord> {
    const row = { id: randomUUID(), kind, nameZh: '某', nameEn: 'Some', creditCode: '', address: '', province: '' };
    const common = {
      id: randomUUID(),
      organisationId: row.id,
      email: `${kind}@example.test`,
      name: kind,
      state: 'active' as const,
    };
    const roles = kind === 'exporter' ? (['exporter'] as const) : (['reviewer'] as const);
    return system(async (tx) => {
      await tx.people.addOrganisation(row);
      await tx.people.add({ ...common, roles });
      return { ...common, roles, version: 1 };
    });
  }

  it('does not start where the queue has no tables', async () => {
    const bare = new URL(database.appUrl);
    bare.pathname = '/postgres';
    await expect(startWorker(parts, { place: { databaseUrl: bare.href } })).rejects.toThrow('not initialized');
  });
});
