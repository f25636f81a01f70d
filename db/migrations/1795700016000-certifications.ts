import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Certifications with their cycles: what a person holds from when to when is a row that never changes; whether it is valid, renewable, expiring or expired is derived from the dates.
 * Positions require certifications (持证上岗); certificates of other bodies are handed in with a document and checked.
 */
export class Certifications1795700016000 implements MigrationInterface {
  name = 'Certifications1795700016000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- who worked where as what, from day to day (valid_until exclusive, null = until further notice), leavers too
      create view people.placement as
        select m.person_id, p.staff_number, p.display_name, m.position_id, o.name as position, m.department_id, d.name as department_name, d.path as department_path, m.valid_from, m.valid_until
          from people.department_membership m join people.person p on p.id = m.person_id join people.position o on o.id = m.position_id join people.department d on d.id = m.department_id;
      create view people.position_card as select id as position_id, name from people.position;
      grant select on people.placement, people.position_card to zhixing_app;

      create table plans.certification (
        id uuid not null,
        title text not null,
        description text not null,
        kind text not null,
        issuer text not null,
        course_id uuid,
        months integer,
        window_days integer not null,
        state text not null,
        revision integer not null,
        created_by uuid not null,
        created_at timestamptz not null,
        constraint certification_pkey primary key (id),
        constraint certification_kind check (kind in ('own', 'external')),
        constraint certification_course check ((kind = 'own') = (course_id is not null)),
        constraint certification_months check (months between 1 and 120),
        constraint certification_window check (window_days between 0 and 366),
        constraint certification_state check (state in ('active', 'retired'))
      );
      create unique index certification_title on plans.certification (title) where state = 'active';
      create index certification_of_course on plans.certification (course_id) where course_id is not null;

      -- which positions must hold it, from day to day (valid_until exclusive, null = until further notice)
      create table plans.certification_position (
        certification_id uuid not null,
        position_id uuid not null,
        valid_from date not null,
        valid_until date,
        constraint certification_position_pkey primary key (certification_id, position_id, valid_from),
        constraint certification_position_certification foreign key (certification_id) references plans.certification (id),
        constraint certification_position_days check (valid_until >= valid_from)
      );
      create unique index certification_position_open on plans.certification_position (position_id, certification_id) where valid_until is null;

      create table plans.certification_cycle (
        id uuid not null,
        certification_id uuid not null,
        person_id uuid not null,
        number integer not null,
        valid_from date not null,
        valid_until date,
        window_opens_on date,
        gap_days integer not null,
        source text not null,
        source_id uuid not null,
        reference text,
        earned_at timestamptz not null,
        recorded_at timestamptz not null,
        constraint certification_cycle_pkey primary key (id),
        constraint certification_cycle_certification foreign key (certification_id) references plans.certification (id),
        constraint certification_cycle_source check (source in ('course', 'external', 'import')),
        constraint certification_cycle_days check (valid_until >= valid_from and window_opens_on <= valid_until and num_nulls(valid_until, window_opens_on) in (0, 2)),
        constraint certification_cycle_gap check (gap_days >= 0)
      );
      create unique index certification_cycle_number on plans.certification_cycle (certification_id, person_id, number);
      create unique index certification_cycle_once on plans.certification_cycle (source_id, certification_id);
      create index certification_cycle_person on plans.certification_cycle (person_id, certification_id, number);
      create index certification_cycle_until on plans.certification_cycle (valid_until, id);

      -- a cycle that was taken away by a named decision
      create table plans.certification_revocation (
        cycle_id uuid not null,
        at timestamptz not null,
        by_id uuid not null,
        reason text not null,
        constraint certification_revocation_pkey primary key (cycle_id),
        constraint certification_revocation_cycle foreign key (cycle_id) references plans.certification_cycle (id)
      );

      -- the course was completed before the window opened: the person decides whether to renew at the price of days
      create table plans.certification_early (
        id uuid not null,
        certification_id uuid not null,
        person_id uuid not null,
        registration_id uuid not null,
        completed_at timestamptz not null,
        state text not null,
        offered_at timestamptz not null,
        decided_at timestamptz,
        constraint certification_early_pkey primary key (id),
        constraint certification_early_certification foreign key (certification_id) references plans.certification (id),
        constraint certification_early_state check (state in ('offered', 'accepted', 'declined')),
        constraint certification_early_decided check ((state = 'offered') = (decided_at is null))
      );
      create unique index certification_early_once on plans.certification_early (registration_id, certification_id);
      create index certification_early_person on plans.certification_early (person_id) where state = 'offered';

      create table plans.external_certificate (
        id uuid not null,
        certification_id uuid not null,
        person_id uuid not null,
        number text not null,
        issued_on date not null,
        valid_until date,
        file_id uuid not null,
        file_name text not null,
        state text not null,
        submitted_at timestamptz not null,
        decided_by uuid,
        decided_at timestamptz,
        note text,
        constraint external_certificate_pkey primary key (id),
        constraint external_certificate_certification foreign key (certification_id) references plans.certification (id),
        constraint external_certificate_state check (state in ('waiting', 'accepted', 'returned', 'withdrawn')),
        constraint external_certificate_second check (decided_by <> person_id),
        constraint external_certificate_days check (valid_until >= issued_on)
      );
      create unique index external_certificate_open on plans.external_certificate (certification_id, person_id) where state = 'waiting';
      create index external_certificate_waiting on plans.external_certificate (submitted_at, id) where state = 'waiting';
      create index external_certificate_person on plans.external_certificate (person_id, submitted_at);

      create table plans.certification_reminder (
        cycle_id uuid not null,
        stage text not null,
        at timestamptz not null,
        constraint certification_reminder_pkey primary key (cycle_id, stage),
        constraint certification_reminder_cycle foreign key (cycle_id) references plans.certification_cycle (id),
        constraint certification_reminder_stage check (stage in ('window', 't-30', 't-7', 'expired'))
      );

      -- what the next cycle is, of a completion on a day after a cycle that ends on previous_until (null = there was none): in its window nothing is lost, before it the period counts from the
      -- completion if that gives more days, after its end too, and the days without are the gap. Periods are intervals of the calendar: 31 January + 1 month = 28 or 29 February
      create function plans.next_cycle(previous_until date, previous_window date, completed date, months integer, window_days integer)
        returns table (place text, valid_from date, valid_until date, window_opens_on date, gap_days integer)
        language sql immutable parallel safe as $$
        select case when n.place = 'before' and n.valid_until <= previous_until then 'nothing' else n.place end, n.valid_from, n.valid_until, case when n.valid_until is not null then greatest(n.valid_until - window_days, n.valid_from) end, n.gap_days
          from (select case when previous_until is null then 'first' when completed > previous_until then 'after' when completed >= previous_window then 'in' else 'before' end as place) p
         cross join lateral (
               select p.place, case when p.place = 'in' then previous_until + 1 else completed end as valid_from,
                      ((case when p.place = 'in' then previous_until else completed end) + make_interval(months => months))::date as valid_until,
                      case when p.place = 'after' then completed - previous_until - 1 else 0 end as gap_days) n
      $$;

      -- the newest cycle of each person that was not revoked, as it stands today: expiring = its last 30 days, renewable = its window is open
      create view plans.certification_now as
        select c.id as cycle_id, c.certification_id, c.person_id, c.number, c.valid_from, c.valid_until, c.window_opens_on, c.gap_days, c.source, c.reference, c.earned_at,
               case when c.valid_until < t.today then 'expired' when c.valid_until - 30 < t.today then 'expiring' when c.window_opens_on <= t.today then 'renewable' else 'valid' end as state
          from plans.certification_cycle c
         cross join (select platform.today() as today) t
         where not exists (select from plans.certification_revocation r where r.cycle_id = c.id)
           and not exists (select from plans.certification_cycle n where n.certification_id = c.certification_id and n.person_id = c.person_id and n.number > c.number
                              and not exists (select from plans.certification_revocation r where r.cycle_id = n.id));

      grant select, insert on plans.certification_cycle, plans.certification_revocation, plans.certification_reminder to zhixing_app;
      grant select, insert, update on plans.certification, plans.certification_position, plans.certification_early, plans.external_certificate to zhixing_app;
      grant select on plans.certification_now to zhixing_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop view plans.certification_now;
      drop function plans.next_cycle(date, date, date, integer, integer);
      drop table plans.certification_reminder, plans.external_certificate, plans.certification_early, plans.certification_revocation, plans.certification_cycle, plans.certification_position, plans.certification;
      drop view people.position_card, people.placement;
    `);
  }
}
