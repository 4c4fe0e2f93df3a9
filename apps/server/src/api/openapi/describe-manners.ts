// Adds to the description what holds for many routes alike: entity tags on reads, Idempotency-Key on POST, and the codes that these may refuse with.
import type { OpenAPIObject } from '@nestjs/swagger';
import type { RefusalCode } from '../../http/refusals/refusals';
import { OWN_HOUSE } from '../../http/security/action';
import { PRINCIPAL_HEADER } from '../../http/security/acting-for';
import { problemResponses } from './refuses';
import { IF_MATCH } from './versioned';

type PathItem = OpenAPIObject['paths'][string];
type Operation = NonNullable<PathItem['get']>;
type Responses = Operation['responses'];

const header = (name: string, description: string) => ({
  name,
  in: 'header' as const,
  required: false,
  description,
  schema: { type: 'string' as const },
});

const IDEMPOTENCY_KEY = {
  ...header(
    'Idempotency-Key',
    'Your own name for this request, a UUID for instance. The same request under the same key within 24 hours is answered as the first time, and done once.',
  ),
  schema: { type: 'string' as const, minLength: 1, maxLength: 255 },
};
const IF_NONE_MATCH = header('If-None-Match', 'The ETag of an earlier answer; 304 when nothing has changed.');
const ETAG = {
  description: 'Changes with the answer; begins with the version of what has one.',
  schema: { type: 'string' as const },
};

/** Changes the paths in place; call once. */
export function describeManners(paths: OpenAPIObject['paths']): void {
  for (const [path, methods] of Object.entries(paths)) {
    if (!path.startsWith('/api/v1/')) continue;
    for (const [method, operation] of Object.entries(methods as Record<string, Operation>)) {
      if (takesHeader(operation, PRINCIPAL_HEADER)) addCodes(operation.responses, 'agency-not-found', 'beyond-reach');
      if (OWN_HOUSE in operation) addCodes(operation.responses, 'agent-not-principal', 'agency-not-found');
      if (method === 'get') describeRead(path, operation);
      else describeChange(method, operation);
    }
  }
}

function describeRead(path: string, operation: Operation): void {
  const answer = operation.responses['200'];
  if (path === '/api/v1/session' || !answer || !('content' in answer) || !answer.content?.['application/json']) return;
  (operation.parameters ??= []).push(IF_NONE_MATCH);
  answer.headers = { ...answer.headers, ETag: ETAG };
  operation.responses['304'] = { description: 'Not modified' };
}

function describeChange(method: string, operation: Operation): void {
  addCodes(operation.responses, 'if-match-unfit');
  if (takesHeader(operation, IF_MATCH)) addCodes(operation.responses, 'precondition-failed');
  const forVisitors = operation.security?.some((one) => Object.keys(one).length === 0) ?? false;
  if (method !== 'post' || forVisitors) return;
  (operation.parameters ??= []).push(IDEMPOTENCY_KEY);
  addCodes(operation.responses, 'idempotency-key-unfit', 'idempotency-key-reused', 'idempotency-in-progress');
}

function takesHeader(operation: Operation, name: string): boolean {
  return operation.parameters?.some((one) => 'name' in one && one.name === name) ?? false;
}

function addCodes(responses: Responses, ...codes: RefusalCode[]): void {
  for (const [status, names] of problemResponses.codesByStatus(codes)) {
    const present = responses[status];
    const before = present && 'description' in present ? (present.description ?? '').split(', ').filter(Boolean) : [];
    responses[status] = problemResponses.response([...before, ...names]) as Responses[string];
  }
}
