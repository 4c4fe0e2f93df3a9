// Authorities of agents: an exporter gives and revokes them, and the agent sees those given to it.
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { KeepAgencies, type Actor } from '#casework';
import { IdPipe } from '../../http/id.pipe';
import { Action } from '../../http/security/action';
import { CurrentActor } from '../../http/security/current-actor';
import { NewRowBody } from '../openapi/new-row.body';
import { Refuses } from '../openapi/refuses';
import { AgencyBody, agencyBody, AgencyDto } from './agency.body';

function AgencyId(): ParameterDecorator {
  return Param('id', new IdPipe('agency-not-found'));
}

@ApiTags('agencies')
@Controller('api/v1/agencies')
export class AgenciesController {
  constructor(private readonly agencies: KeepAgencies) {}

  @Get()
  @Action('agency.read')
  @ApiOperation({ summary: 'Authorities given by or to your organisation, newest first' })
  @ApiOkResponse({ type: [AgencyBody] })
  @Refuses('not-signed-in', 'role-missing')
  async list(@CurrentActor() actor: Actor): Promise<AgencyBody[]> {
    return (await this.agencies.list(actor)).map(agencyBody);
  }

  @Post()
  @Action('agency.give')
  @ApiOperation({ summary: 'Record that another exporter of this installation may file in your name' })
  @ApiCreatedResponse({ type: NewRowBody })
  @Refuses(
    'not-signed-in',
    'role-missing',
    'form-token-wrong',
    'input-invalid',
    'agency-invalid',
    'agency-exists',
    'agent-not-principal',
  )
  give(@CurrentActor() actor: Actor, @Body() { creditCode, from, to, note }: AgencyDto): Promise<NewRowBody> {
    return this.agencies.give(actor, { creditCode, from, to, note });
  }

  @Post(':id/revocation')
  @HttpCode(204)
  @Action('agency.give')
  @ApiOperation({ summary: 'Revoke the authority: it ends at once' })
  @ApiNoContentResponse()
  @Refuses('not-signed-in', 'role-missing', 'form-token-wrong', 'agency-not-found', 'agency-revoked', 'agent-not-principal')
  async revoke(@CurrentActor() actor: Actor, @AgencyId() id: string): Promise<void> {
    await this.agencies.revoke(actor, id);
  }
}
