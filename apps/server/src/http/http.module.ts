// The door's own parts: permission guard, input check, exception filter, the list of routes and the problem codes.
import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { Assets } from './assets';
import { Metrics } from './metrics/metrics';
import { MetricsController } from './metrics/metrics.controller';
import { ProblemsController } from './refusals/problems.controller';
import { ProblemsFilter } from './refusals/problems.filter';
import { RouteTable } from './route-table';
import { ActionGuard } from './security/action.guard';
import { InputPipe } from './validate-input';

@Module({ controllers: [ProblemsController, MetricsController] })
export class HttpModule {
  static with(own: { routes: RouteTable; assets: Assets; metrics: Metrics | null }): DynamicModule {
    return {
      module: HttpModule,
      global: true,
      providers: [
        { provide: RouteTable, useValue: own.routes },
        { provide: Assets, useValue: own.assets },
        { provide: Metrics, useValue: own.metrics },
        { provide: APP_GUARD, useClass: ActionGuard },
        { provide: APP_PIPE, useClass: InputPipe },
        { provide: APP_FILTER, useClass: ProblemsFilter },
      ],
      exports: [RouteTable, Assets],
    };
  }
}
