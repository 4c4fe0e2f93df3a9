// The picture of a document of the decision: what the view that would be issued today says, in the order of its paper.
import type { DocumentPreview } from '#casework';
import type { Bilingual } from '#kernel';
import { DECISION_PAPER } from '../../http/words';
import { grouped, type NamePair, type Voice } from '../rendering/voice';

/** What the page reads of the view; each kind of paper has its part of it. */
interface PreviewedView {
  readonly authority: Bilingual;
  readonly exporter: { readonly nameZh: string; readonly nameEn?: string };
  readonly destination?: Bilingual;
  readonly validFrom?: string | null;
  readonly validTo?: string | null;
  readonly items: readonly {
    readonly line: number;
    readonly nameZh: string;
    readonly nameEn: string;
    readonly quantity: string;
    readonly unit: Bilingual;
    readonly code?: string;
    readonly statedCode?: string;
    readonly value?: string;
    readonly currency?: string;
  }[];
  readonly totalValue?: string;
  readonly currency?: string;
  readonly conditions?: readonly Bilingual[];
  readonly criteria?: readonly (Bilingual & { readonly cite: string })[];
  readonly grounds?: Bilingual;
  readonly papers?: readonly { readonly name: Bilingual; readonly fileName: string; readonly hash: string }[];
  readonly remark?: Bilingual | null;
  readonly legalBasis: readonly Bilingual[];
}

/** A document of the decision as it would be issued today; numbers are given at publication. */
export interface PreviewView {
  readonly kind: string;
  readonly authority: NamePair;
  readonly exporter: NamePair;
  readonly destination: string | null;
  readonly validity: string | null;
  readonly items: readonly {
    readonly number: number;
    readonly name: NamePair;
    readonly code: string | null;
    readonly amounts: string;
  }[];
  readonly total: string | null;
  readonly conditions: readonly NamePair[];
  readonly criteria: readonly { readonly text: string; readonly cite: string }[];
  readonly grounds: NamePair | null;
  readonly remark: NamePair | null;
  /** Papers seen, of a letter "not controlled". */
  readonly papers: readonly string[];
  /** What such a letter does not say. */
  readonly noClearance: string | null;
  readonly legalBasis: readonly NamePair[];
}

export function previewView(preview: DocumentPreview, voice: Voice): PreviewView {
  const view = preview.view as unknown as PreviewedView;
  const { exporter, validFrom, validTo, totalValue, currency } = view;
  return {
    kind: voice.say(DECISION_PAPER[preview.kind]),
    authority: voice.pair(view.authority),
    exporter: voice.pair({ zh: exporter.nameZh, en: exporter.nameEn ?? '' }),
    destination: view.destination ? voice.say(view.destination) : null,
    validity: validFrom && validTo ? voice.t('licence.days', { from: validFrom, to: validTo }) : null,
    items: view.items.map((item) => ({
      number: item.line,
      name: voice.pair({ zh: item.nameZh, en: item.nameEn }),
      code: (item.code ?? item.statedCode) || null,
      amounts: [
        `${grouped(item.quantity)} ${voice.say(item.unit)}`,
        ...(item.value ? [`${item.currency ?? ''} ${grouped(item.value)}`] : []),
      ].join(' · '),
    })),
    total: totalValue === undefined ? null : `${currency ?? ''} ${grouped(totalValue)}`,
    conditions: (view.conditions ?? []).map((condition) => voice.pair(condition)),
    criteria: (view.criteria ?? []).map((factor) => ({ text: voice.say(factor), cite: voice.cite(factor.cite) })),
    grounds: saidPair(view.grounds, voice),
    remark: saidPair(view.remark, voice),
    papers: (view.papers ?? []).map(({ name, fileName, hash }) => `${voice.say(name)} · ${fileName} · ${hash}`),
    noClearance: preview.kind === 'not-controlled-letter' ? voice.t('decision.noClearance') : null,
    legalBasis: view.legalBasis.map((basis) => voice.pair(basis)),
  };
}

function saidPair(text: Bilingual | null | undefined, voice: Voice): NamePair | null {
  return text && (text.zh || text.en) ? voice.pair(text) : null;
}
