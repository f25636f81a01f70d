import { departmentsOf, lieWithin } from '@zhixing/people/api';
import { statement } from '@zhixing/platform/api';
import { REMIND_AGAIN_DAYS } from '@zhixing/plans/contract';
import { below } from '../line.ts';

/** An obligation `n` with its assignment `a`, target and owner. */
const COLUMNS = `n.obligation_id, n.person_id, n.cycle, n.reason, n.mandatory, n.status, n.state, n.assigned_on::text, n.due_on::text, n.zone, n.due_at, n.started_at, n.completed_at, n.registration_id, n.reminded_at,
  a.id as assignment_id, a.title as assignment_title, a.origin, a.owner_id, coalesce(w.display_name, '') as owner_name, n.target_kind, n.target_id, t.title as target_title, t.minutes as target_minutes`;
const NAMES = `join plans.assignment a on a.id = n.assignment_id
  join plans.target t on t.target_kind = n.target_kind and t.target_id = n.target_id
  left join people.card w on w.person_id = a.owner_id`;

/** Whether a reminder by hand makes sense and was not sent lately. */
export const REMINDABLE = `(n.status in ('not_started', 'in_progress', 'due_soon', 'overdue') and (n.reminded_at is null or n.reminded_at <= platform.now() - interval '${REMIND_AGAIN_DAYS} days'))`;
const CARD = `c.staff_number, c.display_name, c.position, c.department_id, c.department_name, ${REMINDABLE} as remindable`;

/** Own obligations of person $1 that are to be done: the nearest due date first. $2 date and $3 id of the last row, $4 rows. */
export const MINE_OPEN = statement(
  'plans.mine_open',
  `select ${COLUMNS}, n.due_on::text as sort_key from plans.obligation_now n ${NAMES}
    where n.person_id = $1 and n.state in ('open', 'waived') and n.status <> 'waived' and ($2::date is null or (n.due_on, n.obligation_id) > ($2, $3::uuid)) order by n.due_on, n.obligation_id limit $4`,
);
/** The same that are done, the latest first; $2 is a time. */
export const MINE_DONE = statement(
  'plans.mine_done',
  `select ${COLUMNS}, n.completed_at::text as sort_key from plans.obligation_now n ${NAMES}
    where n.person_id = $1 and n.state = 'completed' and ($2::timestamptz is null or (n.completed_at, n.obligation_id) < ($2, $3::uuid)) order by n.completed_at desc, n.obligation_id desc limit $4`,
);
/** All of them, the latest due date first. */
export const MINE_ALL = statement(
  'plans.mine_all',
  `select ${COLUMNS}, n.due_on::text as sort_key from plans.obligation_now n ${NAMES}
    where n.person_id = $1 and ($2::date is null or (n.due_on, n.obligation_id) < ($2, $3::uuid)) order by n.due_on desc, n.obligation_id desc limit $4`,
);
export const MY_COUNTS = statement(
  'plans.my_counts',
  `select count(*) filter (where state in ('open', 'waived') and status <> 'waived')::int as open, count(*) filter (where status = 'overdue')::int as overdue, count(*) filter (where status = 'due_soon')::int as "dueSoon",
          count(*) filter (where state = 'completed')::int as done from plans.obligation_now where person_id = $1`,
);

/** Those with these statuses ('{}' = all but cancelled), and these words in the card. */
const filtered = (statuses: string, words: string): string => `
  (case when cardinality(${statuses}::text[]) = 0 then n.status <> 'cancelled' else n.status = any(${statuses}) end)
  and (${words}::text is null or c.display_name ilike ${words} or c.staff_number ilike ${words} or c.department_name ilike ${words})`;

/** People who owe because of cycle $2 of assignment $1, within scope $3, with statuses $4 ('{}' = all but cancelled) and words $5, after the row of date $6 and id $7; $8 rows. */
export const PEOPLE = statement(
  'plans.people',
  `select ${COLUMNS}, ${CARD}, n.due_on::text as sort_key from plans.obligation_now n join people.card c on c.person_id = n.person_id ${NAMES}
    where n.assignment_id = $1 and n.cycle = $2 and ${lieWithin(departmentsOf('n.person_id'), '$3')} and ${filtered('$4', '$5')}
      and ($6::date is null or (n.due_on, n.obligation_id) > ($6, $7::uuid))
    order by n.due_on, n.obligation_id limit $8`,
);
export const COUNT_PEOPLE = statement(
  'plans.count_people',
  `select count(*)::int as total from (select from plans.obligation_now n join people.card c on c.person_id = n.person_id
    where n.assignment_id = $1 and n.cycle = $2 and ${lieWithin(departmentsOf('n.person_id'), '$3')} and ${filtered('$4', '$5')} limit 1001) found`,
);

/** What the line of manager $1 owes, with statuses $2 and words $3, in cycles $4 (null = all), after the row of date $5 and id $6; $7 rows. */
export const TEAM = statement(
  'plans.team',
  `select ${COLUMNS}, ${CARD}, n.due_on::text as sort_key from plans.obligation_now n join people.card c on c.person_id = n.person_id ${NAMES}
    where n.person_id = any(array${below('$1')}) and ${filtered('$2', '$3')} and ($4::text is null or n.cycle = $4)
      and ($5::date is null or (n.due_on, n.obligation_id) > ($5, $6::uuid))
    order by n.due_on, n.obligation_id limit $7`,
);
export const COUNT_TEAM = statement(
  'plans.count_team',
  `select count(*)::int as total from (select from plans.obligation_now n join people.card c on c.person_id = n.person_id
    where n.person_id = any(array${below('$1')}) and ${filtered('$2', '$3')} and ($4::text is null or n.cycle = $4) limit 1001) found`,
);

/**
 * Obligation $1 if person $2 with scope of administration $3 may see it, and as what: its person, somebody who answers for them (line or scope), the owner of the assignment.
 * `oversees` = may remind and decide; nobody oversees themself.
 */
export const OBLIGATION = statement(
  'plans.obligation',
  `select ${COLUMNS}, ${CARD}, n.person_id <> $2 and (n.person_id in ${below('$2')} or (a.owner_id = $2 and a.origin = 'manager') or ${lieWithin(departmentsOf('n.person_id'), '$3')}) as oversees,
          n.person_id <> $2 and ${lieWithin(departmentsOf('n.person_id'), '$3')} as administers
     from plans.obligation_now n join people.card c on c.person_id = n.person_id ${NAMES}
    where n.obligation_id = $1 and (n.person_id = $2 or n.person_id in ${below('$2')} or (a.owner_id = $2 and a.origin = 'manager') or ${lieWithin(departmentsOf('n.person_id'), '$3')})`,
);

/** The obligation of person $2 in the newest cycle of assignment $1. */
export const MINE_OF = statement(
  'plans.mine_of',
  `select o.id from plans.obligation o join plans.assignment_cycle c on c.assignment_id = o.assignment_id and c.cycle = o.cycle where o.assignment_id = $1 and o.person_id = $2 order by c.opens_on desc limit 1`,
);

/** What happened to obligation $1, the newest first. */
export const CHANGES = statement(
  'plans.changes',
  `select h.at, h.cause, h.due_on::text, h.state, h.mandatory, h.by_id, c.display_name as by_name, h.reason
     from (select at, id, cause, null::date as due_on, state, mandatory, by_id, reason from plans.obligation_state where obligation_id = $1
           union all
           select d.at, d.id, d.cause, d.due_on, null, null, coalesce(e.decided_by, x.decided_by), null
             from plans.obligation_due d left join plans.extension e on e.id = d.cause_id left join plans.exception x on x.id = d.cause_id where d.obligation_id = $1) h
     left join people.card c on c.person_id = h.by_id
    order by h.at desc, h.id desc limit 200`,
);

export const EXTENSIONS = statement(
  'plans.extensions',
  `select e.id, e.until::text, e.reason, e.requested_at, e.decision, e.decided_by, c.display_name as decided_name, e.decided_at, e.note
     from plans.extension e left join people.card c on c.person_id = e.decided_by where e.obligation_id = $1 order by e.requested_at desc`,
);
export const WAIVERS = statement(
  'plans.waivers',
  `select v.id, v.reason, v.evidence_file_id, v.evidence_name, v.evidence_link, v.expires_on::text, v.approved_by, a.display_name as approved_name, v.approved_at, v.revoked_by, r.display_name as revoked_name, v.revoked_at, v.revoke_reason
     from plans.waiver v left join people.card a on a.person_id = v.approved_by left join people.card r on r.person_id = v.revoked_by where v.obligation_id = $1 order by v.approved_at desc`,
);
