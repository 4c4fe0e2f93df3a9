// The applications from which one grew, and the one that took its place, as lines with a way to each.
import type { ApplicationView, Relative } from '#casework';
import type { Voice } from '../rendering/voice';
import type { Link } from './parts';

export interface KinView {
  readonly label: string;
  readonly link: Link;
}

/** `base` is the folder in which the reader's pages of cases stand, `/applications` or `/cases`. */
export function kinViews(
  { origin, amendment }: Pick<ApplicationView, 'origin' | 'amendment'>,
  base: string,
  voice: Voice,
): KinView[] {
  const line = ({ id, reference }: Relative, label: string): KinView => ({
    label,
    link: { href: `${base}/${id}`, text: reference },
  });
  return [
    ...(origin ? [line(origin, voice.t(`kin.${origin.kind}`))] : []),
    ...(amendment ? [line(amendment, voice.t('kin.supersededBy'))] : []),
  ];
}
