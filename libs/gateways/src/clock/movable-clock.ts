// The clock of a demo: the wall clock and a distance from it, which all processes of an installation read from its database.
import { addMs, Clock, type Instant, type LocalDate } from '#kernel';

/** How often a process asks whether the clock was moved. */
const REFRESH_MS = 500;

export class MovableClock extends Clock {
  private aheadMs = 0;
  private timer: NodeJS.Timeout | undefined;
  private asking: Promise<void> = Promise.resolve();
  private closed = false;

  constructor(private readonly real: Clock) {
    super();
  }

  override now(): Instant {
    return addMs(this.real.now(), this.aheadMs);
  }

  override dayOf(moment: Instant): LocalDate {
    return this.real.dayOf(moment);
  }

  override get isMoved(): boolean {
    return this.aheadMs !== 0;
  }

  /** Takes over a distance from the wall clock; milliseconds, negative lies in the past. */
  moveTo(aheadMs: number): void {
    this.aheadMs = aheadMs;
  }

  /**
   * Asks for the distance now, and from then on twice a second until `close`. Rejects when the first question fails;
   * a later one that fails leaves the clock as it is until the next one is answered.
   */
  async follow(distance: () => Promise<number>): Promise<void> {
    this.moveTo(await distance());
    const ask = () => {
      this.asking = distance()
        .then(
          (aheadMs) => this.moveTo(aheadMs),
          () => undefined,
        )
        .then(plan);
    };
    const plan = () => {
      if (!this.closed) this.timer = setTimeout(ask, REFRESH_MS).unref();
    };
    plan();
  }

  /** Asks no more; resolves when no question is open. */
  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    await this.asking;
  }
}
