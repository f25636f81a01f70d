import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { coursesRoom } from '@zhixing/courses/api';
import { peopleRoom } from '@zhixing/people/api';
import { plansRoom } from '@zhixing/plans/api';
import { romaniseName } from '@zhixing/platform/api';
import pg from 'pg';
import { seedBank } from './index.ts';
import { emptyBank, type TestBank } from '@zhixing/db/testing';

const PEOPLE = 300;
let bank: TestBank;
let client: pg.Client;
const query = async <T extends pg.QueryResultRow>(text: string): Promise<T[]> => (await client.query<T>(text)).rows;

beforeAll(async () => {
  bank = await emptyBank('seeds');
  await seedBank(bank.url, { employees: PEOPLE, passwordHash: 'x', demoLogins: true });
  client = new pg.Client(bank.url);
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await bank.drop();
});

test('the synthetic history agrees with itself: projections equal their raw rows, and nothing lies in the future', async () => {
  for (const { disagreements } of [...peopleRoom.figures!, ...coursesRoom.figures!, ...plansRoom.figures!]) expect(await query(disagreements.text)).toEqual([]);
});

test('two years of history of everybody: registrations that wait, go on, stand still, fail and finish', async () => {
  const [facts] = await query<Record<string, number>>(`
    select (select count(*)::int from people.person) as people, (select count(distinct person_id)::int from courses.registration) as learners,
           (select count(*)::int from courses.course where lessons = 33) as long_courses, (select count(*)::int from courses.course) as courses,
           (select extract(day from platform.now() - min(registered_at))::int from courses.registration) as days,
           (select count(*)::int from courses.registration where started_at is null) as unopened,
           (select count(*)::int from courses.registration where status = 'passed') as passed,
           (select count(*)::int from courses.lesson_state where failed_attempts > 1 and completed_at is null) as stuck`);
  expect(facts).toMatchObject({ people: PEOPLE, long_courses: 10, courses: 30 });
  expect(facts!.learners).toBeGreaterThan(PEOPLE * 0.9);
  expect(facts!.days).toBeGreaterThan(500);
  expect(Math.min(facts!.unopened!, facts!.passed!, facts!.stuck!)).toBeGreaterThan(10);
});

test('everybody owes something; some are late, some must hurry, some are done', async () => {
  const rows = await query<{ status: string; people: number }>('select status, count(distinct person_id)::int as people from plans.obligation_now group by status');
  const people = Object.fromEntries(rows.map((row) => [row.status, row.people]));
  expect(Object.keys(people).sort()).toEqual(expect.arrayContaining(['due_soon', 'in_progress', 'not_started', 'overdue']));
  expect(Object.keys(people).some((status) => status.startsWith('completed'))).toBe(true);
  expect(Math.min(...Object.values(people))).toBeGreaterThan(3);
});

test('everybody but the president has one manager today, teams have 8 to 25 people, and the tree has four levels', async () => {
  const teams = await query<{ people: number }>(`
    select count(*)::int as people from people.department d join people.department_membership m on m.department_id = d.id and m.valid_until is null where cardinality(d.path) = 4 group by d.id`);
  expect(teams.length).toBeGreaterThan(PEOPLE / 25);
  // some left, none joined
  expect(Math.max(...teams.map((team) => team.people))).toBeLessThanOrEqual(25);
  expect(await query(`
    select p.staff_number from people.person p where p.active
       and (select count(*) from people.reporting r where r.person_id = p.id) <> case when p.staff_number = 'SY000001' then 0 else 1 end
     union all
    select p.staff_number from people.person p where p.active and (select count(*) from people.card c where c.person_id = p.id) <> 1`)).toEqual([]);
});

test('names are romanised as the platform romanises them, and the demo logins lead to people they suit', async () => {
  for (const { display_name, pinyin, initials } of await query<{ display_name: string; pinyin: string; initials: string }>('select display_name, pinyin, initials from people.person limit 50')) {
    expect({ pinyin, initials }).toEqual(romaniseName(display_name));
  }
  const logins = await query(`select c.login, a.roles from access.credential c join people.actor a on a.person_id = c.person_id where c.login in ('employee', 'manager', 'ldadmin', 'trainer') order by 1`);
  expect(logins).toEqual([
    { login: 'employee', roles: [] }, { login: 'ldadmin', roles: ['ld_admin'] }, { login: 'manager', roles: ['manager'] }, { login: 'trainer', roles: ['trainer'] },
  ]);
});

test('the load leaves keys and indexes as the migrations made them, and refuses a bank where people live', async () => {
  const parts = `select conrelid::regclass::text || ' ' || conname || ' ' || pg_get_constraintdef(oid) as part from pg_constraint where connamespace = 'courses'::regnamespace union all select indexdef from pg_indexes where schemaname = 'courses' order by 1`;
  const fresh = await emptyBank('unseeded');
  try {
    const other = new pg.Client(fresh.url);
    await other.connect();
    expect(await query(parts)).toEqual((await other.query(parts)).rows);
    await other.end();
  } finally {
    await fresh.drop();
  }
  await expect(seedBank(bank.url, { employees: PEOPLE, passwordHash: 'x' })).rejects.toThrow(/not empty/);
});
