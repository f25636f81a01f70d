import { statement } from '@zhixing/platform/api';

export interface MessageRow {
  id: string;
  template: string;
  values: Record<string, string | number | { zh: string; en: string }>;
  link: string;
  at: Date;
  read_at: Date | null;
}

/** Takes in the messages of the JSON list $1; what a person was told before is left out. Those muted in the application count as read. */
export const TAKE_IN = statement(
  'messages.take_in',
  `insert into messages.message (id, person_id, template, subject_type, subject_id, stage, cycle, "values", link, at, read_at)
   select m.id, m.person_id, m.template, m.subject_type, m.subject_id, m.stage, m.cycle, m."values", m.link, m.at, case when m.muted then m.at end
     from jsonb_to_recordset($1) as m (id uuid, person_id uuid, template text, subject_type text, subject_id text, stage text, cycle text, "values" jsonb, link text, at timestamptz, muted boolean)
   on conflict on constraint message_key do nothing
   returning id, person_id, template, at`,
);

/** What persons $1 muted. */
export const MUTES = statement('messages.mutes', 'select person_id, "group", channel from messages.mute where person_id = any($1)');

/** The quiet hours of persons $1, as far as they chose some. */
export const QUIET = statement('messages.quiet', 'select person_id, quiet_from as "from", quiet_until as until from messages.quiet_hours where person_id = any($1)');

/** Messages of person $1 and templates $2, unread ones only if $3, after $4 $5 in descending order, at most $6. */
export const LIST = statement(
  'messages.list',
  `select id, template, "values", link, at, read_at from messages.message
    where person_id = $1 and template = any($2) and (not $3 or read_at is null) and ($4::timestamptz is null or (at, id) < ($4, $5::uuid))
    order by at desc, id desc limit $6`,
);

/** How many messages of templates $2 person $1 has not read. */
export const UNREAD = statement('messages.unread', 'select count(*)::int as unread from messages.message where person_id = $1 and read_at is null and template = any($2)');

/** Marks messages $2 of person $1 as read, all when null. */
export const READ = statement('messages.read', 'update messages.message set read_at = platform.now() where person_id = $1 and read_at is null and ($2::uuid[] is null or id = any($2)) returning id');

/** Quiet hours of person $1 from $2 until $3. */
export const SAVE_QUIET = statement(
  'messages.save_quiet',
  'insert into messages.quiet_hours (person_id, quiet_from, quiet_until) values ($1, $2, $3) on conflict (person_id) do update set quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until',
);

export const UNMUTE = statement('messages.unmute', 'delete from messages.mute where person_id = $1');

/** Person $1 mutes groups $2 on channels $3. */
export const MUTE = statement('messages.mute', 'insert into messages.mute (person_id, "group", channel) select $1, t.name, t.channel from unnest($2::text[], $3::text[]) t (name, channel) on conflict do nothing');
