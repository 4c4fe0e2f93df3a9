import { unfitFrom } from './redis-memory';

const info = (line: string) => `# Memory\r\nmaxmemory:0\r\nmaxmemory_human:0B\r\n${line}\r\nallocator_frag_ratio:1\r\n`;

it.each([
  ['noeviction', null],
  ['allkeys-lru', 'redis-may-evict'],
  ['volatile-lru', 'redis-may-evict'],
  ['volatile-ttl', 'redis-may-evict'],
  ['allkeys-random', 'redis-may-evict'],
  ['noeviction-of-another-kind', 'redis-may-evict'],
])('of the policy %s says %s', (policy, answer) => {
  expect(unfitFrom(info(`maxmemory_policy:${policy}`))).toBe(answer);
});

it.each(['maxmemory_policy:', 'mem_allocator:jemalloc', 'x_maxmemory_policy:noeviction'])(
  'does not take silence for consent: %s',
  (line) => {
    expect(unfitFrom(info(line))).toBe('redis-policy-unknown');
  },
);
