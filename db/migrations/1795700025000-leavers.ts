import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who left long ago goes on under a pseudonym: what remains of them proves training, and names nobody. */
export class Leavers1795700025000 implements MigrationInterface {
  name = 'Leavers1795700025000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table people.person
        add pseudonymised_at timestamptz,
        -- under a key that is not in the database: tells that somebody is back, not who they were
        add hr_key_digest text;
      create unique index person_hr_key_digest on people.person (hr_key_digest);

      -- the same for ever, also after a rehire: the part of the id that is chance
      create function people.pseudonym_number(person uuid) returns text language sql immutable as $$ select 'LEAVER-' || upper(right(person::text, 12)) $$;
      create function people.pseudonym(person uuid) returns text language sql immutable as $$ select '离职员工 Leaver ' || upper(right(person::text, 6)) $$;

      -- kept by the database, so that no way to employ somebody can leave it out
      create function people.employ_again() returns trigger language plpgsql as $$
        begin
          update people.person set pseudonymised_at = null where id = new.person_id and pseudonymised_at is not null;
          return null;
        end
      $$;
      create trigger employment_begins after insert on people.employment for each row execute function people.employ_again();

      grant delete on access.credential, access.activation to zhixing_app;
      alter table recognition.certificate add withheld_at timestamptz;
      grant update (holder, withheld_at) on recognition.certificate to zhixing_app;
      grant update (staff_number, name) on plans.results_import_row to zhixing_app;

      -- what was said in two ledgers the running role may not change; of somebody who still works here they refuse to take it away
      create function people.must_have_left(person uuid) returns void language plpgsql as $$
        begin
          if exists (select from people.employment e where e.person_id = person and (e.valid_until is null or e.valid_until > platform.today())) then
            raise exception 'person % has not left', person using errcode = '42501';
          end if;
        end
      $$;
      create function skills.clear_notes(person uuid) returns void language plpgsql security definer set search_path = pg_catalog as $$
        begin
          perform people.must_have_left(person);
          update skills.evidence set title = '' where person_id = person and source_kind in ('self_assessment', 'review') and title <> '';
        end
      $$;
      create function plans.detach_answers(person uuid) returns void language plpgsql security definer set search_path = pg_catalog as $$
        begin
          perform people.must_have_left(person);
          update plans.survey_answer a
             set person_id = null,
                 answers = (select coalesce(jsonb_object_agg(g.key, g.value), '{}') from jsonb_each(a.answers) g where jsonb_typeof(g.value) <> 'string')
           where a.person_id = person;
        end
      $$;
      revoke execute on function skills.clear_notes(uuid), plans.detach_answers(uuid) from public;
      grant execute on function skills.clear_notes(uuid), plans.detach_answers(uuid) to zhixing_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function plans.detach_answers(uuid);
      drop function skills.clear_notes(uuid);
      drop function people.must_have_left(uuid);
      revoke update (staff_number, name) on plans.results_import_row from zhixing_app;
      revoke update (holder, withheld_at) on recognition.certificate from zhixing_app;
      alter table recognition.certificate drop withheld_at;
      revoke delete on access.credential, access.activation from zhixing_app;
      drop trigger employment_begins on people.employment;
      drop function people.employ_again();
      drop function people.pseudonym(uuid);
      drop function people.pseudonym_number(uuid);
      alter table people.person drop hr_key_digest, drop pseudonymised_at;
    `);
  }
}
