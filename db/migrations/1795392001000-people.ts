import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Organisation, dated memberships, manager relations and roles; the views other rooms read people through. */
export class People1795392001000 implements MigrationInterface {
  name = 'People1795392001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema people;
      grant usage on schema people to zhixing_app;

      create table people.department (
        id uuid not null,
        parent_id uuid,
        code text not null,
        name text not null,
        path uuid[] not null,
        constraint department_pkey primary key (id)
      );
      create unique index department_code on people.department (code);
      create table people.position (
        id uuid not null,
        code text not null,
        name text not null,
        constraint position_pkey primary key (id)
      );
      create unique index position_code on people.position (code);
      create table people.person (
        id uuid not null,
        staff_number text not null,
        display_name text not null,
        pinyin text not null,
        initials text not null,
        active boolean not null,
        language text not null,
        theme text not null,
        constraint person_pkey primary key (id)
      );
      create unique index person_staff_number on people.person (staff_number);
      create table people.department_membership (
        id uuid not null,
        person_id uuid not null,
        department_id uuid not null,
        position_id uuid not null,
        valid_from date not null,
        valid_until date,
        constraint department_membership_pkey primary key (id)
      );
      create index department_membership_department on people.department_membership (department_id);
      create index department_membership_person on people.department_membership (person_id, valid_from);
      create table people.manager_relation (
        id uuid not null,
        person_id uuid not null,
        manager_id uuid not null,
        kind text not null,
        valid_from date not null,
        valid_until date,
        constraint manager_relation_pkey primary key (id)
      );
      create index manager_relation_person on people.manager_relation (person_id, valid_from);
      create index manager_relation_manager on people.manager_relation (manager_id, valid_from);
      create table people.role_grant (
        id uuid not null,
        person_id uuid not null,
        role text not null,
        valid_from timestamptz not null,
        valid_until timestamptz,
        granted_by uuid,
        constraint role_grant_pkey primary key (id)
      );
      create index role_grant_person on people.role_grant (person_id);
      alter table people.department add constraint department_parent foreign key (parent_id) references people.department(id);
      alter table people.department_membership add constraint department_membership_person_fkey foreign key (person_id) references people.person(id);
      alter table people.department_membership add constraint department_membership_department_fkey foreign key (department_id) references people.department(id);
      alter table people.department_membership add constraint department_membership_position_fkey foreign key (position_id) references people.position(id);
      alter table people.manager_relation add constraint manager_relation_person_fkey foreign key (person_id) references people.person(id);
      alter table people.manager_relation add constraint manager_relation_manager_fkey foreign key (manager_id) references people.person(id);
      alter table people.role_grant add constraint role_grant_person_fkey foreign key (person_id) references people.person(id);

      create view people.card as
        select p.id as person_id, p.staff_number, p.display_name, o.name as position, d.id as department_id, d.name as department_name
          from people.person p
          join people.department_membership m on m.person_id = p.id
               and m.valid_from <= platform.today() and (m.valid_until is null or m.valid_until > platform.today())
          join people.department d on d.id = m.department_id
          join people.position o on o.id = m.position_id;

      create view people.reporting as
        select r.manager_id, r.person_id, r.kind
          from people.manager_relation r
          join people.person p on p.id = r.person_id and p.active
         where r.valid_from <= platform.today() and (r.valid_until is null or r.valid_until > platform.today());

      create view people.actor as
        select p.id as person_id, p.language, p.theme,
               coalesce(d.path, '{}') as department_ids,
               g.roles || case when exists (select from people.reporting r where r.manager_id = p.id) then array['manager'] else '{}' end as roles,
               g.roles && array['ld_admin', 'system_admin', 'security_admin', 'audit_admin'] as administrator
          from people.person p
          left join people.department_membership m on m.person_id = p.id
               and m.valid_from <= platform.today() and (m.valid_until is null or m.valid_until > platform.today())
          left join people.department d on d.id = m.department_id
         cross join lateral (
               select coalesce(array_agg(role order by role), '{}') as roles
                 from people.role_grant
                where person_id = p.id and valid_from <= platform.now() and (valid_until is null or valid_until > platform.now())) g
         where p.active;

      grant select, insert, update on all tables in schema people to zhixing_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema people cascade');
  }
}
