// What casework freezes of a decision fits what its papers take, up to the limits of an application, its advice and its papers.
import { licenceView, notControlledLetterView, refusalLetterView } from '#casework';
import { CONDITION_PICKLIST, LIMITS, REVIEW_FACTORS, type AdviceLine } from '#licensing';
import { instant } from '#kernel';
import { anItem, aParty, completeContent } from '../../../test/builders/content';
import { aDecidedCase, anAdviceLine } from '../../../test/builders/decided-case';
import { checkView } from './check-view';
import { TypstDocumentRenderer } from './document-renderer';
import { DOCUMENT_KINDS, type DocumentKindName } from './kinds/document-kinds';

const VIEWS = { licence: licenceView, 'refusal-letter': refusalLetterView, 'not-controlled-letter': notControlledLetterView };
const VERDICT = { licence: 'approve', 'refusal-letter': 'refuse', 'not-controlled-letter': 'not-controlled' } as const;
type Kind = keyof typeof VIEWS;
const KINDS = Object.keys(VIEWS) as Kind[];

/** Rare characters, which are two UTF-16 units each. */
const full = (length: number) => '𠮷'.repeat(length);
const both = (length: number) => ({ zh: full(length), en: full(length) });

function fullCase(line: (i: number) => AdviceLine) {
  const item = (i: number) =>
    anItem({ id: `i${i}`, nameZh: full(LIMITS.name), nameEn: full(LIMITS.name), specification: full(LIMITS.longText) });
  const numbers = Array.from({ length: LIMITS.items }, (_, i) => i + 1);
  const { applicant, contract, endUse } = completeContent();
  const party = { nameZh: full(LIMITS.name), nameEn: full(LIMITS.name), address: full(LIMITS.address) };
  return aDecidedCase(
    numbers.map(line),
    {
      authority: both(LIMITS.name),
      decidedBy: full(LIMITS.name),
      facts: { grounds: both(LIMITS.longText), remark: both(LIMITS.longText) },
      papers: Array.from({ length: LIMITS.papers }, (_, i) => ({
        id: String(i),
        applicationId: 'a',
        organisationId: 'o',
        kind: 'A13',
        fileName: full(LIMITS.fileName),
        mediaType: 'application/pdf',
        size: 1,
        sha256: 'ab'.repeat(32),
        fileKey: 'k',
        addedBy: 'u',
        addedAt: instant('2026-01-05T02:00:00Z'),
      })),
    },
    {
      items: numbers.map(item),
      parties: (['importer', 'consignee', 'end-user'] as const).map((role) => aParty({ id: role, role, ...party })),
      applicant: { ...applicant, ...party },
      contract: { ...contract, number: full(LIMITS.shortText) },
      endUse: { ...endUse, ...both(LIMITS.longText) },
    },
  );
}

const fits = (kind: DocumentKindName, view: unknown) => () => checkView<object>(kind, DOCUMENT_KINDS[kind].schema as never, view);

describe('the views of a decision', () => {
  const renderer = new TypstDocumentRenderer({ threads: 1 });
  afterAll(() => renderer.close());

  it.each(KINDS)('become a paper: %s', async (kind) => {
    const view = VIEWS[kind](aDecidedCase(['approve', 'refuse', 'not-controlled', 'approve-with-conditions']));
    expect((await renderer.render(kind, view)).template).toBe(`${kind}/v1`);
  });

  it.each(KINDS)('fit at the limits of an application: %s', (kind) => {
    const criteria = kind === 'refusal-letter' ? REVIEW_FACTORS.map(({ key }) => key) : [];
    const view = VIEWS[kind](fullCase((i) => anAdviceLine(`i${i}`, VERDICT[kind], { criteria })));
    expect(fits(kind, view)).not.toThrow();
  });

  it('fit with as many conditions of full length as an advice may hold, each for other lines', () => {
    const condition = (i: number, n: number) => {
      const tag = `${i}/${n}`;
      return { zh: tag.padEnd(LIMITS.longText, '条'), en: tag.padEnd(LIMITS.longText, 'c') };
    };
    const view = licenceView(
      fullCase((i) =>
        anAdviceLine(`i${i}`, 'approve-with-conditions', {
          conditions: Array.from({ length: LIMITS.conditions }, (_, n) => (n === 0 ? condition(i % 2, 0) : condition(i, n))),
        }),
      ),
    ) as { conditions: unknown[] };
    expect(view.conditions).toHaveLength(LIMITS.items * (LIMITS.conditions - 1) + 2);
    expect(fits('licence', view)).not.toThrow();
  });

  it('become a paper with a condition of its own for every line', async () => {
    const lines = Array.from({ length: LIMITS.items }, (_, i) =>
      anAdviceLine(`i${i + 1}`, 'approve-with-conditions', {
        conditions: CONDITION_PICKLIST.map(({ zh, en }) => ({ zh: `${i} ${zh}`, en: `${i} ${en}` })),
      }),
    );
    expect((await renderer.render('licence', licenceView(aDecidedCase(lines)))).pdf.length).toBeGreaterThan(0);
  });
});
