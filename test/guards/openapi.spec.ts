// The OpenAPI 3.1 description covers every route of the API, with schemas for what comes in and goes out and with the codes of refusals.
import { REFUSAL_CODES } from '../../apps/server/src/http/refusals/refusals';
import { RouteTable } from '../../apps/server/src/http/route-table';
import { testServer, type TestServer } from '../harness/test-server';

interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, { enum?: readonly string[] }>>;
}
interface Operation {
  readonly operationId: string;
  readonly summary?: string;
  readonly security?: readonly object[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { schema: Schema }>> };
  readonly responses: Readonly<Record<string, { content?: Readonly<Record<string, { schema: Schema }>> }>>;
}
interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

let server: TestServer;
let document: Document;
let text: string;
let operations: { name: string; operation: Operation }[];

beforeAll(async () => {
  server = await testServer();
  const answer = await server.visitor().get('/api/openapi.json').expect(200);
  document = answer.body as Document;
  text = answer.text;
  operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, operation })),
  );
});
afterAll(() => server.end());

const codesOf = (operation: Operation) =>
  Object.values(operation.responses).flatMap(
    ({ content }) => content?.['application/problem+json']?.schema.allOf?.[1]?.properties?.['code']?.enum ?? [],
  );

it('is OpenAPI 3.1 and says null in the way of 3.1', () => {
  expect(document.openapi).toBe('3.1.0');
  expect(text).not.toContain('"nullable"');
  expect(text).toContain('["string","null"]');
});

it('describes every route of the API and no other', () => {
  const described = operations.map(({ name }) => name).sort();
  const registered = server.app
    .get(RouteTable)
    .routes.filter(({ method, url }) => method !== 'HEAD' && /^\/(api\/v1|health|problems)(\/|$)/.test(url))
    .map(({ method, url }) => `${method} ${url.replace(/:([a-zA-Z]+)/g, '{$1}')}`);
  expect(described).toEqual([...new Set(registered)].sort());
});

it('gives each operation a name of its own, a summary and a schema of its answer', () => {
  expect(new Set(operations.map(({ operation }) => operation.operationId)).size).toBe(operations.length);
  const lacking = operations.filter(({ operation: { summary, responses } }) => {
    const [status, answer] = Object.entries(responses).find(([code]) => code.startsWith('2')) ?? [];
    return (
      !summary ||
      !answer ||
      (status !== '204' &&
        status !== '202' &&
        Object.values(answer.content ?? {}).every(({ schema }) => Object.keys(schema).length === 0))
    );
  });
  expect(lacking.map(({ name }) => name)).toEqual([]);
});

it('gives each change its input schema, unless it takes none', () => {
  const without = operations
    .filter(({ name, operation }) => /^(POST|PATCH)/.test(name) && !operation.requestBody)
    .map(({ name }) => name);
  expect(without.sort()).toEqual([
    'POST /api/v1/agencies/{id}/revocation',
    'POST /api/v1/law/readings/{id}/confirmation',
    'POST /api/v1/letters/{id}/document',
    'POST /api/v1/licences/{id}/document',
    'POST /api/v1/people/{id}/invitations',
    'POST /api/v1/products/{id}/determinations/{determinationId}/document',
  ]);
});

it('lists codes of the table only, and the form token wherever a signed-in person changes something', () => {
  for (const { name, operation } of operations) {
    const codes = codesOf(operation);
    expect({ name, unknown: codes.filter((code) => !(REFUSAL_CODES as readonly string[]).includes(code)) }).toEqual({
      name,
      unknown: [],
    });
    const forVisitors = operation.security?.some((one) => Object.keys(one).length === 0) ?? false;
    if (!name.startsWith('GET') && !forVisitors)
      expect({ name, codes }).toEqual({ name, codes: expect.arrayContaining(['form-token-wrong', 'not-signed-in']) as unknown });
  }
});

it('refers only to schemas that it holds', () => {
  const names = [...text.matchAll(/"#\/components\/schemas\/([^"]*)"/g)].map(([, name]) => name);
  expect(names.length).toBeGreaterThan(20);
  expect(names.filter((name) => !Object.hasOwn(document.components.schemas, name ?? ''))).toEqual([]);
});

it('states the limits of the input', () => {
  const applicant = document.components.schemas['ApplicantDto'] as unknown as {
    properties: Record<string, { maxLength: number }>;
    required: string[];
  };
  expect(applicant.properties['nameZh']).toMatchObject({ type: 'string', maxLength: 200 });
  expect(applicant.required).toContain('nameZh');
  expect(applicant).toMatchObject({ additionalProperties: false });
});

it('describes the manners: Idempotency-Key on each POST of a signed-in person, If-Match wherever a version is compared', () => {
  type Named = Operation & { readonly parameters?: readonly { readonly name: string }[] };
  const takes = (operation: Operation, name: string) =>
    (operation as Named).parameters?.some((one) => one.name === name) ?? false;
  const posts = operations.filter(({ name }) => name.startsWith('POST /api/v1/'));
  expect(posts.filter(({ operation }) => !takes(operation, 'Idempotency-Key')).map(({ name }) => name)).toEqual([
    'POST /api/v1/session',
    'POST /api/v1/password-resets',
    'POST /api/v1/password-resets/{token}',
    'POST /api/v1/invitations/{token}',
  ]);
  for (const { name, operation } of operations) {
    const compares = codesOf(operation).includes('stale-version');
    expect({ name, ifMatch: takes(operation, 'If-Match') }).toEqual({ name, ifMatch: compares });
    expect({ name, late: codesOf(operation).includes('precondition-failed') }).toEqual({ name, late: compares });
  }
});

it('describes the principal of an agent wherever an exporter calls, but for the authorities themselves', () => {
  type Named = Operation & { readonly parameters?: readonly { readonly name: string }[] };
  const header = ({ operation }: { operation: Operation }) =>
    (operation as Named).parameters?.some(({ name }) => name === 'X-Licet-Principal') ?? false;
  const taking = operations.filter(header);
  const names = taking.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['POST /api/v1/applications', 'GET /api/v1/applications/{id}']));
  expect(names.filter((name) => /agencies|queue|teams|rules|session/.test(name))).toEqual([]);
  for (const { name, operation } of taking)
    expect({ name, codes: codesOf(operation) }).toEqual({
      name,
      codes: expect.arrayContaining(['agency-not-found']) as unknown,
    });
});

it('has a page to read, without a script', async () => {
  const page = await server.visitor().get('/api/docs').set('accept-language', 'en').expect(200);
  expect(page.headers['content-type']).toContain('text/html');
  for (const { operation } of operations) expect(page.text).toContain(`id="${operation.operationId}"`);
  expect(page.text).toContain('href="/problems/stale-version"');
  expect(page.text).not.toContain('<script');
  expect(page.headers).not.toHaveProperty('set-cookie');
});
