import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Assignments, what people owe because of them, and how that changed day by day; the views it reads people and courses through.
 * Of an obligation `state`, `mandatory`, `due_on`, `base_due_on`, `clock_from`, `waived_until` and `completed_at` are projections of its dated rows.
 */
export class Plans1795700006000 implements MigrationInterface {
  name = 'Plans1795700006000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- everybody once, with the place of today; without a place the columns of the place are null
      create view people.workforce as
        select p.id as person_id, p.active, m.department_id, d.path as department_path, m.position_id, l.rank as job_level_rank, e.valid_from as hired_on
          from people.person p
         cross join (select platform.today() as day) t
          left join people.department_membership m on m.person_id = p.id and m.valid_from <= t.day and (m.valid_until is null or m.valid_until > t.day)
          left join people.department d on d.id = m.department_id
          left join people.job_level l on l.id = m.job_level_id
          left join people.employment e on e.person_id = p.id and e.valid_from <= t.day and (e.valid_until is null or e.valid_until > t.day);
      -- who is, was or will be away from work, from day to day (valid_until exclusive, null = not known yet)
      create view people.absence as select id as leave_id, person_id, valid_from, valid_until from people.leave;
      grant select on people.workforce, people.absence to zhixing_app;

      create function people.is_working_day(day date) returns boolean language sql stable parallel safe as $$
        select coalesce((select h.kind = 'workday' from people.holiday h where h.day = is_working_day.day), extract(isodow from day) < 6)
      $$;
      -- the last working day before a day
      create function people.working_day_before(day date) returns date language sql stable parallel safe as $$
        select d::date from generate_series(day - 1, day - 40, interval '-1 day') d where people.is_working_day(d::date) limit 1
      $$;

      -- each try of a person at a course: completed_at null = not completed
      create view courses.taken as
        select r.person_id, r.course_id, r.id as registration_id, r.status, r.started_at, k.completed_at
          from courses.registration r left join courses.completion_record k on k.registration_id = r.id;
      -- what can be assigned
      create view courses.offer as select id as course_id, title, minutes, status, audience from courses.course;
      grant select on courses.taken, courses.offer to zhixing_app;

      create schema plans;
      grant usage on schema plans to zhixing_app;

      -- what assignments may be about, and every try at it
      create view plans.target as select 'course' as target_kind, course_id as target_id, title, minutes, status = 'published' as open, audience from courses.offer;
      create view plans.attempted as select 'course' as target_kind, course_id as target_id, person_id, registration_id, status = 'open' as going_on, started_at, completed_at from courses.taken;

      create table plans.assignment (
        id uuid not null,
        title text not null,
        description text not null,
        reason text not null,
        origin text not null,
        owner_id uuid not null,
        target_kind text not null,
        target_id uuid not null,
        audience jsonb not null,
        scope uuid[],
        due jsonb not null,
        minimum_days integer not null,
        earlier text not null,
        earlier_months integer,
        mandatory boolean not null,
        nomination_quota integer,
        nominations_until date,
        starts_on date not null,
        state text not null,
        revision integer not null,
        created_at timestamptz not null,
        activated_at timestamptz,
        ended_at timestamptz,
        constraint assignment_pkey primary key (id),
        constraint assignment_origin check (origin in ('l_and_d', 'manager')),
        constraint assignment_state check (state in ('draft', 'active', 'ended')),
        constraint assignment_earlier check (earlier in ('accept', 'ask', 'ignore'))
      );
      create index assignment_owner on plans.assignment (owner_id);
      create index assignment_newest on plans.assignment (created_at, id);

      create table plans.assignment_cycle (
        assignment_id uuid not null,
        cycle text not null,
        opens_on date not null,
        due_on date,
        constraint assignment_cycle_pkey primary key (assignment_id, cycle),
        constraint assignment_cycle_assignment foreign key (assignment_id) references plans.assignment (id)
      );

      create table plans.assignment_run (
        id uuid not null,
        assignment_id uuid not null,
        cycle text not null,
        cause text not null,
        state text not null,
        person_id uuid,
        requested_by uuid,
        confirmed integer,
        counts jsonb,
        done integer not null,
        cursor_id uuid,
        created_at timestamptz not null,
        finished_at timestamptz,
        constraint assignment_run_pkey primary key (id),
        constraint assignment_run_cycle foreign key (assignment_id, cycle) references plans.assignment_cycle (assignment_id, cycle),
        constraint assignment_run_cause check (cause in ('activation', 'rule', 'people', 'nightly', 'asked', 'ended')),
        constraint assignment_run_state check (state in ('queued', 'waiting', 'applying', 'done', 'discarded'))
      );
      create index assignment_run_newest on plans.assignment_run (assignment_id, created_at);
      create unique index assignment_run_going on plans.assignment_run (assignment_id, cycle) where person_id is null and state in ('queued', 'waiting', 'applying');
      -- what a run is going to do to whom; gone once it is done
      create table plans.assignment_run_item (
        run_id uuid not null,
        person_id uuid not null,
        action text not null,
        due_on date,
        completed_at timestamptz,
        detail text not null,
        other_id uuid,
        constraint assignment_run_item_pkey primary key (run_id, person_id),
        constraint assignment_run_item_run foreign key (run_id) references plans.assignment_run (id)
      );

      create table plans.obligation (
        id uuid not null,
        person_id uuid not null,
        assignment_id uuid not null,
        cycle text not null,
        target_kind text not null,
        target_id uuid not null,
        source text not null,
        reason text not null,
        assigned_on date not null,
        counts_from timestamptz not null,
        zone text not null,
        base_due_on date not null,
        clock_from date not null,
        due_on date not null,
        mandatory boolean not null,
        state text not null,
        completed_at timestamptz,
        waived_until date,
        reminded_at timestamptz,
        constraint obligation_pkey primary key (id),
        constraint obligation_cycle foreign key (assignment_id, cycle) references plans.assignment_cycle (assignment_id, cycle),
        constraint obligation_state_known check (state in ('open', 'completed', 'waived', 'cancelled')),
        constraint obligation_source check (source in ('rule', 'manager', 'nomination', 'exception')),
        constraint obligation_due_days check (due_on >= base_due_on and base_due_on >= clock_from)
      );
      create unique index obligation_once on plans.obligation (assignment_id, cycle, person_id);
      create index obligation_person on plans.obligation (person_id, due_on, id);
      create index obligation_assignment on plans.obligation (assignment_id, cycle, due_on, id);
      create index obligation_open on plans.obligation (due_on, id) where state in ('open', 'waived');
      create index obligation_target on plans.obligation (target_kind, target_id, person_id);

      create table plans.obligation_state (
        id bigint generated always as identity,
        obligation_id uuid not null,
        state text not null,
        mandatory boolean not null,
        at timestamptz not null,
        by_id uuid,
        cause text not null,
        reason text,
        constraint obligation_state_pkey primary key (id),
        constraint obligation_state_obligation foreign key (obligation_id) references plans.obligation (id),
        constraint obligation_state_state check (state in ('open', 'completed', 'waived', 'cancelled'))
      );
      create index obligation_state_at on plans.obligation_state (obligation_id, at, id);
      create table plans.obligation_due (
        id bigint generated always as identity,
        obligation_id uuid not null,
        base_due_on date not null,
        clock_from date not null,
        due_on date not null,
        at timestamptz not null,
        cause text not null,
        cause_id uuid,
        constraint obligation_due_pkey primary key (id),
        constraint obligation_due_obligation foreign key (obligation_id) references plans.obligation (id),
        constraint obligation_due_cause check (cause in ('rule', 'extension', 'leave', 'exception'))
      );
      create index obligation_due_at on plans.obligation_due (obligation_id, at, id);

      create table plans.extension (
        id uuid not null,
        obligation_id uuid not null,
        requested_by uuid not null,
        requested_at timestamptz not null,
        until date not null,
        reason text not null,
        decision text,
        decided_by uuid,
        decided_at timestamptz,
        note text,
        constraint extension_pkey primary key (id),
        constraint extension_obligation foreign key (obligation_id) references plans.obligation (id),
        constraint extension_decision check (decision in ('approved', 'declined', 'withdrawn')),
        constraint extension_second check (decision is null or decision = 'withdrawn' or decided_by <> requested_by)
      );
      create unique index extension_waiting on plans.extension (obligation_id) where decision is null;
      create index extension_obligation_at on plans.extension (obligation_id, requested_at);

      create table plans.waiver (
        id uuid not null,
        obligation_id uuid not null,
        reason text not null,
        evidence_file_id uuid,
        evidence_name text,
        evidence_link text,
        expires_on date not null,
        approved_by uuid not null,
        approved_at timestamptz not null,
        revoked_by uuid,
        revoked_at timestamptz,
        revoke_reason text,
        constraint waiver_pkey primary key (id),
        constraint waiver_obligation foreign key (obligation_id) references plans.obligation (id)
      );
      create index waiver_obligation_at on plans.waiver (obligation_id, approved_at);

      create table plans.exception (
        id uuid not null,
        assignment_id uuid not null,
        cycle text not null,
        person_id uuid not null,
        kind text not null,
        rule_due_on date,
        completed_at timestamptz,
        other_id uuid,
        raised_at timestamptz not null,
        decision text,
        due_on date,
        decided_by uuid,
        decided_at timestamptz,
        note text,
        constraint exception_pkey primary key (id),
        constraint exception_cycle foreign key (assignment_id, cycle) references plans.assignment_cycle (assignment_id, cycle),
        constraint exception_kind check (kind in ('impossible_deadline', 'already_completed', 'duplicate', 'unknown_date')),
        constraint exception_decision check (decision in ('assigned', 'skipped', 'obsolete'))
      );
      create unique index exception_standing on plans.exception (assignment_id, cycle, person_id) where decision is null or decision = 'skipped';
      create index exception_waiting on plans.exception (raised_at, id) where decision is null;

      create table plans.nomination (
        id uuid not null,
        assignment_id uuid not null,
        person_id uuid not null,
        department_id uuid not null,
        nominated_by uuid not null,
        nominated_at timestamptz not null,
        reason text not null,
        state text not null,
        decided_by uuid,
        decided_at timestamptz,
        note text,
        constraint nomination_pkey primary key (id),
        constraint nomination_assignment foreign key (assignment_id) references plans.assignment (id),
        constraint nomination_state check (state in ('waiting', 'approved', 'declined', 'withdrawn'))
      );
      create unique index nomination_once on plans.nomination (assignment_id, person_id) where state in ('waiting', 'approved');
      create index nomination_waiting on plans.nomination (nominated_at, id) where state = 'waiting';
      -- places taken by a department's nominations
      create table plans.nomination_place (
        assignment_id uuid not null,
        department_id uuid not null,
        taken integer not null,
        constraint nomination_place_pkey primary key (assignment_id, department_id),
        constraint nomination_place_assignment foreign key (assignment_id) references plans.assignment (id),
        constraint nomination_place_taken check (taken >= 0)
      );

      create table plans.reminder (
        obligation_id uuid not null,
        stage text not null,
        due_on date not null,
        at timestamptz not null,
        by_id uuid,
        constraint reminder_pkey primary key (obligation_id, stage, due_on),
        constraint reminder_obligation foreign key (obligation_id) references plans.obligation (id)
      );

      -- the day on which as many days not on leave have passed since a day as lie between it and a date: leave pauses the clock (an open leave counts up to today)
      create function plans.paused_due(person uuid, clock_from date, base date) returns date language sql stable parallel safe as $$
        select case when base <= clock_from or not exists (select from people.absence a where a.person_id = person and a.valid_from <= base and (a.valid_until is null or a.valid_until > clock_from + 1)) then base
          else (select d::date
                  from generate_series(clock_from + 1,
                         base + 1 + coalesce((select sum(coalesce(a.valid_until, greatest(platform.today(), a.valid_from) + 1) - a.valid_from)::int
                                                from people.absence a where a.person_id = person and (a.valid_until is null or a.valid_until > clock_from + 1)), 0), interval '1 day') d
                 where not exists (select from people.absence a where a.person_id = person and a.valid_from <= d and coalesce(a.valid_until, platform.today() + 1) > d)
                 order by d offset base - clock_from - 1 limit 1) end
      $$;

      -- obligations as they stand: status derived from dates, how far its person is, whether it is late. The rule is deadline.rules.ts of the room
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
                where p.target_kind = o.target_kind and p.target_id = o.target_id and p.person_id = o.person_id and (p.going_on or p.completed_at >= o.counts_from)) t on true
          left join people.absence b on b.person_id = o.person_id and b.valid_from <= n.today and (b.valid_until is null or b.valid_until > n.today)
         cross join lateral (select case when b.valid_from <= o.due_on then b.valid_from end as paused_from) a;

      -- obligations as they stood at a moment, from their dated rows alone: what was known then, whatever came later
      create function plans.obligations_as_of(moment timestamptz)
        returns table (obligation_id uuid, person_id uuid, assignment_id uuid, cycle text, target_kind text, target_id uuid, assigned_on date, state text, mandatory boolean, due_on date, completed_at timestamptz, status text)
        language sql stable parallel safe as $$
        select o.id, o.person_id, o.assignment_id, o.cycle, o.target_kind, o.target_id, o.assigned_on, s.state, s.mandatory, d.due_on, case when s.state = 'completed' then o.completed_at end,
               case when s.state = 'completed' then case when (o.completed_at at time zone o.zone)::date > d.due_on then 'completed_late' else 'completed' end
                    when s.state = 'cancelled' then 'cancelled'
                    when s.state = 'waived' and exists (select from plans.waiver v where v.obligation_id = o.id and v.approved_at <= moment and (v.revoked_at is null or v.revoked_at > moment)
                                                           and v.expires_on >= (moment at time zone o.zone)::date) then 'waived'
                    when exists (select from people.absence a where a.person_id = o.person_id and a.valid_from <= (moment at time zone o.zone)::date
                                    and (a.valid_until is null or a.valid_until > (moment at time zone o.zone)::date) and a.valid_from <= d.due_on) then 'paused'
                    when s.mandatory and d.due_on < (moment at time zone o.zone)::date then 'overdue'
                    else 'open' end
          from plans.obligation o
         cross join lateral (select b.state, b.mandatory from plans.obligation_state b where b.obligation_id = o.id and b.at <= moment order by b.at desc, b.id desc limit 1) s
         cross join lateral (select b.due_on from plans.obligation_due b where b.obligation_id = o.id and b.at <= moment order by b.at desc, b.id desc limit 1) d
      $$;

      grant select, insert, update on all tables in schema plans to zhixing_app;
      grant delete on plans.assignment, plans.assignment_cycle, plans.assignment_run_item to zhixing_app;
      revoke update on plans.obligation_state, plans.obligation_due, plans.reminder from zhixing_app;
      revoke insert, update on plans.target, plans.attempted, plans.obligation_now from zhixing_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop schema plans cascade;
      drop view courses.taken, courses.offer, people.workforce, people.absence;
      drop function people.working_day_before(date);
      drop function people.is_working_day(date);
    `);
  }
}
