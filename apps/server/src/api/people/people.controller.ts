// Administration of people and organisations.
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ManagePeople, type Actor, type OrganisationRecord } from '#casework';
import { IdPipe } from '../../http/id.pipe';
import { Action } from '../../http/security/action';
import { CurrentActor } from '../../http/security/current-actor';
import { Refuses } from '../openapi/refuses';
import { Versioned } from '../openapi/versioned';
import {
  DeactivationDto,
  HandedOverBody,
  InvitationDto,
  OrganisationBody,
  OrganisationDto,
  PersonBody,
  personBody,
} from './people.dto';

const PersonId = () => Param('id', new IdPipe('person-not-found'));

@ApiTags('people')
@Controller('api/v1')
export class PeopleController {
  constructor(private readonly people: ManagePeople) {}

  @Get('people')
  @Action('person.list')
  @ApiOperation({ summary: 'All people' })
  @ApiOkResponse({ type: [PersonBody] })
  @Refuses('not-signed-in', 'role-missing')
  async list(@CurrentActor() actor: Actor): Promise<PersonBody[]> {
    return (await this.people.people(actor)).map(personBody);
  }

  @Get('people/:id')
  @Action('person.list')
  @ApiOperation({ summary: 'One person' })
  @ApiOkResponse({ type: PersonBody })
  @Refuses('not-signed-in', 'role-missing', 'person-not-found')
  async read(@CurrentActor() actor: Actor, @PersonId() id: string): Promise<PersonBody> {
    return personBody(await this.people.person(actor, id));
  }

  @Post('people')
  @Action('person.invite')
  @ApiOperation({ summary: 'Invite a person; a mail with a link is sent' })
  @ApiCreatedResponse({ type: PersonBody })
  @Refuses(
    'not-signed-in',
    'role-missing',
    'form-token-wrong',
    'input-invalid',
    'organisation-not-found',
    'invitation-invalid',
    'email-taken',
  )
  async invite(@CurrentActor() actor: Actor, @Body() invitation: InvitationDto): Promise<PersonBody> {
    return personBody(await this.people.invite(actor, { ...invitation }));
  }

  @Post('people/:id/invitations')
  @HttpCode(202)
  @Action('person.invite')
  @ApiOperation({ summary: 'Send the invitation again' })
  @ApiAcceptedResponse()
  @Refuses('not-signed-in', 'role-missing', 'form-token-wrong', 'person-not-found', 'person-not-invited')
  async inviteAgain(@CurrentActor() actor: Actor, @PersonId() id: string): Promise<void> {
    await this.people.inviteAgain(actor, id);
  }

  @Post('people/:id/deactivate')
  @HttpCode(200)
  @Versioned()
  @Action('person.deactivate')
  @ApiOperation({ summary: 'End a person’s access; open cases are handed over or become free' })
  @ApiOkResponse({ type: HandedOverBody })
  @Refuses(
    'not-signed-in',
    'role-missing',
    'form-token-wrong',
    'input-invalid',
    'person-not-found',
    'not-yourself',
    'stale-version',
    'hand-over-unfit',
  )
  deactivate(
    @CurrentActor() actor: Actor,
    @PersonId() id: string,
    @Body() { version, handOverTo }: DeactivationDto,
  ): Promise<HandedOverBody> {
    return this.people.deactivate(actor, id, version, handOverTo ?? null);
  }

  @Get('organisations')
  @Action('organisation.list')
  @ApiOperation({ summary: 'All organisations' })
  @ApiOkResponse({ type: [OrganisationBody] })
  @Refuses('not-signed-in', 'role-missing')
  organisations(@CurrentActor() actor: Actor): Promise<readonly OrganisationRecord[]> {
    return this.people.organisations(actor);
  }

  @Post('organisations')
  @Action('organisation.create')
  @ApiOperation({ summary: 'Enter an organisation' })
  @ApiCreatedResponse({ type: OrganisationBody })
  @Refuses('not-signed-in', 'role-missing', 'form-token-wrong', 'input-invalid', 'organisation-invalid', 'credit-code-taken')
  createOrganisation(@CurrentActor() actor: Actor, @Body() organisation: OrganisationDto): Promise<OrganisationRecord> {
    return this.people.createOrganisation(actor, { ...organisation });
  }
}
