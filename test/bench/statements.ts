// Which statements the product sends for one request, and their replay without the product.
import { randomUUID } from 'node:crypto';
import { Client, type Pool, type QueryResult } from 'pg';

export interface Statement {
  readonly text: string;
  /** Set where the product prepares the statement. */
  readonly name?: string;
  readonly values: readonly unknown[];
  /** Rows answered or changed. */
  rowCount: number | null;
}

type Ask = (question: string | { text: string; name?: string; values?: unknown[] }, values?: unknown[]) => Promise<QueryResult>;

/** Notes what every connection of this process is asked while `work` runs. */
export async function recording(work: () => Promise<unknown>): Promise<Statement[]> {
  const noted: Statement[] = [];
  const original = Client.prototype.query as Ask;
  Client.prototype.query = function (this: Client, ...[question, values]: Parameters<Ask>) {
    const asked = typeof question === 'string' ? { text: question, values } : question;
    const statement: Statement = {
      ...(asked.name && { name: asked.name }),
      text: asked.text,
      values: asked.values ?? [],
      rowCount: null,
    };
    noted.push(statement);
    return original.call(this, question, values).then((result) => {
      statement.rowCount = result.rowCount;
      return result;
    });
  } as typeof Client.prototype.query;
  try {
    await work();
  } finally {
    Client.prototype.query = original as typeof Client.prototype.query;
  }
  return noted;
}

/** Runs the statements on one connection of the pool. Throws Error when one of them touches another number of rows than it did when it was noted. */
export async function replay(pool: Pool, statements: readonly Statement[]): Promise<unknown[]> {
  const client = await pool.connect();
  try {
    const answers: unknown[] = [];
    for (const { name, text, values, rowCount } of statements) {
      const result = await client.query({ ...(name && { name }), text, values: [...values] });
      if (result.rowCount !== rowCount) throw new Error(`${String(result.rowCount)} rows, not ${String(rowCount)}: ${text}`);
      if (result.rows.length > 0) answers.push(result.rows);
    }
    return answers;
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The statements for another subject: `was` becomes `is`, ids that the recording made become new ones, `known` ids stay. */
export function forSubject(statements: readonly Statement[], was: string, is: string, known: ReadonlySet<string>): Statement[] {
  const ids = new Map([[was, is]]);
  const value = (given: unknown): unknown => {
    if (typeof given !== 'string' || !UUID.test(given) || known.has(given)) return given;
    const id = ids.get(given) ?? randomUUID();
    ids.set(given, id);
    return id;
  };
  return statements.map((statement) => ({ ...statement, values: statement.values.map(value) }));
}
