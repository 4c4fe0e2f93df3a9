import { WorkLoop } from './work-loop';

/** Work that gives the results in turn (an Error is thrown) and stops the loop after the last. */
function play(results: (number | Error)[]) {
  const told: (string | null)[] = [];
  let runs = 0;
  return new Promise<{ told: (string | null)[]; runs: number }>((resolve) => {
    const loop: WorkLoop = new WorkLoop({
      idleMs: 1,
      work: () => {
        const result = results[runs++];
        if (runs === results.length) void Promise.resolve().then(() => loop.stop().then(() => resolve({ told, runs })));
        return result instanceof Error ? Promise.reject(result) : Promise.resolve(result ?? 0);
      },
      onChange: (trouble) => told.push(trouble?.message ?? null),
    });
  });
}

describe('WorkLoop', () => {
  it('goes on through failures and tells each change of state once', async () => {
    const { told, runs } = await play([2, new Error('away'), new Error('away'), 0, 1, new Error('away again'), 0]);
    expect(told).toEqual(['away', null, 'away again', null]);
    expect(runs).toBe(7);
  });

  it('ends when it is stopped while it waits, and may be stopped again', async () => {
    let runs = 0;
    const loop = new WorkLoop({
      work: () => Promise.resolve(void runs++ as unknown as number).then(() => 0),
      idleMs: 3_600_000,
      onChange: () => undefined,
    });
    await Promise.resolve();
    await Promise.all([loop.stop(), loop.stop()]);
    expect(runs).toBe(1);
  });

  it('lets the batch in work end before stop resolves', async () => {
    let release: (rows: number) => void = () => undefined;
    const loop = new WorkLoop({ work: () => new Promise((resolve) => (release = resolve)), onChange: () => undefined });
    let stopped = false;
    const stopping = loop.stop().then(() => (stopped = true));
    await Promise.resolve();
    expect(stopped).toBe(false);
    release(3);
    await stopping;
    expect(stopped).toBe(true);
  });
});
