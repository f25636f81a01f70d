import type { EventDefinition } from '@zhixing/platform/contract';
import type { z } from 'zod';
import { statement, type Transaction } from './database.ts';

const EMIT = statement(
  'platform.emit',
  `insert into platform.outbox (transaction_id, event, payload, at) values (pg_current_xact_id()::text::bigint, $1, $2, platform.now())`,
);

/** Says in the transaction of the change itself that it has happened; subscribers of rooms above hear of it after the commit, each at least once, in no promised order. */
export async function emit<T extends z.ZodType>(tx: Transaction, event: EventDefinition<T>, payload: z.infer<T>): Promise<void> {
  await tx.rows(EMIT, [event.name, event.payload.parse(payload)]);
}

/** Takes at most $1 events out whose transaction and all before it have ended; those that another worker is taking are left to it. */
export const TAKE_EVENTS = statement(
  'platform.take_events',
  `with taken as (
     delete from platform.outbox where id in (
       select id from platform.outbox
        where transaction_id < pg_snapshot_xmin(pg_current_snapshot())::text::bigint
        order by id limit $1 for update skip locked)
     returning id, event, payload)
   select * from taken order by id`,
);
