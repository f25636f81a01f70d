import { holdsOn, lieWithin } from '@zhixing/people/api';
import { statement } from '@zhixing/platform/api';

// Everywhere $1 = the moment, $2 = the assignment, $3 = its cycle (null = all), $4 = a scope of departments as of the day (null = the whole bank).

/** The day of the moment in Beijing. */
const DAY = `((select $1::timestamptz) at time zone 'Asia/Shanghai')::date`;

/** The departments of the day: each with its name then and the path to the root, itself first. */
const UNITS = `
  unit as (
    select p.department_id, p.name, array[p.department_id] as path from people.department_place p where p.parent_id is null and ${holdsOn('p', DAY)}
     union all
    select p.department_id, p.name, p.department_id || u.path from people.department_place p join unit u on u.department_id = p.parent_id where ${holdsOn('p', DAY)})`;

/** Persons `persons` (SQL of a list of ids) as the organisation of today says they were on the day. */
const AS_ORGANISED = (persons: string): string => `
  organised as (
    select p.id as person_id, p.staff_number, p.display_name, coalesce(u.path, array_remove(array[d.id], null)) as departments, coalesce(u.name, d.name) as department, o.name as position,
           (select r.manager_id from people.manager_relation r where r.person_id = p.id and r.kind = 'line' and ${holdsOn('r', DAY)} order by r.valid_from desc limit 1) as manager_id,
           (select a.valid_from from people.absence a where a.person_id = p.id and ${holdsOn('a', DAY)} order by a.valid_from limit 1) as away_from
      from people.person p
      left join people.department_membership m on m.person_id = p.id and ${holdsOn('m', DAY)}
      left join people.department d on d.id = m.department_id
      left join unit u on u.department_id = m.department_id
      left join people.position o on o.id = m.position_id
     where p.id in (${persons}))`;

/** What belongs to the assignment and was there: kind and id as the audit trail names them, and whom it concerns (null = the assignment itself). */
const OBJECTS = `
  owed as (select o.id, o.person_id from plans.obligation o where o.assignment_id = $2 and exists (select from plans.obligation_state s where s.obligation_id = o.id and s.at <= $1)),
  object as (
    select 'assignment' as type, $2::uuid as id, null::uuid as person_id
     union all select 'obligation', id, person_id from owed
     union all select 'waiver', v.id, owed.person_id from plans.waiver v join owed on owed.id = v.obligation_id where v.approved_at <= $1
     union all select 'extension', e.id, owed.person_id from plans.extension e join owed on owed.id = e.obligation_id where e.requested_at <= $1
     union all select 'exception', x.id, x.person_id from plans.exception x where x.assignment_id = $2 and x.raised_at <= $1
     union all select 'nomination', n.id, n.person_id from plans.nomination n where n.assignment_id = $2 and n.nominated_at <= $1)`;

/**
 * Fixes what a pack says of everybody it names, once for a moment: who owed, who decided or acted, and their managers. $3 = ids the archive of the trail names besides. Somebody is fixed at the first pack
 * and left alone by the next.
 */
export const FIX_PEOPLE = statement(
  'insights.fix_evidence_people',
  `with recursive ${UNITS}, ${OBJECTS},
   named as (
     select person_id from owed
      union select s.by_id from owed join plans.obligation_state s on s.obligation_id = owed.id where s.at <= $1
      union select unnest(array[v.approved_by, v.revoked_by]) from owed join plans.waiver v on v.obligation_id = owed.id
      union select unnest(array[e.requested_by, e.decided_by]) from owed join plans.extension e on e.obligation_id = owed.id
      union select unnest(array[x.person_id, x.decided_by]) from plans.exception x where x.assignment_id = $2
      union select unnest(array[n.person_id, n.nominated_by, n.decided_by]) from plans.nomination n where n.assignment_id = $2
      union select owner_id from plans.assignment where id = $2
      union select e.person_id from object join platform.audit_entry e on e.object_type = object.type and e.object_id = object.id::text where e.at <= $1
      union select unnest($3::uuid[])
      union select r.manager_id from owed join people.manager_relation r on r.person_id = owed.person_id where r.kind = 'line' and ${holdsOn('r', DAY)}),
   ${AS_ORGANISED('select person_id from named')}
   insert into insights.evidence_person (as_of, person_id, staff_number, display_name, departments, department, position, manager_id, away_from)
   select $1, person_id, staff_number, display_name, departments, department, position, manager_id, away_from from organised order by person_id
   on conflict do nothing`,
);

/** How the assignment read at the moment, and the title of its course then. No row = it had not been made. */
export const RULE = statement(
  'insights.evidence_rule',
  `select h.facts, h.at as since, h.facts->>'title' as title,
          (select v.title from courses.course_version v where v.course_id = (h.facts->>'target_id')::uuid and v.published_at <= $1 order by v.number desc limit 1) as target_title,
          (select coalesce(json_agg(json_build_object('cycle', c.cycle, 'opensOn', c.opens_on, 'dueOn', c.due_on) order by c.opens_on, c.cycle), '[]')
             from plans.assignment_cycle c where c.assignment_id = $2 and c.opens_on <= ${DAY} and ($3::text is null or c.cycle = $3)) as cycles
     from plans.assignment_history h where h.assignment_id = $2 and h.at <= $1 order by h.at desc, h.id desc limit 1`,
);

/** The state `s` of plans.obligations_as_of, but whether its person `e` was on leave as the pack has it, once there is one. */
const STATE = `case when e.person_id is null or s.status not in ('paused', 'overdue', 'open') then s.status
       when e.away_from <= s.due_on then 'paused' when s.mandatory and s.due_on < ${DAY} then 'overdue' else 'open' end`;

const OWED = `plans.obligations_as_of($1) s join plans.obligation o on o.id = s.obligation_id`;
const CHOSEN = `s.assignment_id = $2 and ($3::text is null or s.cycle = $3)`;

/** How many obligations were in which state. Of whom no pack speaks yet, the organisation of today is asked. */
export const PREVIEW = statement(
  'insights.evidence_preview',
  `with recursive ${UNITS},
   fixed as (select * from insights.evidence_person where as_of = $1),
   standing as (
     select s.obligation_id, ${STATE} as state
       from ${OWED}
       left join fixed e on e.person_id = s.person_id
       left join people.department_membership m on m.person_id = s.person_id and ${holdsOn('m', DAY)}
       left join unit u on u.department_id = m.department_id
      where ${CHOSEN} and ${lieWithin("coalesce(e.departments, u.path, '{}')", '$4')})
   select (select coalesce(json_object_agg(state, number), '{}') from (select state, count(*)::int as number from standing group by state) c) as states,
          (select count(*)::int from standing) as obligations`,
);

/** A page of what people owed, by staff number, after $5..$6 (staff number, obligation); $7 rows. Started = when they first opened the content. */
export const OBLIGATIONS = statement(
  'insights.evidence_obligations',
  `select s.obligation_id as id, s.cycle, e.staff_number, e.display_name as name, e.department, e.position, m.staff_number as manager_number, m.display_name as manager, o.source, o.reason,
          ${STATE} as state, s.mandatory, s.assigned_on::text as assigned_on, s.due_on::text as due_on, t.started_at, s.completed_at, k.score, k.version, k.version_title
     from ${OWED}
     join insights.evidence_person e on e.as_of = $1 and e.person_id = s.person_id
     left join insights.evidence_person m on m.as_of = $1 and m.person_id = e.manager_id
     left join lateral (
          select min(p.started_at) as started_at from plans.attempted p
           where p.target_kind = s.target_kind and p.target_id = s.target_id and p.person_id = s.person_id and p.started_at <= $1) t on true
     left join lateral (
          select r.score, v.number as version, v.title as version_title from courses.completion_record r join courses.course_version v on v.id = r.version_id
           where s.target_kind = 'course' and r.person_id = s.person_id and r.course_id = s.target_id and r.completed_at = s.completed_at order by r.id limit 1) k on true
    where ${CHOSEN} and ${lieWithin('e.departments', '$4')} and ($5::text is null or (e.staff_number collate "C", s.obligation_id) > ($5::text collate "C", $6::uuid))
    order by e.staff_number collate "C", s.obligation_id limit $7`,
);

/** Every state and due date obligations had, oldest first. */
export const CHANGES = statement(
  'insights.evidence_changes',
  `select h.at, e.staff_number, e.display_name as name, o.cycle, h.state, h.due_on, h.cause, b.staff_number as by_number, b.display_name as by, h.reason
     from (select s.obligation_id, s.at, s.id, 0 as kind, s.state, null as due_on, s.cause, s.by_id, s.reason from plans.obligation_state s
            union all select d.obligation_id, d.at, d.id, 1, null, d.due_on::text, d.cause, null, null from plans.obligation_due d) h
     join plans.obligation o on o.id = h.obligation_id
     join insights.evidence_person e on e.as_of = $1 and e.person_id = o.person_id
     left join insights.evidence_person b on b.as_of = $1 and b.person_id = h.by_id
    where o.assignment_id = $2 and ($3::text is null or o.cycle = $3) and h.at <= $1 and ${lieWithin('e.departments', '$4')}
    order by h.at, e.staff_number collate "C", h.kind, h.id`,
);

/** Exceptions, waivers, extensions and nominations as they stood, with who decided; what was decided later waits. */
export const DECISIONS = statement(
  'insights.evidence_decisions',
  `with d as (
     select x.id, 'exception' as kind, x.cycle, x.person_id, x.raised_at as asked_at, null::uuid as asked_by, x.kind as reason, case when x.decided_at <= $1 then x.decision end as decision,
            x.decided_by, x.decided_at, x.note, x.due_on::text as until from plans.exception x where x.assignment_id = $2
      union all
     select v.id, 'waiver', o.cycle, o.person_id, v.approved_at, v.approved_by, v.reason, case when v.revoked_at <= $1 then 'revoked' else 'approved' end,
            case when v.revoked_at <= $1 then v.revoked_by else v.approved_by end, case when v.revoked_at <= $1 then v.revoked_at else v.approved_at end, case when v.revoked_at <= $1 then v.revoke_reason end, v.expires_on::text
       from plans.waiver v join plans.obligation o on o.id = v.obligation_id where o.assignment_id = $2
      union all
     select e.id, 'extension', o.cycle, o.person_id, e.requested_at, e.requested_by, e.reason, case when e.decided_at <= $1 then e.decision end, e.decided_by, e.decided_at, e.note, e.until::text
       from plans.extension e join plans.obligation o on o.id = e.obligation_id where o.assignment_id = $2
      union all
     select n.id, 'nomination', null, n.person_id, n.nominated_at, n.nominated_by, n.reason, case when n.decided_at <= $1 then n.state end, n.decided_by, n.decided_at, n.note, null from plans.nomination n where n.assignment_id = $2)
   select d.kind, coalesce(d.cycle, '') as cycle, p.staff_number, p.display_name as name, d.asked_at, a.staff_number as asked_number, a.display_name as asked_by, d.reason, d.decision,
          case when d.decision is not null then b.staff_number end as decided_number, case when d.decision is not null then b.display_name end as decided_by,
          case when d.decision is not null then d.decided_at end as decided_at, case when d.decision is not null then d.note end as note,
          case when d.decision is not null or d.kind = 'extension' then d.until end as until
     from d
     join insights.evidence_person p on p.as_of = $1 and p.person_id = d.person_id
     left join insights.evidence_person a on a.as_of = $1 and a.person_id = d.asked_by
     left join insights.evidence_person b on b.as_of = $1 and b.person_id = d.decided_by
    where d.asked_at <= $1 and ($3::text is null or d.cycle is null or d.cycle = $3) and ${lieWithin('p.departments', '$4')}
    order by d.asked_at, p.staff_number collate "C", d.id`,
);

/** The objects above whose acts a reader of scope $3 (here) reads, by kind and id. The people must be fixed. */
const READABLE = `readable as (
     select object.type, object.id::text as id from object left join insights.evidence_person p on p.as_of = $1 and p.person_id = object.person_id
      where object.person_id is null or ${lieWithin('p.departments', '$3')})`;

export const OBJECT_IDS = statement('insights.evidence_objects', `with ${OBJECTS}, ${READABLE} select type, id from readable`);

/** What the audit trail in the database says of them, times and facts as the archive writes them. */
export const TRAIL = statement(
  'insights.evidence_trail',
  `with ${OBJECTS}, ${READABLE}
   select e.id, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, e.person_id as "personId", e.action, e.object_type as "objectType", e.object_id as "objectId", e.result, e.facts::text as facts
     from readable r join platform.audit_entry e on e.object_type = r.type and e.object_id = r.id where e.at <= $1`,
);

/** When the archived part of the trail begins to matter to assignment $1: its beginning. */
export const BEGUN = statement('insights.evidence_begun', 'select created_at as at from plans.assignment where id = $1');

/** Names of the fixed people of moment $1. */
export const FIXED = statement('insights.evidence_fixed', 'select person_id, staff_number, display_name as name from insights.evidence_person where as_of = $1 and person_id = any($2)');

/** Whether moment $1 is over for a minute. */
export const SETTLED = statement('insights.evidence_settled', `select $1::timestamptz <= platform.now() - interval '1 minute' as settled`);

/** Assignments that were ever active, the newest first: $1 words or null, $2 time and $3 id of the last row, $4 rows. */
export const ASSIGNMENTS = statement(
  'insights.evidence_assignments',
  `select a.id, a.title, a.origin, a.owner_id, coalesce(p.display_name, '') as owner_name, a.state, a.starts_on::text as starts_on, a.created_at::text as sort_key,
          array(select c.cycle from plans.assignment_cycle c where c.assignment_id = a.id and c.cycle <> '' order by c.opens_on desc) as cycles,
          (select count(*)::int from plans.obligation o where o.assignment_id = a.id) as obligations
     from plans.assignment a left join people.person p on p.id = a.owner_id
    where a.activated_at is not null and ($1::text is null or a.title ilike $1) and ($2::timestamptz is null or (a.created_at, a.id) < ($2, $3::uuid))
    order by a.created_at desc, a.id desc limit $4`,
);

/** Packs made, from the audit trail, the newest first: after time $1 and id $2; $3 rows. */
export const MADE = statement(
  'insights.evidence_made',
  `select e.id, e.at, e.person_id, coalesce(p.display_name, '') as by_name, e.facts, a.title, e.at::text as sort_key
     from platform.audit_entry e join plans.assignment a on a.id::text = e.facts->>'assignmentId' left join people.person p on p.id = e.person_id
    where e.action = 'export' and e.facts->>'kind' = 'evidence-pack' and ($1::timestamptz is null or (e.at, e.id) < ($1, $2::uuid))
    order by e.at desc, e.id desc limit $3`,
);
