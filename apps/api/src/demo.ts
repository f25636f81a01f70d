import { Database, databaseOptions, first, statement } from '@zhixing/platform/api';
import { DataSource } from 'typeorm';
import { rooms } from './rooms.ts';

const STATE = statement('demo.state', 'select exists (select from people.person) as inhabited, platform.now() as now');

/**
 * Fills an empty database with the demo bank, in one transaction: rooms in row order, dates relative to now.
 * @param url of the app role
 * @returns false when people live there already
 */
export async function seedDemo(url: string): Promise<boolean> {
  const source = await new DataSource(databaseOptions(rooms, url)).initialize();
  try {
    return await new Database(source).transaction(async (tx) => {
      const { inhabited, now } = (await first<{ inhabited: boolean; now: Date }>(tx, STATE))!;
      if (inhabited) return false;
      for (const room of rooms) await room.demo?.(tx, { now });
      return true;
    });
  } finally {
    await source.destroy();
  }
}
