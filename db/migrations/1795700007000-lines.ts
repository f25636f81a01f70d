import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who stands below whom today, a row each, kept ready: a team page reads a thousand neighbours of an index instead of walking down a tree spread over the whole bank. */
export class Lines1795700007000 implements MigrationInterface {
  name = 'Lines1795700007000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table people.line (
        manager_id uuid not null,
        person_id uuid not null,
        direct boolean not null,
        pinyin text not null,
        constraint line_pkey primary key (manager_id, person_id) include (direct, pinyin)
      );
      create index line_person on people.line (person_id);
      grant select, insert, update, delete on people.line to zhixing_app;

      -- everybody above persons today: whoever they report to, by whatever kind of relation, and from there up by line relations only, so that leading a project does not open
      -- somebody else's department. Who has left is in nobody's team and hides those below; a person without a place in the organisation is in nobody's team
      create function people.above(persons uuid[]) returns table (manager_id uuid, person_id uuid, direct boolean, pinyin text) language sql stable as $$
        with recursive today as materialized (select platform.today() as day),
        above (person_id, manager_id, kind, direct) as (
          select r.person_id, r.manager_id, r.kind, true
            from people.manager_relation r
            join people.person p on p.id = r.person_id and p.active
           where r.person_id = any(persons) and r.valid_from <= (select day from today) and (r.valid_until is null or r.valid_until > (select day from today))
             and exists (select from people.department_membership m
                          where m.person_id = r.person_id and m.valid_from <= (select day from today) and (m.valid_until is null or m.valid_until > (select day from today)))
          union
          select a.person_id, r.manager_id, r.kind, false
            from above a
            join people.person m on m.id = a.manager_id and m.active
            join people.manager_relation r on r.person_id = a.manager_id and r.kind = 'line'
             and r.valid_from <= (select day from today) and (r.valid_until is null or r.valid_until > (select day from today))
           where a.kind = 'line')
        select a.manager_id, a.person_id, bool_or(a.direct), p.pinyin
          from above a
          join people.person p on p.id = a.person_id
         where a.manager_id <> a.person_id
         group by a.manager_id, a.person_id, p.pinyin
      $$;

      -- one change at a time: of two at once the later one sees the earlier
      -- (one plan for whatever number of persons: planning anew costs more than most changes)
      create function people.renew_lines(persons uuid[]) returns void language plpgsql set plan_cache_mode = force_generic_plan as $$
      declare
        below uuid[];
      begin
        perform pg_advisory_xact_lock(hashtextextended('people.line', 0));
        below := array(
          with recursive below (person_id) as (
            select unnest(persons)
            union
            select r.person_id from below b join people.manager_relation r on r.manager_id = b.person_id and r.kind = 'line'
               and r.valid_from <= platform.today() and (r.valid_until is null or r.valid_until > platform.today()))
          select person_id from below);
        with renewed as materialized (select * from people.above(below)),
        ended as (
          delete from people.line l
           where l.person_id = any(below) and not exists (select from renewed n where n.manager_id = l.manager_id and n.person_id = l.person_id))
        insert into people.line as l (manager_id, person_id, direct, pinyin)
        select * from renewed
        on conflict (manager_id, person_id) do update set direct = excluded.direct, pinyin = excluded.pinyin
          where (l.direct, l.pinyin) is distinct from (excluded.direct, excluded.pinyin);
      end $$;

      create function people.line_changed() returns trigger language plpgsql as $$
      begin
        perform people.renew_lines(array(select distinct person_id from changed));
        return null;
      end $$;
      create function people.line_replaced() returns trigger language plpgsql as $$
      begin
        perform people.renew_lines(array(select person_id from changed union select person_id from replaced));
        return null;
      end $$;
      create function people.line_person_changed() returns trigger language plpgsql as $$
      declare
        persons uuid[] := array(select c.id from changed c join replaced r on r.id = c.id where (c.active, c.pinyin) is distinct from (r.active, r.pinyin));
      begin
        if persons <> '{}' then
          perform people.renew_lines(persons);
        end if;
        return null;
      end $$;
      create trigger line_added after insert on people.manager_relation referencing new table as changed for each statement execute function people.line_changed();
      create trigger line_replaced after update on people.manager_relation referencing new table as changed old table as replaced for each statement execute function people.line_replaced();
      create trigger line_removed after delete on people.manager_relation referencing old table as changed for each statement execute function people.line_changed();
      create trigger line_added after insert on people.department_membership referencing new table as changed for each statement execute function people.line_changed();
      create trigger line_replaced after update on people.department_membership referencing new table as changed old table as replaced for each statement execute function people.line_replaced();
      create trigger line_removed after delete on people.department_membership referencing old table as changed for each statement execute function people.line_changed();
      create trigger line_replaced after update on people.person referencing new table as changed old table as replaced for each statement execute function people.line_person_changed();

      insert into people.line select * from people.above(array(select id from people.person));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger line_replaced on people.person;
      drop trigger line_removed on people.department_membership;
      drop trigger line_replaced on people.department_membership;
      drop trigger line_added on people.department_membership;
      drop trigger line_removed on people.manager_relation;
      drop trigger line_replaced on people.manager_relation;
      drop trigger line_added on people.manager_relation;
      drop function people.line_person_changed(), people.line_replaced(), people.line_changed(), people.renew_lines(uuid[]), people.above(uuid[]);
      drop table people.line;
    `);
  }
}
