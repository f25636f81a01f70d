import { type DynamicModule, Global, Module } from '@nestjs/common';
import { ActVocabulary } from './act-words.ts';
import { Audience } from './audience.ts';
import { AuditArchive } from './audit-archive.ts';
import { AuditChain } from './audit-chain.ts';
import { Clock } from './clock.ts';
import { CONFIG, type Config } from './config.ts';
import { Crypto } from './crypto.ts';
import { Database } from './database.ts';
import { ExportRunner } from './export-runner.ts';
import { EXPORT_KINDS } from './exports.ts';
import { Files } from './files.ts';
import { FilesController } from './files.controller.ts';
import { Permissions } from './guard.ts';
import { HealthController } from './health.controller.ts';
import { Idempotency } from './idempotency.ts';
import { JobsController } from './jobs.controller.ts';
import { JobsService } from './jobs.service.ts';
import { LiveController } from './live.controller.ts';
import { LIVE_TOPICS, LiveStreams } from './live-streams.ts';
import { Metrics } from './metrics.ts';
import { PageFinder } from './page-finder.ts';
import { MESSAGE_TEMPLATES } from './notify.ts';
import { PERSONAL_DATA, PersonalData, RETENTION } from './personal-data.ts';
import { platformList } from './platform.lists.ts';
import { QueueFigures } from './queue-figures.ts';
import type { Room } from './room.ts';
import { MENU_PAGES, SEARCH_SOURCES } from './search.ts';
import { SavedViewsController } from './saved-views.controller.ts';
import { SavedViewsService } from './saved-views.ts';
import { Scanner } from './scanner.ts';
import { SearchController } from './search.controller.ts';
import { SearchService } from './search.service.ts';
import { Sentences } from './sentences.ts';
import { Storage } from './storage.ts';
import { Sweep } from './sweep.ts';
import { TestClockController } from './test-clock.controller.ts';
import { TASKS, TestTasksController } from './test-tasks.controller.ts';

/** The kernel, visible to every room: configuration, database, clock, files, permissions, health. */
@Global()
@Module({})
export class PlatformModule {
  static with(config: Config, permissions: Permissions, rooms: Room[]): DynamicModule {
    return {
      module: PlatformModule,
      controllers: [HealthController, FilesController, JobsController, LiveController, SavedViewsController, SearchController, ...(config.mode === 'test' ? [TestClockController, TestTasksController] : [])],
      providers: [
        Database,
        Clock,
        Crypto,
        Files,
        Scanner,
        Idempotency,
        Metrics,
        Sweep,
        AuditArchive,
        AuditChain,
        PersonalData,
        JobsService,
        ExportRunner,
        QueueFigures,
        LiveStreams,
        SavedViewsService,
        SearchService,
        PageFinder,
        { provide: SEARCH_SOURCES, useValue: [...rooms, platformList].flatMap((room) => room.search ?? []) },
        { provide: MENU_PAGES, useValue: rooms.flatMap((room) => Object.values(room.pages ?? {})) },
        { provide: LIVE_TOPICS, useValue: [platformList, ...rooms].flatMap((room) => room.liveTopics ?? []) },
        { provide: TASKS, useValue: [...rooms, platformList].flatMap((room) => room.tasks ?? []) },
        { provide: MESSAGE_TEMPLATES, useValue: [platformList, ...rooms].flatMap((room) => room.messages ?? []) },
        { provide: Sentences, useValue: new Sentences(rooms.map((room) => room.errors)) },
        { provide: ActVocabulary, useValue: new ActVocabulary(rooms.flatMap((room) => room.acts ?? [])) },
        { provide: Audience, useValue: new Audience(rooms.flatMap((room) => room.audience ?? [])) },
        { provide: PERSONAL_DATA, useValue: [...rooms, platformList].flatMap((room) => room.personalData ?? []) },
        { provide: RETENTION, useValue: [...rooms, platformList].flatMap((room) => room.retention ?? []) },
        { provide: EXPORT_KINDS, useValue: rooms.flatMap((room) => room.exports ?? []) },
        { provide: CONFIG, useValue: config },
        { provide: Permissions, useValue: permissions },
        { provide: Storage, useFactory: () => Storage.open(config) },
      ],
      exports: [Database, Clock, Crypto, Files, Idempotency, Metrics, Sweep, AuditArchive, AuditChain, ActVocabulary, Audience, PersonalData, JobsService, CONFIG, Permissions, MESSAGE_TEMPLATES, Sentences],
    };
  }
}
