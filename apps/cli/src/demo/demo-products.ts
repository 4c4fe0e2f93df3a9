// Products of the demo: one that needs a licence, one whose measures are unsettled since 2026-11-11, one whose answer turns on an open question.
import { emptyProduct, type ProductFacts } from '#casework';
import type { DemoPersonKey } from './demo-people';

export const DEMO_PRODUCTS: readonly { readonly owner: DemoPersonKey; readonly facts: ProductFacts }[] = [
  {
    owner: 'exporter1',
    facts: {
      ...emptyProduct(),
      nameZh: '氧化镝',
      nameEn: 'dysprosium oxide',
      form: 'oxide',
      composition: [{ substance: 'Dy2O3', massPercent: '99.9' }],
      parameters: [{ property: 'purity', value: '99.9', unit: '%' }],
      casNumber: '1308-87-8',
      origin: 'CN',
    },
  },
  {
    owner: 'exporter1',
    facts: {
      ...emptyProduct(),
      nameZh: '氧化钬',
      nameEn: 'holmium oxide',
      form: 'oxide',
      composition: [{ substance: 'Ho2O3', massPercent: '99.5' }],
      casNumber: '12055-62-8',
      origin: 'CN',
    },
  },
  {
    owner: 'exporter1',
    facts: {
      ...emptyProduct(),
      nameZh: '人造石墨块',
      nameEn: 'artificial graphite block',
      form: 'block',
      parameters: [{ property: 'purity', value: '99.95', unit: '%' }],
      origin: 'CN',
    },
  },
];
