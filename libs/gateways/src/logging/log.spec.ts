import fc from 'fast-check';
import { NestLog } from './nest-log';
import { openLog, withoutPersons } from './log';

function lines(level: 'info' | 'warn' | 'silent') {
  const written: string[] = [];
  const log = openLog({ name: 'test', level, write: (line) => written.push(line) });
  return { log, read: () => written.map((line) => JSON.parse(line) as Record<string, unknown>) };
}

test('writes one JSON line with name, level and time, and nothing below its level', () => {
  const { log, read } = lines('warn');
  log.info('not this');
  log.warn({ job: '7' }, 'this');
  expect(read()).toEqual([
    {
      level: 'warn',
      name: 'test',
      job: '7',
      msg: 'this',
      pid: process.pid,
      hostname: expect.any(String) as unknown,
      time: expect.stringMatching(/Z$/) as unknown,
    },
  ]);
});

test('silent writes nothing', () => {
  const { log, read } = lines('silent');
  log.fatal('no');
  expect(read()).toEqual([]);
});

test('an error keeps its stack, without the address of a person or the password of a database', () => {
  const { log, read } = lines('info');
  log.warn({ error: new Error('cannot send to li.na@example.cn over postgres://app:geheim@db/licet') }, 'for 许可@例子.cn');
  const text = JSON.stringify(read());
  expect(text).toContain('log.spec.ts');
  expect(text).toContain('postgres://db/licet');
  expect(text).not.toMatch(/li\.na|geheim|许可@/);
});

test('of an error nothing is written but its kind, code and stack', () => {
  const { log, read } = lines('info');
  log.error({ error: Object.assign(new Error('refused'), { code: '23505', detail: 'Li Na', parameters: ['secret'] }) }, 'broke');
  expect(read()[0]?.['error']).toEqual({
    type: 'Error',
    code: '23505',
    stack: expect.stringMatching(/^Error: refused/) as unknown,
  });
});

test('no mail address stays, whatever stands around it', () => {
  fc.assert(
    fc.property(fc.emailAddress(), fc.string(), fc.string(), (mail, before, after) => {
      expect(withoutPersons(`${before} ${mail} ${after}`)).not.toContain(mail);
    }),
  );
});

test('what Nest says keeps its level, context and stack', () => {
  const { log, read } = lines('info');
  const nest = new NestLog(log);
  nest.log('route mapped', 'Router');
  nest.error('broke', 'Error: broke\n at x', 'fault');
  nest.warn(new Error('odd'), 'parts');
  expect(read()).toMatchObject([
    { level: 'error', msg: 'broke', context: 'fault', stack: 'Error: broke\n at x' },
    { level: 'warn', msg: 'odd', context: 'parts' },
  ]);
});
