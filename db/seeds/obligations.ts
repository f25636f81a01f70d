import { statement, type Transaction } from '@zhixing/platform/api';
import { v7 as uuid } from 'uuid';

/** The assignments of the bank, on its most learned courses: who owes it besides those who finished it already (of 256 parts of the people), and when it was assigned and falls due, in days from today. */
const ASSIGNMENTS = [
  { title: '年度反洗钱必修', parts: 30, assigned: -80, due: -20 },
  { title: '数据安全季度必修', parts: 60, assigned: -25, due: 5 },
  { title: '消费者权益保护必修', parts: 256, assigned: -5, due: 60 },
];

const COURSES = statement(
  'seeds.most_learned',
  `select c.id from courses.course c where c.status = 'published' and c.audience = '{}' order by (select count(*) from courses.completion_record k where k.course_id = c.id) desc, c.id limit $1`,
);
const ASSIGN = statement(
  'seeds.assign',
  `with assigned as (
     insert into plans.assignment (id, title, description, reason, origin, owner_id, target_kind, target_id, audience, due, minimum_days, earlier, mandatory, starts_on, state, revision, created_at, activated_at)
     select $1, $2, '', '监管要求', 'l_and_d', $3, 'course', $4, '{"any":[]}', jsonb_build_object('kind', 'fixed', 'on', platform.today() + $6::int), 0, 'accept', true, platform.today() + $5::int, 'active', 1, platform.now(), platform.now())
   insert into plans.assignment_cycle (assignment_id, cycle, opens_on, due_on) values ($1, '', platform.today() + $5::int, platform.today() + $6::int)`,
);
/** Who owes assignment $1, open or completed when their first completion says so. */
const OWE = statement(
  'seeds.owe',
  `insert into plans.obligation (id, person_id, assignment_id, cycle, target_kind, target_id, source, reason, assigned_on, counts_from, zone, base_due_on, clock_from, due_on, mandatory, state, completed_at)
   select gen_random_uuid(), w.person_id, a.id, '', 'course', a.target_id, 'rule', a.reason, a.starts_on, '-infinity', 'Asia/Shanghai', t.due_on, a.starts_on, plans.paused_due(w.person_id, a.starts_on, t.due_on), true,
          case when k.at is null then 'open' else 'completed' end, k.at
     from plans.assignment a
     join plans.assignment_cycle t on t.assignment_id = a.id
     join people.workforce w on w.active and w.department_id is not null
     left join (select person_id, course_id, min(completed_at) as at from courses.completion_record group by person_id, course_id) k on k.person_id = w.person_id and k.course_id = a.target_id
    where a.id = $1 and (k.at is not null or get_byte(sha256(w.person_id::text::bytea), 0) < $2)
    order by w.person_id`,
);
const STATES = statement(
  'seeds.obligation_states',
  `insert into plans.obligation_state (obligation_id, state, mandatory, at, cause)
   select o.id, s.state, true, s.at, s.cause
     from (select *, assigned_on::timestamp at time zone zone as assigned_at from plans.obligation) o
    cross join lateral (
      select 'open' as state, o.assigned_at as at, 'rule' as cause where o.completed_at is null or o.completed_at > o.assigned_at
      union all
      select 'completed', greatest(o.completed_at, o.assigned_at), case when o.completed_at > o.assigned_at then 'completion' else 'earlier' end where o.completed_at is not null) s
    order by s.at, s.state desc`,
);
const DUES = statement(
  'seeds.obligation_dues',
  `insert into plans.obligation_due (obligation_id, base_due_on, clock_from, due_on, at, cause) select id, base_due_on, clock_from, due_on, assigned_on::timestamp at time zone zone, 'rule' from plans.obligation`,
);

/** What everybody owes: something late, something due soon, something with time left. */
export async function seedObligations(tx: Transaction, ownerId: string): Promise<void> {
  const courses = await tx.rows<{ id: string }>(COURSES, [ASSIGNMENTS.length]);
  for (const [at, { title, parts, assigned, due }] of ASSIGNMENTS.entries()) {
    const id = uuid();
    await tx.rows(ASSIGN, [id, title, ownerId, courses[at]!.id, assigned, due]);
    await tx.rows(OWE, [id, parts]);
  }
  await tx.rows(STATES);
  await tx.rows(DUES);
}
