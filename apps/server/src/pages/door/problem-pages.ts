// Shows every refusal as a page: a visitor is sent to sign in, a late write sees what changed and keeps what was written.
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Language } from '#kernel';
import { RefusalPages } from '../../http/refusals/refusal-pages';
import type { Problem } from '../../http/refusals/problem';
import { isUnsafe, pathOf } from '../../http/request-path';
import { choosePrincipal, principalChosen } from '../../http/security/acting-for';
import { FormAnswers } from '../forms/form-answers';
import { Voice } from '../rendering/voice';
import { problemView, staleView } from '../views/problem-views';
import { Desk } from './desk';
import { localPath } from './local-path';

@Injectable()
export class ProblemPages extends RefusalPages {
  constructor(private readonly desk: Desk) {
    super();
  }

  show(problem: Problem, language: Language, request: FastifyRequest, reply: FastifyReply): void {
    const voice = new Voice(language);
    const { t } = voice;
    if (problem.code === 'not-signed-in') {
      if (!isUnsafe(request)) return this.desk.goTo(reply, signInPath(request.url));
      return this.desk.showProblem(
        reply,
        voice,
        'problem',
        problemView(problem, { href: '/sign-in', text: t('problem.signIn') }),
      );
    }
    if (problem.code === 'stale-version') {
      return this.desk.showProblem(
        reply,
        voice,
        'stale',
        staleView(problem, new FormAnswers(request.body), subjectOf(request), voice),
      );
    }
    const ended = problem.code === 'agency-not-found' ? principalChosen(request) : null;
    if (ended && problem.facts['principalId'] === ended.id) {
      choosePrincipal(request, null);
      const detail = t('acting.ended', { principal: voice.pair(ended).text });
      const link = { href: '/applications', text: t('acting.endedLink') };
      const view = { ...problemView(problem, link), title: t('acting.endedTitle'), detail, cure: '' };
      return this.desk.showProblem(reply, voice, 'problem', view);
    }
    if (problem.code === 'verification-not-found')
      return this.desk.showProblem(reply, voice, 'problem', problemView(problem, { href: '/verify', text: t('verify.another') }));
    const back = isUnsafe(request) ? subjectOf(request) : '/';
    const link = back === '/' ? { href: '/', text: t('problem.home') } : { href: back, text: t('problem.back') };
    return this.desk.showProblem(reply, voice, 'problem', problemView(problem, link));
  }
}

function signInPath(url: string): string {
  const next = localPath(url);
  return next === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`;
}

/** Addresses that only take forms. */
const FORMS_ONLY: readonly string[] = ['language', 'sign-out'];

/** The page of the case, licence or list that the request concerns: the first two steps of its path. */
function subjectOf(request: FastifyRequest): string {
  const [, first, second] = pathOf(request).split('/');
  return first === undefined || first === '' || FORMS_ONLY.includes(first)
    ? '/'
    : localPath(`/${[first, second].filter(Boolean).join('/')}`);
}
