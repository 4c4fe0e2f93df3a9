// The one typed catalogue of jobs: name, payload (ids and versions only), effect key, tries. The worker refuses to start unless each has exactly one handler.
import { z } from 'zod';

const id = z.uuid();

/** Most due rows in one job. */
export const MOST_DUE_IDS = 500;

export const jobCatalogue = {
  'render-licence': { payload: z.strictObject({ licenceId: id }), attempts: 5 },
  'render-letter': { payload: z.strictObject({ letterId: id }), attempts: 5 },
  'render-record': { payload: z.strictObject({ determinationId: id }), attempts: 5 },
  'send-invitation': { payload: z.strictObject({ personId: id, requestId: id }), attempts: 5 },
  'send-password-reset': { payload: z.strictObject({ personId: id, requestId: id }), attempts: 5 },
  'notify-case-moved': { payload: z.strictObject({ applicationId: id, logId: z.string().regex(/^\d+$/) }), attempts: 5 },
  'notify-mention': { payload: z.strictObject({ noteId: id, personId: id }), attempts: 5 },
  'perform-due': { payload: z.strictObject({ ids: z.array(id).min(1).max(MOST_DUE_IDS) }), attempts: 5 },
} as const;

export type JobName = keyof typeof jobCatalogue;
export const JOB_NAMES = Object.keys(jobCatalogue) as JobName[];

export type JobPayload<N extends JobName> = z.infer<(typeof jobCatalogue)[N]['payload']>;
export type Job = { [N in JobName]: { readonly name: N; readonly payload: JobPayload<N> } }[JobName];

/** The key under which the effect of a job is receipted: one effect per job name and payload. */
export function effectKey<N extends JobName>(job: { readonly name: N; readonly payload: JobPayload<N> }): string {
  return `${job.name}:${Object.values(job.payload).join(':')}`;
}

/** Reads a job from outside. Throws Error when the name or the payload is not of the catalogue. */
export function parseJob(name: string, payload: unknown): Job {
  if (!Object.hasOwn(jobCatalogue, name)) throw new Error(`There is no job "${name}" in the catalogue`);
  return { name, payload: jobCatalogue[name as JobName].payload.parse(payload) } as Job;
}
