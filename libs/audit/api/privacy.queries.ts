import { statement } from '@zhixing/platform/api';

/** When person $1 acknowledged version $2. */
export const ACKNOWLEDGED = statement('audit.acknowledged', 'select at from audit.acknowledgement where person_id = $1 and version = $2');

/** Nothing when it is there already. */
export const ACKNOWLEDGE = statement(
  'audit.acknowledge',
  'insert into audit.acknowledgement (person_id, version, at) values ($1, $2, platform.now()) on conflict do nothing returning at',
);

/** Run $1 of rule $2 deleted $3 rows. */
export const REPORT_PURGE = statement('audit.report_purge', 'insert into audit.purge (id, at, rule, rows) values ($1, platform.now(), $2, $3)');

/** Per rule its last run, and all it has deleted. */
export const PURGES = statement(
  'audit.purges',
  `select distinct on (rule) rule, at, rows, (sum(rows) over (partition by rule))::int as purged from audit.purge order by rule, at desc, id desc`,
);

/** Person $1 leaves on day $2. */
export const DEPART = statement('audit.depart', 'insert into audit.departure (person_id, due_on) values ($1, $2) on conflict (person_id) do update set due_on = excluded.due_on');

/** One departure whose day has come, taken out. */
export const TAKE_DEPARTURE = statement(
  'audit.take_departure',
  `delete from audit.departure where person_id = (select person_id from audit.departure where due_on <= platform.today() order by due_on limit 1 for update skip locked) returning person_id as "personId"`,
);
