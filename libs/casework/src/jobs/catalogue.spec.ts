// The catalogue lets nothing but ids and versions into a queue, and keys each effect by job and payload.
import { effectKey, jobCatalogue, JOB_NAMES, parseJob } from './catalogue';

const ID = '4f8d2c1e-0b7a-4c55-9d0e-3a6b1c2d3e4f';

test('a job of the catalogue is read, each with tries', () => {
  expect(parseJob('render-licence', { licenceId: ID })).toEqual({ name: 'render-licence', payload: { licenceId: ID } });
  expect(parseJob('notify-case-moved', { applicationId: ID, logId: '12' })).toMatchObject({ name: 'notify-case-moved' });
  for (const name of JOB_NAMES) expect(jobCatalogue[name].attempts).toBeGreaterThan(1);
});

test.each([
  ['render-everything', { licenceId: ID }],
  ['toString', {}],
  ['render-licence', {}],
  ['render-licence', { licenceId: 'a licence' }],
  ['render-licence', { licenceId: ID, text: 'hello' }],
  ['notify-case-moved', { applicationId: ID, logId: '1; drop table' }],
  ['send-invitation', null],
])('%s with %j is refused', (name, payload) => {
  expect(() => parseJob(name, payload)).toThrow();
});

test('the effect key tells jobs and payloads apart', () => {
  expect(effectKey({ name: 'render-licence', payload: { licenceId: ID } })).toBe(`render-licence:${ID}`);
  expect(effectKey({ name: 'send-invitation', payload: { personId: ID, requestId: ID } })).not.toBe(
    effectKey({ name: 'send-password-reset', payload: { personId: ID, requestId: ID } }),
  );
});
