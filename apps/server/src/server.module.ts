// The server: casework behind its ports, the door, the API and the pages.
import { Module, type DynamicModule } from '@nestjs/common';
import { ApiModule } from './api/api.module';
import { CaseworkModule } from './casework.module';
import type { Assets } from './http/assets';
import { HttpModule } from './http/http.module';
import type { Metrics } from './http/metrics/metrics';
import type { RouteTable } from './http/route-table';
import { PagesModule } from './pages/pages.module';
import type { ServerParts } from './server-parts';

@Module({})
export class ServerModule {
  static with(parts: ServerParts, own: { routes: RouteTable; assets: Assets; metrics: Metrics | null }): DynamicModule {
    const imports = [
      CaseworkModule.with(parts),
      HttpModule.with(own),
      ApiModule.with(parts),
      PagesModule.with({ root: parts.root }),
    ];
    return { module: ServerModule, imports };
  }
}
