// What an adviser picks from: verdicts, factors of review, standing phrases for conditions and reasons.
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CONDITION_PICKLIST, REASON_PICKLIST, REVIEW_FACTORS, VERDICTS, type Verdict } from '#licensing';
import { Action } from '../../http/security/action';
import { ADVICE_VERDICT } from '../../http/words';
import { OutList, OutText, OutWords } from '../openapi/out';
import { Refuses } from '../openapi/refuses';

export class PhraseBody {
  @OutText()
  key: string;
  @OutText()
  zh: string;
  @OutText()
  en: string;
}

export class CitedPhraseBody extends PhraseBody {
  @OutText({ nullable: true, description: 'The rule on which it rests' })
  cite: string | null;
}

export class ReasonBody extends PhraseBody {
  @OutWords(VERDICTS, { description: 'The verdicts with which it is offered' })
  verdicts: readonly Verdict[];
}

export class PicklistsBody {
  @OutList(() => PhraseBody)
  verdicts: PhraseBody[];
  @OutList(() => CitedPhraseBody, { description: 'The eight factors of the Export Control Law Art. 13' })
  factors: CitedPhraseBody[];
  @OutList(() => CitedPhraseBody)
  conditions: CitedPhraseBody[];
  @OutList(() => ReasonBody)
  reasons: ReasonBody[];
}

const PICKLISTS: PicklistsBody = {
  verdicts: VERDICTS.map((key) => ({ key, ...ADVICE_VERDICT[key] })),
  factors: REVIEW_FACTORS.map(({ key, zh, en, cite }) => ({ key, zh, en, cite })),
  conditions: CONDITION_PICKLIST.map(({ key, zh, en, cite }) => ({ key, zh, en, cite: cite ?? null })),
  reasons: REASON_PICKLIST.map(({ key, zh, en, verdicts }) => ({ key, zh, en, verdicts })),
};

@ApiTags('decisions')
@Controller('api/v1/picklists')
export class PicklistsController {
  @Get()
  @Action('queue.read')
  @ApiOperation({ summary: 'Verdicts, factors, and standing phrases for conditions and reasons; free text is allowed besides' })
  @ApiOkResponse({ type: PicklistsBody })
  @Refuses('not-signed-in', 'role-missing')
  read(): PicklistsBody {
    return PICKLISTS;
  }
}
