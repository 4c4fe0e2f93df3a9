// Three products whose answer changes between 2025-10-08 and 2025-11-08, and the days between which it does.
import type { ExportFacts } from '#regulation';

export interface TimelineProduct {
  readonly name: string;
  readonly facts: ExportFacts;
}

/** The day before six announcements, the day of their publication, the day of their suspension, and the day on which four of them were to begin. */
export const TIMELINE_DAYS = ['2025-10-08', '2025-10-09', '2025-11-07', '2025-11-08'] as const;

const CIVIL = { text: 'civil use', flags: ['civil'] };

export const TIMELINE_PRODUCTS: readonly TimelineProduct[] = [
  {
    name: 'Holmium oxide, China to Korea',
    facts: {
      item: {
        kind: 'goods',
        name: 'holmium oxide',
        nameZh: '氧化钬',
        origin: 'CN',
        composition: [{ substance: 'Ho2O3', massPercent: 99.9 }],
      },
      from: 'CN',
      to: 'KR',
      exporter: { place: 'CN' },
      parties: [{ role: 'end-user', country: 'KR', military: false }],
      endUse: CIVIL,
    },
  },
  {
    name: 'LFP cathode material, 2.50 g/cm3, 156 mAh/g, China to Korea',
    facts: {
      item: {
        kind: 'goods',
        name: 'lithium iron phosphate cathode material',
        nameZh: '磷酸铁锂正极材料',
        origin: 'CN',
        form: 'powder',
        parameters: [
          { property: 'compaction density', value: '2.50', unit: 'g/cm3' },
          { property: 'specific capacity', value: '156', unit: 'mAh/g' },
        ],
      },
      from: 'CN',
      to: 'KR',
      exporter: { place: 'CN' },
      parties: [{ role: 'end-user', country: 'KR', military: false }],
      endUse: CIVIL,
    },
  },
  {
    name: 'Motor made in Germany with 0.1 % Chinese Sm-Co alloy, Germany to the US',
    facts: {
      item: {
        kind: 'goods',
        name: 'electric motor with a samarium-cobalt magnet',
        origin: 'DE',
        madeIn: 'DE',
        form: 'assembly',
        contents: [{ name: 'Sm-Co alloy', nameZh: '钐钴合金', origin: 'CN', valuePercent: '0.1' }],
      },
      from: 'DE',
      to: 'US',
      exporter: { place: 'DE' },
      parties: [{ role: 'end-user', country: 'US', military: false }],
      endUse: CIVIL,
      statements: [
        { by: 'exporter', about: 'item', predicate: 'falls-under', ref: 'cn-mofcom-2025-61 annex 1 part 2' },
        {
          by: 'exporter',
          about: 'content:Sm-Co alloy',
          predicate: 'falls-under',
          ref: 'cn-mofcom-2025-61 annex 1 part 1',
        },
        { by: 'exporter', about: 'item', predicate: 'made-without-chinese-technology' },
      ],
    },
  },
];
