import { statement } from '@zhixing/platform/api';

/** A mail that one sender holds: `attempts` is its fence. */
export interface ClaimedRow {
  id: string;
  person_id: string;
  message_id: string | null;
  attempts: number;
  created_at: Date;
}

/** Who gets a mail, as long as they are with the bank. */
export interface RecipientRow {
  person_id: string;
  display_name: string;
  mail: string | null;
  language: 'zh-CN' | 'en';
}

export interface TroubledRow {
  id: string;
  person_id: string;
  template: string | null;
  state: 'failed' | 'dead';
  attempts: number;
  reason: string | null;
  handed_over_at: Date | null;
  next_at: Date | null;
  created_at: Date;
}

/** The deliveries of the JSON list $2 on channel $1. */
export const ADD_DELIVERIES = statement(
  'messages.add_deliveries',
  `insert into messages.delivery (id, channel, person_id, message_id, state, attempts, next_at, created_at)
   select d.id, $1, d.person_id, d.message_id, d.state, 0, d.next_at, date_trunc('milliseconds', platform.now())
     from jsonb_to_recordset($2) as d (id uuid, person_id uuid, message_id uuid, state text, next_at timestamptz)
   on conflict do nothing`,
);

/** One due mail of channel $1, for ten minutes the caller's alone. */
export const CLAIM = statement(
  'messages.claim',
  `update messages.delivery set state = 'sending', attempts = attempts + 1, next_at = platform.now() + interval '10 minutes', handed_over_at = null
    where id = (select id from messages.delivery where channel = $1 and state in ('queued', 'failed') and next_at <= platform.now() order by next_at limit 1 for update skip locked)
   returning id, person_id, message_id, attempts, created_at`,
);

/** Uses one of $3 of slot $2 of channel $1; nothing when they are used up. */
export const TAKE_QUOTA = statement(
  'messages.take_quota',
  `insert into messages.quota (channel, slot, used) values ($1, $2, 1)
   on conflict (channel, slot) do update set used = quota.used + 1 where quota.used < $3 returning used`,
);

export const FORGET_QUOTAS = statement('messages.forget_quotas', 'delete from messages.quota where slot < $1');

/** The writes below do nothing once the caller's claim is over. */
const HELD = `id = $1 and attempts = $2 and state = 'sending'`;

/** The server is about to take the text of delivery $1. */
export const HAND_OVER = statement('messages.hand_over', `update messages.delivery set handed_over_at = platform.now() where ${HELD} returning id`);

export const SENT = statement('messages.sent', `update messages.delivery set state = 'sent', next_at = null, reason = null, finished_at = platform.now() where ${HELD}`);

/** Nobody is there to get it, for reason $3. */
export const DROP = statement('messages.drop', `update messages.delivery set state = 'muted', next_at = null, reason = $3, finished_at = platform.now() where ${HELD}`);

/** Failed for reason $3, to be tried again at $4, or never when null; $5 = nobody knows whether it arrived. */
export const FAIL = statement(
  'messages.fail',
  `update messages.delivery set state = case when $4::timestamptz is null then 'dead' else 'failed' end, reason = $3, next_at = $4, handed_over_at = case when $5 then handed_over_at end,
          finished_at = case when $4::timestamptz is null then platform.now() end
    where ${HELD}`,
);

/** Mails whose sender is gone: tried again, at most $1 times, unless the server had begun to take the text. */
export const RECOVER = statement(
  'messages.recover',
  `update messages.delivery d set state = r.state, reason = 'The worker stopped while sending', next_at = case when r.state = 'failed' then platform.now() end, finished_at = case when r.state = 'dead' then platform.now() end
     from (select id, case when handed_over_at is null and attempts < $1 then 'failed' else 'dead' end as state from messages.delivery where state = 'sending' and next_at <= platform.now() for update skip locked) r
    where d.id = r.id`,
);

/** Person $1 with address and language; nothing when they left. */
export const RECIPIENT = statement(
  'messages.recipient',
  'select c.person_id, c.display_name, c.mail, a.language from people.card c join people.actor a on a.person_id = c.person_id where c.person_id = $1',
);

/** What delivery $1 tells: its message, or those its digest took up. */
export const CONTENTS = statement(
  'messages.contents',
  `select m.template, m."values", m.link from messages.delivery d join messages.message m on m.id = d.message_id where d.id = $1 or d.digest_id = $1 order by m.at, m.id`,
);

/** What was read in the application need not come by mail as well. */
export const DROP_READ = statement(
  'messages.drop_read',
  `update messages.delivery d set state = 'muted', reason = 'read', finished_at = platform.now()
     from messages.message m where m.id = d.message_id and d.state = 'waiting' and m.read_at > m.at`,
);

/** At most $3 persons with messages waiting for a digest on channel $1 who have none of day $2 yet, with their quiet hours. */
export const WAITING = statement(
  'messages.waiting',
  `select w.person_id, q.quiet_from as "from", q.quiet_until as until
     from (select distinct person_id from messages.delivery where channel = $1 and state = 'waiting') w
     left join messages.quiet_hours q on q.person_id = w.person_id
    where not exists (select from messages.delivery x where x.person_id = w.person_id and x.channel = $1 and x.digest_day = $2)
    limit $3`,
);

/** The digests of day $2 of channel $1 for the JSON list $3; one a person and day. */
export const ADD_DIGESTS = statement(
  'messages.add_digests',
  `insert into messages.delivery (id, channel, person_id, digest_day, state, attempts, next_at, created_at)
   select d.id, $1, d.person_id, $2, 'queued', 0, d.next_at, date_trunc('milliseconds', platform.now()) from jsonb_to_recordset($3) as d (id uuid, person_id uuid, next_at timestamptz)
   on conflict do nothing returning id, person_id`,
);

/** Digests $2 of persons $3 take up what waits on channel $1. */
export const GATHER = statement(
  'messages.gather',
  `update messages.delivery d set state = 'digested', digest_id = t.id, finished_at = platform.now()
     from unnest($2::uuid[], $3::uuid[]) t (id, person_id) where d.person_id = t.person_id and d.channel = $1 and d.state = 'waiting'`,
);

/** Mails in trouble, in state $1 if given, after $2 $3 in descending order, at most $4. */
export const TROUBLED = statement(
  'messages.troubled',
  `select d.id, d.person_id, m.template, d.state, d.attempts, d.reason, d.handed_over_at, d.next_at, d.created_at
     from messages.delivery d left join messages.message m on m.id = d.message_id
    where d.state in ('failed', 'dead') and ($1::text is null or d.state = $1) and ($2::timestamptz is null or (d.created_at, d.id) < ($2, $3::uuid))
    order by d.created_at desc, d.id desc limit $4`,
);

/** Sends delivery $1 again, if it is in trouble. */
export const RESEND = statement(
  'messages.resend',
  `update messages.delivery set state = 'queued', next_at = platform.now(), reason = null, handed_over_at = null, finished_at = null where id = $1 and state in ('failed', 'dead') returning id`,
);

export const DELIVERY = statement('messages.delivery', 'select id from messages.delivery where id = $1');

/** How the mail of channel $1 does; $2 = the slot of today. */
export const MAIL_STATE = statement(
  'messages.mail_state',
  `select count(*) filter (where state in ('queued', 'waiting', 'sending'))::int as waiting, count(*) filter (where state = 'failed')::int as failed, count(*) filter (where state = 'dead')::int as dead,
          coalesce((select used from messages.quota where channel = $1 and slot = $2), 0) as "sentToday"
     from messages.delivery where channel = $1 and state in ('queued', 'waiting', 'sending', 'failed', 'dead')`,
);
