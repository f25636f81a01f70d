import type { CardRow } from '@zhixing/people/api';
import { statement } from '@zhixing/platform/api';
import { MOMENT } from '../moment.queries.ts';
import { LINE, PRESSING, TEAM, TODAY } from '../scope.queries.ts';

/** The first $3 people of scope $2 of manager $1 with mandatory items past due, who has most first, then who is latest; `people` = how many there are in all. */
export const OVERDUE_PEOPLE = statement(
  'insights.overdue_people',
  `with ${MOMENT}, ${LINE}, ${TEAM}, ${PRESSING},
   late as (
     select p.person_id, count(*)::int as items, min(p.due_on) as since, (array_agg(t.title order by p.due_on, p.obligation_id))[1] as title
       from pressing p
       join plans.target t on t.target_kind = p.target_kind and t.target_id = p.target_id
      where p.status = 'overdue'
      group by p.person_id)
   select c.*, l.items, l.title, ${TODAY} - l.since as days, count(*) over ()::int as people
     from late l
     join team m on m.person_id = l.person_id
     join people.card c on c.person_id = l.person_id
    order by l.items desc, l.since, m.pinyin, l.person_id
    limit $3`,
);

/** How many items somebody is overdue with, and the one that is so the longest, since how many days. */
export interface OverduePerson extends CardRow {
  items: number;
  title: string;
  days: number;
  people: number;
}
