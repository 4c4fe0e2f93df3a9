// The law as pages: on a day, and between two days. Both are read with plain addresses, so that an answer can be handed on.
import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ReadLaw } from '#casework';
import { Clock } from '#kernel';
import type { LawDay, LawDifference } from '#regulation';
import { LawDayQuery, LawDifferenceQuery, pointsOf } from '../../api/law/law.dto';
import { Action } from '../../http/security/action';
import { rightsOnPages } from '../../http/security/acting-for';
import { validateInput } from '../../http/validate-input';
import { Desk } from '../door/desk';
import { faultsOf } from '../door/faults';
import { FormAnswers } from '../forms/form-answers';
import { lawDayPage } from '../views/law-day-page';
import { lawDifferencePage } from '../views/law-difference-page';

@ApiExcludeController()
@Controller('law')
export class LawDayPages {
  constructor(
    private readonly desk: Desk,
    private readonly law: ReadLaw,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Action('law.read')
  async day(@Query() query: unknown, @Res() reply: FastifyReply): Promise<void> {
    const asked = new FormAnswers(query);
    const given = daysOf(asked, ['on', 'knownOn']);
    asked.refuseOthers();
    const voice = this.desk.voice(reply);
    let day: LawDay | null = null;
    const work = () => {
      day = this.law.day({ ...validateInput(LawDayQuery, given) });
    };
    const faults = await faultsOf(voice, () => Promise.resolve().then(work), toEarliest(given));
    const valueOf = (name: string) => asked.text(name) || (name === 'on' ? this.clock.today() : '');
    const page = lawDayPage({ day, actor: rightsOnPages(reply.request), voice, valueOf, faults: faults ?? [] });
    this.desk.show(reply, 'law-day', page, page.title);
  }

  @Get('differences')
  @Action('law.read')
  async differences(@Query() query: unknown, @Res() reply: FastifyReply): Promise<void> {
    const asked = new FormAnswers(query);
    const given = daysOf(asked, ['from', 'to', 'knownFrom', 'knownTo']);
    asked.refuseOthers();
    const voice = this.desk.voice(reply);
    let difference: LawDifference | null = null;
    const work = () => {
      const { from, to } = pointsOf(validateInput(LawDifferenceQuery, given));
      difference = this.law.difference(from, to);
    };
    const isAsked = Object.keys(given).length > 0;
    const faults = isAsked ? await faultsOf(voice, () => Promise.resolve().then(work), toEarliest(given)) : null;
    const valueOf = (name: string) => asked.text(name);
    const page = lawDifferencePage({ difference, voice, valueOf, faults: faults ?? [] });
    this.desk.show(reply, 'law-difference', page, page.title);
  }
}

/** The days that were filled in; an empty field is as good as none. */
function daysOf(asked: FormAnswers, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, asked.trimmed(name)]).filter(([, text]) => text !== ''));
}

/** A day before the loaded law is the earliest one that was given. */
function toEarliest(given: Readonly<Record<string, string>>): (at: string) => string {
  const [earliest] = Object.entries(given).sort(([, a], [, b]) => (a < b ? -1 : 1));
  return (at) => (at === 'on' && earliest ? earliest[0] : at);
}
