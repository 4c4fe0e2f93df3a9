// Which officers watch which case.
import type { Instant } from '#kernel';
import type { PageOf, PageRequest, PlaceShelf } from '#casework';
import type { ApplicationStatus } from '#licensing';
import type { Unit } from '../unit';
import { isUuid, pageOf, readPage } from './cursor';
import { fromRaw, type Raw } from './raw-row';

interface WatchedCase {
  readonly id: string;
  readonly reference: string;
  readonly status: ApplicationStatus;
  readonly at: Instant;
}

export class WatchRepository implements Pick<PlaceShelf, 'watch' | 'unwatch' | 'watchers' | 'watched'> {
  constructor(protected readonly unit: Unit) {}

  async watch(applicationId: string, personId: string, at: Instant): Promise<void> {
    await this.unit.changed(
      `insert into case_watch (application_id, organisation_id, person_id, at)
       select id, organisation_id, $2, $3 from application where id = $1 on conflict (application_id, person_id) do nothing`,
      [applicationId, personId, at],
    );
  }

  async unwatch(applicationId: string, personId: string): Promise<void> {
    await this.unit.changed('delete from case_watch where application_id = $1 and person_id = $2', [applicationId, personId]);
  }

  async watchers(applicationId: string): Promise<readonly string[]> {
    const rows = await this.unit.rows<{ id: string }>(
      'select person_id as id from case_watch where application_id = $1 order by at, person_id',
      [applicationId],
    );
    return rows.map(({ id }) => id);
  }

  async watched(personId: string, page: PageRequest): Promise<PageOf<WatchedCase>> {
    const { limit, after } = readPage('watched', page);
    if (!isUuid(personId)) return { rows: [], next: null };
    const rows = await this.unit.rows<Raw<WatchedCase>>(
      `select a.id, a.reference, a.status, a.updated_at as at from case_watch w join application a on a.id = w.application_id
       where w.person_id = $1 and ($2::timestamptz is null or (a.updated_at, a.id) < ($2, $3::uuid))
       order by a.updated_at desc, a.id desc limit $4`,
      [personId, after?.at ?? null, after?.id ?? null, limit + 1],
    );
    return pageOf('watched', rows.map(fromRaw<WatchedCase>), limit, ({ at }) => at);
  }
}
