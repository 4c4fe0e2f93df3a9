// The reference of problem codes: what each means and what to do about it, in both languages.
import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Refusal, type Bilingual } from '#kernel';
import { Action } from '../security/action';
import { REFUSAL_CODES, refusals, refusalText, statusOf } from './refusals';
import type { RefusalText } from './refusal-text';

class BilingualText implements Bilingual {
  @ApiProperty()
  zh: string;
  @ApiProperty()
  en: string;
}

export class ProblemDescription {
  @ApiProperty({ example: 'stale-version' })
  code: string;
  @ApiProperty({ nullable: true, type: Number, description: 'HTTP status; null for a code that only marks a single fault' })
  status: number | null;
  @ApiProperty({ type: BilingualText })
  title: BilingualText;
  @ApiProperty({ type: BilingualText, description: 'With placeholders for the facts' })
  detail: BilingualText;
  @ApiProperty({ type: BilingualText })
  cure: BilingualText;
}

@ApiTags('problems')
@Controller('problems')
export class ProblemsController {
  @Get()
  @Action('api.describe')
  @ApiOperation({ summary: 'All problem codes' })
  @ApiOkResponse({ type: [ProblemDescription] })
  all(): ProblemDescription[] {
    return REFUSAL_CODES.map((code) => describe(code, refusals[code]));
  }

  @Get(':code')
  @Action('api.describe')
  @ApiOperation({ summary: 'One problem code' })
  @ApiOkResponse({ type: ProblemDescription })
  one(@Param('code') code: string): ProblemDescription {
    const text = refusalText(code);
    if (!text) throw new Refusal('missing', 'no-such-place');
    return describe(code, text);
  }
}

function describe(code: string, { kind, title, detail, cure }: RefusalText): ProblemDescription {
  return { code, status: kind ? statusOf({ kind, code }) : code === 'unexpected-fault' ? 500 : null, title, detail, cure };
}
