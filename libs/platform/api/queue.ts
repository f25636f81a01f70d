import { type JobWithMetadata, PgBoss, type Queue } from 'pg-boss';
import type { Transaction } from './database.ts';
import type { Subscriber, Task } from './subscriber.ts';

/** Events that failed at every try; nobody takes them out by itself. See docs/developer.md. */
export const DEAD_LETTERS = 'platform.dead_letters';

/** The sixth failure is the last, after three to five minutes; a worker that stays silent for half a minute has lost its event. Kept 90 days. */
const QUEUE = { retryLimit: 5, retryDelay: 5, retryBackoff: true, retryDelayMax: 900, heartbeatSeconds: 30, expireInSeconds: 3600, deadLetter: DEAD_LETTERS, retentionSeconds: 90 * 86_400, deleteAfterSeconds: 86_400, notify: true };

/** pg-boss for the running role: its schema was made by `migrate`. */
export function openBoss(url: string, background: boolean): PgBoss {
  return new PgBoss({
    connectionString: url, max: 4, application_name: 'zhixing-worker',
    migrate: false, createSchema: false, reindex: false, registerInstance: false,
    schedule: background, useListenNotify: background, supervise: background, superviseIntervalSeconds: 10, monitorIntervalSeconds: 10,
  });
}

/** Makes the queues that are not there yet, and gives those that are there the settings of today. */
export async function declareQueues(boss: PgBoss, subscribers: Subscriber[], tasks: Task[]): Promise<void> {
  const declare = async (name: string, settings: Omit<Queue, 'name'>) => {
    await boss.createQueue(name, settings);
    await boss.updateQueue(name, settings);
  };
  await declare(DEAD_LETTERS, { retentionSeconds: 90 * 86_400 });
  for (const { name } of subscribers) await declare(name, QUEUE);
  // a task comes again anyway
  for (const { name } of tasks) await declare(name, { retryLimit: 0, heartbeatSeconds: 30 });
}

/** pg-boss's statements on the connection of a transaction of ours. */
export const within = (tx: Transaction) => ({
  db: { executeSql: async (text: string, values?: unknown[]) => ({ rows: (await tx.manager.queryRunner!.query(text, values, true)).records as unknown[] }) },
});

export type Queued = JobWithMetadata<Record<string, unknown>>;
