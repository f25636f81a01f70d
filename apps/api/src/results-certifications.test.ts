import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { accessRoom } from '@zhixing/access/api';
import { clientOf } from '@zhixing/access/testing';
import { coursesRoom } from '@zhixing/courses/api';
import { article, makeCourse } from '@zhixing/courses/testing';
import { messagesRoom } from '@zhixing/messages/api';
import { peopleRoom, type Person } from '@zhixing/people/api';
import { makePerson } from '@zhixing/people/testing';
import { plansRoom } from '@zhixing/plans/api';
import { MyCertifications } from '@zhixing/plans/contract';
import { dayFromNow, take } from '@zhixing/plans/testing';
import { statement } from '@zhixing/platform/api';
import { type TestApplication, testApp, type TestClient } from '@zhixing/platform/testing';
import { recognitionRoom } from '@zhixing/recognition/api';
import { skillsRoom } from '@zhixing/skills/api';
import { v7 as uuid } from 'uuid';
import { csv, ResultsDesk } from './testing/results-files.ts';

let bank: TestApplication;
let sender: Person;
let client: TestClient;
let desk: ResultsDesk;
let colleague: ResultsDesk;
let person: Person;
let course: { id: string; title: string; slug: string };
let certification: { id: string; title: string };

beforeAll(async () => {
  bank = await testApp([peopleRoom, accessRoom, messagesRoom, skillsRoom, coursesRoom, plansRoom, recognitionRoom]);
  sender = await bank.write((tx) => makePerson(tx, { displayName: '培训经理', roles: ['ld_admin'] }));
  client = await clientOf(bank, sender.id);
  desk = new ResultsDesk(bank, client);
  const other = await clientOf(bank, (await bank.write((tx) => makePerson(tx, { roles: ['ld_admin'] }))).id);
  await other.patch('/people/me', { language: 'en' });
  colleague = new ResultsDesk(bank, other);
});
afterAll(() => bank.close());
beforeEach(async () => {
  person = await bank.write((tx) => makePerson(tx, { displayName: '持证人' }));
  course = await bank.write((tx) => makeCourse(tx, [article('a1', { hanzi: 10 })]));
  certification = await make();
});

async function make(more: object = {}): Promise<{ id: string; title: string }> {
  const body = { title: `反洗钱上岗资格 Aml ${uuid().slice(-12)}`, kind: 'own', issuer: '示范银行', courseId: course.id, months: 24, windowDays: 60, ...more };
  const made = await client.post('/certifications', body);
  expect(made.status).toBe(201);
  return { id: made.body.id as string, title: body.title };
}
const row = (on: string, { number = person.staffNumber, title = certification.title, score = '', hours = '' } = {}) => [number, '', title, on, score, hours];
const held = async (id = certification.id) =>
  MyCertifications.parse((await (await clientOf(bank, person.id)).get('/certifications/mine')).body).items.find((one) => one.certification.id === id);
const cycles = async () => (await held())!.cycles.map(({ number, validFrom, validUntil, gapDays }) => [number, validFrom, validUntil, gapDays]);
const TOLD = statement(
  'test.results_told',
  `select (select count(*)::int from messages.message where person_id = $1) as messages, (select count(*)::int from recognition.points where person_id = $1) as points,
          (select count(*)::int from recognition.certificate where person_id = $1) as certificates`,
);

test('a certification is held from its day for its period, marked as imported, whichever case its title is written in; nobody is told', async () => {
  const { id, counts } = await desk.sent(csv([row('2024-02-29', { title: certification.title.toUpperCase() })]));
  expect(counts).toEqual({ new: 1, same: 0, error: 0 });
  expect(await desk.rows(id, 'new')).toMatchObject([{ course: certification.title, target: 'certification', completedOn: '2024-02-29', score: null, minutes: 0 }]);
  expect(await desk.stored(id)).toMatchObject({ state: 'applied', applied: 1, found: 0 });
  expect(await held()).toMatchObject({ cycles: [{ number: 1, validFrom: '2024-02-29', validUntil: '2026-02-28', windowOpensOn: '2025-12-30', gapDays: 0, imported: true, revoked: null }] });
  const stored = await bank.database.rows(statement('test.results_cycles', 'select id, source, source_id from plans.certification_cycle where person_id = $1'), [person.id]);
  const line = (await desk.rows(id, 'new'))[0]!;
  expect(line.stored).toBe(true);
  expect(stored).toEqual([{ id: line.id, source: 'import', source_id: line.id }]);
  expect(await bank.database.rows(TOLD, [person.id])).toEqual([{ messages: 0, points: 0, certificates: 0 }]);
});

test('the same file again changes nothing; what overlaps a period is an error that says which', async () => {
  await desk.stored((await desk.sent(csv([row('2022-03-05')]))).id);
  const again = await desk.sent(csv([row('2022-03-05'), row('2024-03-05'), row('2020-06-01')]));
  expect(again.counts).toEqual({ new: 0, same: 1, error: 2 });
  const held = '2022-03-05 至 2024-03-05 已持有这项资格，与本行的有效期重叠；续期请填写新一期的起始日。';
  expect(await desk.wrong(again.id)).toEqual([`第 3 行“完成日期”：${held}`, `第 4 行“完成日期”：${held}`]);
  expect((await colleague.wrong(again.id))[0]).toBe('Line 3, Completed on: The certification was held from 2022-03-05 to 2024-03-05 already, which overlaps. For a renewal, give the first day of the new period.');
  const good = await make({ months: null });
  await desk.stored((await desk.sent(csv([row('2022-03-05', { title: good.title })]))).id);
  expect(await desk.wrong((await desk.sent(csv([row('2023-03-05', { title: good.title })]))).id)).toEqual(['第 2 行“完成日期”：自 2022-03-05 起已长期持有这项资格，与本行的有效期重叠。']);
});

test('periods of one file and of later ones count by their days, whatever order they come in, and know the gap before', async () => {
  const { id, counts } = await desk.sent(csv([row('2022-05-01'), row('2017-01-01'), row('2022-05-02'), row('2017-01-01'), row('2020-03-01')]));
  expect(counts).toEqual({ new: 3, same: 0, error: 2 });
  expect(await desk.wrong(id)).toEqual(['第 4 行“完成日期”：与第 2 行的资格有效期重叠。', '第 5 行：与第 3 行是同一人、同一课程或资格、同一天。']);
  await desk.stored(id);
  expect(await cycles()).toEqual([[3, '2022-05-01', '2024-05-01', 60], [2, '2020-03-01', '2022-03-01', 424], [1, '2017-01-01', '2019-01-01', 0]]);
  await desk.stored((await desk.sent(csv([row('2014-06-30'), row('2024-05-02')]))).id);
  expect((await cycles()).map(([number, from, , gap]) => [number, from, gap])).toEqual([[5, '2024-05-02', 0], [4, '2022-05-01', 60], [3, '2020-03-01', 424], [2, '2017-01-01', 0], [1, '2014-06-30', 0]]);
  expect(await held()).toMatchObject({ state: expect.stringMatching(/^(valid|renewable|expiring|expired)$/), cycles: [{ validFrom: '2024-05-02' }, {}, {}, {}, {}] });
  const [holder] = (await client.get(`/certifications/${certification.id}/holders`)).body.items;
  expect(holder).toMatchObject({ number: 5, validFrom: '2024-05-02', person: { staffNumber: person.staffNumber } });
});

test('an older period leaves the newest as it is, and is counted before it', async () => {
  await take(await clientOf(bank, person.id), course.id);
  await bank.work();
  const [now] = (await held())!.cycles;
  await desk.stored((await desk.sent(csv([row('2018-03-05')]))).id);
  expect(await held()).toMatchObject({ state: 'valid', cycles: [{ id: now!.id, number: 2, imported: false }, { number: 1, validFrom: '2018-03-05' }] });
});

test('what was revoked is not brought in again for the days before; after it, it is', async () => {
  await desk.stored((await desk.sent(csv([row('2026-01-05')]))).id);
  const [cycle] = (await held())!.cycles;
  expect((await client.post(`/certification-cycles/${cycle!.id}/revocation`, { reason: '材料不实' })).status).toBe(200);
  const { id, counts } = await desk.sent(csv([row('2026-01-05'), row('2025-06-01'), row(await dayFromNow(bank))]));
  expect(counts).toEqual({ new: 1, same: 1, error: 1 });
  await desk.stored(id);
  expect(await held()).toMatchObject({ state: 'valid', cycles: [{ number: 2, revoked: null }, { number: 1, revoked: { reason: '材料不实' } }] });
});

test('two files with overlapping periods, checked before either is stored: one is stored, the other stood by then', async () => {
  const files = [await desk.sent(csv([row('2022-03-05')])), await desk.sent(csv([row('2023-03-05'), row('2019-03-05')]))];
  for (const { id } of files) expect((await desk.decide(id, 'confirm')).status).toBe(202);
  await bank.work();
  const [one, other] = await Promise.all(files.map(({ id }) => desk.read(id)));
  expect([one!.state, other!.state, one!.applied! + other!.applied!, one!.found! + other!.found!]).toEqual(['applied', 'applied', 2, 1]);
  expect((await held())!.cycles).toHaveLength(2);
});

test('a name of a course and a certification is ambiguous; a certification has no score, and nobody brings in their own', async () => {
  const both = await make({ title: course.title });
  const { id, counts } = await desk.sent(csv([
    row('2024-03-05', { title: both.title }), row('2024-03-05', { title: course.slug }), row('2024-03-05', { score: '88', hours: '2' }), row('2024-03-05', { number: sender.staffNumber }),
  ]));
  expect(counts).toEqual({ new: 1, same: 0, error: 3 });
  expect(await desk.wrong(id)).toEqual([
    `第 2 行“课程”：课程和资格认证中有 2 项名为“${both.title}”；课程请改填课程编号。`, '第 4 行“成绩”：资格认证不记这一项，请留空。', '第 4 行“学时”：资格认证不记这一项，请留空。',
    '第 5 行“课程”：不能导入您本人的资格认证，请由其他管理员导入。',
  ]);
  // nor do they confirm what a colleague sent
  const theirs = await colleague.sent(csv([row('2024-03-05', { number: sender.staffNumber })]));
  expect(theirs.counts).toEqual({ new: 1, same: 0, error: 0 });
  expect((await desk.decide(theirs.id, 'confirm')).body.code).toBe('plans.results_closed');
  expect(await colleague.stored(theirs.id)).toMatchObject({ applied: 1 });
});

test('a certification that is retired is not recognised', async () => {
  expect((await client.post(`/certifications/${certification.id}/retirement`)).status).toBeLessThan(300);
  expect((await desk.wrong((await desk.sent(csv([row('2024-03-05')]))).id))[0]).toContain(`没有名为“${certification.title}”的课程或资格认证`);
});
