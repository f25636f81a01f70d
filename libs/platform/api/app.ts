import 'reflect-metadata';
import fastifyCookie from '@fastify/cookie';
import { type INestApplicationContext, Module, StandardSchemaSerializerInterceptor, type Type } from '@nestjs/common';
import { NestFactory, Reflector } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { TypeOrmModule } from '@nestjs/typeorm';
import { platformPermissions } from '@zhixing/platform/contract';
import { LogController } from 'fastify';
import type { ClientBase } from 'pg';
import { v7 as uuid } from 'uuid';
import { ActorSource } from './actor.ts';
import { refuseForeignRequests, securityHeaders } from './browser-safety.ts';
import type { Config } from './config.ts';
import { Database } from './database.ts';
import { AccessGuard, Permissions } from './guard.ts';
import { Metrics } from './metrics.ts';
import { SnakeNaming } from './naming.ts';
import { documentApi } from './openapi.ts';
import { platformEntities } from './platform.entities.ts';
import { PlatformModule } from './platform.module.ts';
import { ProblemFilter } from './problem.filter.ts';
import { logRequests, NestLogger } from './request-log.ts';
import type { Room } from './room.ts';
import { Sentences } from './sentences.ts';
import { acceptUploads } from './upload.ts';
import { serveWeb } from './web-files.ts';
import { ZodPipe } from './zod.pipe.ts';

/** How TypeORM sees the tables of the given rooms; used by the application and by the migration check alike. */
export const databaseOptions = (rooms: Room[], url: string) => ({
  type: 'postgres' as const,
  url,
  entities: [...platformEntities, ...rooms.flatMap((room) => room.entities)] as (new () => object)[],
  namingStrategy: new SnakeNaming(),
  synchronize: false,
  // a connection lost in the moment in which the pool hands it over has nobody who hears of it: Node would end the process. Whoever got it fails at the first query
  extra: { onConnect: (client: ClientBase) => void client.on('error', () => undefined) },
});

/** The modules of the given rooms over the kernel. */
function applicationOf(rooms: Room[], config: Config): Type {
  const permissions = new Permissions([platformPermissions, ...rooms.map((room) => room.permissions)]);

  @Module({
    imports: [
      TypeOrmModule.forRoot({ ...databaseOptions(rooms, config.databaseUrl), retryAttempts: 0, poolSize: 10 }),
      PlatformModule.with(config, permissions, rooms),
      ...rooms.map((room) => room.module),
    ],
  })
  class Application {}
  return Application;
}

/** The rooms without HTTP, for the worker. */
export const createWorkerContext = (rooms: Room[], config: Config): Promise<INestApplicationContext> =>
  NestFactory.createApplicationContext(applicationOf(rooms, config), { logger: config.logLevel === 'silent' ? false : ['error', 'warn'], abortOnError: false });

/**
 * The whole HTTP application of the given rooms, in row order. `apps/api` passes all of them, a room's tests the room and those below it.
 * `webDirectory` = folder of the built pages; without it only the API answers.
 */
export async function createApp(rooms: Room[], config: Config, webDirectory?: string): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    genReqId: () => uuid(),
    trustProxy: config.trustProxy ?? false,
    bodyLimit: 1024 * 1024,
    routerOptions: { ignoreTrailingSlash: false },
    logController: new LogController({ disableRequestLogging: true }),
    logger: { level: config.logLevel, redact: ['password', 'cookie', 'authorization', '*.headers.cookie', '*.headers.authorization'] },
  });
  const app = await NestFactory.create<NestFastifyApplication>(applicationOf(rooms, config), adapter, { logger: new NestLogger(adapter.getInstance().log), abortOnError: false });
  const server = adapter.getInstance();
  const filter = new ProblemFilter(app.get(Sentences));

  await app.register(fastifyCookie as never);
  await acceptUploads(app);
  await securityHeaders(app, config);
  refuseForeignRequests(server, config);
  logRequests(server);
  if (config.metrics) app.get(Metrics).measureRequests(server);
  app.setGlobalPrefix('api/v1', { exclude: ['healthz', 'readyz'] });
  app.useGlobalGuards(new AccessGuard(app.get(Reflector), app.get(ActorSource), app.get(Permissions), app.get(Database)));
  app.useGlobalPipes(new ZodPipe());
  app.useGlobalInterceptors(new StandardSchemaSerializerInterceptor(app.get(Reflector)));
  app.useGlobalFilters(filter);
  if (config.mode !== 'production') documentApi(app);
  if (webDirectory) await serveWeb(server, webDirectory);
  return app;
}
