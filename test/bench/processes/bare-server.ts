// A bare Fastify route that runs given statements on each request, and a bare loop over lists of statements.
import fastify from 'fastify';
import { Pool } from 'pg';
import { answerOrders } from '../child';
import { replay, type Statement } from '../statements';

type Order =
  | { readonly order: 'serve'; readonly databaseUrl: string; readonly connections: number; readonly statements: Statement[] }
  | {
      readonly order: 'loop';
      readonly databaseUrl: string;
      readonly connections: number;
      readonly inFlight: number;
      readonly work: Statement[][];
    };

const server = fastify();
let pool: Pool | undefined;

function poolOf(connectionString: string, max: number): Pool {
  return (pool ??= new Pool({ connectionString, max }));
}

function serve({ databaseUrl, connections, statements }: Order & { order: 'serve' }): Promise<string> {
  const own = poolOf(databaseUrl, connections);
  server.get('/*', () => replay(own, statements));
  return server.listen({ host: '127.0.0.1', port: 0 });
}

/** Runs all lists, so many at once; lists per second. */
async function loop({ databaseUrl, connections, inFlight, work }: Order & { order: 'loop' }): Promise<number> {
  const own = poolOf(databaseUrl, connections);
  const left = [...work];
  const begun = performance.now();
  await Promise.all(
    Array.from({ length: inFlight }, async () => {
      for (let statements = left.pop(); statements; statements = left.pop()) await replay(own, statements);
    }),
  );
  return work.length / ((performance.now() - begun) / 1000);
}

answerOrders<Order>(
  (order): Promise<unknown> => (order.order === 'serve' ? serve(order) : loop(order)),
  async () => {
    await server.close();
    await pool?.end();
  },
);
