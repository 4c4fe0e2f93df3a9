// A migration is frozen SQL that goes forward only; what stands in it is never edited after a release.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export abstract class SqlMigration implements MigrationInterface {
  /** Class name ending in thirteen digits, by which the order is kept. */
  abstract readonly name: string;
  protected abstract readonly sql: string;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(this.sql);
  }

  down(): Promise<void> {
    return Promise.reject(new Error(`${this.name} cannot be undone: restore a backup taken before it`));
  }
}
