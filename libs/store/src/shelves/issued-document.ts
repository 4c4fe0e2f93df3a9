// The issued paper of a licence, letter or determination, as it is added with it and read beside it.
import { instant } from '#kernel';
import type { IssuedDocumentRecord } from '#casework';
import type { Unit } from '../unit';

/** The document of the alias as the column `document`. */
export function documentOf(alias: string): string {
  const columns = {
    id: 'id',
    organisationId: 'organisation_id',
    kind: 'kind',
    view: 'view',
    state: 'state',
    template: 'template',
    sha256: 'sha256',
    fileKey: 'file_key',
    attempts: 'attempts',
    readyAt: 'ready_at',
  };
  const pairs = Object.entries(columns).map(([key, column]) => `'${key}', ${alias}.${column}`);
  return `jsonb_build_object(${pairs.join(', ')}) as document`;
}

/** Adds the document, which waits to be rendered. */
export async function addDocument(
  unit: Unit,
  document: Pick<IssuedDocumentRecord, 'id' | 'organisationId' | 'kind' | 'view'>,
): Promise<void> {
  await unit.changed(
    `insert into issued_document (id, organisation_id, kind, view, state, attempts) values ($1, $2, $3, $4, 'waiting', 0)`,
    [document.id, document.organisationId, document.kind, JSON.stringify(document.view ?? null)],
  );
}

/** The row with the moment of its document in Licet's notation: JSON gives it in that of the database. */
export function withDocument<Row extends { readonly document: IssuedDocumentRecord }>(row: Row): Row {
  const { document } = row;
  return { ...row, document: { ...document, readyAt: document.readyAt && instant(document.readyAt) } };
}
