// The frozen view of a determination record: the answer, why, the day, the law's hash, what was not checked, and who asked.
import { countryName, type Bilingual, type Instant, type LocalDate } from '#kernel';
import {
  findsNoDuty,
  OUTCOME,
  READING,
  REGIME,
  COVERAGE,
  statusInWords,
  type Candidate,
  type Finding,
  type LawPoint,
  type Rulebook,
} from '#regulation';
import type { DeterminationView, OrganisationRecord } from '../records';
import type { ProductFacts } from './product-facts';
import type { ProductVersionRecord } from './product-records';
import type { Judged } from './read-product';

/** Most rows that the paper lists of each kind, inclusive; a longer list says how many it leaves out. */
export const RECORD_LIMITS = { findings: 60, ruledOut: 40, reasons: 8, measured: 200 } as const;

interface RecordFacts {
  readonly id: string;
  readonly product: ProductVersionRecord;
  readonly judged: Judged;
  readonly view: DeterminationView;
  readonly point: LawPoint;
  readonly at: Instant;
  readonly today: LocalDate;
  readonly rulebook: Rulebook;
  readonly specimen: boolean;
  readonly owner: OrganisationRecord | null;
  readonly madeBy: { readonly name: string; readonly organisation: OrganisationRecord | null };
}

const same = (text: string): Bilingual => ({ zh: text, en: text });

/** Plain data in the shape that the paper `determination/v1` asks for. */
export function recordView(facts: RecordFacts): unknown {
  const { id, product, judged, view, point, at, today, rulebook, specimen } = facts;
  const { answer, classification } = judged;
  const shown = answer.findings.slice(0, RECORD_LIMITS.findings);
  const ruledOut = classification.ruledOut.slice(0, RECORD_LIMITS.ruledOut);
  return {
    specimen,
    recordId: id,
    side: view,
    owner: nameOf(facts.owner),
    product: { nameZh: product.facts.nameZh, nameEn: product.facts.nameEn, version: product.version, id: product.productId },
    stated: statedRows(product.facts, rulebook),
    destination: judged.facts.to === undefined ? null : countryOf(judged.facts.to),
    on: point.on,
    knownOn: point.knownOn,
    madeOn: today,
    madeAt: at,
    madeBy: { name: facts.madeBy.name, organisation: nameOf(facts.madeBy.organisation) },
    lawHash: rulebook.hash,
    headline: statusInWords(answer.headline),
    working: answer.workingStatus && statusInWords(answer.workingStatus),
    findsNoDuty: findsNoDuty(answer.headline),
    codes: answer.controlCodes,
    documents: answer.documents,
    holdsUntil: answer.holdsUntil,
    outcome: OUTCOME[classification.outcome],
    because: classification.because,
    question: classification.nextQuestion && classification.nextQuestion.label,
    findings: shown.map(findingView),
    findingsLeftOut: answer.findings.length - shown.length,
    leads: classification.leads.slice(0, RECORD_LIMITS.ruledOut).map(({ controlCode, nameZh, nameEn }) => ({
      code: controlCode,
      name: { zh: nameZh, en: nameEn },
    })),
    ruledOut: ruledOut.map(ruledOutView),
    ruledOutLeftOut: classification.ruledOut.length - ruledOut.length,
    measured: [...classification.met, ...classification.open, ...ruledOut]
      .flatMap((candidate) =>
        candidate.measured.map(({ property, op, limit, unit, value, margin, verdict }) => ({
          entry: candidate.controlCode ?? candidate.nameEn,
          property,
          limit: `${op} ${limit} ${unit}`.trim(),
          value: `${value} ${unit}`.trim(),
          margin,
          verdict,
        })),
      )
      .slice(0, RECORD_LIMITS.measured),
    rows: [...new Set(answer.findings.flatMap(({ rows }) => rows))],
    notChecked: answer.notChecked,
  };
}

function nameOf(organisation: OrganisationRecord | null): Bilingual {
  return { zh: organisation?.nameZh ?? '', en: organisation?.nameEn ?? '' };
}

function countryOf(code: string): Bilingual {
  return { zh: countryName(code, 'zh'), en: countryName(code, 'en') };
}

const KIND_WORDS: Readonly<Record<ProductFacts['kind'], Bilingual>> = {
  goods: { zh: '货物', en: 'Goods' },
  technology: { zh: '技术', en: 'Technology' },
  service: { zh: '服务', en: 'Service' },
};

function statedRows(facts: ProductFacts, { propertyWords }: Rulebook): { label: Bilingual; value: Bilingual }[] {
  const row = (zh: string, en: string, value: Bilingual | string) =>
    value === '' ? [] : [{ label: { zh, en }, value: typeof value === 'string' ? same(value) : value }];
  return [
    ...row('类别', 'Kind', KIND_WORDS[facts.kind]),
    ...row('形态', 'Form', facts.form),
    ...row('海关商品编号', 'Customs code', facts.hsCode),
    ...row('CAS 号', 'CAS number', facts.casNumber),
    ...row('自报管制编码', 'Code as stated', facts.controlCode),
    ...row('原产国（地区）', 'Origin', facts.origin === '' ? '' : countryOf(facts.origin)),
    ...row('生产地', 'Made in', facts.madeIn === '' ? '' : countryOf(facts.madeIn)),
    ...facts.composition.flatMap(({ substance, massPercent }) =>
      row('成分', 'Composition', massPercent ? `${substance} ${massPercent} %` : substance),
    ),
    ...facts.parameters.flatMap(({ property, value, unit }) =>
      row(
        propertyWords[property]?.zh?.[0] ?? property,
        property,
        `${value} ${unit === 'text' || unit === 'boolean' ? '' : unit}`.trim(),
      ),
    ),
    ...facts.contents.flatMap(({ nameZh, nameEn, valuePercent }) => {
      const share = valuePercent ? ` ${valuePercent} %` : '';
      return row('所含部件', 'Content', { zh: `${nameZh || nameEn}${share}`, en: `${nameEn || nameZh}${share}` });
    }),
    ...facts.madeWithTechnology.flatMap(({ nameZh, nameEn, origin }) => {
      const name = { zh: nameZh || nameEn, en: nameEn || nameZh };
      const place = origin === '' ? same('') : countryOf(origin);
      return row('所用技术', 'Technology used', {
        zh: [name.zh, place.zh].filter(Boolean).join('，'),
        en: [name.en, place.en].filter(Boolean).join(', '),
      });
    }),
  ];
}

function findingView(finding: Finding) {
  const { citation, coverage, underReading } = finding;
  return {
    regime: REGIME[finding.regime],
    status: statusInWords(finding.status),
    heads: finding.heads,
    code: finding.controlCode,
    name: { zh: finding.nameZh, en: finding.nameEn },
    reasons: finding.reasons.slice(0, RECORD_LIMITS.reasons),
    readings: finding.readings
      .slice(0, RECORD_LIMITS.reasons)
      .map(({ when, status }) => ({ when, status: statusInWords(status) })),
    under: underReading && {
      reading: READING[underReading.reading],
      status: statusInWords(underReading.status),
      reason: underReading.reason,
      by: underReading.by,
      confirmedBy: underReading.confirmedBy,
      since: underReading.since,
    },
    citation: {
      number: citation.number,
      ...(citation.numberZh === undefined ? {} : { numberZh: citation.numberZh }),
      point: citation.point ?? null,
    },
    coverage: COVERAGE[coverage.state],
    holdsUntil: finding.holdsUntil,
  };
}

function ruledOutView({ controlCode, nameZh, nameEn, reasons }: Candidate) {
  return { code: controlCode, name: { zh: nameZh, en: nameEn }, reason: reasons[0] ?? null };
}
