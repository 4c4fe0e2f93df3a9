// Teams, their members and queues: read by officers, kept by administrators.
import { Body, Controller, Get, HttpCode, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ManageTeams, type Actor } from '#casework';
import { IdPipe } from '../../http/id.pipe';
import { PageQuery, pageRequest } from '../../http/page-query.dto';
import { Action } from '../../http/security/action';
import { CurrentActor } from '../../http/security/current-actor';
import { NewRowBody } from '../openapi/new-row.body';
import { Refuses } from '../openapi/refuses';
import { Versioned } from '../openapi/versioned';
import { queueBody, TeamActPageBody, teamActPageBody, teamBody, TeamsBody } from './team.body';
import { MembersDto, nameOf, newQueue, QueueChangeDto, queueChange, QueueDto, TeamChangeDto, TeamDto } from './team.dto';

function TeamId(): ParameterDecorator {
  return Param('id', new IdPipe('team-not-found'));
}

function QueueId(): ParameterDecorator {
  return Param('id', new IdPipe('queue-not-found'));
}

@ApiTags('administration')
@Controller('api/v1')
export class TeamsController {
  constructor(private readonly managing: ManageTeams) {}

  @Get('teams')
  @Action('team.read')
  @ApiOperation({ summary: 'All teams and all queues, retired ones too' })
  @ApiOkResponse({ type: TeamsBody })
  @Refuses('not-signed-in', 'role-missing')
  async teams(@CurrentActor() actor: Actor): Promise<TeamsBody> {
    const { teams, queues } = await this.managing.teams(actor);
    return { teams: teams.map(teamBody), queues: queues.map(queueBody) };
  }

  @Get('team-acts')
  @Action('team.acts.read')
  @ApiOperation({ summary: 'What was done to teams, their members, their queues and absences, newest first' })
  @ApiOkResponse({ type: TeamActPageBody })
  @Refuses('not-signed-in', 'role-missing', 'input-invalid', 'bad-cursor')
  async acts(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<TeamActPageBody> {
    return teamActPageBody(await this.managing.acts(actor, pageRequest(query)));
  }

  @Post('teams')
  @Action('team.write')
  @ApiOperation({ summary: 'Add a team' })
  @ApiCreatedResponse({ type: NewRowBody })
  @Refuses('not-signed-in', 'role-missing', 'form-token-wrong', 'input-invalid', 'team-invalid')
  addTeam(@CurrentActor() actor: Actor, @Body() { name }: TeamDto): Promise<NewRowBody> {
    return this.managing.addTeam(actor, nameOf(name));
  }

  @Patch('teams/:id')
  @HttpCode(204)
  @Versioned()
  @Action('team.write')
  @ApiOperation({ summary: 'Rename a team, retire it or take it back into use' })
  @ApiNoContentResponse()
  @Refuses(
    'not-signed-in',
    'role-missing',
    'form-token-wrong',
    'input-invalid',
    'team-not-found',
    'other-authority',
    'stale-version',
    'team-has-queues',
    'team-invalid',
  )
  async changeTeam(
    @CurrentActor() actor: Actor,
    @TeamId() id: string,
    @Body() { version, name, retired }: TeamChangeDto,
  ): Promise<void> {
    const change = { ...(name && { name: nameOf(name) }), ...(retired !== undefined && { retired }) };
    await this.managing.changeTeam(actor, id, version, change);
  }

  @Put('teams/:id/members')
  @HttpCode(204)
  @Versioned()
  @Action('team.write')
  @ApiOperation({ summary: 'Replace the members of a team' })
  @ApiNoContentResponse()
  @Refuses(
    'not-signed-in',
    'role-missing',
    'form-token-wrong',
    'input-invalid',
    'team-not-found',
    'other-authority',
    'stale-version',
    'members-invalid',
  )
  async setMembers(
    @CurrentActor() actor: Actor,
    @TeamId() id: string,
    @Body() { version, personIds }: MembersDto,
  ): Promise<void> {
    await this.managing.setMembers(actor, id, version, personIds);
  }

  @Post('queues')
  @Action('team.write')
  @ApiOperation({ summary: 'Add a queue to a team' })
  @ApiCreatedResponse({ type: NewRowBody })
  @Refuses('not-signed-in', 'role-missing', 'form-token-wrong', 'input-invalid', 'other-authority', 'queue-invalid')
  addQueue(@CurrentActor() actor: Actor, @Body() queue: QueueDto): Promise<NewRowBody> {
    return this.managing.addQueue(actor, newQueue(queue));
  }

  @Patch('queues/:id')
  @HttpCode(204)
  @Versioned()
  @Action('team.write')
  @ApiOperation({ summary: 'Change a queue, retire it or take it back into use' })
  @ApiNoContentResponse()
  @Refuses(
    'not-signed-in',
    'role-missing',
    'form-token-wrong',
    'input-invalid',
    'queue-not-found',
    'other-authority',
    'stale-version',
    'queue-is-fallback',
    'queue-in-use',
    'queue-invalid',
  )
  async changeQueue(@CurrentActor() actor: Actor, @QueueId() id: string, @Body() change: QueueChangeDto): Promise<void> {
    await this.managing.changeQueue(actor, id, change.version, queueChange(change));
  }
}
