import { statement } from '@zhixing/platform/api';

/** The days of year $1 that are not what their weekday says. */
export const OF_YEAR = statement('people.holidays', 'select day::text, kind, name from people.holiday where day >= make_date($1, 1, 1) and day < make_date($1 + 1, 1, 1) order by day');

/** Days $1 of kinds $2 called $3. */
export const STORE_HOLIDAYS = statement(
  'people.store_holidays',
  `insert into people.holiday (day, kind, name) select * from unnest($1::date[], $2::text[], $3::text[])
   on conflict (day) do update set kind = excluded.kind, name = excluded.name`,
);
