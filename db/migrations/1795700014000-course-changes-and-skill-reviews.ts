import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a new version of a course means to those who completed or are taking an earlier one: its author's class of the change, a delta course, an offer to carry finished lessons over.
 * A registration that carries an earlier one over names it. Corrections of a grade are rows of their own; the attempt keeps what was computed.
 * A self-assessment above one's level opens a review; every reviewer's word is a row, and levels 4 and 5 need two.
 */
export class CourseChangesAndSkillReviews1795700014000 implements MigrationInterface {
  name = 'CourseChangesAndSkillReviews1795700014000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table courses.course_version
        add column change text,
        add column change_note text not null default '',
        add column carry_over boolean not null default false,
        add column delta_course_id uuid,
        add constraint course_version_change check (change in ('editorial', 'minor', 'material')),
        add constraint course_version_delta check (delta_course_id is null or change = 'material'),
        add constraint course_version_delta_course foreign key (delta_course_id) references courses.course(id);

      alter table courses.registration
        add column carried_from uuid,
        add constraint registration_carried foreign key (carried_from) references courses.registration(id);
      create unique index registration_carried_from on courses.registration (carried_from);

      create table courses.grade_correction (
        id uuid not null,
        attempt_id uuid not null,
        number integer not null,
        score integer not null,
        passed boolean not null,
        at timestamptz not null,
        by_person_id uuid not null,
        reason text not null,
        constraint grade_correction_score check (score between 0 and 100),
        constraint grade_correction_pkey primary key (id),
        constraint grade_correction_attempt foreign key (attempt_id) references courses.attempt(id)
      );
      create unique index grade_correction_number on courses.grade_correction (attempt_id, number);
      grant select, insert on courses.grade_correction to zhixing_app;

      create table skills.review (
        id uuid not null,
        person_id uuid not null,
        skill_id text not null,
        level integer not null,
        note text not null,
        state text not null,
        granted_level integer,
        opened_at timestamptz not null,
        closed_at timestamptz,
        constraint review_level check (level between 1 and 5),
        constraint review_state check (state in ('open', 'granted', 'returned', 'withdrawn')),
        constraint review_closed check ((state = 'open') = (closed_at is null) and (state = 'granted') = (granted_level is not null)),
        constraint review_pkey primary key (id),
        constraint review_skill foreign key (skill_id) references skills.skill(id)
      );
      create unique index review_open on skills.review (person_id, skill_id) where state = 'open';
      create index review_queue on skills.review (opened_at, id) where state = 'open';
      grant select, insert, update on skills.review to zhixing_app;
      create table skills.review_vote (
        review_id uuid not null,
        reviewer_id uuid not null,
        level integer,
        reason text not null,
        at timestamptz not null,
        constraint review_vote_level check (level between 1 and 5),
        constraint review_vote_pkey primary key (review_id, reviewer_id),
        constraint review_vote_review foreign key (review_id) references skills.review(id)
      );
      grant select, insert on skills.review_vote to zhixing_app;
      -- a skill that is only drafted has no definition yet and goes with its draft
      grant insert, delete on skills.skill to zhixing_app;
      alter table skills.role_profile add column revision integer not null default 1;
      grant insert, update on skills.role_profile to zhixing_app;
      grant insert, delete on skills.profile_skill to zhixing_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table skills.role_profile drop column revision;
      drop table skills.review_vote, skills.review;
      drop table courses.grade_correction;
      drop index courses.registration_carried_from;
      alter table courses.registration drop column carried_from;
      alter table courses.course_version drop column change, drop column change_note, drop column carry_over, drop column delta_course_id;
    `);
  }
}
