// The promises of the file store: content names the file, what comes out is what went in, and damage is never handed out.
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import type { FileStore } from '#casework';
import { LocalFileStore, StoredFileError } from '#gateways';

let folder: string;
let store: FileStore;

beforeEach(() => {
  folder = path.join(mkdtempSync(path.join(tmpdir(), 'licet-files-')), 'papers');
  store = new LocalFileStore(folder);
});
afterEach(() => rmSync(path.dirname(folder), { recursive: true, force: true }));

function filesOnDisk(): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
}

test('any bytes come back unchanged, under a key made of their hash', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 3_000 }), async (content) => {
      const bytes = Buffer.from(content);
      const stored = await store.put(bytes);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      expect(stored).toEqual({ key: `${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`, sha256, size: bytes.length });
      expect(await store.get(stored.key)).toEqual(bytes);
    }),
    { numRuns: 30 },
  );
});

test('the same bytes, also put many times at once, keep one file, readable by this user only, and no draft', async () => {
  const bytes = Buffer.from('合同 contract');
  const all = await Promise.all(Array.from({ length: 8 }, () => store.put(bytes)));
  const [first] = all;
  expect(new Set(all.map((stored) => stored.key)).size).toBe(1);
  expect(filesOnDisk()).toEqual([first?.key]);
  expect(statSync(path.join(folder, first?.key ?? '')).mode & 0o777).toBe(0o600);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
});

test('a changed file is not handed out, and putting the content again mends it', async () => {
  const bytes = Buffer.from('first');
  const { key } = await store.put(bytes);
  writeFileSync(path.join(folder, key), 'other');
  await expect(store.get(key)).rejects.toMatchObject({ name: 'StoredFileError', reason: 'changed' });
  await store.put(bytes);
  expect(readFileSync(path.join(folder, key))).toEqual(bytes);
});

test('a missing file and a text that is no key are told apart, and no path leads outside', async () => {
  await expect(store.get(`aa/bb/${'aabb'.padEnd(64, '0')}`)).rejects.toMatchObject({ reason: 'missing' });
  for (const key of ['', '../../etc/passwd', `aa/bb/../${'a'.repeat(64)}`, `/etc/passwd`]) {
    await expect(store.get(key)).rejects.toBeInstanceOf(StoredFileError);
    await expect(store.get(key)).rejects.toMatchObject({ reason: 'not a key' });
  }
});

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
test.each([
  ['a PDF', Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n'), 'application/pdf'],
  ['a PDF whose end mark lies in the last 1024 bytes', Buffer.from(`%PDF-1.7\n%%EOF${'\n'.repeat(1019)}`), 'application/pdf'],
  ['a PDF whose end mark lies before them', Buffer.from(`%PDF-1.7\n%%EOF${'\n'.repeat(1020)}`), null],
  ['a PDF cut short', Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n'), null],
  ['the signature of a PDF alone', Buffer.from('%PDF-'), null],
  ['a PNG', PNG, 'image/png'],
  ['a PNG cut after its signature', PNG.subarray(0, 8), null],
  ['a GIF', Buffer.from('GIF89a\x01\x00\x01\x00'), null],
  ['a web page that names a PDF', Buffer.from('<html>%PDF-1.7</html>'), null],
  ['a ZIP', Buffer.from('PK\x03\x04'.padEnd(60, '\0'), 'latin1'), null],
  ['text', Buffer.from('hello'), null],
  ['nothing', Buffer.alloc(0), null],
])('%s is told by its content', async (_, bytes, expected) => {
  expect(await store.mediaType(bytes)).toBe(expected);
});
