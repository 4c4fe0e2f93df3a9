import { ThreadPool, type ThreadPoolOptions } from './thread-pool';

// A thread that does what its order says: answers, fails, dies, throws, hangs, or waits until a shared flag is raised.
const SOURCE = `
const { parentPort, threadId } = require('node:worker_threads');
parentPort.on('message', ({ act, value, gate }) => {
  if (act === 'die') process.exit(3);
  if (act === 'throw') throw new Error('lost it');
  if (act === 'hang') for (;;) {}
  if (act === 'wait') Atomics.wait(new Int32Array(gate), 0, 0);
  if (act === 'fail') return parentPort.postMessage({ ok: false, message: value });
  parentPort.postMessage({ ok: true, value: { value, threadId } });
});
`;

interface Job {
  act: 'answer' | 'die' | 'throw' | 'hang' | 'wait' | 'fail';
  value?: string;
  gate?: SharedArrayBuffer;
}
type Answer = { value: string; threadId: number };

const pools: ThreadPool<Job, Answer>[] = [];
function aPool(options: Partial<ThreadPoolOptions> = {}) {
  const pool = new ThreadPool<Job, Answer>({
    source: SOURCE,
    data: null,
    size: 1,
    queueLimit: 10,
    recycleAfter: 100,
    timeLimitMs: 20_000,
    ...options,
  });
  pools.push(pool);
  return pool;
}
function aGate() {
  const gate = new SharedArrayBuffer(4);
  const open = () => {
    Atomics.store(new Int32Array(gate), 0, 1);
    Atomics.notify(new Int32Array(gate), 0);
  };
  return { gate, open };
}

afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.close()));
});

describe('ThreadPool', () => {
  it('answers each order with its own result', async () => {
    const pool = aPool({ size: 2 });
    const values = Array.from({ length: 8 }, (_, i) => `order ${i}`);
    const answers = await Promise.all(values.map((value) => pool.run({ act: 'answer', value })));
    expect(answers.map((answer) => answer.value)).toEqual(values);
  });

  it('reports an answered failure and keeps the thread', async () => {
    const pool = aPool();
    const before = await pool.run({ act: 'answer' });
    await expect(pool.run({ act: 'fail', value: 'no such font' })).rejects.toMatchObject({
      code: 'typst',
      message: 'no such font',
    });
    expect((await pool.run({ act: 'answer' })).threadId).toBe(before.threadId);
  });

  it.each([
    ['ends', 'die', 'code 3'],
    ['throws', 'throw', 'lost it'],
  ] as const)('loses only the order of a thread that %s; those behind it are served', async (_, act, message) => {
    const pool = aPool();
    const lost = pool.run({ act });
    const behind = pool.run({ act: 'answer', value: 'served' });
    await expect(lost).rejects.toMatchObject({ code: 'thread-lost', message: expect.stringContaining(message) as unknown });
    expect((await behind).value).toBe('served');
  });

  it('gives up an order that passes its time limit', async () => {
    const pool = aPool({ timeLimitMs: 300 });
    await expect(pool.run({ act: 'hang' })).rejects.toMatchObject({ code: 'time-limit' });
  });

  it('refuses one order more than may wait', async () => {
    const pool = aPool({ queueLimit: 1 });
    const { gate, open } = aGate();
    const first = pool.run({ act: 'wait', gate, value: 'first' });
    const second = pool.run({ act: 'answer', value: 'second' });
    await expect(pool.run({ act: 'answer' })).rejects.toMatchObject({ code: 'queue-full' });
    open();
    expect([(await first).value, (await second).value]).toEqual(['first', 'second']);
  });

  it('renews a thread after its number of orders', async () => {
    const pool = aPool({ recycleAfter: 2 });
    const threads: number[] = [];
    for (let i = 0; i < 5; i++) threads.push((await pool.run({ act: 'answer' })).threadId);
    expect(threads[0]).toBe(threads[1]);
    expect(new Set(threads).size).toBe(3);
  });

  it('closes: the order in work ends, waiting ones are refused, new ones too', async () => {
    const pool = aPool();
    const { gate, open } = aGate();
    const inWork = pool.run({ act: 'wait', gate, value: 'done' });
    const waiting = pool.run({ act: 'answer' });
    const closed = pool.close();
    await expect(waiting).rejects.toMatchObject({ code: 'closed' });
    await expect(pool.run({ act: 'answer' })).rejects.toMatchObject({ code: 'closed' });
    open();
    expect((await inWork).value).toBe('done');
    await expect(closed).resolves.toBeUndefined();
    await expect(pool.close()).resolves.toBeUndefined();
  });
});
