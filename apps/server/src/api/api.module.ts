// The JSON API.
import { Module, type DynamicModule } from '@nestjs/common';
import type { ServerParts } from '../server-parts';
import { AbsencesController } from './administration/absences.controller';
import { RulesController } from './administration/rules.controller';
import { TeamsController } from './administration/teams.controller';
import { AgenciesController } from './agencies/agencies.controller';
import { ApplicationsController } from './applications/applications.controller';
import { CaseFileController } from './applications/case-file.controller';
import { ContentDoor } from './applications/content-door';
import { ItemsController } from './applications/items.controller';
import { NotesController } from './applications/notes.controller';
import { PapersController } from './applications/papers.controller';
import { DecisionsController } from './decisions/decisions.controller';
import { PicklistsController } from './decisions/picklists.controller';
import { HealthController, PARTS } from './health/health.controller';
import { LawDaysController } from './law/law-days.controller';
import { ReadingsController } from './law/readings.controller';
import { LicencesController } from './licences/licences.controller';
import { ApiDescription } from './openapi/describe-api';
import { OpenApiController } from './openapi/openapi.controller';
import { PeopleController } from './people/people.controller';
import { AccountsController } from './session/accounts.controller';
import { DeterminationsController } from './products/determinations.controller';
import { ProductRecordsController } from './products/product-records.controller';
import { ProductsController } from './products/products.controller';
import { PlacesController } from './queues/places.controller';
import { QueuesController } from './queues/queues.controller';
import { SessionController } from './session/session.controller';
import { VerificationsController } from './verifications/verifications.controller';

@Module({
  controllers: [
    SessionController,
    AccountsController,
    PeopleController,
    ApplicationsController,
    CaseFileController,
    PapersController,
    ItemsController,
    NotesController,
    DecisionsController,
    PicklistsController,
    QueuesController,
    PlacesController,
    AgenciesController,
    TeamsController,
    AbsencesController,
    RulesController,
    LicencesController,
    LawDaysController,
    ReadingsController,
    DeterminationsController,
    ProductsController,
    ProductRecordsController,
    VerificationsController,
    HealthController,
    OpenApiController,
  ],
})
export class ApiModule {
  static with(parts: ServerParts): DynamicModule {
    return {
      module: ApiModule,
      providers: [ApiDescription, ContentDoor, { provide: PARTS, useValue: parts }],
      exports: [ApiDescription],
      global: true,
    };
  }
}
