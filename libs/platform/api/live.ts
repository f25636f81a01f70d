import type { Actor } from './actor.ts';
import type { Reader } from './database.ts';
import { WRITE_LIVE } from './live.queries.ts';

/** A kind of news that open pages may ask for (`job`, `team`); filled by rooms. */
export interface LiveTopic {
  name: string;
  /** Whether this person may hear of this key. */
  may(actor: Actor, key: string, reader: Reader): boolean | Promise<boolean>;
}

/** Tells open pages that something of this topic and key has changed: in the transaction of the change, or on its own. The worker passes it on after the commit. */
export async function live(target: Reader, topic: string, key: string, data: Record<string, unknown> = {}): Promise<void> {
  await target.rows(WRITE_LIVE, [topic, key, data]);
}
