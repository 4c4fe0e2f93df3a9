// The door of the room: a view is checked against its schema before any template sees it; all misfits are named together.
import type { z } from 'zod';
import { DocumentFault, type ViewProblem } from './document-fault';

const NAMED_AT_MOST = 20;

/** The parsed view. Throws DocumentFault `view-invalid` that lists each path that does not fit (the message names at most 20). */
export function checkView<View>(kind: string, schema: z.ZodType<View>, view: unknown): View {
  const parsed = schema.safeParse(view);
  if (parsed.success) return parsed.data;
  const problems: ViewProblem[] = parsed.error.issues.map((issue) => ({
    path: issue.path.map(String).join('.'),
    message: issue.message,
  }));
  const named = problems.slice(0, NAMED_AT_MOST).map(({ path, message }) => `${path || '(view)'}: ${message}`);
  const rest = problems.length - named.length;
  throw new DocumentFault(
    'view-invalid',
    `The view does not fit the kind "${kind}": ${named.join('; ')}${rest > 0 ? `; and ${rest} more` : ''}`,
    problems,
  );
}
