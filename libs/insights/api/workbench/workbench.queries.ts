import { reviewDueOn } from '@zhixing/courses/api';
import { worksWithin } from '@zhixing/people/api';
import { FUNNEL, waitingApprovals } from '@zhixing/plans/api';
import { statement } from '@zhixing/platform/api';
import { HARD_QUESTION, QUESTION_ANSWERS, REVIEW_AHEAD_DAYS } from '@zhixing/insights/contract';

/** Assignments `a` of L&D that an administrator of scope $1 sees: those of the scope, and what head office gives it. */
const SEEN = `($1::uuid[] is null or a.scope <@ $1::uuid[] or (a.scope is null and cardinality($1::uuid[]) > 0))`;

/** The active assignments of L&D that scope $1 sees, the newest first, at most $2, each with its newest cycle's funnel over the people of the scope; `total` = how many there are. */
export const CAMPAIGNS = statement(
  'insights.workbench_campaigns',
  `select a.id, a.title, c.cycle, c.due_on::text as "dueOn", f.assigned, f.started, f.done, f.late, a.total
     from (select a.id, a.title, a.created_at, count(*) over ()::int as total from plans.assignment a
            where a.state = 'active' and a.origin = 'l_and_d' and ${SEEN} order by a.created_at desc, a.id desc limit $2) a
    cross join lateral (select cycle, due_on from plans.assignment_cycle where assignment_id = a.id order by opens_on desc limit 1) c
    cross join lateral (select ${FUNNEL} from plans.obligation_now n where n.assignment_id = a.id and n.cycle = c.cycle and ${worksWithin('n.person_id', '$1')}) f
    order by a.created_at desc, a.id desc`,
);

/** What waits for person $2 with scope $1, mails that were given up, and the newest file of the HR system, as one row. */
export const TODAY = statement(
  'insights.workbench_today',
  `select (select count(*)::int from plans.exception x where x.decision is null and ${worksWithin('x.person_id', '$1')}) as exceptions,
          (select count(*)::int from ${waitingApprovals('$2', '$1')}) as approvals,
          (select coalesce(json_agg(json_build_object('assignmentId', a.id, 'title', a.title, 'affected', (r.counts->>'affected')::int) order by r.created_at, r.id), '[]')
             from plans.assignment_run r join plans.assignment a on a.id = r.assignment_id where r.state = 'waiting' and r.person_id is null and ($1::uuid[] is null or a.scope <@ $1::uuid[])) as runs,
          (select count(*)::int from messages.delivery d where d.state = 'dead' and ${worksWithin('d.person_id', '$1')}) as failed_mails,
          (select json_build_object('id', b.id, 'at', b.created_at, 'state', b.state, 'added', coalesce((b.counts->>'new')::int, 0), 'left', coalesce((b.counts->>'missing')::int, 0),
                                    'changed', coalesce((b.counts->>'changed')::int, 0), 'errors', coalesce((b.counts->>'error')::int, 0))
             from people.bulk_change b where b.source in ('upload', 'feed') order by b.created_at desc, b.id desc limit 1) as hr_sync`,
);

/**
 * Questions of published courses person $2 administers with scope $1 that fewer than 30 % answered right at their first submitted try, in the version of today, the hardest first; at most $3 of `total`.
 * The same share as on the page of the course's statistics.
 */
export const HARD_QUESTIONS = statement(
  'insights.hard_questions',
  `with course as materialized (
     select c.id, c.title, c.current_version_id from courses.course c where c.status = 'published' and (c.owner_id = $2 or ${worksWithin('c.owner_id', '$1')})),
   firsts as materialized (
     select distinct on (r.person_id, t.lesson_id) t.id
       from course c join courses.registration r on r.version_id = c.current_version_id join courses.attempt t on t.registration_id = r.id
      where t.submitted_at is not null
      order by r.person_id, t.lesson_id, t.submitted_at),
   share as (
     select w.question_id, count(*)::int as answers, avg(w.correct::int) as facility from firsts f join courses.attempt_answer w on w.attempt_id = f.id
      group by w.question_id having count(*) >= ${QUESTION_ANSWERS} and avg(w.correct::int) < ${HARD_QUESTION})
   select c.id as "courseId", c.title as course, l.title as lesson, q.stem, s.answers, floor(100 * s.facility)::int as percent, count(*) over ()::int as total
     from share s join courses.question q on q.id = s.question_id join courses.lesson l on l.id = q.lesson_id join course c on c.current_version_id = l.version_id
    order by s.facility, s.answers desc, q.id limit $3`,
);

/** Published courses person $2 administers with scope $1 whose content is to be reviewed within 30 days, after the key $3 and $4 (day, course), at most $5, the longest overdue first. */
export const CONTENT_REVIEWS = statement(
  'insights.content_reviews',
  `with due as materialized (
     select c.id, c.title, c.owner_id, c.review_months, c.reviewed_on, ${reviewDueOn('c')} as due_on
       from courses.course c
      where c.status = 'published' and (c.owner_id = $2 or ${worksWithin('c.owner_id', '$1')})),
   shown as materialized (
     select d.*, t.today
       from due d
      cross join (select platform.today() as today) t
      where d.due_on <= t.today + ${REVIEW_AHEAD_DAYS} and ($3::date is null or (d.due_on, d.id) > ($3::date, $4::uuid))
      order by d.due_on, d.id
      limit $5)
   select s.id as "courseId", s.title, case when w.person_id is not null then json_build_object('displayName', w.display_name) end as owner, s.review_months as months, s.reviewed_on::text as "reviewedOn", s.due_on::text as "dueOn", s.due_on - s.today as days,
          (select count(*)::int from courses.registration r where r.course_id = s.id and r.status = 'open') as learners
     from shown s
     left join people.card w on w.person_id = s.owner_id
    order by s.due_on, s.id`,
);
