// store (floor 2): PostgreSQL through TypeORM: rows, migrations, row-level security and the shelves of the Store port.
// Start at postgres-store.ts (how a unit of work is bound to a reach), then migrations/0003-cases.migration.ts.
export { migrate, pendingMigrations } from './migrate';
export { grantAppRole } from './app-role';
export { createStore, PostgresStore, type StoreSettings } from './postgres-store';
export { readSnapshot, type Snapshot, type SnapshotTable } from './backup/read-snapshot';
export {
  filledTables,
  loadSnapshot,
  MIGRATION_NAMES,
  settleSnapshot,
  type LoadedTable,
  type LoadOutcome,
  type SnapshotLoader,
} from './backup/load-snapshot';
export { StoreModule } from './store.module';
