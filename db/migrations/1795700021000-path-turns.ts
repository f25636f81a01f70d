import type { MigrationInterface, QueryRunner } from 'typeorm';

/** SQL of the progress of a path; `given` = of what was completed since a moment (`-infinity` = ever). */
const progress = (given: boolean): string => `
  -- whether a person satisfies each item of some published paths by courses completed${given ? ' since a moment' : ''} and by the skills they have today, and the minutes it would take
  create function plans.path_items(person uuid, paths uuid[]${given ? ', since timestamptz' : ''})
    returns table (path_id uuid, step integer, item integer, required boolean, any_of boolean, satisfied boolean, minutes integer) language sql stable parallel safe as $$
    select i.path_id, i.step, i.item, i.required, i.any_of,
           case i.kind when 'course' then exists (select from courses.taken t where t.person_id = person and t.course_id = i.course_id and t.completed_at ${given ? '>= since' : 'is not null'})
                       else exists (select from skills.current_level l where l.person_id = person and l.skill_id = i.skill_id and l.level >= i.level) end,
           coalesce((select o.minutes from courses.offer o where o.course_id = i.course_id), 0)
      from plans.path_item i where i.path_id = any(paths)
  $$;
  -- how far a person is by that: required units and those satisfied (a step of which one item is enough is one unit), the minutes left by the shortest way; of a step of which one item is enough the shortest one with a length, since a skill has none
  create function plans.path_progress(person uuid, paths uuid[]${given ? ', since timestamptz' : ''})
    returns table (path_id uuid, required integer, done integer, minutes_left integer) language sql stable parallel safe as $$
    select s.path_id, sum(case when s.any_of then 1 else s.items end)::int, sum(case when s.any_of then least(s.satisfied, 1) else s.satisfied end)::int,
           sum(case when not s.any_of then s.minutes_open when s.satisfied > 0 then 0 else s.shortest end)::int
      from (select i.path_id, i.step, i.any_of, count(*)::int as items, (count(*) filter (where i.satisfied))::int as satisfied,
                   coalesce(sum(i.minutes) filter (where not i.satisfied), 0) as minutes_open, coalesce(min(i.minutes) filter (where i.minutes > 0), 0) as shortest
              from plans.path_items(person, paths${given ? ', since' : ''}) i where i.required group by i.path_id, i.step, i.any_of) s
     group by s.path_id
  $$;`;

/** SQL of obligations as they stand: status derived from dates, how far its person is, whether it is late. The rule is deadline.rules.ts of the room. A completion counts by its column `counted`. */
const obligationNow = (counted: string): string => `
  create view plans.obligation_now as
    select o.id as obligation_id, o.person_id, o.assignment_id, o.cycle, o.target_kind, o.target_id, o.source, o.reason, o.assigned_on, o.zone, o.due_on, o.mandatory, o.state,
           o.completed_at, o.waived_until, o.reminded_at, n.today,
           ((o.due_on + 1)::timestamp at time zone o.zone) - interval '1 millisecond' as due_at,
           t.started_at, t.registration_id, a.paused_from,
           case when o.state = 'completed' then case when (o.completed_at at time zone o.zone)::date > o.due_on then 'completed_late' else 'completed' end
                when o.state = 'cancelled' then 'cancelled'
                when o.state = 'waived' and o.waived_until >= n.today then 'waived'
                when a.paused_from is not null then 'paused'
                when o.mandatory and o.due_on < n.today then 'overdue'
                when o.mandatory and o.due_on - n.today <= 7 then 'due_soon'
                when t.started_at is not null then 'in_progress'
                else 'not_started' end as status
      from plans.obligation o
     cross join (select platform.now() as now offset 0) c  -- asked once, not once a row
     cross join lateral (select (c.now at time zone o.zone)::date as today) n
      left join lateral (
           select min(p.started_at) as started_at, (array_agg(p.registration_id order by p.going_on desc, p.started_at desc))[1] as registration_id
             from plans.attempted p
            where p.target_kind = o.target_kind and p.target_id = o.target_id and p.person_id = o.person_id and (p.going_on or p.${counted} >= o.counts_from)) t on true
      left join people.absence b on b.person_id = o.person_id and b.valid_from <= n.today and (b.valid_until is null or b.valid_until > n.today)
     cross join lateral (select case when b.valid_from <= o.due_on then b.valid_from end as paused_from) a;
  grant select on plans.attempted, plans.obligation_now to zhixing_app;`;

const COURSES = "select 'course' as target_kind, course_id as target_id, person_id, registration_id, status = 'open' as going_on, started_at, completed_at";

/**
 * A path that is owed again every year is done again every year: a path completion says since when what it rests on was completed (`counts_from`, `-infinity` = ever), and counts for whatever
 * is owed since then or earlier. Who follows a path is at it since `begun_at`, for what counts since `counts_from`.
 */
export class PathTurns1795700021000 implements MigrationInterface {
  name = 'PathTurns1795700021000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table plans.path_completion add column counts_from timestamptz not null default '-infinity';
      alter table plans.path_completion alter column counts_from drop default;
      drop index plans.path_completion_once;
      create unique index path_completion_once on plans.path_completion (person_id, path_id, counts_from);
      alter table plans.path_enrolment add column counts_from timestamptz not null default '-infinity', add column begun_at timestamptz;
      alter table plans.path_enrolment alter column counts_from drop default;
      update plans.path_enrolment set begun_at = enrolled_at;
      alter table plans.path_enrolment alter column begun_at set not null;
      grant update on plans.path_enrolment to zhixing_app;
      drop view plans.obligation_now, plans.attempted;
      drop function plans.path_progress(uuid, uuid[]), plans.path_items(uuid, uuid[]);
      -- every try at what can be assigned; whatever a completion rests on was completed since \`counted_from\`
      create view plans.attempted as
        ${COURSES}, completed_at as counted_from from courses.taken
        union all
        select 'path', e.path_id, e.person_id, null::uuid, true, e.begun_at, null, null from plans.path_enrolment e
         where not exists (select from plans.path_completion c where c.person_id = e.person_id and c.path_id = e.path_id and c.counts_from >= e.counts_from)
        union all
        select 'path', c.path_id, c.person_id, null, false, coalesce(e.begun_at, c.completed_at), c.completed_at, c.counts_from
          from plans.path_completion c left join plans.path_enrolment e on e.person_id = c.person_id and e.path_id = c.path_id and e.begun_at <= c.completed_at;
      ${progress(true)}
      ${obligationNow('counted_from')}
    `);
  }

  /** Of several completions of a path the first one stays. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop view plans.obligation_now, plans.attempted;
      drop function plans.path_progress(uuid, uuid[], timestamptz), plans.path_items(uuid, uuid[], timestamptz);
      revoke update on plans.path_enrolment from zhixing_app;
      alter table plans.path_enrolment drop column counts_from, drop column begun_at;
      delete from plans.path_completion c using plans.path_completion k where k.person_id = c.person_id and k.path_id = c.path_id and (k.completed_at, k.id) < (c.completed_at, c.id);
      alter table plans.path_completion drop column counts_from;
      create unique index path_completion_once on plans.path_completion (person_id, path_id);
      create view plans.attempted as
        ${COURSES} from courses.taken
        union all
        select 'path', e.path_id, e.person_id, null::uuid, c.id is null, e.enrolled_at, c.completed_at
          from plans.path_enrolment e left join plans.path_completion c on c.person_id = e.person_id and c.path_id = e.path_id;
      ${progress(false)}
      ${obligationNow('completed_at')}
    `);
  }
}
