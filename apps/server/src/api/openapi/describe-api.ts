// Makes the OpenAPI 3.1 description of the API and hands it to the route that serves it.
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { SESSION_COOKIE } from '../../http/security/session';
import { describeManners } from './describe-manners';
import { nullableAsType } from './nullable-as-type';

/** Holds the description once it is made. */
export class ApiDescription {
  private made: OpenAPIObject | null = null;

  set(document: OpenAPIObject): void {
    this.made = document;
  }

  get(): OpenAPIObject {
    if (!this.made) throw new Error('The API is described before the server starts');
    return this.made;
  }
}

export function describeApi(app: NestFastifyApplication): void {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Licet')
    .setVersion('1')
    .setDescription(
      'Dual-use export licence applications from draft to licence. Sign in with POST /api/v1/session; send the csrfToken of the answer as the header x-csrf-token with every request that changes something. Reads bear an ETag, which If-None-Match and If-Match take; a POST may carry an Idempotency-Key. An agent names its principal with the header X-Licet-Principal. Refusals are problem details (RFC 9457) in the language of Accept-Language (zh or en).',
    )
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addCookieAuth(SESSION_COOKIE)
    .addSecurityRequirements('cookie')
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}.${method}`,
  });
  const paths = Object.fromEntries(
    Object.entries(document.paths).filter(([path]) => /^\/(api|health|problems)(\/|$)/.test(path)),
  );
  describeManners(paths);
  const schemas = Object.fromEntries(
    Object.entries(document.components?.schemas ?? {}).map(([name, schema]) => [
      name,
      /Dto$/.test(name) ? { ...schema, additionalProperties: false } : schema,
    ]),
  );
  app.get(ApiDescription).set(nullableAsType({ ...document, paths, components: { ...document.components, schemas } }));
}
