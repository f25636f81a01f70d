import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ACTOR, CREDENTIAL, ME } from '@zhixing/access/testing';
import { attempts, CATALOGUE, COURSE, LESSON, MY_REGISTRATIONS, MY_TOTALS, OUTLINE, RECOUNT, REGISTRATION } from '@zhixing/courses/testing';
import { seedBank } from '@zhixing/db/seeds';
import { emptyBank, type TestBank } from '@zhixing/db/testing';
import { ATTENTION_PAGE, CAMPAIGNS, CERTIFICATIONS_PAGE, HOME, MEMBER, MEMBER_OBLIGATIONS, TEAM_AS_OF, TEAM_PAGE, TODAY } from '@zhixing/insights/testing';
import { CARDS } from '@zhixing/people/testing';
import { ANNUAL_PLAN_READS, CERTIFICATION_READS, PATH_READS } from '@zhixing/plans/testing';
import { LEVELS_OF, PERSON_SKILLS, TIMELINE } from '@zhixing/skills/testing';
import pg from 'pg';

// How PostgreSQL reads each table for each hot query, whatever the values (generic plans), on a bank large enough that it reads as on one of 50,000.
// A file NAME.txt per query: above the line what is compared, below it the whole plan as it was when the file was written, for the reviewer.
// After a change: PLANS=write npx jest db/queries --selectProjects api, and read the difference.

const folder = fileURLToPath(new URL('.', import.meta.url));
const PEOPLE = 4_000;
/** The business moment of this bank, so that it is the same bank every day. */
const MOMENT = '2026-11-20T10:00:00+08';

const { ATTEMPT, HOLD_ATTEMPT, SHARE_ATTEMPT, OPEN_ATTEMPT, PAPER, SEQUENCES, GRADE_ATTEMPT, ADD_GRADE, LOCK_REGISTRATION, LESSON_STATE, TOUCH } = attempts;
const QUERIES = [
  ACTOR, CREDENTIAL, ME, CARDS, HOME, ...Object.values(CATALOGUE), COURSE, OUTLINE, REGISTRATION, LESSON, MY_REGISTRATIONS, MY_TOTALS, TEAM_PAGE, ATTENTION_PAGE, CERTIFICATIONS_PAGE, TEAM_AS_OF, MEMBER, MEMBER_OBLIGATIONS, CAMPAIGNS, TODAY,
  ATTEMPT, HOLD_ATTEMPT, SHARE_ATTEMPT, OPEN_ATTEMPT, PAPER, SEQUENCES, GRADE_ATTEMPT, ADD_GRADE, LOCK_REGISTRATION, LESSON_STATE, TOUCH, RECOUNT,
  LEVELS_OF, PERSON_SKILLS, TIMELINE, ...PATH_READS, ...CERTIFICATION_READS, ...ANNUAL_PLAN_READS,
];
/** Tables that grow with the people; the others hold a few hundred rows at most. */
const GROWING = ['access.credential', 'access.login', 'access.second_factor', 'people.person', 'people.department_membership', 'people.manager_relation', 'courses.registration', 'courses.lesson_state',
  'courses.learning_event', 'courses.learner', 'courses.attempt', 'courses.attempt_answer', 'courses.completion_record', 'skills.evidence', 'plans.obligation', 'plans.obligation_state', 'plans.obligation_due', 'plans.person_due',
  'plans.path_enrolment', 'plans.path_completion', 'plans.certification_cycle', 'plans.external_certificate', 'plans.plan_item', 'plans.plan_item_link', 'plans.training_need'];

interface Node {
  'Node Type': string;
  'Index Name'?: string;
  Schema?: string;
  'Relation Name'?: string;
  Plans?: Node[];
}

let bank: TestBank;
let client: pg.Client;

beforeAll(async () => {
  bank = await emptyBank('plans');
  client = new pg.Client(bank.url);
  await client.connect();
  await client.query('update platform.clock set clock_offset = $1::timestamptz - now()', [MOMENT]);
  await seedBank(bank.url, { employees: PEOPLE, passwordHash: 'x' });
  await client.query(`insert into access.login (id, token_hash, person_id, created_at, seen_at, address, device)
    select gen_random_uuid(), sha256(id::text::bytea), id, platform.now(), platform.now(), '', '' from people.person`);
  await client.query('analyze access.login');
}, 120_000);
afterAll(async () => {
  await client.end();
  await bank.drop();
});

/** "table: by index" of every place of a plan that reads a table; how often and in which order does not matter. */
function reads(node: Node, table = ''): string[] {
  const name = node['Relation Name'] ? `${node.Schema}.${node['Relation Name']}` : table;
  const below = (node.Plans ?? []).flatMap((plan) => reads(plan, name));
  if (node['Index Name']) return [`${name}: ${node['Index Name']}`, ...below];
  return node['Node Type'] === 'Seq Scan' ? [`${name}: whole`, ...below] : below;
}

/** What of it is reviewed: of a table that does not grow only that it is read, since the planner takes it whole or by its key as chance has it. */
const reviewed = (found: string[]): string[] => [...new Set(found.map((read) => (GROWING.includes(read.split(':')[0]!) ? read : read.split(':')[0]!)))].sort();

test.each(QUERIES.map((query) => [query.name, query.text]))('%s reads its tables by the indexes that were reviewed', async (name, text) => {
  const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: Node }] }>(`explain (generic_plan, costs off, verbose, format json) ${text}`);
  const found = [...new Set(reads(rows[0]!['QUERY PLAN'][0].Plan))].sort();
  expect(found.filter((read) => GROWING.some((table) => read === `${table}: whole`))).toEqual([]);
  const file = join(folder, `${name}.txt`);
  if (process.env.PLANS === 'write') {
    const plan = (await client.query<{ 'QUERY PLAN': string }>(`explain (generic_plan, costs off) ${text}`)).rows.map((row) => row['QUERY PLAN']);
    writeFileSync(file, [...found, '-'.repeat(80), ...plan, ''].join('\n'));
  }
  expect({ name, reviewed: existsSync(file) }).toEqual({ name, reviewed: true });
  expect(reviewed(found)).toEqual(reviewed(readFileSync(file, 'utf8').split('\n-')[0]!.split('\n')));
});
