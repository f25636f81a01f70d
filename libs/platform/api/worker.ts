import { type INestApplicationContext, Logger } from '@nestjs/common';
import type { PgBoss } from 'pg-boss';
import { CONFIG, type Config } from './config.ts';
import { Database, first } from './database.ts';
import { ANNOUNCE } from './live.queries.ts';
import { TAKE_EVENTS } from './outbox.ts';
import { platformList } from './platform.lists.ts';
import { declareQueues, openBoss, type Queued, within } from './queue.ts';
import type { Room } from './room.ts';
import type { Subscriber, Task } from './subscriber.ts';

/** Events moved in one transaction. */
const BATCH = 500;
/** Milliseconds between two looks into the outbox. */
const POLL = 200;

interface TakenEvent {
  event: string;
  payload: Record<string, unknown>;
}

/** The process behind the pages: moves events from the outbox to the queues of their subscribers, and serves the queues. Any number may run. */
export class Worker {
  private readonly logger = new Logger('worker');
  private readonly database: Database;
  private readonly subscribers: Subscriber[];
  private readonly tasks: Task[];
  /** The last live message that was announced; a new worker announces whatever there is, in case nobody was there to. */
  private announced: { transaction_id: string; id: string } = { transaction_id: '0', id: '0' };
  private stopping = false;
  private relaying: Promise<void> | undefined;

  private constructor(
    private readonly app: INestApplicationContext,
    rooms: Room[],
    private readonly boss: PgBoss,
  ) {
    this.database = app.get(Database);
    this.subscribers = [platformList, ...rooms].flatMap((room) => room.subscribers ?? []);
    this.tasks = [platformList, ...rooms].flatMap((room) => room.tasks ?? []);
  }

  /** Connects to the queues; nothing runs yet. `background` = this process also watches over retries and lost workers. */
  static async open(app: INestApplicationContext, rooms: Room[], background = true): Promise<Worker> {
    const boss = openBoss(app.get<Config>(CONFIG).databaseUrl, background);
    const worker = new Worker(app, rooms, boss);
    boss.on('error', (error) => worker.logger.error(error));
    await boss.start();
    await declareQueues(boss, worker.subscribers, worker.tasks);
    return worker;
  }

  /** Runs until `stop`. */
  async start(): Promise<void> {
    for (const subscriber of this.subscribers) {
      // with notifications pg-boss polls rarely, and asks for more at once only after a full batch of two or more
      await this.boss.work(subscriber.name, { batchSize: 2, burstWhenBatchFull: true, includeMetadata: true, perJobResults: true }, (jobs: Queued[]) =>
        Promise.all(jobs.map(async (job) => {
          const failure = await this.deliver(subscriber, job);
          return failure ? { id: job.id, status: 'failed' as const, output: failure } : { id: job.id, status: 'completed' as const };
        })));
    }
    for (const task of this.tasks) {
      await this.boss.schedule(task.name, task.cron, null, { tz: 'Asia/Shanghai' });
      await this.boss.work(task.name, () => this.app.get(task.by, { strict: false }).run());
    }
    this.relaying = this.relay();
  }

  /** Lets what is running come to its end, for at most ten seconds; the rest goes to another worker. */
  async stop(): Promise<void> {
    this.stopping = true;
    await this.relaying;
    await this.boss.stop({ graceful: true, timeout: 10_000 });
  }

  /** Does everything there is to do, retries without their delay, and returns. For tests, which never wait. */
  async drain(): Promise<void> {
    for (let busy = true; busy; ) {
      busy = (await this.moveEvents()) > 0;
      for (const subscriber of this.subscribers) {
        for (const job of await this.boss.fetch<Record<string, unknown>>(subscriber.name, { includeMetadata: true, batchSize: 10, ignoreStartAfter: true })) {
          busy = true;
          const failure = await this.deliver(subscriber, Object.assign(job, { signal: new AbortController().signal }));
          if (failure) await this.boss.fail(subscriber.name, job.id, failure);
          else await this.boss.complete(subscriber.name, job.id);
        }
      }
    }
    await this.announceLive();
  }

  /** Moves the events that are ready; both sides in one transaction, so that each moves once. */
  async moveEvents(): Promise<number> {
    return this.database.transaction(async (tx) => {
      const taken = await tx.rows<TakenEvent>(TAKE_EVENTS, [BATCH]);
      for (const { name, event } of this.subscribers) {
        const jobs = taken.filter((one) => one.event === event.name).map(({ payload }) => ({ data: payload }));
        if (jobs.length) await this.boss.insert(name, jobs, within(tx));
      }
      return taken.length;
    });
  }

  /** Tells the API processes when there are messages for open pages; they read them themselves. */
  private async announceLive(): Promise<void> {
    const newest = await first<Worker['announced']>(this.database, ANNOUNCE, [this.announced.transaction_id, this.announced.id]);
    if (newest) this.announced = newest;
  }

  private async relay(): Promise<void> {
    while (!this.stopping) {
      const moved = await this.turn();
      if (moved < BATCH) await new Promise((resolve) => setTimeout(resolve, POLL));
    }
  }

  private async turn(): Promise<number> {
    try {
      const moved = await this.moveEvents();
      await this.announceLive();
      return moved;
    } catch (error) {
      this.logger.error(error); // the database is away: the next turn tries again
      return 0;
    }
  }

  /** @returns what to keep of a failure, or undefined */
  private async deliver({ name, event, by }: Subscriber, job: Queued): Promise<{ message: string; stack?: string } | undefined> {
    const last = job.retryCount >= job.retryLimit;
    try {
      await this.app.get(by, { strict: false }).handle(event.payload.parse(job.data), { last, signal: job.signal });
      return undefined;
    } catch (thrown) {
      const error = thrown instanceof Error ? thrown : new Error(String(thrown));
      this.logger.error(`${name} failed${last ? ' at the last try and is now a dead letter' : ''}: ${error.stack}`);
      return { message: error.message, ...(error.stack ? { stack: error.stack } : {}) };
    }
  }
}
