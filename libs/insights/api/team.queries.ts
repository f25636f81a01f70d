import { LEARNING_STATE, needsAttention, PERCENT } from '@zhixing/courses/api';
import { EXPIRING_DAYS } from '@zhixing/plans/contract';
import { statement } from '@zhixing/platform/api';
import { standing } from '@zhixing/plans/api';
import { MOMENT } from './moment.queries.ts';
import { LINE, NEEDING, PERSONS, pressing, PRESSING, remindAgainOn, TEAM, TODAY } from './scope.queries.ts';

/** Figures of `learner` rows: moments up to a moment are counted by their place in the ascending array. */
const ATTENTION = 'width_bucket((select now from moment), attention_at)';
const FINISHED_THIS_MONTH = `cardinality(finished_at) - width_bucket((select month - interval '1 microsecond' from moment), finished_at)`;
const SECONDS_THIS_MONTH = `case when month = (select (month at time zone 'Asia/Shanghai')::date from moment) then month_seconds else 0 end`;

/**
 * The team page of manager $1 in scope $2 as one row: how many people either scope holds, the scope's figures, the twelve courses most of it registered at, and
 * a page of its people: those matching $3 (lower case; null = all) after the key $4..$7 (overdue, attention, pinyin, id), at most $8, each with the newest registration
 * at those courses and what of them is due. Who is late comes first, then who has something that needs attention. Only of the people of that page are registrations and obligations read.
 */
export const TEAM_PAGE = statement(
  'insights.team',
  `with ${MOMENT}, ${LINE}, ${TEAM},
   figures as materialized (
     select person_id, learning, courses, ${ATTENTION} as attention, ${FINISHED_THIS_MONTH} as finished_this_month, ${SECONDS_THIS_MONTH} as seconds_this_month
       from courses.learner
      where person_id = any(${PERSONS})),
   standing as materialized (${standing(PERSONS, TODAY)}),
   course as materialized (
     select c.id, c.title, c.domain, h.people
       from (select course_id, count(*) as people from (select unnest(courses) as course_id from figures) f group by course_id order by people desc, course_id limit 12) h
       join courses.course c on c.id = h.course_id),
   matching as materialized (
     select person_id as id, pinyin
       from team
      where $3::text is null
         or person_id in (select p.id from people.person p
                           where $3 is not null and p.id = any(${PERSONS})
                             and (strpos(lower(p.display_name), $3) > 0 or starts_with(p.pinyin, $3) or starts_with(p.initials, $3) or starts_with(lower(p.staff_number), $3)))),
   shown as materialized (
     select m.id, m.pinyin, coalesce(s.overdue, 0)::int as overdue, coalesce(f.attention, 0) as attention
       from matching m
       left join figures f on f.person_id = m.id
       left join standing s on s.person_id = m.id
      where $4::int is null or (-coalesce(s.overdue, 0), -coalesce(f.attention, 0), m.pinyin, m.id) > (-$4::int, -$5::int, $6::text, $7::uuid)
      order by overdue desc, attention desc, m.pinyin, m.id
      limit $8),
   cell as materialized (
     select r.person_id, json_agg(json_build_object('courseId', r.course_id, 'status', r.status, 'state', ${LEARNING_STATE}, 'percent', ${PERCENT},
                                                    'attention', r.status = 'open' and ${needsAttention})) as list
       from (select distinct on (r.person_id, r.course_id) r.*
               from shown s
               join courses.registration r on r.person_id = s.id
              where r.course_id in (select id from course)
              order by r.person_id, r.course_id, r.seq desc) r
      group by r.person_id),
   due as materialized (
     select p.person_id, json_agg(json_build_object('courseId', p.target_id, 'status', p.status, 'dueOn', p.due_on)) as list
       from (select distinct on (p.person_id, p.target_id) p.*
               from (${pressing('array(select id from shown)')}) p
              where p.target_id in (select id from course)
              order by p.person_id, p.target_id, p.due_on, p.obligation_id) p
      group by p.person_id),
   person as (
     select c.*, s.pinyin, s.overdue, s.attention, coalesce(l.list, '[]') as cells, coalesce(d.list, '[]') as due
       from shown s
       join people.card c on c.person_id = s.id
       left join cell l on l.person_id = s.id
       left join due d on d.person_id = s.id),
   owing as (
     select count(*) filter (where counts)::int as owing, count(*) filter (where counts and overdue = 0)::int as compliant, coalesce(sum(excused), 0)::int as excused, coalesce(sum(overdue), 0)::int as overdue
       from standing)
   select (select count(*)::int from line where direct) as direct,
          (select count(*)::int from line) as line,
          (select row_to_json(o) from owing o) as owing,
          coalesce(sum(learning), 0)::int as learning, coalesce(sum(finished_this_month), 0)::int as finished_this_month,
          coalesce(sum(attention), 0)::int as attention, coalesce(sum(seconds_this_month), 0)::int as seconds_this_month,
          (select coalesce(json_agg(json_build_object('id', id, 'title', title, 'domain', domain) order by people desc, id), '[]') from course) as courses,
          (select coalesce(json_agg(p order by overdue desc, attention desc, pinyin, person_id), '[]') from person p) as people
     from figures`,
);

/**
 * What a manager $1 may act on in scope $2 after the key $3..$6 (rank, amount, pinyin, id), at most $7: overdue obligations, then those due soon, then failed quizzes, stalled and unopened registrations;
 * the latest, nearest or longest first. A registration at what is listed as due is left out.
 */
export const ATTENTION_PAGE = statement(
  'insights.team_attention',
  `with ${MOMENT}, ${LINE}, ${TEAM}, ${NEEDING}, ${PRESSING},
   acting as (
     select p.person_id, 'obligation' as kind, p.obligation_id as id, case p.status when 'overdue' then 1 else 2 end as rank, ${TODAY} - p.due_on as amount, p.registration_id,
            p.assignment_id, p.target_kind, p.target_id, p.status, p.due_on, p.reminded_at, null as code, null::int as days, null::int as times, null as lesson
       from pressing p
     union all
     select n.person_id, 'registration', n.registration_id, n.pressing + 2, n.amount, n.registration_id, null, 'course', n.course_id, null, null, null, n.code, n.days, n.times, n.lesson
       from needing n
      where not exists (select from pressing p where p.person_id = n.person_id and p.target_id = n.course_id)),
   shown as (
     select a.*, t.pinyin
       from acting a
       join team t on t.person_id = a.person_id
      where $3::int is null or (a.rank, -a.amount, t.pinyin, a.id) > ($3::int, -$4::int, $5::text, $6::uuid)
      order by a.rank, a.amount desc, t.pinyin, a.id
      limit $7)
   select c.*, s.kind, s.id, s.rank, s.amount, s.pinyin, s.target_kind, s.target_id, t.title as target_title, o.domain, s.assignment_id, g.title as assignment_title, s.status, s.due_on::text, s.reminded_at,
          ${remindAgainOn('s')} as remind_again_on, case when r.id is null then 0 else ${PERCENT} end as percent, s.code, s.days, s.times, s.lesson
     from shown s
     join people.card c on c.person_id = s.person_id
     join plans.target t on t.target_kind = s.target_kind and t.target_id = s.target_id
     left join courses.course o on o.id = s.target_id
     left join plans.assignment g on g.id = s.assignment_id
     left join courses.registration r on r.id = s.registration_id
    order by s.rank, s.amount desc, s.pinyin, s.id`,
);

/**
 * How the people of scope $2 of manager $1 stood at moment $3, on day $5 (a parameter, so that PostgreSQL writes plans.obligations_as_of into the statement and reads their obligations alone);
 * finished courses and measured seconds from $4, the beginning of its month, up to then.
 */
export const TEAM_AS_OF = statement(
  'insights.team_as_of',
  `with ${LINE}, ${TEAM},
   standing as (
     select person_id, bool_or(status not in ('waived', 'paused')) as counts, count(*) filter (where status = 'overdue') as overdue, count(*) filter (where status in ('waived', 'paused')) as excused
       from plans.obligations_as_of($3)
      where person_id = any(${PERSONS}) and mandatory and status <> 'cancelled'
      group by person_id),
   wanted as materialized (
     select t.person_id, q.skill_id, q.level, q.weight from skills.target t join skills.profile_skill q on q.profile_id = t.profile_id where t.person_id = any(${PERSONS})),
   held as (
     select e.person_id, e.skill_id, max(e.level) as level
       from skills.evidence e
      where e.person_id = any(array(select distinct person_id from wanted)) and e.verified and e.evidenced_on <= $5::date and e.expires_on > $5::date
        and not exists (select from skills.evidence_withdrawal w where w.evidence_id = e.id and w.at <= $3)
      group by e.person_id, e.skill_id),
   certified as (
     select distinct on (c.person_id, c.certification_id) c.valid_until
       from plans.certification_cycle c
      where c.person_id = any(${PERSONS}) and c.recorded_at <= $3 and not exists (select from plans.certification_revocation v where v.cycle_id = c.id and v.at <= $3)
      order by c.person_id, c.certification_id, c.number desc),
   covered as (
     select count(distinct w.person_id)::int as people, coalesce(sum(w.weight * w.level), 0)::int as wanted, coalesce(sum(w.weight * least(w.level, coalesce(h.level, 0))), 0)::int as held
       from wanted w left join held h on h.person_id = w.person_id and h.skill_id = w.skill_id)
   select count(*) filter (where counts)::int as owing, count(*) filter (where counts and overdue = 0)::int as compliant, coalesce(sum(excused), 0)::int as excused, coalesce(sum(overdue), 0)::int as overdue,
          (select row_to_json(c) from covered c) as skills,
          (select json_build_object('expiring', count(*) filter (where valid_until between $5::date and $5::date + ${EXPIRING_DAYS}), 'lapsed', count(*) filter (where valid_until < $5::date)) from certified) as certifications,
          (select count(*)::int from courses.completion_record where person_id = any(${PERSONS}) and completed_at >= $4 and completed_at <= $3) as finished,
          (select coalesce(sum(seconds), 0)::int from courses.learning_event where person_id = any(${PERSONS}) and at >= $4 and at <= $3) as seconds
     from standing`,
);

/** Measured seconds of this month of the persons $1; who never registered is left out. */
export const MONTH_SECONDS = statement(
  'insights.month_seconds',
  `with ${MOMENT}
   select person_id, ${SECONDS_THIS_MONTH} as seconds from courses.learner where person_id = any($1)`,
);
