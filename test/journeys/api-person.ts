// A person who talks to the JSON API: signs in, keeps the cookie and the form token, and asks.
import request, { type Response } from 'supertest';
import { differences, patternOf } from '../harness/conforms';
import type { RunningLicet } from '../harness/running-licet';
import { DEMO_PASSWORD, DEMO_PEOPLE, type DemoPersonKey } from '../../apps/cli/src/demo/demo-people';

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

export class ApiPerson {
  private constructor(
    private readonly agent: ReturnType<typeof request.agent>,
    private readonly token: string,
    private readonly description: object,
  ) {}

  static signIn(licet: RunningLicet, who: DemoPersonKey): Promise<ApiPerson> {
    return ApiPerson.signInAs(licet, DEMO_PEOPLE[who].email);
  }

  /** By mail address, with the password of the demo. */
  static async signInAs(licet: RunningLicet, email: string): Promise<ApiPerson> {
    const agent = request.agent(licet.app.getHttpServer());
    await agent.post('/api/v1/session').send({ email, password: DEMO_PASSWORD }).expect(200);
    const session = await agent.get('/api/v1/session').expect(200);
    const description = (await agent.get('/api/openapi.json').expect(200)).body as object;
    return new ApiPerson(agent, String(session.body.csrfToken), description);
  }

  get(path: string): Promise<Response> {
    return this.ask('get', path);
  }

  async ask(method: Method, path: string, body?: object): Promise<Response> {
    const asked = this.agent[method](`/api/v1${path}`).set('accept-language', 'en').set('x-csrf-token', this.token);
    return this.asDescribed(method, path, await (body === undefined ? asked : asked.send(body)));
  }

  async paper(applicationId: string, kind: string, bytes: Buffer): Promise<Response> {
    const answer = await this.agent
      .post(`/api/v1/applications/${applicationId}/papers`)
      .set('x-csrf-token', this.token)
      .field('kind', kind)
      .attach('file', bytes, { filename: `${kind}.pdf`, contentType: 'application/pdf' });
    return this.asDescribed('post', `/applications/${applicationId}/papers`, answer);
  }

  async bytes(path: string): Promise<Response> {
    return this.agent
      .get(`/api/v1${path}`)
      .buffer(true)
      .parse((answer, done) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () => done(null, Buffer.concat(parts)));
      });
  }

  /** Makes a move on the version that the person sees now. */
  async move(applicationId: string, name: string, input: object = {}): Promise<Response> {
    const { body } = await this.get(`/applications/${applicationId}`);
    return this.ask('post', `/applications/${applicationId}/moves/${name}`, { version: body.version, ...input });
  }

  /** The answer, after a look at whether the OpenAPI description says it so. Throws Error with every difference. */
  private asDescribed(method: Method, path: string, answer: Response): Response {
    const pattern = patternOf(this.description, `/api/v1${path}`);
    const found = differences(this.description, method, pattern, answer);
    if (found.length > 0) throw new Error(`${method} ${path} is not answered as described:\n${found.join('\n')}`);
    return answer;
  }
}
