// Provides the verbs of casework, with the class that stands behind each port.
import { Module, type DynamicModule } from '@nestjs/common';
import { CaseworkSettings, FileStore, LoadedLaw, LoadedProcedures, Passwords, Store, USE_CASES } from '#casework';
import { Clock } from '#kernel';
import type { ServerParts } from './server-parts';

@Module({})
export class CaseworkModule {
  static with(parts: ServerParts): DynamicModule {
    const ports = [
      { provide: Store, useValue: parts.store },
      { provide: Clock, useValue: parts.clock },
      { provide: LoadedLaw, useValue: parts.law },
      { provide: LoadedProcedures, useValue: parts.procedures },
      { provide: FileStore, useValue: parts.files },
      { provide: Passwords, useValue: parts.passwords },
      { provide: CaseworkSettings, useValue: parts.settings },
    ];
    const providers = [...ports, ...USE_CASES];
    return {
      module: CaseworkModule,
      global: true,
      providers,
      exports: providers.map((one) => ('provide' in one ? one.provide : one)),
    };
  }
}
