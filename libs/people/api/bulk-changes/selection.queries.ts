import { statement } from '@zhixing/platform/api';
import { holdsFrom } from '../dated.ts';

/** Person $1 and everybody above them on day $2 or later, following line managers. */
export const ABOVE = statement(
  'people.bulk_above',
  `with recursive above(id) as (
     select $1::uuid
     union
     select r.manager_id from above a join people.manager_relation r on r.person_id = a.id and r.kind = 'line' and ${holdsFrom('r', '$2::date')})
   select id from above`,
);

/** Those of the persons $1 who are on leave on a day from $2 up to $3 (null = open). */
export const AWAY = statement(
  'people.bulk_away',
  `select distinct l.person_id as id from people.leave l where l.person_id = any($1) and ${holdsFrom('l', '$2::date')} and ($3::date is null or l.valid_from < $3)`,
);
