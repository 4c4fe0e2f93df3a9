// The OpenAPI description as a page to read: operations by subject, their input, answers and refusals, and the schemas they name.
import type { OpenAPIObject } from '@nestjs/swagger';

interface FieldLine {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  readonly about: string;
}

export interface ApiDocsView {
  readonly about: string;
  readonly groups: readonly { readonly id: string; readonly name: string; readonly operations: readonly OperationView[] }[];
  readonly schemas: readonly { readonly id: string; readonly name: string; readonly fields: readonly FieldLine[] }[];
}

interface OperationView {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly inputs: readonly (FieldLine & { readonly where: string })[];
  readonly answers: readonly {
    readonly status: string;
    readonly schema: string | null;
    readonly schemaId: string;
    readonly about: string;
    readonly codes: readonly string[];
  }[];
}

interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

interface Content {
  readonly content?: Readonly<Record<string, { readonly schema: Schema }>>;
}

interface Operation {
  readonly operationId: string;
  readonly summary?: string;
  readonly tags?: readonly string[];
  readonly parameters?: readonly { name: string; in: string; required?: boolean; description?: string; schema?: Schema }[];
  readonly requestBody?: Content;
  readonly responses: Readonly<Record<string, Content & { readonly description?: string }>>;
}

const PROBLEM = 'application/problem+json';

export function apiDocs(document: OpenAPIObject): ApiDocsView {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods as unknown as Record<string, Operation>).map(([method, operation]) => ({
      tag: operation.tags?.[0] ?? 'other',
      view: operationView(method, path, operation),
    })),
  );
  const tags = [...new Set(operations.map(({ tag }) => tag))];
  return {
    about: document.info.description ?? '',
    groups: tags.map((name) => ({
      id: `tag-${name}`,
      name,
      operations: operations.filter(({ tag }) => tag === name).map(({ view }) => view),
    })),
    schemas: Object.entries((document.components?.schemas ?? {}) as Readonly<Record<string, Schema>>)
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([name, schema]) => ({ id: `schema-${name}`, name, fields: fieldsOf(schema) })),
  };
}

function operationView(method: string, path: string, operation: Operation): OperationView {
  const parameters = (operation.parameters ?? []).map(({ name, in: where, required, description, schema }) => ({
    name,
    where,
    type: schema ? typeWords(schema) : 'string',
    required: required ?? false,
    about: description ?? '',
  }));
  const bodies = Object.entries(operation.requestBody?.content ?? {}).map(([type, { schema }]) => ({
    name: 'body',
    where: type,
    type: typeWords(schema),
    required: true,
    about: '',
  }));
  return {
    id: operation.operationId,
    method: method.toUpperCase(),
    path,
    summary: operation.summary ?? '',
    inputs: [...parameters, ...bodies],
    answers: Object.entries(operation.responses).map(([status, answer]) => {
      const codes = answer.content?.[PROBLEM]?.schema.allOf?.[1]?.properties?.['code']?.enum ?? [];
      const schema = Object.values(answer.content ?? {})[0]?.schema;
      const words = schema && codes.length === 0 ? typeWords(schema) : null;
      return {
        status,
        schema: words,
        schemaId: `schema-${(words ?? '').split(/[^A-Za-z]/, 1)[0] ?? ''}`,
        about: codes.length > 0 ? '' : (answer.description ?? ''),
        codes: codes.map(String),
      };
    }),
  };
}

function fieldsOf({ properties = {}, required = [] }: Schema): FieldLine[] {
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    type: typeWords(schema),
    required: required.includes(name),
    about: schema.description ?? '',
  }));
}

/** The type in short: `Name`, `Name[]`, `string (date)`, `"a" | "b"`, `string ≤ 200`. */
function typeWords(schema: Schema): string {
  if (schema.$ref) return schema.$ref.split('/').at(-1) ?? '';
  const choices = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (choices) return choices.map(typeWords).join(schema.allOf ? ' & ' : ' | ');
  if (schema.enum) return schema.enum.map((word) => JSON.stringify(word)).join(' | ');
  if (schema.items) return `${typeWords(schema.items)}[]${schema.maxItems === undefined ? '' : ` ≤ ${schema.maxItems}`}`;
  const type = [schema.type ?? 'object'].flat().join(' | ');
  return `${type}${schema.format ? ` (${schema.format})` : ''}${schema.maxLength === undefined ? '' : ` ≤ ${schema.maxLength}`}`;
}
