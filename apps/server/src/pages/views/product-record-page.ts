// The page of one recorded determination: the answer as it was, who made it, its paper and its replay.
import type { ProductDeterminationRecord, Replay } from '#casework';
import type { NamePair, Voice } from '../rendering/voice';
import { classificationView, type ClassificationView } from './classification-view';
import { lawView, type LawView } from './law';
import type { Link, Tag } from './parts';

export interface ProductRecordView {
  readonly back: Link;
  readonly caption: string;
  readonly name: NamePair;
  readonly law: LawView;
  readonly classification: ClassificationView;
  readonly who: string;
  readonly hash: string;
  readonly document: { readonly href: string | null; readonly text: string };
  /** Where a failed paper is asked for again; null otherwise. */
  readonly renderAgain: string | null;
  readonly replay: { readonly href: string; readonly answer: { readonly text: string; readonly tone: Tag['tone'] } | null };
}

const DOCUMENT_TEXT = { waiting: 'product.paperWaiting', ready: 'product.paper', failed: 'product.paperFailed' } as const;

interface RecordScene {
  readonly record: ProductDeterminationRecord;
  /** Null until it is asked for. */
  readonly replay: Replay | null;
  readonly mayRender: boolean;
  readonly voice: Voice;
}

export function productRecordPage({ record, replay, mayRender, voice }: RecordScene): ProductRecordView {
  const { t } = voice;
  const base = `/products/${record.productId}`;
  const own = `${base}/determinations/${record.id}`;
  const item = record.facts.item ?? {};
  const name = voice.pair({ zh: item.nameZh ?? '', en: item.name ?? '' });
  return {
    back: { href: base, text: name.text },
    caption: t('product.recordCaption', { version: record.version }),
    name,
    law: lawView(record.answer, voice),
    classification: classificationView(record.classification, voice),
    who: t('product.recordWho', {
      side: t(record.view === 'exporter' ? 'product.byExporter' : 'product.byReviewer'),
      name: record.madeByName ?? t('product.somebody'),
      at: voice.moment(record.madeAt),
    }),
    hash: record.lawHash,
    document: {
      href: record.document.state === 'ready' ? `${own}/document` : null,
      text: t(DOCUMENT_TEXT[record.document.state]),
    },
    renderAgain: record.document.state === 'failed' && mayRender ? `${own}/document` : null,
    replay: {
      href: `${own}?replay=yes`,
      answer: replay && {
        text: t(replay.same ? 'product.replaySame' : 'product.replayDiffers'),
        tone: replay.same ? 'neutral' : 'danger',
      },
    },
  };
}
