// What the decision of a case still needs: its signatures, and each of its documents with what is prepared.
import { may, type Actor, type OfficerView } from '#casework';
import { DECISION_PAPER } from '../../http/words';
import type { Voice } from '../rendering/voice';
import { signatureView, standingFinal, type SignatureView } from './advice-board';
import type { Tag } from './parts';

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
