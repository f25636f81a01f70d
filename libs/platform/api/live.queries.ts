import { statement } from './database.ts';

/** Where the worker announces messages. */
export const LIVE_CHANNEL = 'platform_live';

export const WRITE_LIVE = statement(
  'platform.live',
  `insert into platform.live_message (transaction_id, topic, key, data, at) values (pg_current_xact_id()::text::bigint, $1, $2, $3, platform.now())`,
);

/** Messages of transactions that have ended, with all before them: read in this order none is passed over that commits late. */
const SETTLED = 'transaction_id < pg_snapshot_xmin(pg_current_snapshot())::text::bigint';

/** Where the messages end now. */
export const LIVE_END = statement(
  'platform.live_end',
  `select transaction_id, id from (
     (select transaction_id, id from platform.live_message where ${SETTLED} order by transaction_id desc, id desc limit 1)
     union all select 0, 0) e order by transaction_id desc limit 1`,
);

/** Notifies once when there are messages after $1, $2, and says where they end. */
export const ANNOUNCE = statement(
  'platform.announce_live',
  `select m.transaction_id, m.id, pg_notify('${LIVE_CHANNEL}', '')
     from (select transaction_id, id from platform.live_message where (transaction_id, id) > ($1, $2) and ${SETTLED} order by transaction_id desc, id desc limit 1) m`,
);

/** At most 500 messages after $1, $2 and, unless null, up to $3, $4. */
export const LIVE_AFTER = statement(
  'platform.live_after',
  `select transaction_id, id, topic, key, data from platform.live_message where (transaction_id, id) > ($1, $2) and ($3::bigint is null or (transaction_id, id) <= ($3, $4::bigint)) and ${SETTLED}
    order by transaction_id, id limit 500`,
);

export const FORGET_LIVE = statement('platform.forget_live', `delete from platform.live_message where at < platform.now() - interval '1 hour'`);
