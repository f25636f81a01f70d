import { type FigureCheck, statement } from '@zhixing/platform/api';
import { carried, DONE } from './carry-over.queries.ts';
import { needsAttention } from './attention.ts';

/** Persons whose counted row differs from their registrations and events. */
const LEARNERS = `
  select 'learner' as what, coalesce(n.person_id, o.person_id) as id from courses.learner n
      full join (select r.person_id, count(*) filter (where r.status = 'open' and r.started_at is not null) as learning,
                        array_agg(distinct r.course_id) as courses, count(*) filter (where r.status = 'open' and ${needsAttention}) as attention,
                        count(*) filter (where r.status = 'open') as open, array_agg(r.finished_at order by r.finished_at) filter (where r.finished_at is not null) as finished_at
                   from courses.registration r group by r.person_id) o using (person_id)
      where n.learning is distinct from o.learning or array(select unnest(n.courses) order by 1) is distinct from o.courses or n.finished_at is distinct from coalesce(o.finished_at, '{}')
         or width_bucket(platform.now(), n.attention_at) is distinct from o.attention or cardinality(n.attention_at) is distinct from o.open
  union all
  select 'month', coalesce(n.person_id, e.person_id) from (select * from courses.learner where month is not null) n
      full join (select distinct on (person_id) person_id, date_trunc('month', at at time zone 'Asia/Shanghai')::date as month, sum(seconds) as seconds
                   from courses.learning_event where seconds > 0 group by 1, 2 order by 1, 2 desc) e using (person_id, month)
      where n.month_seconds is distinct from e.seconds`;

export const LEARNER_DISAGREEMENTS = statement('courses.learner_disagreements', LEARNERS);

/** What the history of learning gets wrong: projections against the raw rows they are of, moments against each other. Of what was imported nothing is known but that it was finished. */
const DISAGREEMENTS = statement(
  'courses.disagreements',
  `with r as (
     select r.*, v.published_at, c.audience,
            (select count(*) from courses.lesson_state s join courses.lesson l on l.id = s.lesson_id where s.registration_id = r.id and l.required and s.completed_at is not null) as done,
            (select count(*) from courses.lesson l where l.version_id = r.version_id and l.required) as total,
            (select max(s.last_event_at) from courses.lesson_state s where s.registration_id = r.id) as active
       from courses.registration r join courses.course_version v on v.id = r.version_id join courses.course c on c.id = r.course_id
      where not exists (select from courses.completion_record k where k.registration_id = r.id and k.source = 'import')),
   s as (
     select t.*, coalesce(e.seconds, 0) + coalesce(p.read_seconds, 0) as seconds, coalesce(a.tries, 0) + coalesce(p.attempts_used, 0) as tries,
            coalesce(a.failed, 0) + coalesce(p.failed_attempts, 0) as failed, greatest(a.best, g.best, p.best_score) as best,
            coalesce(a.passed, false) or coalesce(g.passed, false) or coalesce(p.done, false) as passed, k.kind
       from courses.lesson_state t join courses.lesson k on k.id = t.lesson_id join courses.registration r on r.id = t.registration_id
       left join lateral (select s.*, ${DONE} as done from ${carried('r.version_id')} where s.registration_id = r.carried_from and l.id = t.lesson_id) p on true
       left join (select b.registration_id, b.lesson_id, max(c.score) as best, bool_or(c.passed) as passed
                    from courses.grade_correction c join courses.attempt b on b.id = c.attempt_id group by 1, 2) g on g.registration_id = t.registration_id and g.lesson_id = t.lesson_id
       left join (select registration_id, lesson_id, sum(seconds) as seconds from courses.learning_event group by 1, 2) e on e.registration_id = t.registration_id and e.lesson_id = t.lesson_id
       left join (select registration_id, lesson_id, count(*) as tries, count(*) filter (where not passed) as failed, max(score) as best, bool_or(passed) as passed
                    from courses.attempt group by 1, 2) a on a.registration_id = t.registration_id and a.lesson_id = t.lesson_id),
   a as (
     select a.*, l.pass_mark, n.given, floor(100.0 * n.correct / greatest(n.given, 1)) as graded, l.questions
       from courses.attempt a join courses.lesson l on l.id = a.lesson_id
      cross join lateral (select count(*) as given, count(*) filter (where correct) as correct from courses.attempt_answer w where w.attempt_id = a.id) n
      where a.submitted_at is not null)
   select 'done' as what, id from r where required_done <> done or required_total <> total or (status = 'passed') <> (done = total and status <> 'carried_over')
   union all select 'completion', id from r where (status = 'passed') <> exists (select from courses.completion_record k where k.registration_id = r.id and k.completed_at = r.finished_at)
   union all select 'activity', id from r where last_activity_at is distinct from active or (started_at is null) <> (active is null)
   union all select 'seconds', registration_id from s where read_seconds <> seconds
   union all select 'tries', registration_id from s where attempts_used <> tries or failed_attempts <> failed or best_score is distinct from best
   union all select 'tick', registration_id from s where kind = 'quiz' and (completed_at is not null) <> passed
   union all select 'score', id from a where given <> questions or score <> graded or passed <> (score >= pass_mark)
   union all select 'answer', w.attempt_id from courses.attempt_answer w join courses.question q on q.id = w.question_id
      where w.correct <> (array(select unnest(w.choices) order by 1) = array(select c->>'key' from jsonb_array_elements(q.choices) c where (c->>'correct')::boolean order by 1))
   union all select 'record', k.id from courses.completion_record k
      cross join lateral (select floor(avg(s.best_score) filter (where l.required and l.kind = 'quiz')) as score, round(sum(s.read_seconds) / 60.0) as minutes
                            from courses.lesson_state s join courses.lesson l on l.id = s.lesson_id where s.registration_id = k.registration_id) f
      where k.source <> 'import' and (k.score is distinct from f.score or k.minutes <> f.minutes)
   union all ${LEARNERS}
   union all select 'future', id from r where greatest(registered_at, started_at, last_activity_at, finished_at) > platform.now()
   union all select 'future', id from courses.learning_event where at > platform.now()
   union all select 'future', id from courses.attempt where greatest(started_at, submitted_at) > platform.now()
   union all select 'order', id from r where registered_at < published_at or started_at < registered_at
   union all select 'order', e.id from courses.learning_event e join courses.registration r on r.id = e.registration_id where e.at < r.started_at
   union all select 'audience', r.id from r join people.actor a on a.person_id = r.person_id where audience <> '{}' and not audience && a.department_ids`,
);

export const coursesFigures: FigureCheck = { title: 'registrations, lessons, attempts, completion records and learners against events and answers', disagreements: DISAGREEMENTS };
