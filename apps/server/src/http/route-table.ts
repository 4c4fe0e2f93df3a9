// All routes as they were registered with the HTTP server: which methods an address takes, and the list that the guard test walks.
import type { FastifyInstance } from 'fastify';

export interface KnownRoute {
  readonly method: string;
  /** The pattern, `/api/v1/applications/:id`. */
  readonly url: string;
}

export class RouteTable {
  private readonly known: (KnownRoute & { readonly pattern: RegExp })[] = [];

  /** Listens to all registrations that follow. */
  watch(fastify: FastifyInstance): void {
    fastify.addHook('onRoute', ({ method, url }) => {
      for (const one of [method].flat()) this.known.push({ method: one, url, pattern: patternOf(url) });
    });
  }

  get routes(): readonly KnownRoute[] {
    return this.known.map(({ method, url }) => ({ method, url }));
  }

  /** The methods taken at the address, in alphabetical order; empty when nothing is there. */
  methodsAt(url: string): string[] {
    const path = url.split('?', 1)[0] ?? '';
    return [...new Set(this.known.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method))].sort();
  }
}

function patternOf(url: string): RegExp {
  const steps = url.split('/').map((step) => {
    if (step === '*') return '.*';
    return step.startsWith(':') ? '[^/]+' : step.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  });
  return new RegExp(`^${steps.join('/')}/?$`);
}
