// For probes: alive, and ready to serve with which parts.
import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiSecurity, ApiTags } from '@nestjs/swagger';
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
  @ApiOperation({ summary: 'Database, schema and queue answer' })
  @ApiOkResponse({ type: ReadyBody })
  @Refuses('not-ready')
  async ready(): Promise<ReadyBody> {
    const { store, queue, pendingMigrations } = this.parts;
    const asked: Record<string, () => Promise<unknown>> = {
      database: () => store.ping(),
      schema: async () => requireNone(await pendingMigrations()),
      queue: () => queue.ping(),
    };
    const answers = await Promise.all(
      Object.entries(asked).map(async ([part, ask]) => [part, await answersInTime(ask)] as const),
    );
    const failed = answers.filter(([, fine]) => !fine).map(([part]) => part);
    if (failed.length > 0) throw new Refusal('unavailable', 'not-ready', { parts: failed });
    return { status: 'ready', parts: Object.fromEntries(answers.map(([part]) => [part, 'ok'])) };
  }
}

function requireNone(pending: readonly string[]): void {
  if (pending.length > 0) throw new Error(`Migrations are pending: ${pending.join(', ')}`);
}

async function answersInTime(ask: () => Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE_MS);
  });
  try {
    return await Promise.race([ask().then(() => true), late]);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}
