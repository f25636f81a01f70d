import { accessRoom } from '@zhixing/access/api';
import { coursesRoom } from '@zhixing/courses/api';
import { peopleRoom } from '@zhixing/people/api';
import { Database, databaseOptions, first, statement } from '@zhixing/platform/api';
import { DataSource } from 'typeorm';
import { publishCourses } from './courses.ts';
import { type Learning, seedHistory } from './history.ts';
import { seedObligations } from './obligations.ts';
import { seedPeople } from './people.ts';
import { seedStanding } from './standing.ts';

export type { Learning } from './history.ts';

/** What is to be made. Everybody signs in with their staff number in lower case (`sy000001`) and the password behind the hash. */
export interface SeedOptions {
  employees: number;
  passwordHash: string;
  /** `none` = courses, and nobody who takes one or must. */
  learning?: Learning | 'none';
  /** A login of the demo bank -> the one it is given to: the head of a branch, an ordinary member of a team, or whoever holds a role. */
  demoLogins?: boolean;
}

const STATE = statement('seeds.state', 'select exists (select from people.person) or exists (select from courses.course) as inhabited, platform.now() as now');
const OWNER = statement('seeds.owner', `select person_id as id from people.role_grant where role = 'ld_admin' order by id limit 1`);
const BRANCHES = statement('seeds.branches', 'select id from people.department where cardinality(path) = 2 order by id');
const CREDENTIALS = statement(
  'seeds.credentials',
  `insert into access.credential (person_id, login, password_hash, changed_at)
   select id, lower(staff_number), $1, platform.now() from people.person`,
);
/** The demo logins go to people they suit, in place of their staff numbers. */
const DEMO_CREDENTIALS = statement(
  'seeds.demo_credentials',
  `update access.credential c set login = d.login
     from (select distinct on (login) * from (
             select case when g.role = 'ld_admin' then 'ldadmin' when g.role = 'trainer' then 'trainer' end as login, g.person_id, g.id as place from people.role_grant g where g.role in ('ld_admin', 'trainer')
             union all
             select case when p.leads then 'manager' else 'employee' end, p.id, p.id from seed_person p
              where p.left_on is null and cardinality(p.path) = 4 and not exists (select from people.role_grant g where g.person_id = p.id)) any_one
            order by login, place) d
    where d.person_id = c.person_id`,
);

/** Our tables, whose statistics and visibility a load leaves behind. */
const TABLES = ['people.department', 'people.department_place', 'people.position', 'people.job_level', 'people.employment', 'people.person', 'people.department_membership', 'people.manager_relation', 'people.line', 'people.role_grant', 'access.credential',
  'courses.course', 'courses.course_version', 'courses.chapter', 'courses.lesson', 'courses.question', 'courses.registration', 'courses.lesson_state', 'courses.learning_event', 'courses.learner',
  'courses.attempt', 'courses.attempt_answer', 'courses.completion_record', 'courses.course_skill', 'skills.evidence', 'plans.assignment', 'plans.assignment_cycle', 'plans.obligation', 'plans.obligation_state', 'plans.obligation_due', 'plans.person_due',
  'plans.certification', 'plans.certification_position', 'plans.certification_cycle', 'plans.certification_revocation', 'plans.annual_plan', 'plans.plan_item', 'plans.training_need'];

/**
 * Fills a migrated, empty database with a synthetic bank and its history, in one transaction, then analyzes it. The same bank every time, dated back from `platform.now()`.
 * @param url of the owner role: indexes are taken off and put back
 * @throws Error when somebody lives there already
 */
export async function seedBank(url: string, { employees, passwordHash, learning = 'two-years', demoLogins = false }: SeedOptions): Promise<void> {
  const source = await new DataSource(databaseOptions([peopleRoom, accessRoom, coursesRoom], url)).initialize();
  try {
    await new Database(source).transaction(async (tx) => {
      const { inhabited, now } = (await first<{ inhabited: boolean; now: Date }>(tx, STATE))!;
      if (inhabited) throw new Error('This database is not empty. The synthetic bank needs one of its own: choose another DATA_DIR or DATABASE_URL.');
      await tx.manager.query(`set local work_mem = '256MB'`);
      await tx.manager.query(`set local maintenance_work_mem = '512MB'`);
      await seedPeople(tx, employees);
      await tx.rows(CREDENTIALS, [passwordHash]);
      if (demoLogins) await tx.rows(DEMO_CREDENTIALS);
      const branches = (await tx.rows<{ id: string }>(BRANCHES)).map((row) => row.id);
      const owner = (await first<{ id: string }>(tx, OWNER))!.id;
      const courses = await publishCourses(tx, { now, ownerId: owner, branches });
      if (learning !== 'none') {
        await seedHistory(tx, courses, learning);
        await seedObligations(tx, owner);
        await seedStanding(tx, owner);
      }
    });
    await source.query(`vacuum (analyze) ${TABLES.join(', ')}`);
    await source.query('vacuum (full, analyze) courses.learner, plans.person_due'); // triggers wrote each row more than once
  } finally {
    await source.destroy();
  }
}
