import type { Type } from '@nestjs/common';
import type { ErrorCatalogue, MenuPage, PermissionCatalogue } from '@zhixing/platform/contract';
import type { ActWords } from './act-words.ts';
import type { AudienceKind } from './audience.ts';
import type { Transaction } from './database.ts';
import type { ExportKind } from './exports.ts';
import type { FigureCheck } from './figures.ts';
import type { LiveTopic } from './live.ts';
import type { PersonalDataSource, RetentionRule } from './personal-data.ts';
import type { MessageTemplate } from './notify.ts';
import type { SearchSource } from './search.ts';
import type { Subscriber, Task } from './subscriber.ts';

/** What a room adds to the demo bank. Runs once, in row order, in one transaction; `now` is the moment of the first start. */
export type DemoSeed = (tx: Transaction, demo: { now: Date }) => Promise<void>;

/** A room as the application takes it in: its module and its part of the lists that others gather. */
export interface Room {
  name: string;
  module: Type;
  // the classes of its tables
  entities: (abstract new () => object)[];
  permissions: PermissionCatalogue;
  errors: ErrorCatalogue;
  // its pages in the menu
  pages?: Record<string, MenuPage>;
  // what it adds to the search over everything
  search?: SearchSource[];
  // how its audit entries read
  acts?: ActWords;
  // what it keeps about people, and how long
  personalData?: PersonalDataSource;
  retention?: RetentionRule[];
  // its figures kept ready, for `npm run figures:verify`
  figures?: FigureCheck[];
  demo?: DemoSeed;
  // what the worker does for it
  subscribers?: Subscriber[];
  tasks?: Task[];
  exports?: ExportKind[];
  liveTopics?: LiveTopic[];
  // what audience rules may ask of people
  audience?: AudienceKind[];
  // what `notify` may say
  messages?: MessageTemplate[];
}
