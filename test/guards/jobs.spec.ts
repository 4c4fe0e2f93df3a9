// Lists the jobs of the catalogue and the handlers in the tree: each job has one handler, the worker provides them all, and no payload can hold a text.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import * as casework from '#casework';
import { effectKey, JOB_NAMES, jobCatalogue, type JobHandler } from '#casework';
import { HandlerTable } from '#queue';
import { HANDLERS } from '../../apps/worker/src/worker.module';

const LIBS = path.resolve(__dirname, '../../libs');
const handlerFiles = readdirSync(LIBS, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.handler.ts') && !file.endsWith('job-handler.ts'),
);

/** The class of a handler file, found by its name: `render-licence.handler.ts` → RenderLicenceHandler. */
function classNameOf(file: string): string {
  const words = path.basename(file, '.handler.ts').split('-');
  return `${words.map((word) => `${word[0]?.toUpperCase() ?? ''}${word.slice(1)}`).join('')}Handler`;
}

const nothing = new Proxy({}, { get: () => undefined });
const instances = HANDLERS.map(
  (handler) => new (handler as new (...rooms: unknown[]) => JobHandler)(nothing, nothing, nothing, nothing, nothing),
);

interface Field {
  readonly format?: string;
  readonly pattern?: string;
  readonly type: string;
}

function isId({ format, pattern, type }: Field): boolean {
  return format === 'uuid' || pattern === '^\\d+$' || type === 'integer';
}

describe('jobs', () => {
  it('are handled by one class each, all of which the worker provides', () => {
    expect(() => new HandlerTable(instances)).not.toThrow();
    expect(instances.map(({ name }) => name).sort()).toEqual([...JOB_NAMES].sort());
  });

  it('have handlers in files of their own name, and no file is forgotten', () => {
    expect(handlerFiles.length).toBeGreaterThan(0);
    expect(handlerFiles.map((file) => path.basename(file, '.handler.ts')).sort()).toEqual([...JOB_NAMES].sort());
    for (const file of handlerFiles) expect(HANDLERS).toContain((casework as Record<string, unknown>)[classNameOf(file)]);
  });

  it.each(JOB_NAMES)('%s carries ids and versions only, and is tried more than once', (name) => {
    const { payload, attempts } = jobCatalogue[name];
    const schema = z.toJSONSchema(payload) as {
      additionalProperties?: boolean;
      properties: Record<string, Field & { items?: Field; maxItems?: number }>;
    };
    expect(schema.additionalProperties).toBe(false);
    for (const [field, { items, maxItems, ...own }] of Object.entries(schema.properties)) {
      expect({ field, isId: isId(items ?? own) }).toEqual({ field, isId: true });
      if (items) expect(maxItems).toBeLessThanOrEqual(500);
    }
    expect(attempts).toBeGreaterThan(1);
  });

  it('have effect keys that differ with the job and with each field', () => {
    const [a, b] = ['6f4a3f0e-6a53-4c8e-9d0b-0d2f0f1a2b3c', '7f4a3f0e-6a53-4c8e-9d0b-0d2f0f1a2b3c'];
    const keys = [
      effectKey({ name: 'render-licence', payload: { licenceId: a } }),
      effectKey({ name: 'render-licence', payload: { licenceId: b } }),
      effectKey({ name: 'send-invitation', payload: { personId: a, requestId: b } }),
      effectKey({ name: 'send-invitation', payload: { personId: b, requestId: a } }),
      effectKey({ name: 'send-password-reset', payload: { personId: a, requestId: b } }),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });
});
