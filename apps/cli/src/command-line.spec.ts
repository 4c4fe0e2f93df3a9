// What a person types at `licet` and what comes back: words, exit codes, and what it leaves in a real database.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { CaseworkSettings, SignIn } from '#casework';
import { Argon2Passwords, repositoryRoot } from '#gateways';
import { createStore } from '#store';
import { TestClock } from '../../../test/fakes/test-clock';
import { emptyDatabase, freshDatabase, type FreshDatabase } from '../../../test/harness/database';
import { runCommandLine } from './command-line';
import type { Terminal } from './terminal';

async function licet(args: string[], { env = {}, secret = '' }: { env?: Record<string, string>; secret?: string } = {}) {
  const out: string[] = [];
  const err: string[] = [];
  const terminal: Terminal = {
    env,
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    secret: () => Promise.resolve(secret),
    input: () => Promise.resolve(''),
  };
  const code = await runCommandLine(args, terminal);
  return { code, out: out.join('\n'), err: err.join('\n') };
}

describe('licet, the command line', () => {
  it.each([[['help']], [['--help']], [['-h']]])('%j lists the commands', async (args) => {
    const { code, out } = await licet(args);
    expect(code).toBe(0);
    for (const name of ['up', 'migrate', 'admin create', 'law check', 'help']) expect(out).toContain(`licet ${name}`);
  });

  it('says how a command is used when asked', async () => {
    const { code, out } = await licet(['admin', 'create', '--help']);
    expect(code).toBe(0);
    expect(out).toContain('Usage: licet admin create --email ADDRESS --name NAME');
  });

  it.each([
    [[], 'Which command?'],
    [['down'], 'There is no command "down".'],
    [['admin'], 'There is no command "admin".'],
    [['admin', 'remove'], 'There is no command "admin remove".'],
    [['up', '--fast'], "Unknown option '--fast'"],
    [['up', 'now'], '"now" is one word too many'],
    [['law', 'check', 'here', 'there'], '"there" is one word too many'],
    [['admin', 'create', '--name', 'Somebody'], 'Option --email is missing'],
    [['admin', 'create', '--email', 'a@example.test', '--name', ' '], 'Option --name is missing'],
    [['admin', 'create', '--email'], "Option '--email <value>' argument missing"],
    [
      ['admin', 'create', '--email', 'a@example.test', '--email', 'b@example.test', '--name', 'A'],
      'Option --email is given more than once',
    ],
    [['admin', 'create', '--email', 'nobody', '--name', 'A'], '"nobody" is not a mail address'],
    [['admin', 'create', '--email', 'a@example.test', '--name', 'A'.repeat(201)], '--name is longer than 200 characters'],
  ])('%j is refused with exit code 2, the reason and the usage', async (args, reason) => {
    const { code, out, err } = await licet(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(reason);
    expect(err).toMatch(/Usage: licet |licet admin create/);
  });

  it.each([['up'], ['migrate']])('%s lists every wrong setting and starts nothing', async (command) => {
    const { code, err } = await licet([command], { env: { PORT: 'high', LICET_DAAT_DIR: 'x' } });
    expect(code).toBe(1);
    expect(err).toContain('PORT');
    expect(err).toContain('LICET_DATA_DIR');
  });
});

describe('licet law check', () => {
  it('counts the files of a law that loads', async () => {
    const { code, out } = await licet(['law', 'check']);
    expect(code).toBe(0);
    expect(out).toMatch(/^The law loads: \d+ files, hash [0-9a-f]{64}$/);
  });

  it('names file and line of every fault', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'licet-law-'));
    const data = 'libs/regulation/data';
    cpSync(path.join(repositoryRoot(), data), path.join(folder, data), { recursive: true });
    const file = path.join(folder, data, 'china/instruments/cn-mofcom-gacc-2025-18.yaml');
    writeFileSync(file, `${readFileSync(file, 'utf8')}\nsurprise: true\n`);
    const { code, err } = await licet(['law', 'check', folder]);
    rmSync(folder, { recursive: true });
    expect(code).toBe(1);
    expect(err).toMatch(/cn-mofcom-gacc-2025-18\.yaml:\d+ .*surprise/);
  });

  it('asks for a folder that holds law', async () => {
    const { code, err } = await licet(['law', 'check', os.tmpdir()]);
    expect(code).toBe(1);
    expect(err).toContain('holds no folder libs/regulation/data');
  });
});

describe('licet migrate', () => {
  it('makes the tables of an empty database, and has nothing to do the second time', async () => {
    const database = await emptyDatabase();
    const env = { DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl };
    expect(await licet(['migrate'], { env })).toMatchObject({
      code: 0,
      out: expect.stringMatching(/up to date: \d+ migrations applied/),
    });
    expect(await licet(['migrate'], { env })).toMatchObject({ code: 0, out: 'The database is up to date.' });
    const store = await createStore({ url: database.appUrl, poolSize: 1 });
    expect(await store.run({ kind: 'system' }, (tx) => tx.people.organisations())).toEqual([]);
    await store.close();
    await database.drop();
  });

  it('asks for the owner’s address', async () => {
    const { code, err } = await licet(['migrate']);
    expect(code).toBe(1);
    expect(err).toContain('Set DATABASE_OWNER_URL');
  });

  it('says that the server does not answer', async () => {
    const env = {
      DATABASE_URL: 'postgres://app:x@127.0.0.1:1/licet',
      DATABASE_OWNER_URL: 'postgres://owner:x@127.0.0.1:1/licet',
    };
    const { code, err } = await licet(['migrate'], { env });
    expect(code).toBe(1);
    expect(err).toMatch(/^The database does not answer: .*ECONNREFUSED.*Cure: /);
  });
});

describe('licet admin create', () => {
  let database: FreshDatabase;
  beforeEach(async () => {
    database = await freshDatabase();
  });
  afterEach(() => database.drop());

  const create = (email: string, secret: string, ...more: string[]) =>
    licet(['admin', 'create', '--email', email, '--name', '孙可为', ...more], { env: { DATABASE_URL: database.appUrl }, secret });

  it('makes the authority and an administrator who can sign in', async () => {
    const made = await create(
      ' Admin@Example.test',
      'a long enough secret',
      '--organisation-zh',
      '某省商务厅',
      '--organisation-en',
      'Some Authority',
    );
    expect(made).toEqual({ code: 0, out: 'admin@example.test may sign in as administrator.', err: '' });
    const store = await createStore({ url: database.appUrl, poolSize: 1 });
    const [authority] = await store.run({ kind: 'system' }, (tx) => tx.people.organisations());
    const signIn = new SignIn(
      store,
      new TestClock(),
      new Argon2Passwords(),
      new CaseworkSettings({ publicUrl: 'http://licet.test', specimen: false, licenceSeries: 'DU' }),
    );
    const actor = await signIn.execute({
      email: 'admin@example.test',
      password: 'a long enough secret',
      networkAddress: '127.0.0.1',
    });
    await store.close();
    expect(authority).toMatchObject({ kind: 'authority', nameZh: '某省商务厅', nameEn: 'Some Authority' });
    expect(actor).toMatchObject({ roles: ['administrator'], organisationId: authority?.id });
  });

  it('makes a second one only when told to', async () => {
    expect(await create('one@example.test', 'a long enough secret')).toMatchObject({ code: 0 });
    expect(await create('two@example.test', 'a long enough secret')).toMatchObject({
      code: 1,
      err: expect.stringContaining('There is an administrator already'),
    });
    expect(await create('two@example.test', 'a long enough secret', '--more')).toMatchObject({ code: 0 });
    expect(await create('two@example.test', 'a long enough secret', '--more')).toMatchObject({
      code: 1,
      err: expect.stringContaining('mail address already'),
    });
  });

  it.each([
    ['short', 'shorter than 12 characters'],
    ['x'.repeat(129), 'longer than 128 characters'],
    ['passwordpassword', 'one of the commonest'],
    ['', 'shorter than 12 characters'],
  ])('refuses the password "%s" and makes nobody', async (secret, reason) => {
    expect(await create('one@example.test', secret)).toMatchObject({ code: 1, err: expect.stringContaining(reason) });
    expect(await create('one@example.test', 'a long enough secret')).toMatchObject({ code: 0 });
  });

  it('needs a database of its own', async () => {
    const { code, err } = await licet(['admin', 'create', '--email', 'a@example.test', '--name', 'A'], {
      secret: 'a long enough secret',
    });
    expect(code).toBe(1);
    expect(err).toContain('Set DATABASE_URL');
  });
});
