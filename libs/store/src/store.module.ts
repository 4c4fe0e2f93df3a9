// Gives the Store port to an app and closes its connections when the app stops.
import { Inject, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { Store } from '#casework';
import { createStore, PostgresStore, type StoreSettings } from './postgres-store';

@Module({})
export class StoreModule implements OnApplicationShutdown {
  constructor(@Inject(Store) private readonly store: PostgresStore) {}

  static forRoot(settings: StoreSettings): DynamicModule {
    return {
      module: StoreModule,
      global: true,
      providers: [{ provide: Store, useFactory: () => createStore(settings) }],
      exports: [Store],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.store.close();
  }
}
