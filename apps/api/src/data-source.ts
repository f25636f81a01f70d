import 'reflect-metadata';
import * as migrations from '@zhixing/db';
import { databaseOptions } from '@zhixing/platform/api';
import { DataSource } from 'typeorm';
import { rooms } from './rooms.ts';

/** For TypeORM's command line: `migration:generate --check` compares the entities with the migrated database. */
export default new DataSource({ ...databaseOptions(rooms, process.env.DATABASE_MIGRATE_URL ?? process.env.DATABASE_URL ?? ''), migrations: Object.values(migrations) });
