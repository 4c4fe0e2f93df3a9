// Several procedures at both doors: the API takes the one that is named, the page offers a button for each.
import { apiCallers } from '../../../../../test/builders/api-callers';
import { changed, loaded, second, SECOND } from '../../../../../test/builders/changed-manifest';
import { pageCallers } from '../../../../../test/builders/page-callers';
import { serverHouse } from '../../../../../test/builders/server-house';
import { describedBy } from '../../../../../test/harness/described';
import { page, send } from '../../../../../test/harness/page-calls';
import { testServer, type TestServer } from '../../../../../test/harness/test-server';

let server: TestServer;

beforeAll(async () => {
  server = await testServer({
    procedures: loaded(
      changed(() => undefined),
      second(),
    ),
  });
  await serverHouse(server);
});
afterAll(() => server.end());

it('begins an application by the API under the procedure that is named, and under no other', async () => {
  const { exporter } = await apiCallers(server, 'exporter');
  const described = await describedBy(server);
  const begin = (status: number, body?: object) =>
    described<object>(exporter.post('/applications', body), status, '/api/v1/applications');
  expect(await begin(201, { procedure: SECOND })).toMatchObject({ procedure: { id: SECOND, name: { en: 'Second procedure' } } });
  expect(await begin(422, { procedure: 'dual-use-third' })).toMatchObject({
    code: 'procedure-unknown',
    detail: expect.stringContaining('dual-use-single, dual-use-second'),
  });
  expect(await begin(422)).toMatchObject({ code: 'procedure-unknown' });
  expect(await begin(422, { procedure: 7 })).toMatchObject({ code: 'input-invalid', faults: [{ at: 'procedure' }] });
});

it('offers each procedure on the page of applications', async () => {
  const { exporter } = await pageCallers(server, 'exporter');
  const list = (await page(exporter, '/applications').expect(200)).text;
  expect(list).toContain(`name="procedure" value="${SECOND}">New application: Second procedure<`);
  expect(list).toContain('name="procedure" value="dual-use-single">New application: Single licence for dual-use items<');
  expect((await page(exporter, '/applications', 'zh').expect(200)).text).toContain('新建申请：第二程序');
  const begun = await send(exporter, '/applications', { procedure: SECOND }).expect(303);
  const read = await exporter.get(`/api/v1${begun.headers['location']}`).expect(200);
  expect(read.body).toMatchObject({ procedure: { id: SECOND } });
  await send(exporter, '/applications', { procedure: 'dual-use-third' }).expect(422);
});
