import type { MigrationInterface, QueryRunner } from 'typeorm';

/** SQL of the view of levels; `also` = what else of evidence `e` must hold for it to count. */
const currentLevel = (also: string): string => `
  -- the strongest verified evidence that has not expired; since = first day of the days without a gap on which evidence of at least that level held
  create or replace view skills.current_level as
    select held.person_id, held.skill_id, held.level, span.since, held.expires_on
      from (select distinct on (e.person_id, e.skill_id) e.person_id, e.skill_id, e.level, e.expires_on
              from skills.evidence e
             where e.verified and e.evidenced_on <= (select platform.today()) and e.expires_on > (select platform.today()) ${also}
             order by e.person_id, e.skill_id, e.level desc, e.expires_on desc) held
     cross join lateral (
           select max(evidenced_on) as since
             from (select e.evidenced_on, max(e.expires_on) over (order by e.evidenced_on, e.id rows between unbounded preceding and 1 preceding) as covered_until
                     from skills.evidence e
                    where e.person_id = held.person_id and e.skill_id = held.skill_id and e.verified and e.level >= held.level and e.evidenced_on <= (select platform.today()) ${also}) run
            where covered_until is null or covered_until < evidenced_on) span;`;

/** What certifications are evidence of; evidence that was withdrawn, such as that of a certificate taken away, stays and counts no more. */
export class CertificationSkills1795700022000 implements MigrationInterface {
  name = 'CertificationSkills1795700022000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table skills.evidence_withdrawal (
        evidence_id uuid not null,
        at timestamptz not null,
        constraint evidence_withdrawal_pkey primary key (evidence_id),
        constraint evidence_withdrawal_evidence foreign key (evidence_id) references skills.evidence (id)
      );
      ${currentLevel('and not exists (select from skills.evidence_withdrawal w where w.evidence_id = e.id)')}
      create table plans.certification_skill (
        certification_id uuid not null,
        skill_id text not null,
        level integer not null,
        place integer not null,
        constraint certification_skill_pkey primary key (certification_id, skill_id),
        constraint certification_skill_level check (level between 1 and 5),
        constraint certification_skill_certification foreign key (certification_id) references plans.certification (id)
      );
      grant select, insert on skills.evidence_withdrawal to zhixing_app;
      grant select, insert, update, delete on plans.certification_skill to zhixing_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table plans.certification_skill;
      ${currentLevel('')}
      drop table skills.evidence_withdrawal;
    `);
  }
}
