import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The organisation from day to day: where each department hung, who was employed, on leave or delegated, holidays; and what finds a person by a few characters. */
export class Organisation1795600002000 implements MigrationInterface {
  name = 'Organisation1795600002000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table people.department add closed_on date, add merged_into uuid;
      alter table people.department add constraint department_merged_into foreign key (merged_into) references people.department(id);
      create index department_child on people.department (parent_id);

      create table people.department_place (
        id uuid not null,
        department_id uuid not null,
        parent_id uuid,
        name text not null,
        valid_from date not null,
        valid_until date,
        constraint department_place_days check (valid_until > valid_from),
        constraint department_place_pkey primary key (id)
      );
      create unique index department_place_department on people.department_place (department_id, valid_from);
      create index department_place_parent on people.department_place (parent_id);
      alter table people.department_place add constraint department_place_department_fkey foreign key (department_id) references people.department(id);
      alter table people.department_place add constraint department_place_parent_fkey foreign key (parent_id) references people.department(id);
      insert into people.department_place (id, department_id, parent_id, name, valid_from)
      select gen_random_uuid(), id, parent_id, name, coalesce((select min(valid_from) from people.department_membership), platform.today()) from people.department;

      create table people.job_level (
        id uuid not null,
        code text not null,
        name text not null,
        rank integer not null,
        constraint job_level_pkey primary key (id)
      );
      create unique index job_level_code on people.job_level (code);
      alter table people.department_membership add job_level_id uuid;
      create unique index department_membership_open on people.department_membership (person_id) where valid_until is null;
      alter table people.department_membership add constraint department_membership_job_level_fkey foreign key (job_level_id) references people.job_level(id);

      alter table people.person add hr_key text, add mail text, add disabled boolean not null default false, add revision integer not null default 1;
      create unique index person_hr_key on people.person (hr_key);
      -- "C" orders by bytes, which is what a prefix and a keyset need
      create index person_pinyin on people.person (pinyin collate "C", id);
      create index person_initials on people.person (initials collate "C", pinyin collate "C", id);
      create index person_number_search on people.person (lower(staff_number) collate "C", id);
      create index person_mail_search on people.person (lower(mail) collate "C", id);
      create index person_name on people.person (display_name collate "C", id);
      create index person_grams on people.person using gin (platform.zh_bigrams(display_name));

      create table people.employment (
        id uuid not null,
        person_id uuid not null,
        kind text not null,
        valid_from date not null,
        valid_until date,
        constraint employment_kind check (kind in ('hired', 'rehired')),
        constraint employment_days check (valid_until > valid_from),
        constraint employment_pkey primary key (id)
      );
      create unique index employment_person on people.employment (person_id, valid_from);
      alter table people.employment add constraint employment_person_fkey foreign key (person_id) references people.person(id);
      insert into people.employment (id, person_id, kind, valid_from, valid_until)
      select gen_random_uuid(), person_id, 'hired', min(valid_from), case when bool_and(valid_until is not null) then max(valid_until) end from people.department_membership group by person_id;
      update people.person p set disabled = true
       where not active and exists (select from people.employment e where e.person_id = p.id and (e.valid_until is null or e.valid_until > platform.today()));

      create table people.leave (
        id uuid not null,
        person_id uuid not null,
        kind text not null,
        valid_from date not null,
        valid_until date,
        constraint leave_days check (valid_until > valid_from),
        constraint leave_pkey primary key (id)
      );
      create index leave_person on people.leave (person_id, valid_from);
      alter table people.leave add constraint leave_person_fkey foreign key (person_id) references people.person(id);

      create table people.delegation (
        id uuid not null,
        manager_id uuid not null,
        delegate_id uuid not null,
        valid_from date not null,
        valid_until date not null,
        constraint delegation_other check (delegate_id <> manager_id),
        constraint delegation_days check (valid_until > valid_from),
        constraint delegation_pkey primary key (id)
      );
      create index delegation_manager on people.delegation (manager_id, valid_from);
      alter table people.delegation add constraint delegation_manager_fkey foreign key (manager_id) references people.person(id);
      alter table people.delegation add constraint delegation_delegate_fkey foreign key (delegate_id) references people.person(id);
      alter table people.manager_relation add delegation_id uuid;
      create index manager_relation_delegation on people.manager_relation (delegation_id);
      alter table people.manager_relation add constraint manager_relation_delegation_fkey foreign key (delegation_id) references people.delegation(id);

      create table people.holiday (
        day date not null,
        kind text not null,
        name text not null,
        constraint holiday_kind check (kind in ('holiday', 'workday')),
        constraint holiday_pkey primary key (day)
      );

      create or replace view people.card as
        select p.id as person_id, p.staff_number, p.display_name, o.name as position, d.id as department_id, d.name as department_name, p.mail
          from people.person p
          join people.department_membership m on m.person_id = p.id
               and m.valid_from <= platform.today() and (m.valid_until is null or m.valid_until > platform.today())
          join people.department d on d.id = m.department_id
          join people.position o on o.id = m.position_id;

      grant select, insert, update on people.department_place, people.job_level, people.employment, people.leave, people.delegation, people.holiday to zhixing_app;
      -- a period planned for later may be given up before it begins
      grant delete on people.department_place, people.department_membership, people.manager_relation, people.employment, people.leave, people.delegation, people.holiday to zhixing_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop view people.card;
      create view people.card as
        select p.id as person_id, p.staff_number, p.display_name, o.name as position, d.id as department_id, d.name as department_name
          from people.person p
          join people.department_membership m on m.person_id = p.id
               and m.valid_from <= platform.today() and (m.valid_until is null or m.valid_until > platform.today())
          join people.department d on d.id = m.department_id
          join people.position o on o.id = m.position_id;
      grant select on people.card to zhixing_app;
      revoke delete on people.department_membership, people.manager_relation from zhixing_app;
      alter table people.manager_relation drop delegation_id;
      drop table people.holiday, people.delegation, people.leave, people.employment;
      drop index people.person_grams, people.person_name, people.person_mail_search, people.person_number_search, people.person_initials, people.person_pinyin;
      alter table people.person drop hr_key, drop mail, drop disabled, drop revision;
      drop index people.department_membership_open;
      alter table people.department_membership drop job_level_id;
      drop table people.job_level, people.department_place;
      drop index people.department_child;
      alter table people.department drop merged_into, drop closed_on;
    `);
  }
}
