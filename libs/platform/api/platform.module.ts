import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Clock } from './clock.ts';
import { CONFIG, type Config } from './config.ts';
import { Database } from './database.ts';
import { Permissions } from './guard.ts';
import { HealthController } from './health.controller.ts';
import { TestClockController } from './test-clock.controller.ts';

/** The kernel, visible to every room: configuration, database, clock, permissions, health. */
@Global()
@Module({})
export class PlatformModule {
  static with(config: Config, permissions: Permissions): DynamicModule {
    return {
      module: PlatformModule,
      controllers: [HealthController, ...(config.mode === 'test' ? [TestClockController] : [])],
      providers: [Database, Clock, { provide: CONFIG, useValue: config }, { provide: Permissions, useValue: permissions }],
      exports: [Database, Clock, CONFIG, Permissions],
    };
  }
}
