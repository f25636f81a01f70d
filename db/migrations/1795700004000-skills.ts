import type { MigrationInterface, QueryRunner } from 'typeorm';
import { delivery } from './skill-framework/delivery.ts';
import { finance } from './skill-framework/finance.ts';
import { profiles } from './skill-framework/profiles.ts';
import { technology } from './skill-framework/technology.ts';

/** Skills: the framework in versions, role profiles, evidence and the levels that follow from it; which skills a course leads to. */
export class Skills1795700004000 implements MigrationInterface {
  name = 'Skills1795700004000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema skills;
      grant usage on schema skills to zhixing_app;

      create table skills.skill (
        id text not null,
        axis text not null,
        place integer not null,
        constraint skill_pkey primary key (id),
        constraint skill_axis check (axis in ('finance', 'technology', 'delivery'))
      );

      create table skills.framework_version (
        number integer not null,
        note text not null,
        published_at timestamptz not null,
        published_by uuid,
        constraint framework_version_pkey primary key (number)
      );

      create table skills.skill_definition (
        version integer not null,
        skill_id text not null,
        name jsonb not null,
        description jsonb not null,
        half_life_months integer not null,
        anchors jsonb not null,
        constraint skill_definition_pkey primary key (version, skill_id),
        constraint skill_definition_anchors check (jsonb_array_length(anchors) = 5 and half_life_months > 0),
        constraint skill_definition_version foreign key (version) references skills.framework_version (number),
        constraint skill_definition_skill foreign key (skill_id) references skills.skill (id)
      );

      create table skills.skill_draft (
        skill_id text not null,
        name jsonb not null,
        description jsonb not null,
        half_life_months integer not null,
        anchors jsonb not null,
        revision integer not null,
        updated_at timestamptz not null,
        updated_by uuid not null,
        constraint skill_draft_pkey primary key (skill_id),
        constraint skill_draft_anchors check (jsonb_array_length(anchors) = 5 and half_life_months > 0),
        constraint skill_draft_skill foreign key (skill_id) references skills.skill (id)
      );

      create table skills.role_profile (
        id text not null,
        name jsonb not null,
        description jsonb not null,
        scarce boolean not null,
        place integer not null,
        constraint role_profile_pkey primary key (id)
      );

      create table skills.profile_skill (
        profile_id text not null,
        skill_id text not null,
        level integer not null,
        weight integer not null,
        constraint profile_skill_pkey primary key (profile_id, skill_id),
        constraint profile_skill_bounds check (level between 1 and 5 and weight between 1 and 5),
        constraint profile_skill_profile foreign key (profile_id) references skills.role_profile (id),
        constraint profile_skill_skill foreign key (skill_id) references skills.skill (id)
      );

      create table skills.target (
        person_id uuid not null,
        profile_id text not null,
        chosen_at timestamptz not null,
        constraint target_pkey primary key (person_id),
        constraint target_profile foreign key (profile_id) references skills.role_profile (id)
      );

      create table skills.evidence (
        id uuid not null,
        person_id uuid not null,
        skill_id text not null,
        level integer not null,
        source_kind text not null,
        source_id text not null,
        verified boolean not null,
        title text not null,
        link text,
        evidenced_on date not null,
        expires_on date not null,
        framework_version integer not null,
        recorded_at timestamptz not null,
        constraint evidence_pkey primary key (id),
        constraint evidence_level check (level between 1 and 5),
        constraint evidence_claim check (source_kind <> 'self_assessment' or not verified),
        constraint evidence_skill foreign key (skill_id) references skills.skill (id),
        constraint evidence_version foreign key (framework_version) references skills.framework_version (number)
      );
      create unique index evidence_source on skills.evidence (source_id, skill_id, source_kind);
      create index evidence_claimed on skills.evidence (person_id, skill_id, id) where source_kind = 'self_assessment';
      create index evidence_newest on skills.evidence (person_id, evidenced_on, id);

      -- the strongest verified evidence that has not expired; since = first day of the days without a gap on which evidence of at least that level held
      create view skills.current_level as
        select held.person_id, held.skill_id, held.level, span.since, held.expires_on
          from (select distinct on (person_id, skill_id) person_id, skill_id, level, expires_on
                  from skills.evidence
                 where verified and evidenced_on <= (select platform.today()) and expires_on > (select platform.today())
                 order by person_id, skill_id, level desc, expires_on desc) held
         cross join lateral (
               select max(evidenced_on) as since
                 from (select e.evidenced_on, max(e.expires_on) over (order by e.evidenced_on, e.id rows between unbounded preceding and 1 preceding) as covered_until
                         from skills.evidence e
                        where e.person_id = held.person_id and e.skill_id = held.skill_id and e.verified and e.level >= held.level and e.evidenced_on <= (select platform.today())) run
                where covered_until is null or covered_until < evidenced_on) span;

      grant select on all tables in schema skills to zhixing_app;
      grant insert on skills.framework_version, skills.skill_definition, skills.evidence to zhixing_app;
      grant insert, update, delete on skills.skill_draft, skills.target to zhixing_app;

      create table courses.course_skill (
        course_id uuid not null,
        skill_id text not null,
        level integer not null,
        place integer not null,
        constraint course_skill_pkey primary key (course_id, skill_id),
        constraint course_skill_level check (level between 1 and 5),
        constraint course_skill_course foreign key (course_id) references courses.course (id)
      );
      create index course_skill_skill on courses.course_skill (skill_id);
      grant select, insert, delete on courses.course_skill to zhixing_app;

      update courses.draft set content = content || '{"skills": []}';
    `);
    await this.ship(runner);
  }

  /** Version 1 of the framework and the role profiles, the same in every bank. */
  private async ship(runner: QueryRunner): Promise<void> {
    const skills = Object.entries({ finance, technology, delivery }).flatMap(([axis, list]) => list.map((skill) => ({ axis, ...skill })));
    const ordered = (rows: readonly object[]): [string] => [JSON.stringify(rows.map((row, place) => ({ ...row, place })))];
    await runner.query(`insert into skills.framework_version (number, note, published_at) values (1, '', platform.now())`);
    await runner.query(`insert into skills.skill (id, axis, place) select id, axis, place from json_to_recordset($1) as s(id text, axis text, place int)`, ordered(skills));
    await runner.query(
      `insert into skills.skill_definition (version, skill_id, name, description, half_life_months, anchors)
       select 1, id, name, description, "halfLifeMonths", anchors from json_to_recordset($1) as s(id text, name jsonb, description jsonb, "halfLifeMonths" int, anchors jsonb)`,
      ordered(skills),
    );
    await runner.query(
      `insert into skills.role_profile (id, name, description, scarce, place)
       select id, name, description, scarce, place from json_to_recordset($1) as p(id text, name jsonb, description jsonb, scarce boolean, place int)`,
      ordered(profiles),
    );
    await runner.query(
      `insert into skills.profile_skill (profile_id, skill_id, level, weight)
       select p.id, s.key, (s.value->>0)::int, (s.value->>1)::int from json_to_recordset($1) as p(id text, skills json) cross join lateral json_each(p.skills) s`,
      ordered(profiles),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table courses.course_skill; drop schema skills cascade');
  }
}
