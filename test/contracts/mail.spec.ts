// The promises of mail on both routes, a server and files: Chinese survives, one recipient only, and no value writes a header line.
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { Refusal } from '#kernel';
import type { Mail, Mailer } from '#casework';
import { FileMailer, SmtpMailer } from '#gateways';
import { fakeSmtpServer, type FakeSmtpServer } from '../fakes/smtp-server';
import { TestClock } from '../fakes/test-clock';

const FROM = 'Licet 许可 <licet@mail.example>';
const GOOD: Mail = {
  to: 'exporter@firm.example',
  subject: '您的申请已受理 Your application',
  text: '第一行\nsecond line\n.\nend',
};

let folder: string;
let smtp: FakeSmtpServer;
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'licet-mail-'));
  smtp = await fakeSmtpServer();
});
afterEach(async () => {
  await smtp.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Route {
  readonly mailer: Mailer;
  messages(): string[];
}
const routes: Record<string, () => Route> = {
  files: () => ({
    mailer: new FileMailer(path.join(folder, 'mail'), FROM, new TestClock('2026-03-02T01:00:00Z')),
    messages: () => list(path.join(folder, 'mail')).map((name) => readFileSync(path.join(folder, 'mail', name), 'utf8')),
  }),
  server: () => ({ mailer: new SmtpMailer(smtp.url, FROM), messages: () => smtp.taken.map((mail) => mail.message) }),
};

function list(at: string): string[] {
  try {
    return readdirSync(at).sort();
  } catch {
    return [];
  }
}

function parse(message: string): { headers: Map<string, string>; body: string } {
  const [head = '', ...rest] = message.split('\r\n\r\n');
  const headers = new Map<string, string>();
  for (const line of head.replaceAll(/\r\n[ \t]+/g, ' ').split('\r\n'))
    headers.set(line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 2));
  const coding = headers.get('content-transfer-encoding');
  const raw = rest.join('\r\n\r\n');
  const body =
    coding === 'base64'
      ? Buffer.from(raw, 'base64').toString()
      : coding === 'quoted-printable'
        ? quoted(raw.replaceAll('=\r\n', ''), '=')
        : raw;
  return { headers, body };
}

function quoted(text: string, sign: '='): string {
  const bytes: Buffer[] = [];
  for (const part of text.split(/(=[0-9A-F]{2})/))
    bytes.push(part.startsWith(sign) && part.length === 3 ? Buffer.from(part.slice(1), 'hex') : Buffer.from(part));
  return Buffer.concat(bytes).toString();
}

function decodeWords(text: string): string {
  const joined = text.replaceAll(/\?=\s+=\?/g, '?==?');
  return joined.replaceAll(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi, (_, kind: string, word: string) =>
    kind.toUpperCase() === 'B' ? Buffer.from(word, 'base64').toString() : quoted(word.replaceAll('_', ' '), '='),
  );
}

describe.each(Object.keys(routes))('by %s', (name) => {
  test('a mail in Chinese and English arrives with sender, recipient, subject and text', async () => {
    const route = routes[name]?.() as Route;
    await route.mailer.send(GOOD);
    const [message = '', ...others] = route.messages();
    expect(others).toEqual([]);
    const { headers, body } = parse(message);
    expect(headers.get('to')).toBe(GOOD.to);
    expect(decodeWords(headers.get('from') ?? '')).toBe(FROM);
    expect(decodeWords(headers.get('subject') ?? '')).toBe(GOOD.subject);
    expect(body.replaceAll('\r\n', '\n').replace('\n..\n', '\n.\n').trimEnd()).toBe(GOOD.text);
  });

  test.each<[string, Partial<Mail>, string[]]>([
    ['a line break in the subject', { subject: 'x\r\nBcc: spy@evil.example' }, ['subject']],
    ['a bare line feed in the subject', { subject: 'x\nBcc: spy@evil.example' }, ['subject']],
    ['a line break in the address', { to: 'a@b.example\r\nBcc: spy@evil.example' }, ['to']],
    ['a second recipient', { to: 'a@b.example, spy@evil.example' }, ['to']],
    ['a display name', { to: 'A <a@b.example>' }, ['to']],
    ['no address', { to: 'nobody' }, ['to']],
    ['an empty subject', { subject: ' ' }, ['subject']],
    ['a subject of 201 characters', { subject: 'x'.repeat(201) }, ['subject']],
    ['a text of 200001 characters', { text: 'x'.repeat(200_001) }, ['text']],
    ['both wrong', { to: 'a\n@b', subject: 'x\ty' }, ['to', 'subject']],
  ])('%s is refused and nothing is sent', async (_, change, at) => {
    const route = routes[name]?.() as Route;
    const refusal: unknown = await route.mailer.send({ ...GOOD, ...change }).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(Refusal);
    expect(refusal).toMatchObject({ kind: 'invalid', code: 'mail-not-sendable' });
    expect((refusal as Refusal).faults.map((fault) => fault.at)).toEqual(at);
    expect(route.messages()).toEqual([]);
  });
});

test('whatever stands in subject and text, a mail that is written has no other header lines than its own', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.string({ unit: 'binary', maxLength: 200 }),
      async (subject, text) => {
        const own = mkdtempSync(path.join(folder, 'run-'));
        const mailer = new FileMailer(own, FROM, new TestClock());
        await mailer.send({ to: GOOD.to, subject, text }).catch((error: unknown) => expect(error).toBeInstanceOf(Refusal));
        for (const file of list(own)) {
          const allowed = [
            'content-transfer-encoding',
            'content-type',
            'date',
            'from',
            'message-id',
            'mime-version',
            'subject',
            'to',
          ];
          expect(allowed).toEqual(expect.arrayContaining([...parse(readFileSync(path.join(own, file), 'utf8')).headers.keys()]));
        }
      },
    ),
    { numRuns: 60 },
  );
});

test('files are named by the moment of the clock and readable by this user only', async () => {
  const clock = new TestClock('2026-03-02T01:00:00Z');
  const mailer = new FileMailer(folder, FROM, clock);
  await mailer.send(GOOD);
  clock.advanceMs(1);
  await mailer.send(GOOD);
  const names = list(folder);
  expect(names.map((name) => name.slice(0, 22))).toEqual(['2026-03-02T010000.000Z', '2026-03-02T010000.001Z']);
  for (const name of names) expect(statSync(path.join(folder, name)).mode & 0o777).toBe(0o600);
  expect(parse(readFileSync(path.join(folder, names[0] ?? ''), 'utf8')).headers.get('date')).toBe(
    'Mon, 02 Mar 2026 01:00:00 +0000',
  );
});

test('the server is given the bare addresses', async () => {
  await new SmtpMailer(smtp.url, FROM).send(GOOD);
  expect(smtp.taken.map(({ from, to }) => ({ from, to }))).toEqual([{ from: 'licet@mail.example', to: [GOOD.to] }]);
});
