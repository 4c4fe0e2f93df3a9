// The loaded law: on a day, and its difference between two days or two states of knowledge.
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ReadLaw } from '#casework';
import { Action } from '../../http/security/action';
import { Refuses } from '../openapi/refuses';
import { LawDayBody, LawDifferenceBody } from './law-day.body';
import { LawDayQuery, LawDifferenceQuery, pointsOf } from './law.dto';

@ApiTags('law')
@Controller('api/v1/law')
export class LawDaysController {
  constructor(private readonly law: ReadLaw) {}

  @Get()
  @Action('law.read')
  @ApiOperation({ summary: 'The law on a day (today unless `on` is given), as known on a day' })
  @ApiOkResponse({ type: LawDayBody })
  @Refuses('not-signed-in', 'input-invalid', 'determination.day-before-law')
  day(@Query() { on, knownOn }: LawDayQuery): LawDayBody {
    return this.law.day({ ...(on && { on }), ...(knownOn && { knownOn }) });
  }

  @Get('differences')
  @Action('law.read')
  @ApiOperation({ summary: 'What differs between the law of two days, or of two states of knowledge' })
  @ApiOkResponse({ type: LawDifferenceBody })
  @Refuses('not-signed-in', 'input-invalid', 'determination.day-before-law')
  differences(@Query() query: LawDifferenceQuery): LawDifferenceBody {
    const { from, to } = pointsOf(query);
    return this.law.difference(from, to);
  }
}
