// The case log: appended and read; the database refuses every change.
import type { LogEntry, LogShelf } from '#casework';
import type { Unit } from '../unit';
import { fromRaw, onlyRow, type Raw } from './raw-row';

export class LogRepository implements LogShelf {
  constructor(private readonly unit: Unit) {}

  async append(entry: Omit<LogEntry, 'id' | 'actorName'>): Promise<string> {
    const rows = await this.unit.rows<{ id: string }>(
      `insert into case_log (application_id, organisation_id, at, actor_id, verb, audience, payload)
       values ($1, $2, $3, $4, $5, $6, $7) returning id`,
      [
        entry.applicationId,
        entry.organisationId,
        entry.at,
        entry.actorId,
        entry.verb,
        entry.audience,
        JSON.stringify(entry.payload),
      ],
    );
    return onlyRow(rows).id;
  }

  async ofApplication(applicationId: string): Promise<readonly LogEntry[]> {
    const rows = await this.unit.rows<Raw<LogEntry>>(
      `select l.id, l.application_id as "applicationId", l.organisation_id as "organisationId", l.at, l.actor_id as "actorId",
              p.name as "actorName", l.verb, l.audience, l.payload
       from case_log l left join person p on p.id = l.actor_id where l.application_id = $1 order by l.id`,
      [applicationId],
    );
    return rows.map(fromRaw<LogEntry>);
  }
}
