import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { accessRoom } from '@zhixing/access/api';
import { clientOf } from '@zhixing/access/testing';
import { coursesRoom } from '@zhixing/courses/api';
import { article, makeCourse, quiz } from '@zhixing/courses/testing';
import { messagesRoom } from '@zhixing/messages/api';
import { peopleRoom, type Person } from '@zhixing/people/api';
import { makeDepartment, makePerson } from '@zhixing/people/testing';
import { plansRoom } from '@zhixing/plans/api';
import { dayFromNow, owed, take } from '@zhixing/plans/testing';
import { statement } from '@zhixing/platform/api';
import { type TestApplication, testApp, type TestClient } from '@zhixing/platform/testing';
import { RECOGNITION_DISAGREEMENTS } from '@zhixing/recognition/testing';
import { recognitionRoom } from '@zhixing/recognition/api';
import { skillsRoom } from '@zhixing/skills/api';
import { type Bytes, type Cells, csv, killWorker, xlsx } from './testing/results-files.ts';

let bank: TestApplication;
let admin: TestClient;
let person: Person;
let me: TestClient;
let course: { id: string; title: string; slug: string };

beforeAll(async () => {
  bank = await testApp([peopleRoom, accessRoom, messagesRoom, skillsRoom, coursesRoom, plansRoom, recognitionRoom]);
  admin = await clientOf(bank, (await bank.write((tx) => makePerson(tx, { displayName: '培训经理', roles: ['ld_admin'] }))).id);
  person = await bank.write((tx) => makePerson(tx, { displayName: '林知夏' }));
  me = await clientOf(bank, person.id);
  course = await bank.write((tx) => makeCourse(tx, [article('a1', { hanzi: 10 }), quiz('q')], { skills: [{ skill: 'rag', level: 2 }] }));
});
afterAll(() => bank.close());

const read = async (id: string, client = admin) => (await client.get(`/results-imports/${id}`)).body;
const rowsOf = async (id: string, kind: string, client = admin) => (await client.get(`/results-imports/${id}/rows?kind=${kind}&limit=100`)).body.items;
/** Sends a file and lets a worker read it. */
async function sent(bytes: Bytes, client = admin) {
  const answer = await client.upload('/results-imports', '成绩.csv', bytes);
  expect(answer.status).toBe(202);
  await bank.work();
  return read(answer.body.id, client);
}
async function applied(bytes: Bytes) {
  const { id } = await sent(bytes);
  expect((await admin.post(`/results-imports/${id}/confirm`)).status).toBe(202);
  await bank.work();
  return read(id);
}
const row = (o: { number?: string; name?: string; course?: string; on?: string; score?: Cells[number]; hours?: Cells[number] } = {}): Cells =>
  [o.number ?? person.staffNumber, o.name ?? '', o.course ?? course.title, o.on ?? '2024-03-05', o.score ?? 90, o.hours ?? 6.5];

const RECORDS = statement('test.results_records', `select (completed_at at time zone 'Asia/Shanghai')::date::text as day, score, minutes, source, department, id from courses.completion_record where person_id = $1 and course_id = $2 order by completed_at`);
const records = (personId: string, courseId = course.id) => bank.database.rows<{ day: string; score: number | null; minutes: number; source: string; department: string; id: string }>(RECORDS, [personId, courseId]);
const COUNTED = statement(
  'test.results_counted',
  `select (select count(*)::int from recognition.points where person_id = $1) as points, (select count(*)::int from recognition.certificate where person_id = $1) as certificates,
          (select count(*)::int from messages.message where person_id = $1) as messages`,
);

test('edge case: imported history keeps its source and original date, tells nobody and earns no points', async () => {
  const view = await applied(await xlsx([row({ name: '林知夏' })]));
  expect(view).toMatchObject({ state: 'applied', counts: { new: 1, same: 0, error: 0 }, applied: 1, createdBy: '培训经理', can: { confirm: false, discard: false } });
  expect(await records(person.id)).toMatchObject([{ day: '2024-03-05', score: 90, minutes: 390, source: 'import', department: '测试部' }]);
  expect(await bank.database.rows(COUNTED, [person.id])).toEqual([{ points: 0, certificates: 0, messages: 0 }]);
  const mine = (await me.get('/registrations?state=finished')).body.items;
  expect(mine).toMatchObject([{ course: { title: course.title }, status: 'passed', percent: 100, score: 90, completedAt: '2024-03-05T04:00:00.000Z', imported: true }]);
});

test('edge case: imported history counts its hours once, in the year of its day, and is evidence of that day', async () => {
  const hours = (await me.get('/hours?year=2024')).body;
  expect(hours).toMatchObject({ minutes: { formal: 390, other: 0 }, items: [{ on: '2024-03-05', kind: 'formal', minutes: 390, source: 'import', title: course.title, by: null }] });
  const [record] = await records(person.id);
  expect((await me.post('/certificates', { completionId: record!.id })).body).toMatchObject({ code: 'recognition.nothing_granted' });
  expect((await me.get('/hours?year=2024')).body.items).toHaveLength(1);
  const evidence = await bank.database.rows(statement('test.results_evidence', 'select skill_id, level, evidenced_on::text as day, verified from skills.evidence where person_id = $1'), [person.id]);
  expect(evidence).toEqual([{ skill_id: 'rag', level: 2, day: '2024-03-05', verified: true }]);
});

test('edge case: imported history completes what is owed when the rule accepts earlier completions', async () => {
  const short = await bank.write((tx) => makeCourse(tx, [article('a1', { hanzi: 10 })]));
  const asked = async (earlier: string) => {
    const { body } = await admin.post('/assignments', {
      title: `任务 ${earlier}`, reason: '监管要求', target: { kind: 'course', id: short.id }, audience: { kind: 'people.persons', value: { personIds: [person.id] } },
      due: { kind: 'fixed', on: await dayFromNow(bank, 60) }, earlier,
    });
    expect((await admin.post(`/assignments/${body.id}/activate`, { affected: 1 })).status).toBe(200);
    await bank.work();
    return body.id as string;
  };
  const [accepting, ignoring] = [await asked('accept'), await asked('ignore')];
  await applied(csv([row({ course: short.title, score: '' })]));
  expect(await owed(bank, accepting)).toMatchObject([{ state: 'completed', causes: expect.arrayContaining(['completion']) }]);
  for (const one of await owed(bank, ignoring)) expect(one.state).toBe('open');
});

test('edge case: imported history that is sent again changes nothing', async () => {
  const before = await records(person.id);
  const view = await sent(csv([row()]));
  expect(view).toMatchObject({ state: 'checked', counts: { new: 0, same: 1, error: 0 }, can: { confirm: false, discard: true } });
  expect((await admin.post(`/results-imports/${view.id}/confirm`)).body.code).toBe('plans.results_closed');
  expect((await admin.post(`/results-imports/${view.id}/discard`)).body.state).toBe('discarded');
  // two files with the same row, confirmed at once, store it once
  const twins = await Promise.all([sent(csv([row({ on: '2024-05-06' })])), sent(csv([row({ on: '2024-05-06' }), row({ on: '2024-05-07' })]))]);
  await Promise.all(twins.map(({ id }) => admin.post(`/results-imports/${id}/confirm`)));
  await bank.work();
  const [one, other] = await Promise.all(twins.map(({ id }) => read(id)));
  expect([one.state, other.state]).toEqual(['applied', 'applied']);
  expect(one.applied + other.applied).toBe(2);
  expect((await records(person.id)).map(({ day }) => day)).toEqual([...before.map(({ day }) => day), '2024-05-06', '2024-05-07']);
});

test('edge case: imported history leaves a course that is going on as it is', async () => {
  const learner = await bank.write((tx) => makePerson(tx));
  const client = await clientOf(bank, learner.id);
  const two = await bank.write((tx) => makeCourse(tx, [article('a1', { hanzi: 10 }), article('a2', { hanzi: 10 })]));
  await take(client, two.id);
  await applied(csv([row({ number: learner.staffNumber, course: two.slug, score: '', on: '2024-03-05' }), row({ number: learner.staffNumber, course: two.slug, score: '', on: '2023-03-05' })]));
  expect((await records(learner.id, two.id)).map(({ day }) => day)).toEqual(['2023-03-05', '2024-03-05']);
  expect((await client.get(`/courses/${two.id}`)).body.mine).toMatchObject({ status: 'open', percent: 50 });
});

test('each row says in the language of the reader what is wrong, in which line and column', async () => {
  const twin = await bank.write((tx) => makeCourse(tx, [article('a')]));
  await bank.write((tx) => makeCourse(tx, [article('a')], { title: twin.title }));
  const { id, counts } = await sent(csv([
    row({ number: 'NOBODY' }), row({ name: '别人' }), row({ course: '没有的课' }), row({ course: twin.title }), row({ on: '2024-02-31' }), row({ on: '2099-01-01' }),
    row({ score: 101 }), row({ score: 20 }), row({ hours: '6小时' }), row({ score: 70 + 15 }), row({ on: '2024-08-01' }), row({ on: '2024-08-01' }), ['', '', '', '', '', ''], ['', '', '=1', '2024-01-01', '', ''],
  ]));
  expect(counts).toEqual({ new: 1, same: 0, error: 12 });
  const said = async (language: string) => (await rowsOf(id, 'error', language === 'en' ? english : admin)).flatMap((one: { errors: { message: string }[] }) => one.errors.map((error) => error.message));
  const english = await clientOf(bank, (await bank.write((tx) => makePerson(tx, { roles: ['ld_admin'] }))).id);
  await english.patch('/people/me', { language: 'en' });
  expect(await said('zh')).toEqual([
    '第 2 行“工号”：没有工号为“NOBODY”的员工。', '第 3 行“姓名”：工号“' + person.staffNumber + '”的姓名不是“别人”。', '第 4 行“课程”：没有名为“没有的课”的课程或资格认证，请填写目录中的课程名称、课程编号，或资格认证的名称。',
    `第 5 行“课程”：有 2 门课程名为“${twin.title}”，请改填课程编号。`, '第 6 行“完成日期”：“2024-02-31”不是日期，请写成 2026-03-05。', '第 7 行“完成日期”：“2099-01-01”晚于今天。',
    '第 8 行“成绩”：“101”不是 0 至 100 的整数；没有成绩请留空。', '第 9 行“成绩”：成绩 20 低于及格线 80，不能记为完成。', '第 10 行“学时”：“6小时”不是 0 至 1000 的数字，最多两位小数。',
    '第 11 行“成绩”：当天已有这门课程的完成记录，成绩为 90，与本行不同。', '第 13 行：与第 12 行是同一人、同一课程或资格、同一天。',
    '第 15 行“工号”：不能为空。', '第 15 行“课程”：以“=”开头的内容会被当作公式，请只填文字。', '第 15 行“课程”：没有名为“=1”的课程或资格认证，请填写目录中的课程名称、课程编号，或资格认证的名称。',
  ]);
  expect(await said('en')).toEqual(expect.arrayContaining(['Line 2, Staff number: Nobody has the staff number “NOBODY”.', 'Line 13: The same person, course or certification, and day stand in line 12.']));
});

test('a file that is no list of results is refused as a whole', async () => {
  expect(await sent(csv([], ['工号', '姓名']))).toMatchObject({ state: 'failed', failure: '缺少这些列：课程 Course、完成日期 Completed on。可以下载模板对照。', can: { confirm: false, discard: true } });
  expect(await sent(Buffer.from('PK\u0003\u0004nothing') as Bytes)).toMatchObject({ state: 'failed' });
  expect(await admin.get('/results-imports/template')).toMatchObject({ status: 200, headers: { 'content-disposition': expect.stringContaining('attachment') } });
});

test('an L&D administrator of some departments names only their people, and sees only their own files', async () => {
  const unit = await bank.write((tx) => makeDepartment(tx, '分行'));
  const branch = await clientOf(bank, (await bank.write((tx) => makePerson(tx, { displayName: '分行培训岗', department: unit, roles: ['ld_admin'], scope: unit.id }))).id);
  const inside = await bank.write((tx) => makePerson(tx, { department: unit }));
  const view = await sent(csv([row({ number: inside.staffNumber }), row({ on: '2024-09-09' })]), branch);
  expect(view.counts).toEqual({ new: 1, same: 0, error: 1 });
  const [refused] = await rowsOf(view.id, 'error', branch);
  expect(refused).toMatchObject({ name: '', errors: [{ field: 'staffNumber', message: `第 3 行“工号”：工号“${person.staffNumber}”不在您的管理范围内。` }] });
  const whole = await sent(csv([row({ on: '2024-09-09' })]));
  expect((await branch.get(`/results-imports/${whole.id}`)).status).toBe(404);
  expect((await branch.post(`/results-imports/${whole.id}/confirm`)).status).toBe(404);
  expect((await branch.get('/results-imports')).body.items.map((one: { id: string }) => one.id)).toEqual([view.id]);
  expect((await admin.get('/results-imports?limit=100')).body.items.map((one: { id: string }) => one.id)).toEqual(expect.arrayContaining([view.id, whole.id]));
  // who moved away meanwhile is no longer theirs to decide on
  await bank.write(async (tx) => {
    await tx.rows(statement('test.results_move', 'update people.department_membership set department_id = $2 where person_id = $1'), [inside.id, (await makeDepartment(tx, '总行')).id]);
  });
  expect((await branch.post(`/results-imports/${view.id}/confirm`)).body.code).toBe('plans.results_closed');
});

const OF_COURSE = statement('test.results_of_course', 'select count(*)::int as records, count(distinct person_id)::int as people from courses.completion_record where course_id = $1');

test('5,000 rows: what the dry run counts is what is stored, and a killed worker resumes', async () => {
  const big = await bank.write((tx) => makeCourse(tx, [article('a1', { hanzi: 10 })]));
  const unit = await bank.write((tx) => makeDepartment(tx, '大部门'));
  const people: Person[] = [];
  await bank.write(async (tx) => {
    for (let n = 0; n < 50; n++) people.push(await makePerson(tx, { department: unit }));
  });
  const days = Array.from({ length: 100 }, (_, n) => new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10));
  const view = await sent(csv(people.flatMap(({ staffNumber: number }) => days.map((on) => row({ number, course: big.title, on, score: '', hours: 1 })))));
  expect(view.counts).toEqual({ new: 5000, same: 0, error: 0 });
  await admin.post(`/results-imports/${view.id}/confirm`);
  await killWorker(bank, view.id, { personId: people[7]!.id, courseId: big.id });
  const half = await read(view.id);
  expect(half).toMatchObject({ state: 'applying', progress: { done: 500, total: 5000 } });
  expect(await bank.database.rows(OF_COURSE, [big.id])).toMatchObject([{ records: 500 }]);
  await bank.work();
  expect(await read(view.id)).toMatchObject({ state: 'applied', applied: 5000, progress: null });
  expect(await bank.database.rows(OF_COURSE, [big.id])).toEqual([{ records: 5000, people: 50 }]);
  const hours = statement('test.results_hours', 'select count(*)::int as lines, sum(minutes)::int as minutes from recognition.hours where source = $2 and person_id = any($1)');
  expect(await bank.database.rows(hours, [people.map((one) => one.id), 'import'])).toEqual([{ lines: 5000, minutes: 300_000 }]);
}, 120_000);

test('what recognition shows of imported history is what its records say', async () => {
  const ours = new Set((await bank.database.rows<{ id: string }>(statement('test.results_imported', `select id from courses.completion_record where source = 'import'`))).map(({ id }) => id));
  expect((await bank.database.rows<{ what: string; id: string }>(RECOGNITION_DISAGREEMENTS)).filter(({ id }) => ours.has(id))).toEqual([]);
});
