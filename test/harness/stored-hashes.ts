// What an installation holds, as hashes: of all rows for each table, and of each stored file.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { asOwner } from '../builders/stored-world';
import type { FreshDatabase } from './database';

/** Count and hash of all rows for each table, as a superuser sees them. */
export async function tableHashes(database: Pick<FreshDatabase, 'ownerUrl'>): Promise<Record<string, string>> {
  const tables = await asOwner<{ name: string }>(
    database,
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`,
  );
  const found: Record<string, string> = {};
  for (const { name } of tables) {
    const columns = name === 'licet_migration' ? 't.name' : 't::text';
    const [row] = await asOwner<{ hash: string }>(
      database,
      `select count(*) || ':' || coalesce(md5(string_agg(${columns}, E'\\n' order by ${columns})), '') as hash from public.${name} t`,
    );
    found[name] = row?.hash ?? '';
  }
  return found;
}

/** The hash of each file below the folder by its path; none where there is no folder. */
export function fileHashes(root: string): Record<string, string> {
  const all = existsSync(root) ? readdirSync(root, { recursive: true, encoding: 'utf8' }) : [];
  const hash = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');
  return Object.fromEntries(
    all
      .filter((one) => statSync(path.join(root, one)).isFile())
      .sort()
      .map((one) => [one, hash(path.join(root, one))]),
  );
}
