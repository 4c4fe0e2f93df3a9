// Advice, countersignatures, determinations and list checks: added and read, never changed.
import type {
  AdviceRecord,
  CountersignatureRecord,
  DeterminationRecord,
  DeterminationView,
  ListCheckRecord,
  ReviewShelf,
} from '#casework';
import { AdviceRow } from '../rows/advice.row';
import { CountersignatureRow } from '../rows/countersignature.row';
import { ListCheckRow } from '../rows/list-check.row';
import type { Unit } from '../unit';
import { fromRaw, type Raw } from './raw-row';

export class ReviewRepository implements ReviewShelf {
  constructor(private readonly unit: Unit) {}

  async addAdvice(row: Omit<AdviceRecord, 'adviserName'>): Promise<void> {
    await this.unit.use((entities) => entities.insert(AdviceRow, row));
  }

  advice(applicationId: string): Promise<readonly AdviceRecord[]> {
    return this.adviceOn([applicationId]);
  }

  adviceOn(applicationIds: readonly string[]): Promise<readonly AdviceRecord[]> {
    return this.read(
      `select r.id, r.application_id as "applicationId", r.organisation_id as "organisationId", r.round, r.level,
              r.team_id as "teamId", r.version, r.adviser_id as "adviserId", p.name as "adviserName", r.lines, r.at
       from advice r left join person p on p.id = r.adviser_id where r.application_id = any($1) order by r.seq`,
      [applicationIds],
    );
  }

  async addCountersignature(row: Omit<CountersignatureRecord, 'signerName'>): Promise<void> {
    await this.unit.use((entities) => entities.insert(CountersignatureRow, row));
  }

  countersignatures(applicationId: string): Promise<readonly CountersignatureRecord[]> {
    return this.read(
      `select r.id, r.advice_id as "adviceId", r.application_id as "applicationId", r.organisation_id as "organisationId",
              r.adviser_id as "adviserId", r.signer_id as "signerId", p.name as "signerName", r.place, r.outcome, r.reason, r.at
       from countersignature r left join person p on p.id = r.signer_id where r.application_id = $1 order by r.seq`,
      [applicationId],
    );
  }

  async addDetermination(row: DeterminationRecord): Promise<void> {
    await this.unit.rows(
      `insert into determination (id, application_id, organisation_id, item_id, view, answer, made_by, made_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [row.id, row.applicationId, row.organisationId, row.itemId, row.view, jsonOf(row.answer), row.madeBy, row.madeAt],
    );
  }

  determinations(applicationId: string, view: DeterminationView): Promise<readonly DeterminationRecord[]> {
    return this.read(
      `select distinct on (item_id) id, application_id as "applicationId", organisation_id as "organisationId", item_id as "itemId", view,
              answer, made_by as "madeBy", made_at as "madeAt"
       from determination where application_id = $1 and view = $2 order by item_id, seq desc`,
      [applicationId, view],
    );
  }

  async addListCheck(row: Omit<ListCheckRecord, 'personName'>): Promise<void> {
    await this.unit.use((entities) => entities.insert(ListCheckRow, row));
  }

  listChecks(applicationId: string): Promise<readonly ListCheckRecord[]> {
    return this.read(
      `select r.id, r.application_id as "applicationId", r.organisation_id as "organisationId", r.item_id as "itemId", r.edition, r.note,
              r.on_day::text as "on", r.person_id as "personId", p.name as "personName", r.side, r.at
       from list_check r left join person p on p.id = r.person_id where r.application_id = $1 order by r.seq`,
      [applicationId],
    );
  }

  private async read<Row>(text: string, values: readonly unknown[]): Promise<readonly Row[]> {
    return (await this.unit.rows<Raw<Row>>(text, values)).map(fromRaw<Row>);
  }
}

const texts = new WeakMap<object, string>();

/** The answer as JSON, written once for an answer that cannot change: casework hands the same one to many rows. */
function jsonOf(answer: DeterminationRecord['answer']): string {
  const text = texts.get(answer) ?? JSON.stringify(answer);
  if (Object.isFrozen(answer)) texts.set(answer, text);
  return text;
}
