// The clock of a demo: where it starts, and that it is moved forward only. What was written under a day stays before what is written under a later one.
import { addMs, type Clock, type Instant } from '#kernel';
import type { Reach } from '../actor';
import type { Store } from '../ports/store.port';

const SYSTEM: Reach = { kind: 'system' };

export interface DemoClockOutcome {
  /** What the clock shows after the call. */
  readonly now: Instant;
  /** False: the clock stands at or past the moment already and was left alone. */
  readonly moved: boolean;
}

export class MoveDemoClock {
  /** `wall` is the clock of the machine. */
  constructor(
    private readonly store: Store,
    private readonly wall: Clock,
  ) {}

  /** The distance from the wall clock in milliseconds; 0 for a clock that was never moved. */
  async aheadMs(): Promise<number> {
    return this.store.run(SYSTEM, async (tx) => (await tx.clock.aheadMs()) ?? 0);
  }

  /** Moves the clock forward to the moment. */
  async forward(to: Instant): Promise<DemoClockOutcome> {
    return this.move(to, false);
  }

  /** As `forward`, but an installation in which nothing happened yet may also start in the past. */
  async start(at: Instant): Promise<DemoClockOutcome> {
    return this.move(at, true);
  }

  private async move(to: Instant, starting: boolean): Promise<DemoClockOutcome> {
    return this.store.run(SYSTEM, async (tx) => {
      const wall = this.wall.now();
      const stored = await tx.clock.aheadMs();
      const now = addMs(wall, stored ?? 0);
      const anywhere = starting && stored === null && (await tx.clock.nothingHappened());
      if (to <= now && !anywhere) return { now, moved: false };
      const moved = await tx.clock.put(Date.parse(to) - Date.parse(wall), wall);
      return moved ? { now: to, moved } : { now: addMs(wall, (await tx.clock.aheadMs()) ?? 0), moved };
    });
  }
}
