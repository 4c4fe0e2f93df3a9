// What the decision of a case still needs: its signatures, and each of its documents with what is prepared and a picture of what will be issued.
import { may, type Actor, type DocumentFacts, type OfficerView } from '#casework';
import { countryName } from '#kernel';
import { REVIEW_FACTORS, type DecisionDocument } from '#licensing';
import { DECISION_PAPER, PAPER, sayKey } from '../../http/words';
import type { NamePair, Voice } from '../rendering/voice';
import { lineView, signatureView, standingFinal, type LineView, type SignatureView } from './advice-board';
import { quantityText, valueText } from './answers';
import { namePairOf } from './law';
import type { Tag } from './parts';

/** A document of the decision as it would be issued today; numbers are given at publication. */
export interface DocumentPreview {
  readonly kind: string;
  readonly exporter: NamePair;
  readonly destination: string;
  readonly validity: string | null;
  readonly items: readonly (LineView & { readonly number: number; readonly name: NamePair; readonly amounts: string })[];
  readonly criteria: readonly { readonly text: string; readonly cite: string }[];
  readonly grounds: NamePair | null;
  readonly remark: NamePair | null;
  /** Papers seen, of a letter "not controlled". */
  readonly papers: readonly string[];
  /** What such a letter does not say. */
  readonly noClearance: string | null;
}

export interface DocumentLine {
  readonly kind: string;
  readonly about: string;
  readonly state: Tag;
  readonly prepared: string | null;
  readonly action: { readonly href: string; readonly text: string } | null;
}

export interface OfficerDecisionView {
  readonly signatures: readonly SignatureView[];
  readonly signed: string;
  readonly documents: readonly DocumentLine[];
}

/** Null before there is a standing final advice. */
export function officerDecision(view: OfficerView, actor: Actor, voice: Voice): OfficerDecisionView | null {
  const final = standingFinal(view);
  if (!final) return null;
  const rows = view.countersignatures.filter(({ adviceId }) => adviceId === final.id);
  const signed = rows.filter(({ outcome }) => outcome === 'signed').length;
  return {
    signatures: rows.map((row) => signatureView(row, voice)),
    signed: voice.t('decision.signed', { signed, asked: view.signaturesAsked }),
    documents: view.documents.map((document) => documentLine(view, document, document.open && mayPrepare(view, actor), voice)),
  };
}

/** The reader may state what the documents that are open will say. */
export function mayPrepare({ places }: OfficerView, actor: Actor): boolean {
  return may('document.prepare', actor) && places.some(({ leftAt, yours }) => leftAt === null && yours);
}

function documentLine(
  view: OfficerView,
  { kind, itemIds, prepared }: OfficerView['documents'][number],
  open: boolean,
  voice: Voice,
): DocumentLine {
  const { t } = voice;
  const name = voice.say(DECISION_PAPER[kind]);
  const numbers = view.content.items.flatMap(({ id }, index) => (itemIds.includes(id) ? [String(index + 1)] : []));
  return {
    kind: name,
    about: t('document.items', { numbers: voice.list(numbers) }),
    state: prepared ? { text: t('document.prepared'), tone: 'done' } : { text: t('document.notPrepared'), tone: 'attention' },
    prepared:
      prepared &&
      t('document.preparedBy', {
        name: prepared.preparedByName ?? t('advice.somebody'),
        at: voice.moment(prepared.preparedAt),
        version: prepared.version,
      }),
    action: open
      ? {
          href: `/cases/${view.id}/documents/${kind}`,
          text: t(prepared ? 'document.change' : 'document.prepare', { kind: name }),
        }
      : null,
  };
}

/** What will be issued with these facts. Throws Error where the decision has no such document. */
export function documentPreview(view: OfficerView, kind: DecisionDocument, facts: DocumentFacts, voice: Voice): DocumentPreview {
  const document = view.documents.find((one) => one.kind === kind);
  if (!document) throw new Error(`The decision of ${view.id} has no ${kind}`);
  const lines = (view.finalLines ?? []).filter(({ itemId }) => document.itemIds.includes(itemId));
  const refused = lines.flatMap(({ criteria }) => criteria);
  return {
    kind: voice.say(DECISION_PAPER[kind]),
    exporter: voice.pair(view.organisation),
    destination: countryName(view.content.shipment.destination, voice.language),
    validity: facts.validity ? voice.t('licence.validity', { from: facts.validity.from, to: facts.validity.to }) : null,
    items: view.content.items.flatMap((item, index) => {
      const line = lines.find(({ itemId }) => itemId === item.id);
      if (!line) return [];
      return [
        {
          ...lineView({ ...line, criteria: [], reason: '' }, item, voice),
          number: index + 1,
          name: namePairOf(item, voice),
          amounts: [quantityText(item, voice), valueText(item)].filter(Boolean).join(' · '),
        },
      ];
    }),
    criteria:
      kind === 'refusal-letter'
        ? REVIEW_FACTORS.filter(({ key }) => refused.includes(key)).map((factor) => ({
            text: voice.say(factor),
            cite: factor.cite,
          }))
        : [],
    grounds: facts.grounds && isSaid(facts.grounds) ? voice.pair(facts.grounds) : null,
    remark: facts.remark && isSaid(facts.remark) ? voice.pair(facts.remark) : null,
    papers:
      kind === 'not-controlled-letter'
        ? view.papers.map(
            (paper) => `${sayKey(PAPER, paper.kind, voice.language)} · ${paper.fileName} · ${paper.sha256.slice(0, 12)}`,
          )
        : [],
    noClearance: kind === 'not-controlled-letter' ? voice.t('decision.noClearance') : null,
  };
}

/** Every document of the decision as prepared. */
export function preparedPreviews(view: OfficerView, voice: Voice): DocumentPreview[] {
  return view.documents.flatMap(({ kind, prepared }) => (prepared ? [documentPreview(view, kind, prepared.facts, voice)] : []));
}

function isSaid({ zh, en }: { readonly zh: string; readonly en: string }): boolean {
  return Boolean(zh.trim() || en.trim());
}
