import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';

/** What stays as it was written: the running role may add rows and read them, and no more. A new table that must not change is a new line. */
const APPEND_ONLY = [
  'audit.acknowledgement', 'audit.purge', 'courses.chapter', 'courses.completion_record', 'courses.course_version', 'courses.grade_correction', 'courses.learning_event', 'courses.lesson', 'courses.question',
  'insights.evidence_person', 'plans.assignment_history', 'plans.certification_cycle', 'plans.certification_reminder', 'plans.certification_revocation',
  'plans.class_attendance_change', 'plans.class_member_state', 'plans.obligation_due', 'plans.obligation_state', 'plans.path_completion', 'plans.path_version', 'plans.plan_revision',
  'plans.reminder', 'plans.survey_answer', 'plans.survey_receipt',
  'platform.audit_entry', 'platform.audit_seal', 'recognition.hours', 'recognition.points', 'recognition.points_rule', 'skills.evidence', 'skills.evidence_withdrawal', 'skills.framework_version', 'skills.review_vote', 'skills.skill_definition',
];

let app: pg.Client;

beforeAll(async () => {
  app = new pg.Client(process.env.DATABASE_URL);
  await app.connect();
});
afterAll(() => app.end());

/** Tables of ours the running role may add to, but neither change (in no column) nor empty. */
const FIXED = `
  select c.oid::regclass::text as name from pg_class c
   where c.relkind in ('r', 'p') and c.relnamespace::regnamespace::text not in ('pg_catalog', 'information_schema') and c.relnamespace::regnamespace::text not like 'pgboss%'
     and has_table_privilege(current_user, c.oid, 'insert') and not has_table_privilege(current_user, c.oid, 'delete') and not has_any_column_privilege(current_user, c.oid, 'update')
   order by 1`;

test('asvs-67 the append-only tables are those of the list', async () => {
  const { rows } = await app.query<{ name: string }>(FIXED);
  expect(rows.map(({ name }) => name)).toEqual(APPEND_ONLY);
});

test.each(APPEND_ONLY)('asvs-67 %s is neither changed nor emptied by the running role', async (table) => {
  const { rows } = await app.query<{ name: string }>(`select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and attidentity = '' order by attnum limit 1`, [table]);
  const column = rows[0]!.name;
  for (const write of [`update ${table} set ${column} = ${column}`, `delete from ${table}`, `truncate ${table}`, `drop table ${table}`, `alter table ${table} disable trigger all`])
    await expect(app.query(write)).rejects.toMatchObject({ code: '42501' });
});
