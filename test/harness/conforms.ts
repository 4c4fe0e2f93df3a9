// Whether an answer is as the OpenAPI description says: every field described, every required field there, types and words right.

interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly additionalProperties?: unknown;
}

interface Described {
  readonly paths: Readonly<
    Record<
      string,
      Readonly<
        Record<
          string,
          {
            readonly responses: Readonly<
              Record<string, { readonly content?: Readonly<Record<string, { readonly schema: Schema }>> }>
            >;
          }
        >
      >
    >
  >;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** What in the answer differs from the description of the operation; empty when nothing does. `path` is the pattern, `/api/v1/people/{id}`. */
export function differences(
  document: object,
  method: string,
  path: string,
  answer: { status: number; body: unknown; type: string },
): string[] {
  const { paths, components } = document as Described;
  const operation = paths[path]?.[method.toLowerCase()];
  const described = operation?.responses[String(answer.status)];
  if (!described) return [`${method} ${path}: the answer ${answer.status} is not described`];
  const schema = described.content?.[answer.type]?.schema;
  if (!schema) return answer.status === 204 || answer.status === 202 ? [] : [`${method} ${path}: no schema for ${answer.type}`];
  return check(schema, answer.body, '', components.schemas);
}

/** The pattern of the description that the address fits, `/api/v1/people/{id}`; the address itself when none does. */
export function patternOf(document: object, address: string): string {
  const steps = (address.split('?', 1)[0] ?? '').split('/');
  const fits = (pattern: string) => {
    const parts = pattern.split('/');
    return parts.length === steps.length && parts.every((part, index) => part.startsWith('{') || part === steps[index]);
  };
  // What is written out goes before what is open.
  const open = (pattern: string) => pattern.split('{').length;
  const [found] = Object.keys((document as Described).paths)
    .filter(fits)
    .sort((a, b) => open(a) - open(b));
  return found ?? address;
}

function check(schema: Schema, value: unknown, at: string, schemas: Described['components']['schemas']): string[] {
  if (schema.$ref) {
    const target = schemas[schema.$ref.split('/').at(-1) ?? ''];
    return target ? check(target, value, at, schemas) : [`${at}: ${schema.$ref} leads nowhere`];
  }
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) {
    const results = choices.map((choice) => check(choice, value, at, schemas));
    return results.some((faults) => faults.length === 0) ? [] : (results[0] ?? []);
  }
  const whole = (schema.allOf ?? []).flatMap((part) => check({ ...part, additionalProperties: true }, value, at, schemas));
  const types = [schema.type ?? []].flat();
  if (types.length > 0 && !types.includes(typeOf(value)) && !(typeOf(value) === 'integer' && types.includes('number'))) {
    return [...whole, `${at}: is ${typeOf(value)}, described as ${types.join(' or ')}`];
  }
  if (schema.enum && !schema.enum.includes(value)) return [...whole, `${at}: "${String(value)}" is not one of its words`];
  if (Array.isArray(value))
    return [
      ...whole,
      ...(schema.items ? value.flatMap((row, index) => check(schema.items as Schema, row, `${at}.${index}`, schemas)) : []),
    ];
  return typeof value === 'object' && value !== null && schema.properties
    ? [...whole, ...fields(schema, value, at, schemas)]
    : whole;
}

function fields(schema: Schema, value: object, at: string, schemas: Described['components']['schemas']): string[] {
  const missing = (schema.required ?? [])
    .filter((name) => !Object.hasOwn(value, name))
    .map((name) => `${at}.${name}: is missing`);
  const rest = Object.entries(value).flatMap(([name, one]) => {
    const field = schema.properties?.[name];
    if (field) return check(field, one, `${at}.${name}`, schemas);
    return schema.additionalProperties || one === undefined ? [] : [`${at}.${name}: is not described`];
  });
  return [...missing, ...rest];
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value;
}
