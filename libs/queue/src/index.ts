// queue (floor 2): the job queue on BullMQ, in PostgreSQL by default, in Redis when an address is given; the same code on both.
// Start at bull-job-queue.ts (in) and job-worker.ts (out); migrate-queue.ts prepares the database.
export { openQueue, type BullJobQueue } from './bull-job-queue';
export { openWorker, type JobWorker, type JobWorkerOptions, type JobWorkerWatch } from './job-worker';
export { HandlerTable } from './handler-table';
export { migrateQueue } from './migrate-queue';
export { QueueUnreachable } from './queue-unreachable';
export type { QueuePlace } from './backend';
