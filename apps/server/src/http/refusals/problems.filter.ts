// The one exception filter: a refusal becomes problem details or a page, a fault of the program a reference and a line in the log.
import { Catch, Inject, Logger, Optional, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '#kernel';
import { routeOf } from '../request-log';
import { asAsked } from '../manners/if-match';
import { RouteTable } from '../route-table';
import { LANGUAGE_TAG, languageOf } from '../request-language';
import { isApi } from '../request-path';
import { PROBLEM_TYPE, problemOf, problemOfFault } from './problem';
import { refusalOf } from './refusal-of-error';
import { RefusalPages } from './refusal-pages';

@Catch()
export class ProblemsFilter implements ExceptionFilter {
  private readonly logger = new Logger('fault');

  constructor(
    private readonly routes: RouteTable,
    @Optional() @Inject(RefusalPages) private readonly pages: RefusalPages | null,
  ) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    if (reply.sent) return;
    const language = languageOf(request);
    const refusal = asAsked(this.otherMethods(refusalOf(error), request, reply), request);
    if (!refusal)
      this.logger.error(
        `${request.id} ${request.method} ${routeOf(request)}`,
        error instanceof Error ? error.stack : String(error),
      );
    const problem = refusal ? problemOf(refusal, language) : problemOfFault(request.id, language);
    const { minutes, seconds } = problem.facts;
    if (problem.status === 429) reply.header('retry-after', typeof minutes === 'number' ? minutes * 60 : Number(seconds ?? 60));
    reply.status(problem.status).header('content-language', LANGUAGE_TAG[language]).header('vary', 'Accept-Language');
    if (this.pages && !isApi(request) && (request.headers.accept ?? '').includes('text/html')) {
      await this.pages.show(problem, language, request, reply);
    } else {
      reply.header('content-type', `${PROBLEM_TYPE}; charset=utf-8`).send(JSON.stringify(problem));
    }
  }

  /** An address that takes other methods is not unknown. */
  private otherMethods(refusal: Refusal | null, request: FastifyRequest, reply: FastifyReply): Refusal | null {
    if (refusal?.code !== 'no-such-place' || !request.is404) return refusal;
    const allowed = this.routes.methodsAt(request.url);
    if (allowed.length === 0) return refusal;
    reply.header('allow', allowed.join(', '));
    return new Refusal('invalid', 'method-not-allowed', { allowed });
  }
}
