// Determinations of facts from outside: one or many; nothing is stored unless a version of a product is named.
import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { DetermineExports, ReadDetermination, type Actor, type ExportAnswer } from '#casework';
import { Refusal, type Language } from '#kernel';
import { problemOf } from '../../http/refusals';
import { languageOf } from '../../http/request-language';
import { Action } from '../../http/security/action';
import { CurrentActor } from '../../http/security/current-actor';
import { DeterminationBody, determinationBody } from '../applications/law.body';
import { OutId, OutList, OutOne, OutTexts } from '../openapi/out';
import { ProblemBody } from '../openapi/problem.body';
import { Refuses } from '../openapi/refuses';
import { ClassificationBody, classificationBody } from './classification.body';
import { DeterminationsDto, questionsOf } from './determinations.dto';

export class ExportAnswerBody {
  @OutOne(() => DeterminationBody, { nullable: true, description: 'Null where `problem` says why there is none' })
  answer: DeterminationBody | null;
  @OutOne(() => ClassificationBody, { nullable: true, description: 'Null where nothing about an item is stated' })
  classification: ClassificationBody | null;
  @OutTexts({ description: 'Paths of fields that nothing reads' })
  unread: readonly string[];
  @OutOne(() => ProblemBody, { nullable: true })
  problem: ProblemBody | null;
  @OutId({ nullable: true, description: 'The record, where a version of a product was named' })
  recorded: string | null;
}

export class ExportAnswersBody {
  @OutList(() => ExportAnswerBody, { description: 'One for each input, in their order' })
  answers: ExportAnswerBody[];
}

@ApiTags('determinations')
@Controller('api/v1/determinations')
export class DeterminationsController {
  constructor(
    private readonly determining: DetermineExports,
    private readonly reading: ReadDetermination,
  ) {}

  @Post()
  @HttpCode(200)
  @Action('law.determine')
  @ApiOperation({
    summary:
      'What the law asks of one export (`input`) or of up to 100 (`inputs`) on a day. Of many, one that cannot be judged carries its problem and leaves the others answered',
  })
  @ApiOkResponse({ type: ExportAnswersBody })
  @Refuses(
    'not-signed-in',
    'role-missing',
    'form-token-wrong',
    'input-invalid',
    'determination.facts-malformed',
    'determination.day-before-law',
    'product-not-found',
    'product-invalid',
    'product-and-item',
  )
  async determine(
    @CurrentActor() actor: Actor,
    @Body() dto: DeterminationsDto,
    @Req() request: FastifyRequest,
  ): Promise<ExportAnswersBody> {
    const questions = questionsOf(dto);
    const [first] = questions;
    if (dto.product && first) {
      const { id, unread } = await this.determining.record(actor, dto.product, first);
      const { answer, classification } = await this.reading.one(actor, dto.product.id, id);
      return { answers: [{ ...answerBody({ answer, classification, unread }), recorded: id }] };
    }
    if (dto.input && first) return { answers: [answerBody(await this.determining.one(actor, first))] };
    const answers = await this.determining.many(actor, questions);
    return {
      answers: answers.map((one) => (one instanceof Refusal ? refusedBody(one, languageOf(request)) : answerBody(one))),
    };
  }
}

function answerBody({ answer, classification, unread }: ExportAnswer): ExportAnswerBody {
  return {
    answer: determinationBody(answer),
    classification: classification && classificationBody(classification),
    unread,
    problem: null,
    recorded: null,
  };
}

function refusedBody(refusal: Refusal, language: Language): ExportAnswerBody {
  const problem = problemOf(refusal, language);
  return { answer: null, classification: null, unread: [], problem: { ...problem, faults: [...problem.faults] }, recorded: null };
}
