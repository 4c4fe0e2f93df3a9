// Items of an application that start from a product of the library.
import { Body, Controller, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { TakeFromProduct, type Actor } from '#casework';
import { Id, Version } from '../../http/fields';
import { Action } from '../../http/security/action';
import { CurrentActor } from '../../http/security/current-actor';
import { OutId } from '../openapi/out';
import { Refuses } from '../openapi/refuses';
import { Versioned } from '../openapi/versioned';
import { ApplicationId } from './applications.controller';
import { VersionBody } from './lists.body';

export class TakeProductDto {
  @Version()
  version: number;
  @Id()
  productId: string;
}

export class TakenItemBody extends VersionBody {
  @OutId()
  itemId: string;
}

@ApiTags('applications')
@Controller('api/v1/applications/:id/items')
export class ItemsController {
  constructor(private readonly taking: TakeFromProduct) {}

  @Post()
  @Versioned()
  @Action('application.edit')
  @ApiOperation({ summary: 'Add an item with the facts of a product’s latest version; earlier decisions on it are then found' })
  @ApiCreatedResponse({ type: TakenItemBody })
  @Refuses(
    'not-signed-in',
    'role-missing',
    'form-token-wrong',
    'input-invalid',
    'application-not-found',
    'product-not-found',
    'application-not-editable',
    'too-many-items',
    'stale-version',
    'content-invalid',
  )
  take(
    @CurrentActor() actor: Actor,
    @ApplicationId() id: string,
    @Body() { version, productId }: TakeProductDto,
  ): Promise<TakenItemBody> {
    return this.taking.execute(actor, id, version, productId);
  }
}
