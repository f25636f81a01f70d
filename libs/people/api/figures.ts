import { type FigureCheck, statement } from '@zhixing/platform/api';
import { holdsOn } from './dated.ts';

const TODAY = '(select day from today)';

/** Persons and departments that are not today what their dated rows say, and dated rows of one person that hold on the same day. */
const DISAGREEMENTS = statement(
  'people.disagreements',
  `with recursive today as materialized (select platform.today() as day),
   place as materialized (select p.* from people.department_place p where ${holdsOn('p', TODAY)}),
   tree as (
     select department_id as id, parent_id, name, array[department_id] as path from place where parent_id is null
     union all
     select p.department_id, p.parent_id, p.name, p.department_id || t.path from place p join tree t on t.id = p.parent_id)
   select 'active' as what, p.id from people.person p
    where p.active <> (not p.disabled and exists (select from people.employment e where e.person_id = p.id and ${holdsOn('e', TODAY)}))
   union all
   select 'department', d.id from people.department d join tree t on t.id = d.id where (d.parent_id, d.name, d.path) is distinct from (t.parent_id, t.name, t.path)
   union all
   select 'place', d.id from people.department d where d.closed_on is null and d.id not in (select id from tree)
   union all
   select 'membership', m.id from people.department_membership m join people.department_membership n on n.person_id = m.person_id and n.id <> m.id
    where m.valid_from <= n.valid_from and (m.valid_until is null or m.valid_until > n.valid_from)
   union all
   select 'line', coalesce(l.person_id, n.person_id) from people.line l full join people.above(array(select id from people.person)) n using (manager_id, person_id)
    where (l.direct, l.pinyin) is distinct from (n.direct, n.pinyin)
   union all
   select 'employment', m.id from people.employment m join people.employment n on n.person_id = m.person_id and n.id <> m.id
    where m.valid_from <= n.valid_from and (m.valid_until is null or m.valid_until > n.valid_from)`,
);

export const peopleFigures: FigureCheck = { title: 'people and departments of today against their dated rows', disagreements: DISAGREEMENTS };
