import { Inject, Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { LiveMessage } from '@zhixing/platform/contract';
import pg from 'pg';
import { type Actor, ActorSource } from './actor.ts';
import { CONFIG, type Config } from './config.ts';
import { Database, first } from './database.ts';
import { AppError } from './errors.ts';
import { Permissions } from './guard.ts';
import type { LiveTopic } from './live.ts';
import { LIVE_AFTER, LIVE_CHANNEL, LIVE_END } from './live.queries.ts';

/** Injection token of all rooms' LiveTopics. */
export const LIVE_TOPICS = Symbol('LiveTopics');

/** Open streams of one person in this process; one more is refused, and a browser then does not ask again. */
const STREAMS = 10;
/** Milliseconds between two signs of life, at which the login is looked at again. */
const BEAT = 15_000;
/** Milliseconds before the lost connection is opened anew. */
const RECONNECT = 1_000;

/** Where a message stands in the order of commits; as text it is the id of a server-sent event. */
interface Place {
  transaction_id: string;
  id: string;
}

type Row = Place & LiveMessage;

/** One open page. */
interface Stream {
  actor: Actor;
  wants: ReadonlySet<string>;
  write(text: string): void;
  close(): void;
}

const event = ({ transaction_id, id, topic, key, data }: Row): string => `id: ${transaction_id}-${id}\ndata: ${JSON.stringify({ topic, key, data } satisfies LiveMessage)}\n\n`;

/**
 * The open pages of this process and what they hear (server-sent events, WHATWG HTML 9.2). The worker announces messages by NOTIFY; one connection listens,
 * from the first stream on, and one read serves all streams. Whoever comes back says what they heard last and gets the rest, for an hour.
 */
@Injectable()
export class LiveStreams implements OnModuleDestroy {
  private readonly logger = new Logger('live');
  private readonly streams = new Set<Stream>();
  /** What has been passed on. */
  private place: Place | undefined;
  private listener: pg.Client | undefined;
  private timers: NodeJS.Timeout[] = [];
  private ended = false;
  /** Reading and opening take turns, so that a stream misses nothing between its replay and the next message. */
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LIVE_TOPICS) private readonly topics: LiveTopic[],
    private readonly database: Database,
    private readonly permissions: Permissions,
    private readonly modules: ModuleRef,
  ) {}

  /** @throws AppError too_many_requests with ten streams open; not_found for a topic that does not exist or is not for this person */
  async admit(actor: Actor, wanted: readonly string[]): Promise<void> {
    const own = [...this.streams].filter((one) => one.actor.personId === actor.personId);
    if (own.length >= STREAMS) throw new AppError('too_many_requests', { seconds: 60 });
    await this.permit(actor, wanted);
  }

  private async permit(actor: Actor, wanted: readonly string[]): Promise<void> {
    for (const one of wanted) {
      const [name, key = ''] = one.split(':');
      const topic = this.topics.find((candidate) => candidate.name === name);
      if (!topic || !(await topic.may(actor, key, this.database))) throw new AppError('not_found');
    }
  }

  /** Lets a page hear of `wanted` (`topic:key`) from now on, and before that of what it missed after `heard`, the id of the last event it got. */
  open(actor: Actor, wanted: readonly string[], heard: string | undefined, out: Pick<Stream, 'write' | 'close'>): Promise<() => void> {
    const stream: Stream = { actor, wants: new Set(wanted), ...out };
    return this.inTurn(async () => {
      const now = this.place ?? (await this.listen());
      const [, transaction_id, id] = /^(\d{1,18})-(\d{1,18})$/.exec(heard ?? '') ?? [];
      if (transaction_id && id) await this.pass({ transaction_id, id }, [stream], now);
      this.streams.add(stream);
      return () => void this.streams.delete(stream);
    });
  }

  /** Looks at every login again: streams of those that ended, or may no longer hear what they asked for, close. Also passes on what a lost notification may have announced. */
  async beat(): Promise<void> {
    await Promise.all([...this.streams].map(async (stream) => {
      if (await this.mayStill(stream)) stream.write(': \n\n');
      else this.drop(stream);
    }));
    await this.advance();
  }

  private async mayStill({ actor, wants }: Stream): Promise<boolean> {
    const facts = await this.modules.get(ActorSource, { strict: false }).still(actor);
    if (!facts) return false;
    return this.permit({ ...facts, permissions: this.permissions.of(facts.roles) }, [...wants]).then(() => true, (error: unknown) => {
      if (error instanceof AppError) return false;
      throw error;
    });
  }

  onModuleDestroy(): void {
    this.ended = true;
    this.timers.forEach(clearTimeout);
    for (const stream of [...this.streams]) this.drop(stream);
    void this.listener?.end().catch(() => undefined);
  }

  private drop(stream: Stream): void {
    this.streams.delete(stream);
    stream.close();
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.turn.then(work);
    this.turn = result.catch(() => undefined);
    return result;
  }

  /** Begins to listen, at the end of what there is. */
  private async listen(): Promise<Place> {
    if (!this.listener) await this.connect();
    const place = (await first<Place>(this.database, LIVE_END))!;
    this.timers.push(setInterval(() => void this.beat().catch((error: Error) => this.logger.error(error)), BEAT).unref());
    this.place = place;
    return place;
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({ connectionString: this.config.databaseUrl, application_name: 'zhixing-live' });
    client.on('notification', () => void this.advance().catch((error: Error) => this.logger.error(error)));
    client.on('error', (error) => this.logger.warn(error.message));
    client.on('end', () => {
      if (!this.ended && this.listener === client) this.timers.push(setTimeout(() => void this.reconnect(), RECONNECT).unref());
    });
    try {
      await client.connect();
      await client.query(`listen ${LIVE_CHANNEL}`);
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
    this.listener = client;
  }

  private async reconnect(): Promise<void> {
    if (this.ended) return;
    try {
      await this.connect();
      await this.advance();
    } catch (error) {
      this.logger.warn((error as Error).message);
      this.timers.push(setTimeout(() => void this.reconnect(), RECONNECT).unref());
    }
  }

  /** Passes on whatever is new. */
  private advance(): Promise<void> {
    return this.inTurn(async () => {
      if (this.place) this.place = await this.pass(this.place, [...this.streams]);
    });
  }

  /** Passes messages after `from` to those who want them, at most up to `until`. @returns the last place read */
  private async pass(from: Place, to: Stream[], until?: Place): Promise<Place> {
    for (let place = from; ; ) {
      const rows = await this.database.rows<Row>(LIVE_AFTER, [place.transaction_id, place.id, until?.transaction_id ?? null, until?.id ?? null]);
      for (const row of rows) for (const stream of to) if (stream.wants.has(`${row.topic}:${row.key}`)) stream.write(event(row));
      const last = rows.at(-1);
      if (!last) return place;
      place = last;
    }
  }
}
