import { departmentsOf, lieWithin } from '@zhixing/people/api';
import { statement } from '@zhixing/platform/api';
import { COUNTS_FROM } from '../assignments/apply.queries.ts';
import { below } from '../line.ts';

const CARD = 'c.person_id, c.staff_number, c.display_name, c.position, c.department_id, c.department_name';

/** Who is asked about obligation $1 first: the line managers (and who acts for them) of its person, and the owner of the assignment. */
export const OVERSEERS = statement(
  'plans.overseers',
  `select r.manager_id as person_id from plans.obligation o join people.reporting r on r.person_id = o.person_id and r.kind in ('line', 'acting') where o.id = $1 and r.manager_id <> o.person_id
   union select a.owner_id from plans.obligation o join plans.assignment a on a.id = o.assignment_id where o.id = $1 and a.owner_id <> o.person_id`,
);

/** What waits for `person` with scope of administration `scope` (SQL of a uuid and of a uuid[]), as rows `w` with the card `c` of whom it is about. Never what one asked for oneself. */
export const waitingApprovals = (person: string, scope: string): string => `(
     select 'extension' as kind, e.id, o.person_id as about_id, a.id as assignment_id, a.title, o.id as obligation_id, o.due_on::text, e.until::text, e.reason, e.requested_at, null::uuid as nominated_by
       from plans.extension e join plans.obligation o on o.id = e.obligation_id join plans.assignment a on a.id = o.assignment_id
      where e.decision is null and e.requested_by <> ${person} and (o.person_id in ${below(person)} or (a.owner_id = ${person} and a.origin = 'manager') or ${lieWithin(departmentsOf('o.person_id'), scope)})
     union all
     select 'nomination', m.id, m.person_id, a.id, a.title, null, null, null, m.reason, m.nominated_at, m.nominated_by
       from plans.nomination m join plans.assignment a on a.id = m.assignment_id
      where m.state = 'waiting' and m.nominated_by <> ${person} and m.person_id <> ${person} and ${lieWithin(departmentsOf('m.person_id'), scope)}) w
     join people.card c on c.person_id = w.about_id`;

/** What waits for person $1 with scope of administration $2, the oldest first: after the row of time $3 and id $4, $5 rows. */
export const APPROVALS = statement(
  'plans.approvals',
  `select w.*, w.requested_at::text as sort_key, ${CARD}, n.display_name as nominated_name from ${waitingApprovals('$1', '$2')} left join people.card n on n.person_id = w.nominated_by
    where $3::timestamptz is null or (w.requested_at, w.id) > ($3, $4::uuid)
    order by w.requested_at, w.id limit $5`,
);

const EXCEPTED = `select x.id, x.kind, x.cycle, x.rule_due_on::text, x.completed_at, x.raised_at, x.raised_at::text as sort_key, a.id as assignment_id, a.title, b.id as other_id, b.title as other_title, ${CARD}
  from plans.exception x join plans.assignment a on a.id = x.assignment_id left join plans.assignment b on b.id = x.other_id join people.card c on c.person_id = x.person_id`;

/** Exceptions that wait among the people of scope $1, of assignment $2 (null = all) and kinds $3 ('{}' = all), the oldest first: after the row of time $4 and id $5, $6 rows. */
export const EXCEPTIONS = statement(
  'plans.exceptions',
  `${EXCEPTED} where x.decision is null and ${lieWithin(departmentsOf('x.person_id'), '$1')} and ($2::uuid is null or x.assignment_id = $2) and (cardinality($3::text[]) = 0 or x.kind = any($3))
      and ($4::timestamptz is null or (x.raised_at, x.id) > ($4, $5::uuid)) order by x.raised_at, x.id limit $6`,
);
export const COUNT_EXCEPTIONS = statement(
  'plans.count_exceptions',
  `select x.kind, count(*)::int as waiting from plans.exception x where x.decision is null and ${lieWithin(departmentsOf('x.person_id'), '$1')} and ($2::uuid is null or x.assignment_id = $2) group by x.kind`,
);

/** Exception $1 of somebody in scope $2. */
export const EXCEPTION = statement('plans.exception', `select x.id, x.assignment_id, x.cycle, x.person_id, x.kind, x.decision from plans.exception x where x.id = $1 and ${lieWithin(departmentsOf('x.person_id'), '$2')}`);

/** Decides exception $1 as $2 with due date $3, by $4, with note $5; nothing when it is decided. */
export const DECIDE_EXCEPTION = statement(
  'plans.decide_exception',
  `update plans.exception set decision = $2, due_on = $3, decided_by = $4, decided_at = platform.now(), note = $5 where id = $1 and decision is null returning id`,
);

/** Under id $2 the person of exception $1 owes with the due date decided; what was cancelled is owed again. An earlier completion somebody decided about does not count. */
export const ASSIGN_EXCEPTION = statement(
  'plans.assign_exception',
  `with item as (
     select x.*, a.target_kind, a.target_id, a.reason, a.mandatory, a.earlier, a.earlier_months, a.due->>'kind' as due_kind, t.opens_on, platform.today() as today
       from plans.exception x join plans.assignment a on a.id = x.assignment_id join plans.assignment_cycle t on t.assignment_id = x.assignment_id and t.cycle = x.cycle
      where x.id = $1),
   made as (
     insert into plans.obligation as o (id, person_id, assignment_id, cycle, target_kind, target_id, source, reason, assigned_on, counts_from, zone, base_due_on, clock_from, due_on, mandatory, state)
     select $2, i.person_id, i.assignment_id, i.cycle, i.target_kind, i.target_id, 'exception', i.reason, i.today,
            case when i.kind = 'already_completed' then platform.now() else ${COUNTS_FROM} end, 'Asia/Shanghai', i.due_on, i.today, plans.paused_due(i.person_id, i.today, i.due_on), i.mandatory, 'open'
       from item i
     on conflict (assignment_id, cycle, person_id) do update
        set state = 'open', completed_at = null, mandatory = excluded.mandatory, counts_from = excluded.counts_from, base_due_on = excluded.base_due_on, clock_from = excluded.clock_from, due_on = excluded.due_on
      where o.state = 'cancelled'
     returning *),
   state as (
     insert into plans.obligation_state (obligation_id, state, mandatory, at, by_id, cause, reason)
     select m.id, 'open', m.mandatory, platform.now(), i.decided_by, 'exception', nullif(i.note, '') from made m cross join item i),
   due as (
     insert into plans.obligation_due (obligation_id, base_due_on, clock_from, due_on, at, cause, cause_id) select id, base_due_on, clock_from, due_on, platform.now(), 'exception', $1 from made)
   select person_id, due_on::text from made`,
);

/** Assignment $1 if it takes nominations today: their quota. */
export const TAKES_NOMINATIONS = statement(
  'plans.takes_nominations',
  `select title, owner_id, nomination_quota as quota from plans.assignment where id = $1 and state = 'active' and nominations_until >= platform.today()`,
);

/** A place of department $2 among $3 for assignment $1; nothing when all are taken. */
export const TAKE_PLACE = statement(
  'plans.take_place',
  `insert into plans.nomination_place as p (assignment_id, department_id, taken) values ($1, $2, 1)
   on conflict (assignment_id, department_id) do update set taken = p.taken + 1 where p.taken < $3 returning taken`,
);
export const GIVE_PLACE_BACK = statement('plans.give_place_back', 'update plans.nomination_place set taken = taken - 1 where assignment_id = $1 and department_id = $2');

/** Nomination $1 of person $3 (department $4) for assignment $2, by $5 because of $6; nothing when they are nominated. */
export const NOMINATE = statement(
  'plans.nominate',
  `insert into plans.nomination (id, assignment_id, person_id, department_id, nominated_by, nominated_at, reason, state) values ($1, $2, $3, $4, $5, platform.now(), $6, 'waiting')
   on conflict (assignment_id, person_id) where state in ('waiting', 'approved') do nothing returning id`,
);

/** Decides nomination $1 as $2, by $3, with note $4; nothing when it is decided. */
export const DECIDE_NOMINATION = statement(
  'plans.decide_nomination',
  `update plans.nomination set state = $2, decided_by = $3, decided_at = platform.now(), note = $4 where id = $1 and state = 'waiting' returning assignment_id, person_id, department_id, nominated_by`,
);

const NOMINATED = `select m.id, m.reason, m.state, m.nominated_at, m.nominated_at::text as sort_key, m.decided_at, m.note, m.nominated_by, n.display_name as nominated_name, m.decided_by, d.display_name as decided_name,
    a.id as assignment_id, a.title, ${CARD}
  from plans.nomination m join plans.assignment a on a.id = m.assignment_id join people.card c on c.person_id = m.person_id
  left join people.card n on n.person_id = m.nominated_by left join people.card d on d.person_id = m.decided_by`;

/** Nominations that person $1 made, or of people of scope $2, for assignment $3 (null = all) in state $4, the newest first: after the row of time $5 and id $6, $7 rows. */
export const NOMINATIONS = statement(
  'plans.nominations',
  `${NOMINATED} where (m.nominated_by = $1 or ${lieWithin(departmentsOf('m.person_id'), '$2')}) and ($3::uuid is null or m.assignment_id = $3) and ($4::text is null or m.state = $4)
      and ($5::timestamptz is null or (m.nominated_at, m.id) < ($5, $6::uuid)) order by m.nominated_at desc, m.id desc limit $7`,
);
export const NOMINATION = statement('plans.nomination', `select m.id, m.person_id, m.nominated_by from plans.nomination m where m.id = $1 and ${lieWithin(departmentsOf('m.person_id'), '$2')}`);

/** Assignments that take nominations today, with the places department $1 has taken. */
export const OPEN_NOMINATIONS = statement(
  'plans.open_nominations',
  `select a.id, a.title, a.nomination_quota as quota, a.nominations_until::text as until, coalesce(p.taken, 0) as taken
     from plans.assignment a left join plans.nomination_place p on p.assignment_id = a.id and p.department_id = $1
    where a.state = 'active' and a.nominations_until >= platform.today() order by a.nominations_until, a.id limit 100`,
);
