// Calls of the API whose answers are compared with the OpenAPI description, and the story's application as a client sends it.
import type request from 'supertest';
import { completeContent } from '../builders/content';
import { differences } from './conforms';
import type { TestServer } from './test-server';

/** Sends the request in English and gives the body, after a look at its status and at whether it is as described. */
export type Described = <T>(test: request.Test, status: number, pattern: string) => Promise<T>;

export async function describedBy(server: TestServer): Promise<Described> {
  const document = (await server.visitor().get('/api/openapi.json').expect(200)).body as object;
  return async <T>(test: request.Test, status: number, pattern: string): Promise<T> => {
    const answer = await test.set('accept-language', 'en');
    const body: unknown = answer.body;
    expect({ status: answer.status, body: answer.status === status ? '' : body }).toEqual({ status, body: '' });
    expect(differences(document, test.method, pattern, answer)).toEqual([]);
    return body as T;
  };
}

/** The complete content, its rows without ids: new ones. */
export function completeSections() {
  const { items, parties, ...rest } = completeContent();
  return { ...rest, items: items.map(({ id: _id, ...item }) => item), parties: parties.map(({ id: _id, ...party }) => party) };
}

/** What tests look at of an application that was read. */
export interface ApplicationRead {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly openMoves: readonly {
    readonly name: string;
    readonly label: { readonly zh: string };
    readonly asks: readonly string[];
    readonly blockedBy: readonly { readonly code: string }[];
  }[];
  readonly content: { readonly items: readonly { readonly id: string }[] };
  readonly missing: readonly { readonly at: string }[];
  readonly licence: { readonly id: string };
}
