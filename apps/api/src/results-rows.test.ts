import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { accessRoom } from '@zhixing/access/api';
import { clientOf } from '@zhixing/access/testing';
import { coursesRoom } from '@zhixing/courses/api';
import { article, makeCourse } from '@zhixing/courses/testing';
import { messagesRoom } from '@zhixing/messages/api';
import { peopleRoom, type Person } from '@zhixing/people/api';
import { makePerson } from '@zhixing/people/testing';
import { plansRoom } from '@zhixing/plans/api';
import { dayFromNow, take } from '@zhixing/plans/testing';
import { statement } from '@zhixing/platform/api';
import { type TestApplication, testApp, type TestClient } from '@zhixing/platform/testing';
import { skillsRoom } from '@zhixing/skills/api';
import readExcelFile from 'read-excel-file/node';
import { type Bytes, type Cells, csv, killWorker, ResultsDesk, xlsx } from './testing/results-files.ts';

let bank: TestApplication;
let client: TestClient;
let desk: ResultsDesk;
let english: ResultsDesk;
let person: Person;
let course: { id: string; title: string; slug: string };

beforeAll(async () => {
  bank = await testApp([peopleRoom, accessRoom, messagesRoom, skillsRoom, coursesRoom, plansRoom]);
  client = await clientOf(bank, (await bank.write((tx) => makePerson(tx, { displayName: '培训经理', roles: ['ld_admin'] }))).id);
  desk = new ResultsDesk(bank, client);
  const reader = await clientOf(bank, (await bank.write((tx) => makePerson(tx, { roles: ['ld_admin'] }))).id);
  await reader.patch('/people/me', { language: 'en' });
  english = new ResultsDesk(bank, reader);
});
afterAll(() => bank.close());
beforeEach(async () => {
  person = await bank.write((tx) => makePerson(tx));
  course = await bank.write((tx) => makeCourse(tx, [article('a1', { hanzi: 10 })]));
});

const row = (on: Cells[number], { score = '', hours = '', number = person.staffNumber, course: title = course.title }: { score?: Cells[number]; hours?: Cells[number]; number?: string; course?: string } = {}): Cells =>
  [number, '', title, on, score, hours];
const RECORDS = statement('test.results_rows', `select (completed_at at time zone 'Asia/Shanghai')::date::text as day, score, minutes from courses.completion_record where person_id = $1 order by completed_at`);
const records = () => bank.database.rows<{ day: string; score: number | null; minutes: number }>(RECORDS, [person.id]);

test('a corrected file whose score or hours are others than recorded says so; what it leaves open is the same', async () => {
  await desk.stored((await desk.sent(csv([row('2024-03-05', { score: 90, hours: 6.5 }), row('2024-03-06', { hours: 0.33 })]))).id);
  const again = await desk.sent(csv([row('2024-03-05', { score: 90, hours: 6 }), row('2024-03-05', { score: 91, hours: 7 }), row('2024-03-06', { hours: 0.33 }), row('2024-03-06')]));
  expect(again.counts).toEqual({ new: 0, same: 1, error: 3 });
  const one = await desk.sent(csv([row('2024-03-05', { score: 91, hours: 0 }), row('2024-03-06')]));
  expect(one.counts).toEqual({ new: 0, same: 1, error: 1 });
  expect(await desk.wrong(one.id)).toEqual(['第 2 行“成绩”：当天已有这门课程的完成记录，成绩为 90，与本行不同。', '第 2 行“学时”：当天已有这门课程的完成记录，学时为 6.5，与本行不同。']);
  expect(await english.wrong(one.id)).toEqual([
    'Line 2, Score: The course is recorded as completed that day with a score of 90, which is another.', 'Line 2, Hours: The course is recorded as completed that day with 6.5 hours, which is another figure.',
  ]);
});

test('of several records on a day the one completed last is what a file is held against', async () => {
  const today = await dayFromNow(bank);
  await desk.stored((await desk.sent(csv([row(today, { score: 85, hours: 2 })]))).id);
  await take(await clientOf(bank, person.id), course.id);
  expect(await records()).toMatchObject([{ day: today, score: 85, minutes: 120 }, { day: today, score: null }]);
  const again = await desk.sent(csv([row(today, { score: 85 })]));
  expect(await desk.wrong(again.id)).toEqual(['第 2 行“成绩”：当天已有这门课程的完成记录，成绩为 –，与本行不同。']);
});

test('who never had a department is an error of its own, so that what is counted is stored', async () => {
  await bank.write((tx) => tx.rows(statement('test.results_no_place', 'delete from people.department_membership where person_id = $1'), [person.id]));
  const { id, counts } = await desk.sent(csv([row('2024-03-05')]));
  expect(counts).toEqual({ new: 0, same: 0, error: 1 });
  expect(await desk.wrong(id)).toEqual([`第 2 行“工号”：工号“${person.staffNumber}”的员工还没有部门，请先登记其任职。`]);
});

test('two files checked before either is stored: the second counts what stood by then, on its page and in its report', async () => {
  const one = await desk.sent(csv([row('2024-03-01'), row('2024-03-02')]));
  const other = await desk.sent(csv([row('2024-03-02'), row('2024-03-03'), row('2024-03-01')]));
  expect([one.counts!.new, other.counts!.new, other.found]).toEqual([2, 3, null]);
  expect(await desk.stored(one.id)).toMatchObject({ state: 'applied', applied: 2, found: 0 });
  expect(await desk.stored(other.id)).toMatchObject({ state: 'applied', counts: { new: 3 }, applied: 1, found: 2 });
  expect((await desk.rows(other.id, 'new')).map(({ completedOn, stored }) => [completedOn, stored])).toEqual([['2024-03-02', false], ['2024-03-03', true], ['2024-03-01', false]]);
  expect((await records()).map(({ day }) => day)).toEqual(['2024-03-01', '2024-03-02', '2024-03-03']);

  const { body: ordered } = await client.post('/exports', { kind: 'results-import', parameters: { importId: other.id }, reason: '核对导入' });
  await bank.work();
  const { body: job } = await client.get(`/jobs/${ordered.id}`);
  const { rawPayload } = await bank.app.inject({ method: 'GET', url: `/api/v1/files/${job.file.id}`, headers: client.headers });
  const report = (await readExcelFile(rawPayload)).find(({ sheet }) => sheet === '新增')!.data.slice(1);
  expect(report.map((cells) => cells.at(-1))).toEqual(['导入结果', '导入时已有', '已写入', '导入时已有']);
});

test('what nobody has read, what could not be read and what stored nothing yet is discarded; what is stored in part goes on', async () => {
  const waiting = await desk.receive(csv([row('2024-03-05')]));
  expect(waiting).toMatchObject({ state: 'uploaded', can: { confirm: false, discard: true } });
  expect((await desk.decide(waiting.id, 'discard')).body).toMatchObject({ state: 'discarded', can: { confirm: false, discard: false } });
  await bank.work();
  expect(await desk.read(waiting.id)).toMatchObject({ state: 'discarded', counts: null });

  const unreadable = await desk.sent(csv([], ['工号', '姓名']));
  expect((await desk.decide(unreadable.id, 'discard')).body.state).toBe('discarded');

  const first = await desk.sent(csv([row('2024-03-05')]));
  await desk.decide(first.id, 'confirm');
  expect((await desk.decide(first.id, 'discard')).body.code).toBe('plans.results_closed');
  await killWorker(bank, first.id, { personId: person.id, courseId: course.id }, true);
  expect(await desk.read(first.id)).toMatchObject({ state: 'failed', progress: { done: 0, total: 1 }, can: { confirm: true, discard: true } });
  expect((await desk.decide(first.id, 'discard')).body.state).toBe('discarded');
  await bank.work();
  expect(await records()).toEqual([]);

  const days = Array.from({ length: 500 }, (_, n) => new Date(Date.UTC(2020, 0, 1 + n)).toISOString().slice(0, 10));
  const later = await bank.write((tx) => makePerson(tx));
  const second = await desk.sent(csv([...days.map((on) => row(on)), row('2024-03-05', { number: later.staffNumber })]));
  await desk.decide(second.id, 'confirm');
  await killWorker(bank, second.id, { personId: later.id, courseId: course.id }, true);
  expect(await desk.read(second.id)).toMatchObject({ state: 'failed', progress: { done: 500, total: 501 }, can: { confirm: true, discard: false } });
  expect((await desk.decide(second.id, 'discard')).body.code).toBe('plans.results_closed');
  expect(await desk.stored(second.id)).toMatchObject({ state: 'applied', applied: 501, found: 0, can: { confirm: false, discard: false } });
});

test('a file of 20,001 rows is refused as a whole, one of 20,000 is read', async () => {
  const rows = (count: number) => csv(Array.from({ length: count }, () => ['', '', '', '', '', '1']));
  expect(await desk.sent(rows(20_001))).toMatchObject({ state: 'failed', counts: null, failure: expect.stringContaining('文件的行太多，最多 ') });
  expect((await desk.sent(rows(20_000))).counts).toEqual({ new: 0, same: 0, error: 20_000 });
}, 120_000);

test('cells of a workbook that are days and numbers are read as what they show', async () => {
  const { id, counts } = await desk.sent(await xlsx([row(new Date(Date.UTC(2024, 1, 29)), { score: 88, hours: 6.5 })]));
  expect(counts).toEqual({ new: 1, same: 0, error: 0 });
  await desk.stored(id);
  expect(await records()).toEqual([{ day: '2024-02-29', score: 88, minutes: 390 }]);
});

/** The heading 工号,姓名,课程,完成日期,成绩,学时 in GB18030. */
const HEADING_IN_GB18030 = 'b9a4bac52cd0d5c3fb2cbfceb3cc2ccdeab3c9c8d5c6da2cb3c9bca82cd1a7cab1';

test('a CSV file in GB18030 is read like one in UTF-8', async () => {
  const rows = [HEADING_IN_GB18030, Buffer.from(`\n${row('2024-03-05', { course: course.slug, score: 88 }).join(',')}`).toString('hex')].join('');
  const { id } = await desk.sent(Buffer.from(rows, 'hex') as Bytes);
  expect(await desk.rows(id, 'new')).toMatchObject([{ line: 2, course: course.title, completedOn: '2024-03-05', score: 88 }]);
});

test('rows of what came to nothing are deleted after 90 days, and what still waits is discarded with them', async () => {
  const { purge } = plansRoom.retention!.find(({ name }) => name === 'plans.results_import_rows')!;
  const kept = await desk.sent(csv([row('2024-03-05')]));
  await desk.stored(kept.id);
  const waiting = await desk.sent(csv([row('2024-04-05')]));
  const [before, after] = [await desk.rows(waiting.id, 'new'), () => bank.database.rows<{ state: string; rows: number }>(statement('test.results_left', 'select i.state, (select count(*)::int from plans.results_import_row r where r.import_id = i.id) as rows from plans.results_import i where i.id = any($1) order by i.created_at'), [[kept.id, waiting.id]])];
  expect(before).toHaveLength(1);
  await bank.moveClock(89 * 86_400);
  await bank.write((tx) => tx.rows(purge!));
  expect(await after()).toEqual([{ state: 'applied', rows: 1 }, { state: 'checked', rows: 1 }]);
  await bank.moveClock(2 * 86_400);
  while ((await bank.write((tx) => tx.rows(purge!))).length);
  expect(await after()).toEqual([{ state: 'applied', rows: 1 }, { state: 'discarded', rows: 0 }]);
});
