// For probes: alive, and ready to serve with which parts.
import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiSecurity, ApiTags } from '@nestjs/swagger';
import type { QueueUnfit } from '#casework';
import { Refusal } from '#kernel';
import { Action } from '../../http/security/action';
import type { ServerParts } from '../../server-parts';
import { OutEnum, OutFacts } from '../openapi/out';
import { Refuses } from '../openapi/refuses';

/** Token of the parts that readiness asks. */
export const PARTS = 'licet:parts';

/** How long a part may take to answer. */
const PATIENCE_MS = 3000;

export class HealthBody {
  @OutEnum(['alive', 'ready'])
  status: 'alive' | 'ready';
}

export class ReadyBody extends HealthBody {
  @OutFacts({ description: 'Each part that was asked: ok' })
  parts: Record<string, string>;
}

@ApiTags('health')
@ApiSecurity({})
@Controller('health')
export class HealthController {
  constructor(@Inject(PARTS) private readonly parts: ServerParts) {}

  @Get('live')
  @Action('health.read')
  @ApiOperation({ summary: 'The process answers' })
  @ApiOkResponse({ type: HealthBody })
  live(): HealthBody {
    return { status: 'alive' };
  }

  @Get('ready')
  @Action('health.read')
  @ApiOperation({ summary: 'Database, schema and queue answer, and the queue keeps what it is given' })
  @ApiOkResponse({ type: ReadyBody })
  @Refuses('not-ready')
  async ready(): Promise<ReadyBody> {
    const { store, queue, pendingMigrations } = this.parts;
    const asked: Record<string, () => Promise<unknown>> = {
      database: () => store.ping(),
      schema: async () => requireNone(await pendingMigrations()),
      queue: async () => {
        await queue.ping();
        const unfit = await queue.unfit();
        if (unfit) throw new Unready(unfit);
      },
    };
    const answers = await Promise.all(Object.entries(asked).map(async ([part, ask]) => [part, await whyNot(ask)] as const));
    const failed = answers.flatMap(([part, reason]) => (reason === null ? [] : [[part, reason] as const]));
    if (failed.length > 0)
      throw new Refusal('unavailable', 'not-ready', {
        parts: failed.map(([part]) => part),
        reasons: Object.fromEntries(failed),
      });
    return { status: 'ready', parts: Object.fromEntries(answers.map(([part]) => [part, 'ok'])) };
  }
}

/** A part answers and must not be relied on; the reason is a stable word. */
class Unready extends Error {
  constructor(readonly reason: QueueUnfit | 'migrations-pending') {
    super(reason);
  }
}

function requireNone(pending: readonly string[]): void {
  if (pending.length > 0) throw new Unready('migrations-pending');
}

/** Null when the part is fine; else the reason, `no-answer` when it failed or took too long. */
async function whyNot(ask: () => Promise<unknown>): Promise<string | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve('no-answer'), PATIENCE_MS);
  });
  try {
    return await Promise.race([ask().then(() => null), late]);
  } catch (error) {
    return error instanceof Unready ? error.reason : 'no-answer';
  } finally {
    clearTimeout(timer);
  }
}
