// What an amendment changed, as rows of field, before and after.
import type { DifferenceRow, DifferenceValue } from '#licensing';
import { fieldLabel } from '../../http/words';
import type { Voice } from '../rendering/voice';

export interface DifferenceLine {
  readonly field: string;
  readonly kind: string;
  readonly before: string;
  readonly after: string;
}

export function differenceLines(rows: readonly DifferenceRow[], voice: Voice): DifferenceLine[] {
  return rows.map(({ at, kind, before, after }) => ({
    field: fieldLabel(at, voice.language),
    kind: voice.t(`difference.${kind}`),
    before: valueText(before, voice),
    after: valueText(after, voice),
  }));
}

function valueText(value: DifferenceValue, voice: Voice): string {
  if (value === null) return '—';
  if (typeof value === 'boolean') return voice.t(value ? 'word.yes' : 'word.no');
  if (typeof value === 'string') return value || voice.t('answers.none');
  if ('substance' in value) return [value.substance, value.massPercent && `${value.massPercent} %`].filter(Boolean).join(' ');
  if ('sha256' in value) return `${value.fileName} · ${value.sha256.slice(0, 12)}`;
  if ('property' in value) return [value.property, value.value, value.unit].filter(Boolean).join(' ');
  return voice.pair({ zh: value.nameZh, en: value.nameEn }).text || voice.t('items.unnamed');
}
