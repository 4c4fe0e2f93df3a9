// The decorator by which every route names the one action of the permissions that it performs.
import { SetMetadata } from '@nestjs/common';
import type { Action as ActionName } from '#casework';

export const ACTION = 'licet:action';

export const Action = (name: ActionName): MethodDecorator => SetMetadata(ACTION, name);
