import { tmpdir } from 'node:os';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createApp, databaseOptions, readConfig } from '@zhixing/platform/api';
import * as migrations from '@zhixing/db';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { seedDemo } from './demo.ts';
import figuresVerify from './figures-verify.ts';
import { migrate } from './migrate.ts';
import { rooms } from './rooms.ts';

const urls = JSON.parse(process.env.TEST_PG_URLS!) as { superuser: string; ownerUrl: string; appUrl: string };
const at = (url: string, database: string) => url.replace(/\/[^/]*$/, `/${database}`);
const made: string[] = [];

async function query<T>(url: string, text: string): Promise<T[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query(text)).rows as T[];
  } finally {
    await client.end();
  }
}

/** An empty database of this test's own. */
async function emptyDatabase(): Promise<string> {
  const name = `made_${process.env.JEST_WORKER_ID}_${made.length}`;
  made.push(name);
  await query(urls.superuser, `create database ${name} owner zhixing_owner`);
  return name;
}

let seeded: string[];

beforeAll(async () => {
  seeded = [];
  for (let i = 0; i < 2; i++) {
    const name = await emptyDatabase();
    await migrate(at(urls.ownerUrl, name));
    await seedDemo(at(urls.appUrl, name));
    seeded.push(at(urls.appUrl, name));
  }
});
afterAll(async () => {
  for (const name of made) await query(urls.superuser, `drop database ${name} with (force)`);
});

test('fault-15 two processes that migrate at once run each migration once; a third finds nothing to do', async () => {
  const url = at(urls.ownerUrl, await emptyDatabase());
  const [one, other] = await Promise.all([migrate(url), migrate(url)]);
  expect([one.length, other.length].sort()).toEqual([0, Object.keys(migrations).length]);
  expect(await migrate(url)).toEqual([]);
});

test('the entities describe exactly the migrated schema', async () => {
  const source = await new DataSource(databaseOptions(rooms, at(urls.ownerUrl, new URL(seeded[0]!).pathname.slice(1)))).initialize();
  try {
    const { upQueries } = await source.driver.createSchemaBuilder().log();
    expect(upQueries.map((one) => one.query)).toEqual([]);
  } finally {
    await source.destroy();
  }
});

test('foreign keys point inside their room or to a lower one', async () => {
  const order = ['platform', ...rooms.map((room) => room.name)];
  const keys = await query<{ name: string; from: string; to: string }>(seeded[0]!, "select conname as name, conrelid::regclass::text as from, confrelid::regclass::text as to from pg_constraint where contype = 'f'");
  const schema = (table: string) => order.indexOf(table.split('.')[0]!);
  expect(keys.length).toBeGreaterThan(10);
  expect(keys.filter((key) => schema(key.to) > schema(key.from))).toEqual([]);
});

test('the demo bank is set up once', async () => {
  expect(await seedDemo(seeded[0]!)).toBe(false);
});

test('asvs-39 production refuses to open the demo bank, whose password is published', async () => {
  const production = (database: string) => readConfig({ NODE_ENV: 'production', LOGIN_SECRET: 'x'.repeat(40), DATABASE_URL: database, LOG_LEVEL: 'silent' });
  const app = await createApp(rooms, production(seeded[0]!));
  await expect(app.init()).rejects.toThrow(/"employee" still has its published password/);
  await app.close();
});

test('the demo bank tells the same story every time', async () => {
  const story = `select p.staff_number, p.display_name, c.slug, r.status, r.required_done, count(s.*)::int as lessons, max(s.best_score) as best
    from courses.registration r join people.person p on p.id = r.person_id join courses.course c on c.id = r.course_id left join courses.lesson_state s on s.registration_id = r.id
   where p.staff_number in ('SF0001', 'SF0002', 'SF0003', 'SF0004', 'SF0005') group by 1, 2, 3, 4, 5 order by 1, 3`;
  const [one, other] = await Promise.all(seeded.map((url) => query(url, story)));
  expect(one!.length).toBeGreaterThan(10);
  expect(other).toEqual(one);
});

test('the demo bank is the bank of the brief: 120 people, three levels, 14 direct reports and 45 in line, eight courses in seven domains', async () => {
  const [facts] = await query<Record<string, number>>(seeded[0]!, `
    with recursive line as (
      select r.person_id, 1 as depth from people.reporting r join people.person p on p.id = r.manager_id where p.staff_number = 'SF0003'
      union all select r.person_id, depth + 1 from people.reporting r join line l on l.person_id = r.manager_id)
    select (select count(*) from people.person)::int as people, (select max(cardinality(path)) from people.department)::int as levels,
           (select count(*) from line where depth = 1)::int as direct, (select count(*) from line)::int as line,
           (select count(*) from courses.course)::int as courses, (select count(distinct domain) from courses.course)::int as domains,
           (select count(*) from courses.course where kind = 'course' and lessons >= 8)::int as full_courses, (select count(*) from courses.course where kind = 'micro' and lessons between 2 and 3)::int as micro`);
  expect(facts).toEqual({ people: 120, levels: 3, direct: 14, line: 45, courses: 8, domains: 7, full_courses: 3, micro: 5 });
});

test('fault-12 demo history agrees with itself: figures equal their raw rows, nothing lies in the future; a figure that is wrong is named', async () => {
  const environment = { DATABASE_URL: seeded[0], DATA_DIR: tmpdir(), LOGIN_SECRET: 'x'.repeat(40), LOG_LEVEL: 'silent' };
  await figuresVerify([], environment);
  const [wrong] = await query<{ id: string }>(seeded[0]!, `update courses.registration set required_done = required_done + 1 where id = (select id from courses.registration where status = 'open' limit 1) returning id`);
  await expect(figuresVerify([], environment)).rejects.toThrow(`done ${wrong!.id}`);
});
