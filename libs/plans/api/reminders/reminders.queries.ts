import { statement } from '@zhixing/platform/api';

/** SQL: the stage reached today of due date `d.due_on`, null = none yet. */
export const REACHED = `case when d.due_on < b.today then case when b.today - d.due_on >= 14 then 't+14' when b.today - d.due_on >= 7 then 't+7' else 't+1' end
       when d.due_on > b.today + 14 then null
       when b.today >= people.working_day_before(d.due_on) then 't-1'
       when d.due_on <= b.today + 7 then 't-7'
       else 't-14' end`;

/** Obligations that have reached a stage nobody was told of: mandatory, asked for, not waived, not paused. */
const TO_TELL = `
  b as materialized (select platform.today() as today),
  stage as materialized (
    select d.due_on, ${REACHED} as stage from (select distinct due_on from plans.obligation cross join b where state in ('open', 'waived') and mandatory and due_on <= b.today + 14) d cross join b)`;
const REMINDED = `n.mandatory and n.status in ('not_started', 'in_progress', 'due_soon', 'overdue')
   and not exists (select from plans.reminder r where r.obligation_id = n.obligation_id and r.stage = s.stage and r.due_on = n.due_on)`;

/** The next $2 obligations after $1 whose people, managers or owner are to be told, marked as told; with everything that is said. */
export const TELL = statement(
  'plans.tell',
  `with ${TO_TELL},
   reached as (
     select n.obligation_id, s.stage, n.due_on from stage s join plans.obligation_now n on n.due_on = s.due_on
      where s.stage <> 't+14' and n.obligation_id > $1 and ${REMINDED} order by n.obligation_id limit $2),
   told as (
     insert into plans.reminder (obligation_id, stage, due_on, at) select obligation_id, stage, due_on, platform.now() from reached on conflict do nothing returning obligation_id, stage, due_on)
   select t.obligation_id, t.stage, t.due_on::text, abs(t.due_on - b.today) as days, o.person_id, c.display_name as person, a.title, a.owner_id,
          coalesce((select array_agg(r.manager_id) from people.reporting r where r.person_id = o.person_id and r.kind in ('line', 'acting')), '{}') as managers
     from told t cross join b join plans.obligation o on o.id = t.obligation_id join plans.assignment a on a.id = o.assignment_id join people.card c on c.person_id = o.person_id
    order by t.obligation_id`,
);

/** Who is two weeks late, marked as reported; by the head who is told: the manager's line manager, or the manager who has none. */
export const REPORT = statement(
  'plans.report',
  `with ${TO_TELL},
   reached as (
     select n.obligation_id, s.stage, n.due_on from stage s join plans.obligation_now n on n.due_on = s.due_on where s.stage = 't+14' and ${REMINDED}),
   told as (
     insert into plans.reminder (obligation_id, stage, due_on, at) select obligation_id, stage, due_on, platform.now() from reached on conflict do nothing returning obligation_id),
   late as (
     select coalesce(h.manager_id, m.manager_id) as head_id, o.assignment_id, c.display_name
       from told t join plans.obligation o on o.id = t.obligation_id join people.card c on c.person_id = o.person_id
       join people.reporting m on m.person_id = o.person_id and m.kind = 'line'
       left join people.reporting h on h.person_id = m.manager_id and h.kind = 'line')
   select l.head_id, l.assignment_id, a.title, b.today::text, count(*)::int as people, (array_agg(l.display_name order by l.display_name))[1:10] as names
     from late l cross join b join plans.assignment a on a.id = l.assignment_id group by l.head_id, l.assignment_id, a.title, b.today`,
);

/** Whether people work today: holidays shift reminders to the next working day. */
export const WORKING_DAY = statement('plans.working_day', 'select people.is_working_day(platform.today()) as working');
