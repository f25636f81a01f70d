import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Training classes: a dated programme for a fixed roster, attendance by half-day, and the survey of a class.
 * `taken` of a class and of a quota are held by the statements that take places. An answer to an anonymous survey stands nowhere beside a person, an order or a time: only the receipt says who has answered.
 */
export class Classes1795700010000 implements MigrationInterface {
  name = 'Classes1795700010000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table plans.training_class (
        id uuid not null,
        title text not null,
        description text not null,
        place text not null,
        domain text not null,
        homework text not null,
        owner_id uuid not null,
        scope uuid[],
        starts_on date not null,
        ends_on date not null,
        nominations_until date,
        capacity integer not null,
        taken integer not null,
        state text not null,
        revision integer not null,
        copied_from uuid,
        created_at timestamptz not null,
        published_at timestamptz,
        closed_at timestamptz,
        cost integer,
        constraint training_class_pkey primary key (id),
        constraint training_class_state check (state in ('draft', 'published', 'closed', 'cancelled')),
        constraint training_class_days check (ends_on >= starts_on),
        constraint training_class_taken check (taken between 0 and capacity)
      );
      create index training_class_newest on plans.training_class (starts_on, id);
      create index training_class_nominations on plans.training_class (nominations_until) where state = 'published';

      create table plans.class_quota (
        class_id uuid not null,
        department_id uuid not null,
        quota integer not null,
        taken integer not null,
        constraint class_quota_pkey primary key (class_id, department_id),
        constraint class_quota_class foreign key (class_id) references plans.training_class (id),
        constraint class_quota_taken check (taken between 0 and quota)
      );

      create table plans.class_half_day (
        id uuid not null,
        class_id uuid not null,
        day date not null,
        part text not null,
        starts_at time not null,
        ends_at time not null,
        topic text not null,
        speaker text not null,
        room text not null,
        constraint class_half_day_pkey primary key (id),
        constraint class_half_day_class foreign key (class_id) references plans.training_class (id),
        constraint class_half_day_part check (part in ('morning', 'afternoon', 'evening')),
        constraint class_half_day_times check (ends_at > starts_at)
      );
      create unique index class_half_day_once on plans.class_half_day (class_id, day, part);

      create table plans.class_course (
        class_id uuid not null,
        course_id uuid not null,
        finish_by date not null,
        exam boolean not null,
        constraint class_course_pkey primary key (class_id, course_id),
        constraint class_course_class foreign key (class_id) references plans.training_class (id)
      );

      create table plans.class_material (
        id uuid not null,
        class_id uuid not null,
        file_id uuid not null,
        name text not null,
        size bigint not null,
        added_at timestamptz not null,
        constraint class_material_pkey primary key (id),
        constraint class_material_class foreign key (class_id) references plans.training_class (id)
      );
      create index class_material_newest on plans.class_material (class_id, added_at);

      create table plans.class_member (
        id uuid not null,
        class_id uuid not null,
        person_id uuid not null,
        quota_department_id uuid,
        nominated_by uuid,
        reason text not null,
        state text not null,
        since timestamptz not null,
        constraint class_member_pkey primary key (id),
        constraint class_member_class foreign key (class_id) references plans.training_class (id),
        constraint class_member_state check (state in ('booked', 'cancelled'))
      );
      create unique index class_member_once on plans.class_member (class_id, person_id);
      create index class_member_person on plans.class_member (person_id, class_id);

      create table plans.class_member_state (
        id bigint generated always as identity,
        member_id uuid not null,
        state text not null,
        at timestamptz not null,
        by_id uuid not null,
        reason text not null,
        constraint class_member_state_pkey primary key (id),
        constraint class_member_state_member foreign key (member_id) references plans.class_member (id)
      );
      create index class_member_state_order on plans.class_member_state (member_id, id);

      create table plans.class_attendance (
        half_day_id uuid not null,
        person_id uuid not null,
        mark text not null,
        constraint class_attendance_pkey primary key (half_day_id, person_id),
        constraint class_attendance_half_day foreign key (half_day_id) references plans.class_half_day (id),
        constraint class_attendance_mark check (mark in ('present', 'partial', 'absent', 'excused'))
      );
      create index class_attendance_person on plans.class_attendance (person_id);

      create table plans.class_attendance_change (
        id bigint generated always as identity,
        half_day_id uuid not null,
        person_id uuid not null,
        before text,
        mark text not null,
        source text not null,
        at timestamptz not null,
        by_id uuid not null,
        reason text not null,
        constraint class_attendance_change_pkey primary key (id),
        constraint class_attendance_change_half_day foreign key (half_day_id) references plans.class_half_day (id),
        constraint class_attendance_change_source check (source in ('check_in', 'sheet'))
      );
      create index class_attendance_change_order on plans.class_attendance_change (half_day_id, id);
      create index class_attendance_change_person on plans.class_attendance_change (person_id, id);

      -- wrong codes somebody gave at a half-day
      create table plans.class_check_in_try (
        half_day_id uuid not null,
        person_id uuid not null,
        tries integer not null,
        constraint class_check_in_try_pkey primary key (half_day_id, person_id),
        constraint class_check_in_try_half_day foreign key (half_day_id) references plans.class_half_day (id)
      );

      create table plans.survey (
        id uuid not null,
        class_id uuid not null,
        title text not null,
        anonymous boolean not null,
        questions jsonb not null,
        state text not null,
        opened_at timestamptz,
        reminded_at timestamptz,
        closed_at timestamptz,
        constraint survey_pkey primary key (id),
        constraint survey_class foreign key (class_id) references plans.training_class (id),
        constraint survey_state check (state in ('draft', 'open', 'closed'))
      );
      create unique index survey_class_once on plans.survey (class_id);

      create table plans.survey_receipt (
        survey_id uuid not null,
        person_id uuid not null,
        constraint survey_receipt_pkey primary key (survey_id, person_id),
        constraint survey_receipt_survey foreign key (survey_id) references plans.survey (id)
      );
      create index survey_receipt_person on plans.survey_receipt (person_id);

      create table plans.survey_answer (
        id uuid not null,
        survey_id uuid not null,
        person_id uuid,
        answers jsonb not null,
        constraint survey_answer_pkey primary key (id),
        constraint survey_answer_survey foreign key (survey_id) references plans.survey (id)
      );
      create index survey_answer_order on plans.survey_answer (survey_id, id);
      create index survey_answer_person on plans.survey_answer (person_id) where person_id is not null;

      grant select, insert, update on plans.training_class, plans.class_quota, plans.class_half_day, plans.class_course, plans.class_material, plans.class_member, plans.class_attendance, plans.class_check_in_try, plans.survey to zhixing_app;
      grant delete on plans.class_quota, plans.class_half_day, plans.class_course, plans.class_material to zhixing_app;
      grant select, insert on plans.class_member_state, plans.class_attendance_change, plans.survey_receipt, plans.survey_answer to zhixing_app;

      alter table recognition.hours drop constraint hours_source;
      alter table recognition.hours add constraint hours_source check ((source in ('completion', 'class') and minutes >= 0 and by_person_id is null) or (source = 'correction' and by_person_id is not null));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table recognition.hours drop constraint hours_source;
      alter table recognition.hours add constraint hours_source check ((source = 'completion' and minutes >= 0 and by_person_id is null) or (source = 'correction' and by_person_id is not null));
      drop table plans.survey_answer, plans.survey_receipt, plans.survey, plans.class_check_in_try, plans.class_attendance_change, plans.class_attendance, plans.class_member_state, plans.class_member,
        plans.class_material, plans.class_course, plans.class_half_day, plans.class_quota, plans.training_class;
    `);
  }
}
