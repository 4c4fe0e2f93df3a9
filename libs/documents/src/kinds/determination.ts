// The determination record: what the law was found to ask of a product on a day, why, from which law, what was not checked, and who asked.
import { z } from 'zod';
import { instant, type Bilingual, type Instant } from '#kernel';
import { dayInWords, momentInWords } from '../paper/paper-words';
import type { DocumentKind } from './document-kind';
import { bilingual as inBoth, day, text, upTo } from './view-parts';

/** Most rows and longest texts (characters) that a record takes. */
export const DETERMINATION_LIMITS = {
  stated: 140,
  findings: 60,
  ruledOut: 40,
  measured: 200,
  reasons: 8,
  notChecked: 100,
  codes: 200,
  rows: 2000,
  name: 500,
  code: 200,
  text: 20_000,
} as const;

const L = DETERMINATION_LIMITS;
const bilingual = inBoth(L.text);
const name = z
  .strictObject({ zh: upTo(L.name), en: upTo(L.name) })
  .refine(({ zh, en }) => zh !== '' || en !== '', 'must have a name in Chinese or English');
const moment = z.custom<Instant>(isMoment, 'must be a moment');
const verdict = z.enum(['met', 'not-met', 'unknown']);

const view = z.strictObject({
  /** True for records of a demo: watermark on each page and a line at its foot. */
  specimen: z.boolean(),
  recordId: z.uuid(),
  /** Whose view it is; the two are separate records. */
  side: z.enum(['exporter', 'reviewer']),
  owner: name,
  product: z
    .strictObject({
      nameZh: upTo(L.name),
      nameEn: upTo(L.name),
      version: z.int().min(1),
      id: z.uuid(),
    })
    .refine(({ nameZh, nameEn }) => nameZh !== '' || nameEn !== '', 'must have a name in Chinese or English'),
  stated: z.array(z.strictObject({ label: bilingual, value: bilingual })).max(L.stated),
  destination: bilingual.nullable(),
  on: day,
  /** Null: everything loaded. */
  knownOn: day.nullable(),
  madeOn: day,
  madeAt: moment,
  madeBy: z.strictObject({ name: text(L.name), organisation: name }),
  lawHash: z.string().regex(/^[0-9a-f]{64}$/, 'must be a hash'),
  headline: bilingual,
  /** The status to work under by the recorded readings; null where none bears on the answer. */
  working: bilingual.nullable(),
  findsNoDuty: z.boolean(),
  codes: z.array(text(L.code)).max(L.codes),
  documents: z.array(text(L.code)).max(L.codes),
  holdsUntil: z.strictObject({ day, because: bilingual }).nullable(),
  outcome: bilingual,
  because: bilingual,
  /** The property that a person should state next. */
  question: bilingual.nullable(),
  findings: z
    .array(
      z.strictObject({
        regime: bilingual,
        status: bilingual,
        heads: z.boolean(),
        code: text(L.code).nullable(),
        name: bilingual,
        reasons: z.array(bilingual).max(L.reasons),
        /** What each way of settling an open point would mean. */
        readings: z.array(z.strictObject({ when: bilingual, status: bilingual })).max(L.reasons),
        /** How the organisation reads the open point; null where it recorded nothing. */
        under: z
          .strictObject({
            reading: bilingual,
            status: bilingual,
            reason: text(L.text),
            by: upTo(L.name),
            confirmedBy: upTo(L.name),
            since: day,
          })
          .nullable(),
        citation: z.strictObject({ number: text(L.name), numberZh: text(L.name).optional(), point: text(L.name).nullable() }),
        coverage: bilingual,
        holdsUntil: day.nullable(),
      }),
    )
    .max(L.findings),
  findingsLeftOut: z.int().min(0),
  /** Entries that a full-text search alone found: for a person to look at. */
  leads: z.array(z.strictObject({ code: text(L.code).nullable(), name: bilingual })).max(L.ruledOut),
  ruledOut: z
    .array(z.strictObject({ code: text(L.code).nullable(), name: bilingual, reason: bilingual.nullable() }))
    .max(L.ruledOut),
  ruledOutLeftOut: z.int().min(0),
  measured: z
    .array(
      z.strictObject({
        entry: text(L.name),
        property: bilingual,
        limit: text(L.name),
        value: text(L.name),
        margin: text(L.name),
        verdict,
      }),
    )
    .max(L.measured),
  rows: z.array(text(L.name)).max(L.rows),
  /** An answer without what it does not cover is no answer. */
  notChecked: z.array(bilingual).min(1).max(L.notChecked),
});

export type DeterminationView = z.infer<typeof view>;

const VERDICT: Readonly<Record<z.infer<typeof verdict>, Bilingual>> = {
  met: { zh: '符合', en: 'met' },
  'not-met': { zh: '不符合', en: 'not met' },
  unknown: { zh: '未知', en: 'unknown' },
};

const SIDE: Readonly<Record<DeterminationView['side'], Bilingual>> = {
  exporter: { zh: '出口经营者的认定', en: "Exporter's view" },
  reviewer: { zh: '审查人员的认定', en: "Reviewer's view" },
};

function isMoment(value: unknown): boolean {
  try {
    return typeof value === 'string' && instant(value) === value;
  } catch {
    return false;
  }
}

const orNull = (value: string) => (value === '' ? null : value);

function model(record: DeterminationView): object {
  const heads = record.findings.filter((finding) => finding.heads).map(findingModel);
  const others = record.findings.filter((finding) => !finding.heads).map(findingModel);
  return {
    ...record,
    side: SIDE[record.side],
    owner: { zh: orNull(record.owner.zh), en: orNull(record.owner.en) },
    product: { ...record.product, nameZh: orNull(record.product.nameZh), nameEn: orNull(record.product.nameEn) },
    on: dayInWords(record.on),
    knownOn: record.knownOn ? dayInWords(record.knownOn) : { zh: '已载入的全部法规', en: 'everything loaded' },
    madeOn: dayInWords(record.madeOn),
    madeAt: momentInWords(record.madeAt),
    madeBy: {
      name: record.madeBy.name,
      zh: orNull(record.madeBy.organisation.zh),
      en: orNull(record.madeBy.organisation.en),
    },
    codes: record.codes.length > 0 ? record.codes.join(', ') : null,
    documents: record.documents.length > 0 ? record.documents.join(', ') : null,
    holdsUntil: record.holdsUntil && { ...dayInWords(record.holdsUntil.day), because: record.holdsUntil.because },
    heads,
    others,
    hasHeads: heads.length > 0,
    hasOthers: others.length > 0,
    findingsLeftOut: record.findingsLeftOut > 0 ? record.findingsLeftOut : null,
    ruledOutLeftOut: record.ruledOutLeftOut > 0 ? record.ruledOutLeftOut : null,
    hasLeads: record.leads.length > 0,
    hasRuledOut: record.ruledOut.length > 0,
    hasMeasured: record.measured.length > 0,
    hasStated: record.stated.length > 0,
    stated: record.stated.map(({ label, value }) => ({
      label,
      value: { zh: value.zh, en: value.en === value.zh ? null : value.en },
    })),
    measured: record.measured.map((row) => ({ ...row, verdict: VERDICT[row.verdict] })),
    rows: record.rows.length > 0 ? record.rows.join(', ') : null,
    notChecked: record.notChecked.map((line, i) => ({ number: `${i + 1}.`, ...line })),
  };
}

function findingModel(finding: DeterminationView['findings'][number]) {
  const { number, numberZh, point } = finding.citation;
  return {
    ...finding,
    citation: point ? `${number}, ${point}` : number,
    citationZh: numberZh ?? null,
    hasReadings: finding.readings.length > 0,
    under: finding.under && { ...finding.under, since: dayInWords(finding.under.since) },
    holdsUntil: finding.holdsUntil ? dayInWords(finding.holdsUntil) : null,
  };
}

export const determinationKind: DocumentKind<DeterminationView> = {
  version: 1,
  schema: view,
  model,
  timestamp: ({ madeAt }) => Math.floor(Date.parse(madeAt) / 1000),
};
