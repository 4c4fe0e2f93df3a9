// Papers: known by their content, limited in size and number, each once, added and removed only while the application is the applicant's.
import { createHash } from 'node:crypto';
import { LIMITS } from '#licensing';
import { anApplication, makeMove, present } from '../../../../test/builders/application';
import { house, noSuchId, type House } from '../../../../test/builders/house';
import { pdfBytes, pngBytes } from '../../../../test/builders/paper-bytes';
import { race, refusalCode, refused } from '../../../../test/builders/refused';
import { Papers, type NewPaper } from './papers';

let home: House;

beforeAll(async () => {
  home = await house();
});
afterAll(() => home.end());

const draft = async () => (await anApplication(home).withPapers().build()).id;
const paper = (change: Partial<NewPaper> = {}): NewPaper => ({ kind: 'A3', fileName: '合同.pdf', bytes: pdfBytes(), ...change });
const add = async (id: string, change: Partial<NewPaper> = {}) =>
  (await home.get(Papers).add(home.exporter, id, paper(change))).paper;
const papersOf = (id: string) => home.store.run({ kind: 'system' }, (tx) => tx.papers.ofApplication(id));

test('a paper is kept with hash, size and type, and read back byte by byte by both sides once filed', async () => {
  const { id } = await anApplication(home).withPapers('A2', 'A4', 'A5').build();
  const bytes = pdfBytes('合同');
  const record = await add(id, { bytes });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  expect(record).toMatchObject({
    kind: 'A3',
    fileName: '合同.pdf',
    mediaType: 'application/pdf',
    size: bytes.length,
    sha256,
    addedBy: home.exporter.personId,
  });
  expect((await home.logOf(id)).at(-1)).toMatchObject({
    verb: 'add-paper',
    payload: { kind: 'A3', fileName: '合同.pdf', sha256, side: 'applicant' },
  });
  expect(await refusalCode(home.get(Papers).read(home.reviewer, id, record.id))).toBe('missing: application-not-found');
  await makeMove(home, home.exporter, id, 'submit');
  for (const reader of [home.exporter, home.colleague, home.reviewer, home.manager]) {
    expect((await home.get(Papers).read(reader, id, record.id)).bytes.equals(bytes)).toBe(true);
  }
  expect(await refusalCode(home.get(Papers).read(home.otherExporter, id, record.id))).toBe('missing: application-not-found');
});

test('a paper is found only under its own application', async () => {
  const [mine, other] = [await draft(), await draft()];
  const { id } = await add(mine);
  expect(await refusalCode(home.get(Papers).read(home.exporter, other, id))).toBe('missing: paper-not-found');
  expect(await refusalCode(home.get(Papers).remove(home.exporter, other, id))).toBe('missing: paper-not-found');
  expect(await refusalCode(home.get(Papers).read(home.exporter, mine, noSuchId()))).toBe('missing: paper-not-found');
  expect(await refusalCode(home.get(Papers).read(home.exporter, mine, 'x'))).toBe('missing: paper-not-found');
  expect(await papersOf(mine)).toHaveLength(1);
});

test.each<[string, Buffer, string | null]>([
  ['a PDF called .exe', pdfBytes('x'), 'application/pdf'],
  ['a PNG called .pdf', pngBytes(), 'image/png'],
  ['a PDF of five bytes', Buffer.from('%PDF-'), null],
  ['a PDF cut short', pdfBytes().subarray(0, -10), null],
  ['a page of HTML', Buffer.from('<!doctype html><script>alert(1)</script>'), null],
  ['a program', Buffer.from([0x4d, 0x5a, 0x90, 0x00, 0x03, 0x00, 0x00, 0x00, 0x04, 0x00, 0x00, 0x00]), null],
  ['a ZIP', Buffer.from([0x50, 0x4b, 0x03, 0x04, 0x14, 0x00, 0x00, 0x00, 0x08, 0x00]), null],
  ['a GIF', Buffer.from('GIF89a\x01\x00\x01\x00', 'latin1'), null],
  ['a picture in SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), null],
  ['plain text', Buffer.from('contract'), null],
  ['one byte', Buffer.from([0x25]), null],
])('%s is judged by its content', async (_case, bytes, mediaType) => {
  const id = await draft();
  if (mediaType) expect(await add(id, { bytes, fileName: 'x.exe' })).toMatchObject({ mediaType });
  else expect(await refusalCode(add(id, { bytes, fileName: 'contract.pdf' }))).toBe('unsupported: paper-type-unknown');
});

test('10 MB are taken, one byte more and none at all are not', async () => {
  const id = await draft();
  const sized = (size: number) => Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(size - 14, 0x0a), Buffer.from('%%EOF')]);
  expect(LIMITS.paperSize).toBe(10_485_760);
  expect(await refused(add(id, { bytes: sized(LIMITS.paperSize + 1) }))).toMatchObject({
    kind: 'too-large',
    code: 'paper-too-large',
    facts: { size: LIMITS.paperSize + 1, limit: LIMITS.paperSize },
  });
  expect(await refusalCode(add(id, { bytes: Buffer.alloc(0) }))).toBe('invalid: paper-empty');
  expect(await add(id, { bytes: sized(LIMITS.paperSize) })).toMatchObject({ size: LIMITS.paperSize });
  expect(await papersOf(id)).toHaveLength(1);
});

test('the same content is taken once for each kind, also when it comes twice at once', async () => {
  const id = await draft();
  const { made, codes } = await race([add(id), add(id, { fileName: 'again.pdf' }), add(id)]);
  expect(made).toBe(1);
  expect(codes).toEqual(['conflict: paper-added-before', 'conflict: paper-added-before']);
  expect(await add(id, { kind: 'A4' })).toMatchObject({ kind: 'A4' });
});

test('fifty papers and no more, also when they come at once', async () => {
  const id = await draft();
  for (let n = 0; n < LIMITS.papers - 1; n += 1) await add(id, { bytes: pdfBytes(`${n}`) });
  const { made, codes } = await race(['a', 'b', 'c'].map((title) => add(id, { bytes: pdfBytes(title) })));
  expect(made).toBe(1);
  expect(codes).toEqual(['conflict: too-many-papers', 'conflict: too-many-papers']);
  expect(await papersOf(id)).toHaveLength(50);
});

test.each([
  ['../../etc/passwd', 'passwd.pdf'],
  ['C:\\Users\\lin\\合同.PDF', '合同.pdf'],
  ['a\r\nSet-Cookie: x=1.pdf', 'aSet-Cookie: x=1.pdf'],
  ['invoice\u202efdp.exe', 'invoicefdp.exe.pdf'],
  ['zero\u200bwidth\ufeff.pdf', 'zerowidth.pdf'],
  ['half\ud800.pdf', 'half.pdf'],
  ['', 'paper.pdf'],
  ['folder/', 'paper.pdf'],
  ['.pdf', 'paper.pdf'],
  ['  合同  .pdf ', '合同.pdf'],
  ['contract.docx', 'contract.docx.pdf'],
  ['长'.repeat(300), `${'长'.repeat(196)}.pdf`],
])('the name %j becomes %j', async (fileName, expected) => {
  expect(await add(await draft(), { fileName })).toMatchObject({ fileName: expected });
});

test('a paper is taken off while the application is open, and its hash stays in the log', async () => {
  const id = await draft();
  const { id: paperId, sha256 } = await add(id);
  await home.get(Papers).remove(home.colleague, id, paperId);
  expect(await papersOf(id)).toEqual([]);
  expect((await home.logOf(id)).at(-1)).toMatchObject({
    verb: 'remove-paper',
    actorId: home.colleague.personId,
    payload: { kind: 'A3', sha256 },
  });
  expect(await refusalCode(home.get(Papers).remove(home.exporter, id, paperId))).toBe('missing: paper-not-found');
});

test('after filing nothing is added or removed, after a return it is again', async () => {
  const { id } = await anApplication(home).submitted().build();
  const [first] = await papersOf(id);
  expect(await refused(add(id))).toMatchObject({
    kind: 'conflict',
    code: 'application-not-editable',
    facts: { status: 'submitted' },
  });
  expect(await refusalCode(home.get(Papers).remove(home.exporter, id, first?.id ?? ''))).toBe(
    'conflict: application-not-editable',
  );
  await makeMove(home, home.provincialOfficer, id, 'return', { reason: 'x' });
  expect(await add(id)).toMatchObject({ kind: 'A3' });
});

test('filing while a paper is taken off never files without it', async () => {
  for (let round = 0; round < 4; round += 1) {
    const { id } = await anApplication(home).build();
    const papers = await papersOf(id);
    const certificate = papers.find(({ kind }) => kind === 'A5');
    await race([makeMove(home, home.exporter, id, 'submit'), home.get(Papers).remove(home.colleague, id, certificate?.id ?? '')]);
    const { status } = await present(home, id);
    expect({ status, papers: (await papersOf(id)).length }).toEqual(
      status === 'submitted' ? { status, papers: 4 } : { status: 'draft', papers: 3 },
    );
  }
});

test('nobody adds to another’s application', async () => {
  const id = await draft();
  for (const stranger of [home.otherExporter, home.reviewer, home.manager]) {
    expect(await refusalCode(home.get(Papers).add(stranger, id, paper()))).toBe('missing: application-not-found');
  }
  expect(await papersOf(id)).toEqual([]);
});

test('a paper added or removed raises the version, so that nobody files what another just changed', async () => {
  const { id, version } = await anApplication(home).withPapers().build();
  const added = await home.get(Papers).add(home.exporter, id, paper());
  expect(added.version).toBe(version + 1);
  expect((await present(home, id)).version).toBe(version + 1);
  await home.get(Papers).remove(home.exporter, id, added.paper.id);
  expect((await present(home, id)).version).toBe(version + 2);
});
