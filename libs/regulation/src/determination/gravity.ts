// Which status heads: the order of gravity, and where open findings stand in it.
import type { LegalEffect } from '../rulebook/words';
import type { Determination, Finding } from './determination';
import { STATUS_WORDS, type Status, type StatusWord } from './status';

/** Gravest first. Words of procedure stand behind: they answer their own question. */
const ORDER: readonly string[] = STATUS_WORDS;

/** Status of a finding whose measure operates and whose conditions are met. Null: a duty or remark that never heads. */
export function statusOfEffect(effect: LegalEffect, kind: string): StatusWord | null {
  switch (effect) {
    case 'prohibited':
    case 'prohibited-unless-special-approval':
      return kind === 'technology' ? 'prohibited-technology' : 'prohibited';
    case 'denial-presumption':
    case 'case-by-case':
    case 'case-by-case-strict':
    case 'restricted-licensing':
    case 'restricted-technology-licence':
    case 'ordinary-licence-required':
    case 'exempt-with-report':
      return effect;
    case 'licence-required':
    case 'strict-review':
    case 'licence-required-if-controlled':
      return 'licence-required';
    case 'exemption-and-extension':
      return 'no-licence';
    default:
      return null;
  }
}

export function rankOf(status: Status): number {
  const rank = ORDER.indexOf(status);
  return rank < 0 ? ORDER.length : rank;
}

/** An open finding stands where its gravest reading stands, just behind a finding of that status that operates. */
function placeOf(finding: Pick<Finding, 'status' | 'readings'>): number {
  const own = rankOf(finding.status);
  if (finding.status !== 'undetermined' && finding.status !== 'review') return own;
  const gravest = Math.min(own, ...finding.readings.map((reading) => rankOf(reading.status)));
  return gravest < own ? gravest + 0.5 : own;
}

/** Findings that may head, gravest first; the order of equal ones is kept. */
export function byGravity(findings: readonly Finding[]): Finding[] {
  return findings.filter((finding) => finding.heads).sort((a, b) => placeOf(a) - placeOf(b));
}

/** Where an answer stands in the order of gravity: at its heading finding, else at its headline. Smaller is graver. */
export function gravityOf({ headline, findings }: Pick<Determination, 'headline' | 'findings'>): number {
  const heading = findings.find((finding) => finding.heads);
  return heading?.status === headline ? placeOf(heading) : rankOf(headline);
}
