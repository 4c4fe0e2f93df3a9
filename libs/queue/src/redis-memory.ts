// Whether Redis may throw jobs away when its memory is full, as its INFO tells.
import type { QueueUnfit } from '#casework';

const POLICY = /^maxmemory_policy:(.*?)\s*$/m;

/** Null for the policy `noeviction`, also while no limit of memory is set: a limit may be set at any moment. */
export function unfitFrom(info: string): QueueUnfit | null {
  const policy = POLICY.exec(info)?.[1];
  if (!policy) return 'redis-policy-unknown';
  return policy === 'noeviction' ? null : 'redis-may-evict';
}
