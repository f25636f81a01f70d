import type { MigrationInterface, QueryRunner } from 'typeorm';

/** HR imports and changes of many chosen people become one thing, a bulk change, which keeps what every dated row was before it and can be undone. */
export class OrganisationChanges1795700002000 implements MigrationInterface {
  name = 'OrganisationChanges1795700002000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table people.hr_import rename to bulk_change;
      alter table people.bulk_change rename constraint hr_import_pkey to bulk_change_pkey;
      alter table people.bulk_change rename constraint hr_import_created_by_fkey to bulk_change_created_by_fkey;
      alter table people.bulk_change rename constraint hr_import_confirmed_by_fkey to bulk_change_confirmed_by_fkey;
      alter table people.bulk_change drop constraint hr_import_source, drop constraint hr_import_state;
      alter index people.hr_import_newest rename to bulk_change_newest;
      alter index people.hr_import_feed rename to bulk_change_feed;
      alter table people.bulk_change
        alter name drop not null, alter sha256 drop not null, alter size drop not null, alter file_id drop not null, alter complete drop not null,
        add selection jsonb, add change jsonb, add undoable boolean not null default false, add kept integer, add undone_by uuid, add undone_at timestamptz;
      alter table people.bulk_change add constraint bulk_change_source check (source in ('upload', 'feed', 'selection'));
      alter table people.bulk_change add constraint bulk_change_state
        check (state in ('uploaded', 'checked', 'waiting_confirmation', 'applying', 'applied', 'failed', 'discarded', 'undoing', 'undone'));
      alter table people.bulk_change add constraint bulk_change_origin check (case when source = 'selection' then selection is not null and change is not null else file_id is not null end);
      alter table people.bulk_change add constraint bulk_change_undone_by_fkey foreign key (undone_by) references people.person(id);

      alter table people.hr_import_row rename to bulk_change_row;
      alter table people.bulk_change_row rename import_id to change_id;
      alter table people.bulk_change_row rename constraint hr_import_row_pkey to bulk_change_row_pkey;
      alter table people.bulk_change_row rename constraint hr_import_row_import_fkey to bulk_change_row_change_fkey;
      alter table people.bulk_change_row rename constraint hr_import_row_subject to bulk_change_row_subject;
      alter table people.bulk_change_row rename constraint hr_import_row_kind to bulk_change_row_kind;
      alter index people.hr_import_row_place rename to bulk_change_row_place;
      alter index people.hr_import_row_person rename to bulk_change_row_person;
      alter table people.bulk_change_row add kept text;
      create index bulk_change_row_kept on people.bulk_change_row (change_id, place) where kept is not null;
      grant update on people.bulk_change_row to zhixing_app;

      create table people.bulk_change_write (
        change_id uuid not null,
        table_name text not null,
        row_id uuid not null,
        caused_by uuid not null,
        before jsonb,
        after jsonb,
        constraint bulk_change_write_pkey primary key (change_id, table_name, row_id)
      );
      create index bulk_change_write_cause on people.bulk_change_write (caused_by);
      alter table people.bulk_change_write add constraint bulk_change_write_cause_fkey foreign key (caused_by) references people.bulk_change_row(id) on delete cascade;
      grant select, insert, update, delete on people.bulk_change_write to zhixing_app;
      -- a department that an undone import had made, and nothing else refers to
      grant delete on people.department to zhixing_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      revoke delete on people.department from zhixing_app;
      drop table people.bulk_change_write;
      revoke update on people.bulk_change_row from zhixing_app;
      delete from people.bulk_change_row where change_id in (select id from people.bulk_change where source = 'selection');
      delete from people.bulk_change where source = 'selection';
      update people.bulk_change set state = 'applied' where state in ('undoing', 'undone');
      alter table people.bulk_change_row drop kept;
      alter table people.bulk_change_row rename change_id to import_id;
      alter table people.bulk_change_row rename constraint bulk_change_row_pkey to hr_import_row_pkey;
      alter table people.bulk_change_row rename constraint bulk_change_row_change_fkey to hr_import_row_import_fkey;
      alter table people.bulk_change_row rename constraint bulk_change_row_subject to hr_import_row_subject;
      alter table people.bulk_change_row rename constraint bulk_change_row_kind to hr_import_row_kind;
      alter index people.bulk_change_row_place rename to hr_import_row_place;
      alter index people.bulk_change_row_person rename to hr_import_row_person;
      alter table people.bulk_change_row rename to hr_import_row;
      alter table people.bulk_change drop constraint bulk_change_origin, drop constraint bulk_change_source, drop constraint bulk_change_state;
      alter table people.bulk_change drop selection, drop change, drop undoable, drop kept, drop undone_by, drop undone_at;
      alter table people.bulk_change
        alter name set not null, alter sha256 set not null, alter size set not null, alter file_id set not null, alter complete set not null;
      alter table people.bulk_change add constraint hr_import_source check (source in ('upload', 'feed'));
      alter table people.bulk_change add constraint hr_import_state check (state in ('uploaded', 'checked', 'waiting_confirmation', 'applying', 'applied', 'failed', 'discarded'));
      alter index people.bulk_change_newest rename to hr_import_newest;
      alter index people.bulk_change_feed rename to hr_import_feed;
      alter table people.bulk_change rename constraint bulk_change_pkey to hr_import_pkey;
      alter table people.bulk_change rename constraint bulk_change_created_by_fkey to hr_import_created_by_fkey;
      alter table people.bulk_change rename constraint bulk_change_confirmed_by_fkey to hr_import_confirmed_by_fkey;
      alter table people.bulk_change rename to hr_import;
    `);
  }
}
