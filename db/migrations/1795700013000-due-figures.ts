import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A row a person of what they must do by when, so that a team page adds up a thousand rows and not their obligations; what is late on a day is read off its dates. */
export class DueFigures1795700013000 implements MigrationInterface {
  name = 'DueFigures1795700013000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table plans.person_due (
        person_id uuid not null,
        items integer not null,
        late_after date[] not null,
        waived_until date[] not null,
        constraint person_due_pkey primary key (person_id)
      );
      grant select, insert, update on plans.person_due to zhixing_app;

      -- what the mandatory obligations of persons come to; a waived one is late once both its due date and its waiver are past
      create function plans.owing(persons uuid[]) returns table (person_id uuid, items integer, late_after date[], waived_until date[]) language sql stable as $$
        select o.person_id, count(*)::int,
               coalesce(array_agg(l.late_after order by l.late_after) filter (where o.state <> 'completed'), '{}'),
               coalesce(array_agg(o.waived_until order by o.waived_until) filter (where o.state = 'waived'), '{}')
          from plans.obligation o
         cross join lateral (select case when o.state = 'waived' then greatest(o.due_on, o.waived_until) else o.due_on end as late_after) l
         where o.person_id = any(persons) and o.mandatory and o.state <> 'cancelled'
         group by o.person_id
      $$;

      -- persons: each once. A row that is there is taken before the obligations are read for it, one that is not is counted as it is made, and whoever makes it at the same time waits:
      -- of two changes at once the later one sees the earlier (one plan for whatever number of persons: planning anew costs more than counting)
      create function plans.count_due(persons uuid[]) returns void language plpgsql set plan_cache_mode = force_generic_plan as $$
      declare
        fresh uuid[] := array(select unnest(persons) except select d.person_id from plans.person_due d where d.person_id = any(persons));
      begin
        if fresh <> '{}' then
          with made as (
            insert into plans.person_due (person_id, items, late_after, waived_until)
            select n.* from plans.owing(fresh) n order by n.person_id
            on conflict (person_id) do nothing
            returning person_id)
          select array(select unnest(persons) except select m.person_id from made m) into persons;
        end if;
        perform from plans.person_due d where d.person_id = any(persons) order by d.person_id for no key update;
        update plans.person_due d
           set items = n.items, late_after = n.late_after, waived_until = n.waived_until
          from (select p.person_id, coalesce(o.items, 0) as items, coalesce(o.late_after, '{}') as late_after, coalesce(o.waived_until, '{}') as waived_until
                  from unnest(persons) p (person_id)
                  left join plans.owing(persons) o on o.person_id = p.person_id) n
         where n.person_id = d.person_id
           and (n.items, n.late_after, n.waived_until) is distinct from (d.items, d.late_after, d.waived_until);
      end $$;

      create function plans.obligations_added() returns trigger language plpgsql as $$
      begin
        perform plans.count_due(array(select distinct person_id from added));
        return null;
      end $$;
      create function plans.obligations_changed() returns trigger language plpgsql as $$
      declare
        persons uuid[] := array(select distinct c.person_id from changed c join replaced r on r.id = c.id
                                 where (c.state, c.mandatory, c.due_on, c.waived_until) is distinct from (r.state, r.mandatory, r.due_on, r.waived_until));
      begin
        if persons <> '{}' then
          perform plans.count_due(persons);
        end if;
        return null;
      end $$;
      create trigger due_added after insert on plans.obligation
        referencing new table as added for each statement execute function plans.obligations_added();
      create trigger due_changed after update on plans.obligation
        referencing new table as changed old table as replaced for each statement execute function plans.obligations_changed();

      select plans.count_due(array(select distinct person_id from plans.obligation));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger due_changed on plans.obligation;
      drop trigger due_added on plans.obligation;
      drop function plans.obligations_changed(), plans.obligations_added(), plans.count_due(uuid[]), plans.owing(uuid[]);
      drop table plans.person_due;
    `);
  }
}
