// Sample views of the pages of the product library, full and bare.
import type { PageViews } from '../../apps/server/src/pages/rendering/page-views';
import type { CandidateView, ClassificationView } from '../../apps/server/src/pages/views/classification-view';
import type { ProductPageView } from '../../apps/server/src/pages/views/product-page';
import { HOSTILE, lawAnswer, link, pair, tag } from './page-parts';

type Samples = {
  [Name in 'products' | 'product' | 'product-record' | 'recheck' | 'take-product']: PageViews[Name][];
};

const candidate: CandidateView = {
  code: '1C905.b',
  name: pair,
  state: 'in force',
  sources: HOSTILE,
  reasons: [HOSTILE],
  measured: [{ property: HOSTILE, limit: '> 1 %', value: '2 %', margin: '+1 %', verdict: 'Met', tone: 'met' }],
  tree: lawAnswer.heads[0]?.tree ?? [],
  number: 'No. 18',
  url: 'https://example.test/',
  coverage: 'full',
  missing: { text: HOSTILE, lang: 'en' },
};
const bare: CandidateView = { ...candidate, code: null, reasons: [], measured: [], tree: [], url: null, missing: null };
const classification: ClassificationView = {
  outcome: tag,
  because: HOSTILE,
  met: [candidate],
  open: [bare],
  leads: [bare],
  ruledOut: [candidate],
};
const nothing: ClassificationView = { outcome: tag, because: 'b', met: [], open: [], leads: [], ruledOut: [] };
const line = { href: '/p', name: pair, facts: HOSTILE, version: 'v', statedCode: '1C', changed: '2026' };

/** `field` is any field of a form. */
export function productSamples(field: ProductPageView['dayFields'][number]): Samples {
  const full: ProductPageView = {
    back: link,
    caption: 'c',
    name: pair,
    facts: [{ label: 'Form', lines: [{ text: HOSTILE, lang: 'en' }] }],
    change: '/e',
    errors: [],
    law: lawAnswer,
    faults: [],
    classification,
    question: {
      title: HOSTILE,
      why: 'w',
      limits: [HOSTILE],
      action: '/q',
      version: 1,
      property: HOSTILE,
      kind: 'word',
      asked: [HOSTILE],
      fields: [field],
    },
    dayFields: [field],
    dayAction: '/d',
    record: { action: '/r', label: 'Record', version: 1, hidden: [{ name: 'on', value: HOSTILE }] },
    recheck: '/products/recheck',
    determinations: [{ href: '/d', who: HOSTILE, headline: tag, working: HOSTILE, codes: 'c', about: HOSTILE }],
    decisions: [{ href: '/a', reference: 'LA-1', code: '1C', outcome: 'granted', day: '2026-01-01' }],
    versions: [{ text: 'v', facts: HOSTILE }],
  };
  return {
    products: [
      { rows: [line], next: '/n' },
      { rows: [], next: null },
    ],
    product: [
      full,
      {
        ...full,
        back: null,
        facts: [],
        change: null,
        law: null,
        faults: [HOSTILE],
        classification: null,
        question: null,
        determinations: [],
        decisions: [],
        versions: [],
      },
    ],
    'product-record': [
      {
        back: link,
        caption: 'c',
        name: pair,
        law: lawAnswer,
        classification,
        who: HOSTILE,
        hash: 'a'.repeat(64),
        document: { href: '/d', text: 'Download' },
        renderAgain: null,
        replay: { href: '/r', answer: { text: 'same', tone: 'neutral' } },
      },
      {
        back: link,
        caption: 'c',
        name: pair,
        law: lawAnswer,
        classification: nothing,
        who: 'w',
        hash: 'a'.repeat(64),
        document: { href: null, text: 'Failed' },
        renderAgain: '/d',
        replay: { href: '/r', answer: null },
      },
    ],
    recheck: [
      {
        errors: [{ href: '#from', text: HOSTILE }],
        fields: [field],
        answer: {
          rows: [
            {
              href: '/p',
              name: pair,
              before: { headline: tag, working: null, codes: 'c', papers: '' },
              after: { headline: tag, working: HOSTILE, codes: HOSTILE, papers: HOSTILE },
              measures: 'm',
            },
          ],
          judged: 'j',
          notJudged: [{ href: '/p', text: HOSTILE }],
          next: '/n',
        },
      },
      { errors: [], fields: [field], answer: null },
    ],
    'take-product': [
      { title: 'T', back: link, version: 1, rows: [{ ...line, action: '/t', take: HOSTILE }], next: '/n' },
      { title: 'T', back: link, version: 1, rows: [], next: null },
    ],
  };
}
