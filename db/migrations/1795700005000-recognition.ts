import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Certificates and decisions about them, the ledgers of hours and of points with their rules. */
export class Recognition1795700005000 implements MigrationInterface {
  name = 'Recognition1795700005000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema recognition;
      grant usage on schema recognition to zhixing_app;

      create table recognition.certificate_counter (
        year integer not null,
        last integer not null,
        constraint certificate_counter_pkey primary key (year)
      );

      create table recognition.certificate (
        id uuid not null,
        number text not null,
        year integer not null,
        serial integer not null,
        kind text not null,
        subject_id uuid not null,
        source_id uuid not null,
        issue integer not null,
        person_id uuid not null,
        holder text not null,
        issuer text not null,
        title text not null,
        version integer,
        score integer,
        department text not null,
        earned_at timestamptz not null,
        issued_at timestamptz not null,
        valid_until date,
        replaces uuid,
        reissued_by uuid,
        reissue_reason text,
        revoked_at timestamptz,
        revoked_by uuid,
        grounds text,
        revocation_reason text,
        constraint certificate_pkey primary key (id),
        constraint certificate_kind check (kind in ('course', 'path', 'certification', 'competition')),
        constraint certificate_issue check (issue = 1 and replaces is null or issue > 1 and replaces is not null and reissued_by is not null and reissue_reason is not null),
        constraint certificate_revoked check (num_nulls(revoked_at, revoked_by, grounds, revocation_reason) in (0, 4))
      );
      create unique index certificate_number on recognition.certificate (number);
      create unique index certificate_serial on recognition.certificate (year, serial);
      create unique index certificate_source on recognition.certificate (kind, source_id, issue);
      create unique index certificate_replaces on recognition.certificate (replaces);
      create index certificate_person on recognition.certificate (person_id, issued_at, id);
      create index certificate_subject on recognition.certificate (subject_id, issued_at, id);
      create index certificate_issued on recognition.certificate (issued_at, id);
      alter table recognition.certificate add constraint certificate_replaced foreign key (replaces) references recognition.certificate(id);

      create table recognition.review (
        id uuid not null,
        certificate_id uuid not null,
        opened_at timestamptz not null,
        opened_by uuid not null,
        reason text not null,
        outcome text,
        decided_at timestamptz,
        decided_by uuid,
        decision_reason text,
        constraint review_pkey primary key (id),
        constraint review_decided check (num_nulls(outcome, decided_at, decided_by, decision_reason) in (0, 4)),
        constraint review_certificate foreign key (certificate_id) references recognition.certificate(id)
      );
      create unique index review_open on recognition.review (certificate_id) where outcome is null;
      create index review_certificate_opened on recognition.review (certificate_id, opened_at);

      create table recognition.lookup (
        address text not null,
        slot timestamptz not null,
        used integer not null,
        constraint lookup_pkey primary key (address, slot)
      );
      create index lookup_slot on recognition.lookup (slot);

      create table recognition.hours (
        id uuid not null,
        person_id uuid not null,
        kind text not null,
        minutes integer not null,
        "on" date not null,
        source text not null,
        source_id uuid not null,
        note text not null,
        by_person_id uuid,
        at timestamptz not null,
        constraint hours_pkey primary key (id),
        constraint hours_kind check (kind in ('formal', 'other')),
        constraint hours_source check ((source = 'completion' and minutes >= 0 and by_person_id is null) or (source = 'correction' and by_person_id is not null))
      );
      create unique index hours_source_key on recognition.hours (source, source_id);
      create index hours_person on recognition.hours (person_id, "on", id);

      create table recognition.hours_rule (
        since integer not null,
        hours integer not null,
        formal integer not null,
        constraint hours_rule_pkey primary key (since),
        constraint hours_rule_formal check (formal between 0 and hours)
      );
      insert into recognition.hours_rule (since, hours, formal) values (2020, 90, 30);

      create table recognition.points (
        id uuid not null,
        person_id uuid not null,
        rule text not null,
        points integer not null,
        source_id uuid not null,
        title text not null,
        at timestamptz not null,
        constraint points_pkey primary key (id)
      );
      create unique index points_source on recognition.points (rule, source_id);
      create index points_person on recognition.points (person_id, at, id);

      create table recognition.points_rule (
        code text not null,
        valid_from timestamptz not null,
        points integer not null,
        constraint points_rule_pkey primary key (code, valid_from),
        constraint points_rule_code check (code in ('course_passed', 'first_try', 'certificate'))
      );
      insert into recognition.points_rule (code, valid_from, points) values
        ('course_passed', '2020-01-01T00:00:00+08', 10), ('first_try', '2020-01-01T00:00:00+08', 5), ('certificate', '2020-01-01T00:00:00+08', 20);

      create table recognition.unlisted (
        person_id uuid not null,
        at timestamptz not null,
        constraint unlisted_pkey primary key (person_id)
      );

      grant select, insert, update on recognition.certificate_counter, recognition.hours_rule to zhixing_app;
      grant select, insert, update, delete on recognition.lookup to zhixing_app;
      -- what a certificate says never changes: only a decision may be written beside it
      grant select, insert on recognition.certificate, recognition.review, recognition.hours, recognition.points, recognition.points_rule to zhixing_app;
      grant update (revoked_at, revoked_by, grounds, revocation_reason) on recognition.certificate to zhixing_app;
      grant update (outcome, decided_at, decided_by, decision_reason) on recognition.review to zhixing_app;
      grant select, insert, delete on recognition.unlisted to zhixing_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema recognition cascade');
  }
}
