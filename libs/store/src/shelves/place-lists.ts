// Pages and bounded counts of open places: each queue, or each holder, is read in the order of its index and no further than the page needs.
import { localDate } from '#kernel';
import type { PageOf, PageRequest, PlaceFilter, PlaceShelf, PlaceSummary } from '#casework';
import type { Unit } from '../unit';
import { pageBy, readDuePage, type DuePosition } from './cursor';
import { fromRaw, onlyRow, type Raw } from './raw-row';

const LIST = 'places';
/** The order of the indexes, which counts name too: without it the planner may read a whole table for its first rows. */
const IN_ORDER = 'order by p.due_key, p.arrived_at, p.id';
const NOTHING: PageOf<PlaceSummary> = { rows: [], next: null };

type Summary = Omit<PlaceSummary, 'dueOn'> & { readonly dueKey: string };

/** As `PlaceShelf.list`. */
export async function pageOfPlaces(unit: Unit, filter: PlaceFilter, page: PageRequest): Promise<PageOf<PlaceSummary>> {
  const { limit, after } = readDuePage(LIST, page);
  if (isNothing(filter)) return NOTHING;
  const { driver, where, values } = choice(filter, after);
  const most = `$${values.push(limit + 1)}`;
  const rows = await unit.rows<Raw<Summary>>(
    `select p.id as "placeId", p.application_id as "applicationId", a.reference, a.procedure, a.status, a.version, p.queue_id as "queueId",
            jsonb_build_object('zh', o.name_zh, 'en', o.name_en) as organisation, p.holder_id as "holderId", h.name as "holderName", a.destination,
            jsonb_build_object('zh', a.first_item_zh, 'en', a.first_item_en) as "firstItem", a.item_count as "itemCount",
            p.arrived_at as "arrivedAt", p.due_key::text as "dueKey", a.submitted_at as "submittedAt", a.accepted_at as "acceptedAt",
            a.decided_at as "decidedAt"
     from (
       select p.* from ${driver} cross join lateral (
         select p.id, p.application_id, p.queue_id, p.holder_id, p.arrived_at, p.due_key from place p where ${where}
         ${IN_ORDER} limit ${most}) p
       ${IN_ORDER} limit ${most}) p
     join application a on a.id = p.application_id join organisation o on o.id = a.organisation_id left join person h on h.id = p.holder_id
     ${IN_ORDER}`,
    values,
  );
  const { rows: places, next } = pageBy(LIST, rows.map(fromRaw<Summary>), limit, position);
  return {
    rows: places.map(({ dueKey, ...place }) => ({ ...place, dueOn: dueKey === 'infinity' ? null : localDate(dueKey) })),
    next,
  };
}

/** As `PlaceShelf.count`. */
export async function countOf(unit: Unit, filter: PlaceFilter, most: number): Promise<number> {
  if (isNothing(filter)) return 0;
  const { driver, where, values } = choice(filter, null);
  const bound = `$${values.push(most)}`;
  const rows = await unit.rows<{ count: number }>(
    `select count(*)::int as count from (
       select from ${driver} cross join lateral (select from place p where ${where} ${IN_ORDER} limit ${bound}) p limit ${bound}) counted`,
    values,
  );
  return onlyRow(rows).count;
}

/** As `PlaceShelf.counts`. */
export function countsOf(unit: Unit, queueIds: readonly string[], most: number): ReturnType<PlaceShelf['counts']> {
  const counted = (condition: string) =>
    `(select count(*)::int from (select from place p where p.queue_id = q.id and p.left_at is null ${condition} ${IN_ORDER} limit $2) counted)`;
  return unit.rows(
    `select q.id as "queueId", ${counted('')} as open, ${counted('and p.holder_id is null')} as free
     from unnest($1::uuid[]) with ordinality as q (id, place) order by q.place`,
    [queueIds, most],
  );
}

function isNothing({ queueIds, holderIds }: PlaceFilter): boolean {
  return queueIds.length === 0 || holderIds?.length === 0;
}

/** What a page or a count goes through one by one (`driver`, as `d`), and which places of each it takes (`where`). */
function choice(filter: PlaceFilter, after: DuePosition | null) {
  const values: unknown[] = [filter.queueIds];
  const give = (value: unknown) => `$${values.push(value)}`;
  const where = ['p.left_at is null'];
  let driver = '(select distinct unnest($1::uuid[]) as id) d';
  if (filter.holderIds) {
    driver = `(select distinct unnest(${give(filter.holderIds)}::uuid[]) as id) d`;
    where.push('p.holder_id = d.id', 'p.queue_id = any ($1::uuid[])');
  } else where.push('p.queue_id = d.id');
  if (filter.free) where.push('p.holder_id is null');
  if (filter.status) where.push(`p.stage = ${give(filter.status)}`);
  if (filter.dueBy) where.push(`p.due_key <= ${give(filter.dueBy)}::date`);
  if (after)
    where.push(
      `(p.due_key, p.arrived_at, p.id) > (${give(after.due)}::date, ${give(after.at)}::timestamptz, ${give(after.id)}::uuid)`,
    );
  if (filter.destination !== undefined) where.push(`p.destination = ${give(filter.destination)}`);
  if (filter.text !== undefined) {
    const text = `${give(`%${filter.text.replace(/[\\%_]/g, '\\$&')}%`)}::text`;
    where.push(
      `(p.organisation_id in (select o.id from organisation o where o.name_zh ilike ${text} or o.name_en ilike ${text})
        or exists (select from application a where a.id = p.application_id
          and (a.reference ilike ${text} or a.first_item_zh ilike ${text} or a.first_item_en ilike ${text})))`,
    );
  }
  return { driver, where: where.join(' and '), values };
}

function position({ arrivedAt, placeId, dueKey }: Summary): DuePosition {
  return { at: arrivedAt, id: placeId, due: dueKey };
}
