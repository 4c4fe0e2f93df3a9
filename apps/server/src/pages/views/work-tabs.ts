// The three rooms in which the authority arranges its work: teams and queues, absences, routing rules.
import { may, type Action, type Actor } from '#casework';
import type { MessageKey } from '../messages/message';
import type { Voice } from '../rendering/voice';

export interface WorkTab {
  readonly href: string;
  readonly label: string;
  readonly current: boolean;
}

const ROOMS: readonly { href: string; label: MessageKey; action: Action }[] = [
  { href: '/teams', label: 'teams.title', action: 'team.read' },
  { href: '/absences', label: 'absences.title', action: 'absence.write' },
  { href: '/rules', label: 'rules.title', action: 'rule.read' },
];

/** Those that the person may enter; `here` is the address of the one shown. */
export function workTabs(here: string, actor: Actor, voice: Voice): WorkTab[] {
  return ROOMS.filter(({ action }) => may(action, actor)).map(({ href, label }) => ({
    href,
    label: voice.t(label),
    current: href === here,
  }));
}
