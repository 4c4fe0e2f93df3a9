// Serves the description of the API.
import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController, type OpenAPIObject } from '@nestjs/swagger';
import { Action } from '../../http/security/action';
import { ApiDescription } from './describe-api';

@ApiExcludeController()
@Controller('api/openapi.json')
export class OpenApiController {
  constructor(private readonly description: ApiDescription) {}

  @Get()
  @Action('api.describe')
  read(): OpenAPIObject {
    return this.description.get();
  }
}
