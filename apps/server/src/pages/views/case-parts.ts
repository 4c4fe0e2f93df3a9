// Pieces that the pages of both sides show of one case: what it is about, its timeline, its licence and letters, what asks for an explanation.
import type { ApplicationView, LetterGlimpse, LicenceGlimpse, TimelineEntry } from '#casework';
import { describeFault } from '../../http/refusals';
import { DECISION_PAPER, reasonOf, SIDE, STATE_OF_DOCUMENT, timelineText } from '../../http/words';
import type { NamePair, Voice } from '../rendering/voice';
import { lifeTag, type Tag } from './parts';

/** What the application is about: its first item, else nothing yet. */
export function headingOf({ content }: Pick<ApplicationView, 'content'>, voice: Voice): NamePair {
  const [first] = content.items;
  const pair = voice.pair({ zh: first?.nameZh ?? '', en: first?.nameEn ?? '' });
  return pair.text ? pair : { text: voice.t('list.noItem'), lang: voice.tag, other: null };
}

export interface TimelineLine {
  readonly at: string;
  readonly text: string;
  readonly who: string;
  readonly reason: string | null;
  readonly side: TimelineEntry['side'];
}

/** Newest first. */
export function timelineLines(entries: readonly TimelineEntry[], voice: Voice): TimelineLine[] {
  return entries
    .map((entry) => ({
      at: voice.moment(entry.at),
      text: timelineText(entry, voice.language),
      who: [entry.who, voice.say(SIDE[entry.side])].filter(Boolean).join(' · '),
      reason: reasonOf(entry),
      side: entry.side,
    }))
    .reverse();
}

export interface LicenceCardView {
  readonly href: string;
  readonly number: string;
  readonly life: Tag;
  readonly validity: string;
  readonly document: string;
  readonly ready: boolean;
  readonly downloadHref: string;
}

export function licenceCard({ licence }: { readonly licence: LicenceGlimpse | null }, voice: Voice): LicenceCardView | null {
  return (
    licence && {
      href: `/licences/${licence.id}`,
      number: licence.number,
      life: lifeTag(licence.life, voice),
      validity: voice.t('licence.validity', { from: licence.validFrom, to: licence.validTo }),
      document: voice.say(STATE_OF_DOCUMENT[licence.documentState]),
      ready: licence.documentState === 'ready',
      downloadHref: `/licences/${licence.id}/document`,
    }
  );
}

export interface LetterLine {
  readonly kind: string;
  readonly number: string;
  readonly issued: string;
  readonly document: string;
  /** Null until the paper is ready. */
  readonly downloadHref: string | null;
  /** Null unless the paper failed and the reader may have it prepared again. */
  readonly againHref: string | null;
}

/** The letters of a published decision. */
export function letterLines(
  { letters }: { readonly letters: readonly LetterGlimpse[] },
  mayRender: boolean,
  voice: Voice,
): LetterLine[] {
  return letters.map(({ id, kind, number, issuedAt, documentState }) => ({
    kind: voice.say(DECISION_PAPER[kind]),
    number,
    issued: voice.moment(issuedAt),
    document: voice.say(STATE_OF_DOCUMENT[documentState]),
    downloadHref: documentState === 'ready' ? `/letters/${id}/document` : null,
    againHref: documentState === 'failed' && mayRender ? `/letters/${id}/document` : null,
  }));
}

/** What asks for an explanation, in words. */
export function attentionLines({ attention }: Pick<ApplicationView, 'attention'>, voice: Voice): string[] {
  return attention.map((fault) => describeFault(fault, voice.language).message);
}
