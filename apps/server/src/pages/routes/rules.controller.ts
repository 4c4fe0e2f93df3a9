// Routing rules as pages: versions and the end of a rule are proposed with what they would move and judged by another person; every version is readable.
import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import {
  LoadedProcedures,
  ManageRules,
  ManageTeams,
  SimulateRules,
  type Actor,
  type RuleRecord,
  type SimulatedChange,
} from '#casework';
import { Clock, Refusal } from '#kernel';
import { RetirementDto, RuleActDto } from '../../api/administration/rule.dto';
import { IdPipe } from '../../http/id.pipe';
import type { DescribedFault } from '../../http/refusals';
import { Action } from '../../http/security/action';
import { CurrentActor } from '../../http/security/current-actor';
import { validateInput } from '../../http/validate-input';
import { WholeNumberPipe } from '../../http/whole-number.pipe';
import { Desk } from '../door/desk';
import { faultsOf } from '../door/faults';
import { FormAnswers } from '../forms/form-answers';
import { ruleAnswers, ruleFieldOf, ruleOfAnswers } from '../forms/rule-answers';
import { retirementForm, ruleForm, storedRule } from '../views/rule-form';
import { ruleList, rulePage } from '../views/rule-views';
import { hrefOf, type RuleScene } from '../views/rule-words';
import type { Given } from '../views/team-views';

const RuleId = () => Param('id', new IdPipe('rule-not-found'));
const RuleVersion = () => Param('version', new WholeNumberPipe('rule-not-found'));

@ApiExcludeController()
@Controller('rules')
export class RulePages {
  constructor(
    private readonly desk: Desk,
    private readonly rules: ManageRules,
    private readonly simulation: SimulateRules,
    private readonly teams: ManageTeams,
    private readonly procedures: LoadedProcedures,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Action('rule.read')
  async list(@CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    const voice = this.desk.voice(reply);
    this.desk.show(reply, 'rules', ruleList(await this.scene(actor), actor, voice), voice.t('rules.title'));
  }

  @Get('new')
  @Action('rule.propose')
  newPage(@CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    return this.showForm(actor, reply, null, { ...storedRule(null, this.clock.today()), faults: [] }, null);
  }

  @Post('new')
  @Action('rule.propose')
  propose(@CurrentActor() actor: Actor, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    return this.sent(actor, reply, null, new FormAnswers(body));
  }

  @Get(':id/next')
  @Action('rule.propose')
  async nextPage(@CurrentActor() actor: Actor, @RuleId() id: string, @Res() reply: FastifyReply): Promise<void> {
    return this.showForm(actor, reply, id, { ...storedRule(await this.newest(actor, id), this.clock.today()), faults: [] }, null);
  }

  @Post(':id/next')
  @Action('rule.propose')
  proposeNext(
    @CurrentActor() actor: Actor,
    @RuleId() id: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.sent(actor, reply, id, new FormAnswers(body));
  }

  @Get(':id/retirement')
  @Action('rule.propose')
  retirementPage(@CurrentActor() actor: Actor, @RuleId() id: string, @Res() reply: FastifyReply): Promise<void> {
    return this.showRetirement(actor, reply, id, (name) => (name === 'from' ? this.clock.today() : ''), []);
  }

  @Post(':id/retirement')
  @Action('rule.propose')
  async proposeRetirement(
    @CurrentActor() actor: Actor,
    @RuleId() id: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const answers = new FormAnswers(body);
    const given = { from: answers.trimmed('from'), reason: answers.text('reason') };
    answers.refuseOthers();
    let at = '/rules';
    const faults = await faultsOf(this.desk.voice(reply), async () => {
      const { from, reason } = validateInput(RetirementDto, given);
      at = hrefOf(await this.rules.proposeRetirement(actor, id, from, reason));
    });
    if (!faults) return this.desk.goTo(reply, at, 'flash.ruleProposed');
    return this.showRetirement(actor, reply, id, (name) => answers.text(name), faults);
  }

  @Get(':id/:version')
  @Action('rule.read')
  page(
    @CurrentActor() actor: Actor,
    @RuleId() id: string,
    @RuleVersion() version: number,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.showRule(actor, reply, id, version, '', []);
  }

  @Post(':id/:version/acts')
  @Action('rule.judge')
  async judge(
    @CurrentActor() actor: Actor,
    @RuleId() id: string,
    @RuleVersion() version: number,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const answers = new FormAnswers(body);
    const given = { act: answers.text('act'), reason: answers.text('reason') };
    answers.refuseOthers();
    const faults = await faultsOf(this.desk.voice(reply), async () => {
      const { act, reason } = validateInput(RuleActDto, given);
      await this.rules.act(actor, id, version, act, reason);
    });
    if (!faults) return this.desk.goTo(reply, `/rules/${id}/${version}`, 'flash.ruleJudged');
    return this.showRule(actor, reply, id, version, given.reason, faults);
  }

  /** Shows what the rule would move, or proposes it: two buttons of one form. */
  private async sent(actor: Actor, reply: FastifyReply, id: string | null, answers: FormAnswers): Promise<void> {
    const given = ruleAnswers(answers);
    const simulates = answers.text('send') === 'simulate';
    answers.refuseOthers();
    let simulated: SimulatedChange | null = null;
    let at = '/rules';
    const work = async () => {
      const rule = ruleOfAnswers(given);
      if (simulates) simulated = await this.simulation.draft(actor, rule, id ?? undefined);
      else at = hrefOf(await this.rules.propose(actor, rule, id ?? undefined));
    };
    const faults = await faultsOf(this.desk.voice(reply), work, ruleFieldOf);
    if (!faults && !simulates) return this.desk.goTo(reply, at, 'flash.ruleProposed');
    const form = {
      valueOf: (name: string) => answers.text(name),
      listOf: (name: string) => answers.list(name),
      faults: faults ?? [],
    };
    return this.showForm(actor, reply, id, form, simulated);
  }

  private async showForm(
    actor: Actor,
    reply: FastifyReply,
    id: string | null,
    given: Omit<Given, 'voice'>,
    simulated: SimulatedChange | null,
  ): Promise<void> {
    const view = ruleForm({ voice: this.desk.voice(reply), ...given }, await this.scene(actor), id, simulated);
    this.desk.show(reply, 'rule-form', view, view.title);
  }

  private async showRetirement(
    actor: Actor,
    reply: FastifyReply,
    id: string,
    valueOf: (name: string) => string,
    faults: readonly DescribedFault[],
  ): Promise<void> {
    const view = retirementForm({ voice: this.desk.voice(reply), valueOf, faults }, await this.newest(actor, id));
    this.desk.show(reply, 'confirm', view, view.title);
  }

  /** Throws Refusal `rule-not-found` (missing). */
  private async newest(actor: Actor, id: string): Promise<RuleRecord> {
    const newest = (await this.rules.list(actor)).rules.findLast((rule) => rule.id === id);
    if (!newest) throw new Refusal('missing', 'rule-not-found', { id });
    return newest;
  }

  private async showRule(
    actor: Actor,
    reply: FastifyReply,
    id: string,
    version: number,
    written: string,
    faults: readonly DescribedFault[],
  ): Promise<void> {
    const voice = this.desk.voice(reply);
    const scene = await this.scene(actor);
    const rule = scene.rules.find((one) => one.id === id && one.version === version);
    if (!rule) throw new Refusal('missing', 'rule-not-found', { id, version });
    const simulated = rule.state === 'proposed' ? await this.simulation.proposed(actor, id, version) : null;
    const view = rulePage(rule, scene, simulated, actor, { valueOf: () => written, faults }, voice);
    this.desk.show(reply, 'rule', view, view.name.text);
  }

  private async scene(actor: Actor): Promise<RuleScene> {
    const { rules, problems } = await this.rules.list(actor);
    const { queues } = await this.teams.teams(actor);
    return { rules, problems, queues, procedures: this.procedures.list(), today: this.clock.today() };
  }
}
