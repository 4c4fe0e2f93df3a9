// Absences: who is away, and who stands in.
import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ManageTeams, type Actor } from '#casework';
import { IdPipe } from '../../http/id.pipe';
import { Action } from '../../http/security/action';
import { CurrentActor } from '../../http/security/current-actor';
import { NewRowBody } from '../openapi/new-row.body';
import { Refuses } from '../openapi/refuses';
import { AbsenceBody, absenceBody } from './team.body';
import { AbsenceDto } from './team.dto';

function AbsenceId(): ParameterDecorator {
  return Param('id', new IdPipe('absence-not-found'));
}

@ApiTags('administration')
@Controller('api/v1/absences')
export class AbsencesController {
  constructor(private readonly managing: ManageTeams) {}

  @Get()
  @Action('team.read')
  @ApiOperation({ summary: 'Absences that have not passed, by first day' })
  @ApiOkResponse({ type: [AbsenceBody] })
  @Refuses('not-signed-in', 'role-missing')
  async list(@CurrentActor() actor: Actor): Promise<AbsenceBody[]> {
    return (await this.managing.absences(actor)).map(absenceBody);
  }

  @Post()
  @Action('absence.write')
  @ApiOperation({ summary: 'Record an absence: your own, as team lead a member’s, as manager or administrator anyone’s' })
  @ApiCreatedResponse({ type: NewRowBody })
  @Refuses('not-signed-in', 'role-missing', 'form-token-wrong', 'input-invalid', 'absence-not-yours', 'absence-invalid')
  add(@CurrentActor() actor: Actor, @Body() { personId, substituteId, from, to }: AbsenceDto): Promise<NewRowBody> {
    return this.managing.addAbsence(actor, { personId, substituteId, from, to });
  }

  @Delete(':id')
  @HttpCode(204)
  @Action('absence.write')
  @ApiOperation({ summary: 'End an absence now' })
  @ApiNoContentResponse()
  @Refuses('not-signed-in', 'role-missing', 'form-token-wrong', 'absence-not-found', 'absence-ended', 'absence-not-yours')
  async end(@CurrentActor() actor: Actor, @AbsenceId() id: string): Promise<void> {
    await this.managing.endAbsence(actor, id);
  }
}
