// The description of the API as a page, without a script.
import { Controller, Get, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ApiDescription } from '../../api/openapi/describe-api';
import { Action } from '../../http/security/action';
import { Desk } from '../door/desk';
import { apiDocs } from '../views/api-docs';

@ApiExcludeController()
@Controller('api/docs')
export class ApiDocsPages {
  constructor(
    private readonly desk: Desk,
    private readonly description: ApiDescription,
  ) {}

  @Get()
  @Action('api.describe')
  show(@Res() reply: FastifyReply): void {
    const title = this.desk.voice(reply).t('apiDocs.title');
    this.desk.show(reply, 'api-docs', apiDocs(this.description.get()), title, 'without forms for visitors');
  }
}
