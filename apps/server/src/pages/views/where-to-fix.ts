// Where a missing or wrong thing of an application is put right: the address of the page, with the place in it.
import type { Fault } from '#kernel';
import type { ApplicationContent } from '#licensing';
import { describeFault } from '../../http/refusals';
import { idOf } from '../forms/field';
import type { Voice } from '../rendering/voice';
import type { Link } from './parts';

/** The pages of the task list, in its order. */
export const TASKS = ['applicant', 'shipment', 'items', 'parties', 'end-use', 'contract', 'papers', 'check'] as const;
export type Task = (typeof TASKS)[number];

const TASK_OF: Readonly<Record<string, Task>> = {
  applicant: 'applicant',
  shipment: 'shipment',
  items: 'items',
  parties: 'parties',
  endUse: 'end-use',
  contract: 'contract',
  papers: 'papers',
  declaration: 'check',
};

/** The page on which the fault is put right. */
export function taskOf(fault: Fault): Task {
  return TASK_OF[(fault.at ?? '').split('.')[0] ?? ''] ?? 'check';
}

/** The address at which the fault is put right. `base` is the application's address. */
export function placeOf(fault: Fault, content: ApplicationContent, base: string): string {
  const at = fault.at ?? '';
  const [section, row] = at.split('.');
  const task = taskOf(fault);
  if ((section === 'items' || section === 'parties') && row !== undefined) {
    const id = content[section][Number(row)]?.id;
    return id ? `${base}/${task}/${id}#${idOf(at)}` : `${base}/${task}`;
  }
  return at.includes('.') ? `${base}/${task}#${idOf(at)}` : `${base}/${task}`;
}

export interface MissingThing extends Link {
  readonly task: Task;
}

/** Each missing thing in words, linked to where it is put right. */
export function missingThings(
  missing: readonly Fault[],
  content: ApplicationContent,
  base: string,
  voice: Voice,
): MissingThing[] {
  return missing.map((fault) => ({
    task: taskOf(fault),
    href: placeOf(fault, content, base),
    text: describeFault(fault, voice.language).message,
  }));
}
