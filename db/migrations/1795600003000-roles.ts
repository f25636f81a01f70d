import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Role grants with a scope, separation of duties held by the database, requests for administrator roles, quarterly access reviews; former passwords and activation links. */
export class Roles1795600003000 implements MigrationInterface {
  name = 'Roles1795600003000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create extension if not exists btree_gist;

      alter table people.role_grant add scope_department_id uuid, add approved_by uuid, add ended_by uuid;
      alter table people.role_grant add constraint role_grant_scope_fkey foreign key (scope_department_id) references people.department(id);
      alter table people.role_grant add constraint role_grant_role_known check (role in ('ld_admin', 'trainer', 'judge', 'system_admin', 'security_admin', 'audit_admin'));
      alter table people.role_grant add constraint role_grant_scope check (scope_department_id is null or role = 'ld_admin');
      alter table people.role_grant add constraint role_grant_once exclude using gist
        (person_id with =, role with =, (coalesce(scope_department_id, '00000000-0000-0000-0000-000000000000'::uuid)) with =, tstzrange(valid_from, valid_until) with &&);
      alter table people.role_grant add constraint role_grant_separation exclude using gist
        (person_id with =, role with <>, tstzrange(valid_from, valid_until) with &&) where (role in ('system_admin', 'security_admin', 'audit_admin'));
      create index role_grant_role on people.role_grant (role, id);

      create table people.role_request (
        id uuid not null,
        person_id uuid not null,
        role text not null,
        scope_department_id uuid,
        until date,
        reason text not null,
        requested_by uuid not null,
        requested_at timestamptz not null,
        expires_at timestamptz not null,
        decision text,
        decided_by uuid,
        decided_at timestamptz,
        constraint role_request_pkey primary key (id),
        constraint role_request_decision check (decision in ('approved', 'declined')),
        constraint role_request_second check (decision is distinct from 'approved' or (decided_by <> requested_by and decided_by <> person_id))
      );
      alter table people.role_request add constraint role_request_person_fkey foreign key (person_id) references people.person(id);
      alter table people.role_request add constraint role_request_scope_fkey foreign key (scope_department_id) references people.department(id);

      create table people.access_review (
        id uuid not null,
        quarter text not null,
        opened_at timestamptz not null,
        opened_by uuid,
        due_on date not null,
        constraint access_review_pkey primary key (id)
      );
      create unique index access_review_quarter on people.access_review (quarter);
      create table people.access_review_item (
        review_id uuid not null,
        grant_id uuid not null,
        decision text,
        decided_by uuid,
        decided_at timestamptz,
        constraint access_review_item_pkey primary key (review_id, grant_id),
        constraint access_review_item_decision check (decision in ('confirmed', 'removed'))
      );
      alter table people.access_review_item add constraint access_review_item_review_fkey foreign key (review_id) references people.access_review(id);
      alter table people.access_review_item add constraint access_review_item_grant_fkey foreign key (grant_id) references people.role_grant(id);

      create table access.former_password (
        person_id uuid not null,
        changed_at timestamptz not null,
        password_hash text not null,
        constraint former_password_pkey primary key (person_id, changed_at)
      );
      create table access.activation (
        token_hash bytea not null,
        person_id uuid not null,
        login text not null,
        created_by uuid,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        used_at timestamptz,
        constraint activation_pkey primary key (token_hash)
      );
      create index activation_person on access.activation (person_id);

      create or replace view people.actor as
        select p.id as person_id, p.language, p.theme,
               coalesce(d.path, '{}') as department_ids,
               g.roles || case when exists (select from people.reporting r where r.manager_id = p.id) then array['manager'] else '{}' end as roles,
               g.roles && array['ld_admin', 'system_admin', 'security_admin', 'audit_admin'] as administrator,
               g.scopes
          from people.person p
          left join people.department_membership m on m.person_id = p.id
               and m.valid_from <= platform.today() and (m.valid_until is null or m.valid_until > platform.today())
          left join people.department d on d.id = m.department_id
         cross join lateral (
               select coalesce(array_agg(role order by role), '{}') as roles, coalesce(jsonb_object_agg(role, departments), '{}') as scopes
                 from (select role, case when bool_and(scope_department_id is not null) then to_jsonb(array_agg(scope_department_id)) end as departments
                         from people.role_grant
                        where person_id = p.id and valid_from <= platform.now() and (valid_until is null or valid_until > platform.now())
                        group by role) held) g
         where p.active;

      grant select, insert, delete on access.former_password to zhixing_app;
      grant select, insert, update on access.activation, people.role_request, people.access_review, people.access_review_item to zhixing_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table access.activation, access.former_password;
      drop table people.access_review_item, people.access_review, people.role_request;
      drop view people.actor;
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
      grant select on people.actor to zhixing_app;
      drop index people.role_grant_role;
      alter table people.role_grant drop constraint role_grant_separation, drop constraint role_grant_once, drop constraint role_grant_scope, drop constraint role_grant_role_known,
        drop column scope_department_id, drop column approved_by, drop column ended_by;
      drop extension btree_gist;
    `);
  }
}
