// Sends pages: puts the frame around a view for the person and language of the request, or sends the person on.
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { may, type Action, type Actor } from '#casework';
import { Clock } from '#kernel';
import { Assets } from '../../http/assets';
import { ROLE } from '../../http/words';
import { LANGUAGE_TAG, languageOf } from '../../http/request-language';
import { pathOf } from '../../http/request-path';
import { principalChosen, rightsOnPages } from '../../http/security/acting-for';
import { actorOfRequest } from '../../http/security/session';
import type { MessageKey } from '../messages/message';
import { PageRenderer, type PageFrame } from '../rendering/page-renderer';
import type { PageName, PageViews } from '../rendering/page-views';
import { Voice } from '../rendering/voice';
import { setFlash, takeFlash, type FlashKey } from './flash';

const HTML = 'text/html; charset=utf-8';

interface NavEntry {
  readonly href: string;
  readonly label: MessageKey;
  readonly action: Action;
  readonly also: readonly string[];
}

const NAV: readonly NavEntry[] = [
  { href: '/applications', label: 'nav.applications', action: 'application.list', also: [] },
  { href: '/products', label: 'nav.products', action: 'product.list', also: [] },
  { href: '/queue', label: 'nav.queue', action: 'queue.read', also: ['/cases', '/applications'] },
  { href: '/licences', label: 'nav.licences', action: 'licence.list', also: [] },
  { href: '/law', label: 'nav.law', action: 'law.read', also: [] },
  { href: '/agents', label: 'nav.agents', action: 'agency.act', also: [] },
  { href: '/teams', label: 'nav.teams', action: 'team.read', also: ['/rules', '/absences'] },
  { href: '/admin/people', label: 'nav.people', action: 'person.list', also: [] },
  { href: '/admin/organisations', label: 'nav.organisations', action: 'organisation.list', also: [] },
];

const OTHER_LANGUAGE = {
  zh: { code: 'en', tag: LANGUAGE_TAG.en, name: 'English' },
  en: { code: 'zh', tag: LANGUAGE_TAG.zh, name: '中文' },
} as const;

@Injectable()
export class Desk {
  constructor(
    private readonly renderer: PageRenderer,
    private readonly assets: Assets,
    private readonly clock: Clock,
  ) {}

  voice(reply: FastifyReply): Voice {
    return new Voice(languageOf(reply.request));
  }

  /**
   * Sends the page with status 200, or 422 when the view shows errors. `title` is said in the title of the window. A page that anyone may read needs no forms
   * for visitors, so that no session is kept for them.
   */
  show<Name extends PageName>(
    reply: FastifyReply,
    name: Name,
    view: PageViews[Name],
    title: string,
    forms: 'with forms' | 'without forms for visitors' = 'with forms',
  ): void {
    const voice = this.voice(reply);
    const wrong = 'errors' in view && Array.isArray(view.errors) && view.errors.length > 0;
    reply.status(wrong ? 422 : 200);
    const withForms = forms === 'with forms' || actorOfRequest(reply.request) !== null;
    const named = wrong ? voice.t('frame.errorTitle', { title }) : title;
    this.send(
      reply,
      voice,
      this.renderer.page(name, view, this.frame(reply, voice, voice.t('frame.title', { title: named }), withForms)),
    );
  }

  /** Sends the page of a problem. A visitor's gets no form token, so that no session is kept for a mere wrong address. */
  showProblem<Name extends 'problem' | 'stale'>(reply: FastifyReply, voice: Voice, name: Name, view: PageViews[Name]): void {
    const title = voice.t('frame.title', { title: view.title });
    this.send(
      reply,
      voice,
      this.renderer.page(name, view, this.frame(reply, voice, title, actorOfRequest(reply.request) !== null)),
    );
  }

  /** Sends a part of a page, for htmx. */
  showPart<Name extends PageName>(reply: FastifyReply, name: Name, view: PageViews[Name]): void {
    const voice = this.voice(reply);
    this.send(reply, voice, this.renderer.fragment(name, view, { voice, csrf: '' }));
  }

  /** Sends the person on after a successful POST. */
  goTo(reply: FastifyReply, path: string, flash?: FlashKey): void {
    if (flash) setFlash(reply, flash);
    reply.redirect(path, 303);
  }

  private send(reply: FastifyReply, voice: Voice, html: string): void {
    reply.header('content-type', HTML).header('content-language', voice.tag).header('vary', 'Accept-Language, Cookie').send(html);
  }

  private frame(reply: FastifyReply, voice: Voice, documentTitle: string, withForms: boolean): PageFrame {
    const { request } = reply;
    const actor = actorOfRequest(request);
    const principal = actor && principalChosen(request);
    const flash = withForms ? takeFlash(request, reply) : null;
    const { tabler, htmx, own } = this.assets;
    return {
      voice,
      documentTitle,
      csrf: withForms ? reply.generateCsrf() : '',
      path: hereOf(request),
      person: actor && { name: actor.name, roles: voice.list(actor.roles.map((role) => voice.say(ROLE[role]))) },
      nav: navFor(rightsOnPages(request), pathOf(request), voice),
      acting: principal && { text: voice.t('acting.for', { principal: voice.pair(principal).text }) },
      otherLanguage: OTHER_LANGUAGE[voice.language],
      flash: flash && voice.t(flash),
      movedClock: this.clock.isMoved ? voice.t('frame.movedClock', { day: this.clock.today() }) : null,
      assets: {
        tabler: `${tabler.at}/css/tabler.min.css`,
        own: `${own.at}/licet.css`,
        htmx: `${htmx.at}/htmx.min.js`,
        icon: `${own.at}/licet.svg`,
      },
    };
  }
}

/** Where the person is, for coming back after a change of language. */
function hereOf(request: FastifyRequest): string {
  return request.method === 'GET' ? request.url : pathOf(request);
}

function navFor(actor: Actor | null, path: string, voice: Voice): PageFrame['nav'] {
  if (!actor) return [];
  return NAV.filter(({ action }) => may(action, actor)).map(({ href, label, also }) => ({
    href,
    label: voice.t(label),
    current: [href, ...also].some((start) => path === start || path.startsWith(`${start}/`)),
  }));
}
