// Routing rules: one person proposes a version, or a rule's end, and sees what it would move; another one approves it.
import { Body, Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { ManageRules, SimulateRules, type Actor } from '#casework';
import { IdPipe } from '../../http/id.pipe';
import { languageOf } from '../../http/request-language';
import { Action } from '../../http/security/action';
import { CurrentActor } from '../../http/security/current-actor';
import { WholeNumberPipe } from '../../http/whole-number.pipe';
import { Refuses } from '../openapi/refuses';
import { ruleBody, ruleProblemBody, RulesBody, RuleVersionBody, SimulationBody, simulationBody } from './rule.body';
import { newRule, RetirementDto, RuleActDto, ruleDraft, RuleDto, SimulatedRuleDto } from './rule.dto';

const RuleId = () => Param('id', new IdPipe('rule-not-found'));
const RuleVersion = () => Param('version', new WholeNumberPipe('rule-not-found'));

@ApiTags('administration')
@Controller('api/v1/rules')
export class RulesController {
  constructor(
    private readonly managing: ManageRules,
    private readonly simulation: SimulateRules,
  ) {}

  @Get()
  @Action('rule.read')
  @ApiOperation({ summary: 'Every version of every routing rule, and what is wrong with them' })
  @ApiOkResponse({ type: RulesBody })
  @Refuses('not-signed-in', 'role-missing')
  async list(@CurrentActor() actor: Actor, @Req() request: FastifyRequest): Promise<RulesBody> {
    const { rules, problems } = await this.managing.list(actor);
    const language = languageOf(request);
    return { rules: rules.map(ruleBody), problems: problems.map((problem) => ruleProblemBody(problem, language)) };
  }

  @Post()
  @Action('rule.propose')
  @ApiOperation({ summary: 'Propose a rule, or with `id` its next version; it counts once another person has approved it' })
  @ApiCreatedResponse({ type: RuleVersionBody })
  @Refuses(
    'not-signed-in',
    'role-missing',
    'form-token-wrong',
    'input-invalid',
    'rule-invalid',
    'rule-not-found',
    'rule-version-taken',
  )
  propose(@CurrentActor() actor: Actor, @Body() rule: RuleDto): Promise<RuleVersionBody> {
    return this.managing.propose(actor, newRule(rule), rule.id);
  }

  @Post('simulation')
  @HttpCode(200)
  @Action('rule.propose')
  @ApiOperation({ summary: 'What the rule would move; nothing is written' })
  @ApiOkResponse({ type: SimulationBody })
  @Refuses('not-signed-in', 'role-missing', 'form-token-wrong', 'input-invalid', 'rule-invalid', 'rule-not-found')
  async simulate(
    @CurrentActor() actor: Actor,
    @Body() rule: SimulatedRuleDto,
    @Req() request: FastifyRequest,
  ): Promise<SimulationBody> {
    return simulationBody(await this.simulation.draft(actor, ruleDraft(rule), rule.id), languageOf(request));
  }

  @Post(':id/retirement')
  @Action('rule.propose')
  @ApiOperation({
    summary:
      'Propose the end of a rule with all its versions: a version itself, which counts once another person has approved it',
  })
  @ApiCreatedResponse({ type: RuleVersionBody })
  @Refuses(
    'not-signed-in',
    'role-missing',
    'form-token-wrong',
    'input-invalid',
    'rule-invalid',
    'rule-not-found',
    'rule-not-standing',
    'rule-version-taken',
  )
  proposeRetirement(
    @CurrentActor() actor: Actor,
    @RuleId() id: string,
    @Body() { from, reason }: RetirementDto,
  ): Promise<RuleVersionBody> {
    return this.managing.proposeRetirement(actor, id, from, reason);
  }

  @Get(':id/:version/simulation')
  @Action('rule.read')
  @ApiOperation({ summary: 'What a version that was proposed would move' })
  @ApiOkResponse({ type: SimulationBody })
  @Refuses('not-signed-in', 'role-missing', 'rule-not-found')
  async simulateProposed(
    @CurrentActor() actor: Actor,
    @RuleId() id: string,
    @RuleVersion() version: number,
    @Req() request: FastifyRequest,
  ): Promise<SimulationBody> {
    return simulationBody(await this.simulation.proposed(actor, id, version), languageOf(request));
  }

  @Post(':id/:version/acts')
  @HttpCode(204)
  @Action('rule.judge')
  @ApiOperation({ summary: 'Approve what another person proposed, or reject a proposal' })
  @ApiNoContentResponse()
  @Refuses(
    'not-signed-in',
    'role-missing',
    'form-token-wrong',
    'input-invalid',
    'rule-not-found',
    'proposer-cannot-approve',
    'rule-acted-before',
    'reason-missing',
  )
  async act(
    @CurrentActor() actor: Actor,
    @RuleId() id: string,
    @RuleVersion() version: number,
    @Body() { act, reason }: RuleActDto,
  ): Promise<void> {
    await this.managing.act(actor, id, version, act, reason);
  }
}
