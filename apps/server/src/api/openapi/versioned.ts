// The decorator of a route whose body names a version: If-Match may say it instead.
import { applyDecorators } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { versionedRoute } from '../../http/manners/if-match';

export const IF_MATCH = 'If-Match';

export const Versioned = (): MethodDecorator =>
  applyDecorators(
    versionedRoute(),
    ApiHeader({
      name: IF_MATCH,
      required: false,
      description:
        'The ETag of the read, or a version in quotes such as "3"; stands in for `version` of the body. A late write is then answered with 412.',
    }),
  ) as MethodDecorator;
