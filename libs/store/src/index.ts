// store (floor 2): PostgreSQL through TypeORM: rows, migrations, row-level security and the shelves of the Store port.
// Start at postgres-store.ts (how a unit of work is bound to a reach), then migrations/0003-cases.migration.ts.
export { migrate, pendingMigrations } from './migrate';
export { grantAppRole } from './app-role';
export { createStore, PostgresStore, type StoreSettings } from './postgres-store';
export { StoreModule } from './store.module';
