import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { accessRoom } from '@zhixing/access/api';
import { clientOf } from '@zhixing/access/testing';
import { coursesRoom } from '@zhixing/courses/api';
import { CourseReview, type Domain } from '@zhixing/courses/contract';
import { article, content, makeCourse, publishVersion } from '@zhixing/courses/testing';
import { ContentReviews } from '@zhixing/insights/contract';
import { messagesRoom } from '@zhixing/messages/api';
import { type Department, type Person, peopleRoom } from '@zhixing/people/api';
import { makeDepartment, makePerson } from '@zhixing/people/testing';
import { plansRoom } from '@zhixing/plans/api';
import { dayFromNow, take } from '@zhixing/plans/testing';
import { statement } from '@zhixing/platform/api';
import { testApp, type TestApplication, type TestClient } from '@zhixing/platform/testing';
import { recognitionRoom } from '@zhixing/recognition/api';
import { insightsRoom } from '../index.ts';

type Course = Awaited<ReturnType<typeof makeCourse>>;

const DAY = 86_400_000;

let bank: TestApplication;
let branch: Department;
let owner: Person;
let admin: TestClient;
let adminId: string;
let branchAdmin: TestClient;
let now: Date;
const courses = new Map<string, Course>();

/** A course owned by somebody of the branch, published so many days ago. */
async function published(title: string, domain: Domain, days: number, ownerId = owner.id): Promise<Course> {
  const course = await bank.write((tx) => makeCourse(tx, [article('a1')], { title, domain, ownerId, publishedAt: new Date(now.getTime() - days * DAY) }));
  courses.set(title, course);
  return course;
}

const idOf = (title: string): string => courses.get(title)!.id;
const listOf = async (client: TestClient, query = ''): Promise<ContentReviews> => ContentReviews.parse((await client.get(`/insights/workbench/reviews${query}`)).body);
const titles = async (client: TestClient): Promise<string[]> => (await listOf(client, '?limit=100')).items.map((one) => one.title);
const reviewOf = async (client: TestClient, title: string): Promise<CourseReview> => CourseReview.parse((await client.get(`/courses/${idOf(title)}/review`)).body);
const setMonths = (client: TestClient, title: string, months: number) => client.send('PUT', `/courses/${idOf(title)}/review`, { months });
const mark = (client: TestClient, title: string) => client.post(`/courses/${idOf(title)}/reviews`);
const acts = (action: string, title: string) => bank.database.rows<{ person_id: string; facts: object }>(statement('test.review_acts', 'select person_id, facts from platform.audit_entry where action = $1 and object_id = $2 order by at, id'), [action, idOf(title)]);

beforeAll(async () => {
  bank = await testApp([peopleRoom, accessRoom, messagesRoom, coursesRoom, plansRoom, recognitionRoom, insightsRoom]);
  now = (await bank.database.rows<{ now: Date }>(statement('test.now', 'select platform.now() as now')))[0]!.now;
  const [other, head, branchHead] = await bank.write(async (tx) => {
    branch = await makeDepartment(tx, '复核支行');
    owner = await makePerson(tx, { displayName: '课程负责人', department: branch, roles: ['trainer'] });
    return [await makePerson(tx, {}), await makePerson(tx, { roles: ['ld_admin'] }), await makePerson(tx, { roles: ['ld_admin'], scope: branch.id })] as const;
  });
  adminId = head.id;
  [admin, branchAdmin] = [await clientOf(bank, head.id), await clientOf(bank, branchHead.id)];
  await published('逾期的工具课', 'llm-application', 400);
  await published('将到期的技术课', 'llm-technology', 350);
  await published('还早的工具课', 'llm-application', 300);
  await published('还早的信贷课', 'credit-risk', 400);
  await published('逾期的信贷课', 'credit-risk', 800);
  await published('别处的合规课', 'compliance-safety', 760, other.id);
});
afterAll(() => bank.close());

test('courses whose review is due or will be within thirty days are listed, the longest overdue first, tooling after a year and the rest after two', async () => {
  expect(await titles(admin)).toEqual(['逾期的信贷课', '逾期的工具课', '别处的合规课', '将到期的技术课']);
  const [credit, tool, , soon] = (await listOf(admin)).items;
  expect(credit).toMatchObject({ courseId: idOf('逾期的信贷课'), owner: { displayName: '课程负责人' }, months: 24, learners: 0 });
  expect(tool).toMatchObject({ months: 12, reviewedOn: await dayFromNow(bank, -400) });
  expect(tool!.days).toBeLessThan(0);
  expect(soon!.days).toBeGreaterThan(0);
  expect(soon!.dueOn).toBe(await dayFromNow(bank, soon!.days));
});

test('it is read page by page, each course once', async () => {
  const seen: string[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: ContentReviews = await listOf(admin, `?limit=1${cursor && `&cursor=${cursor}`}`);
    seen.push(...page.items.map((one) => one.title));
    cursor = page.nextCursor;
  }
  expect(seen).toEqual(await titles(admin));
});

test('the branch sees the courses of its own people, and no others; head office sees all, a trainer no list', async () => {
  expect(await titles(branchAdmin)).toEqual(['逾期的信贷课', '逾期的工具课', '将到期的技术课']);
  expect(await mark(branchAdmin, '别处的合规课')).toMatchObject({ status: 404 });
  expect(await setMonths(branchAdmin, '别处的合规课', 3)).toMatchObject({ status: 404 });
  const trainer = await clientOf(bank, owner.id);
  expect(await trainer.get('/insights/workbench/reviews')).toMatchObject({ status: 403 });
  expect(await reviewOf(trainer, '还早的工具课')).toMatchObject({ owner: { displayName: '课程负责人' }, months: 12, defaultMonths: 12, overdue: false, can: { edit: true, mark: true } });
});

test('learners are those under way', async () => {
  const learner = await bank.write((tx) => makePerson(tx, { department: branch }));
  await take(await clientOf(bank, learner.id), idOf('逾期的工具课'), false);
  expect((await listOf(admin)).items.find((one) => one.title === '逾期的工具课')).toMatchObject({ learners: 1 });
});

test('marked as reviewed, a course leaves the list until its next date; said twice it is one act of the trail', async () => {
  const before = await reviewOf(admin, '逾期的信贷课');
  expect(before).toMatchObject({ overdue: true, reviewedOn: await dayFromNow(bank, -800) });
  const answers = await Promise.all([mark(admin, '逾期的信贷课'), mark(admin, '逾期的信贷课')]);
  for (const answer of answers) expect(answer).toMatchObject({ status: 200, body: { reviewedOn: await dayFromNow(bank), overdue: false, can: { mark: false } } });
  expect(await titles(admin)).not.toContain('逾期的信贷课');
  expect(await acts('course.review', '逾期的信贷课')).toEqual([{ person_id: adminId, facts: { before: before.reviewedOn, dueOn: before.dueOn } }]);
});

test('another interval moves the date, and is audited once; what makes no sense is refused', async () => {
  for (let at = 0; at < 2; at++) expect(await setMonths(admin, '还早的信贷课', 12)).toMatchObject({ status: 200, body: { months: 12, defaultMonths: 24, overdue: true } });
  expect(await titles(admin)).toContain('还早的信贷课');
  expect(await acts('course.review_interval', '还早的信贷课')).toEqual([{ person_id: adminId, facts: { months: 12, before: 24 } }]);
  for (const months of [0, 61, 1.5]) expect(await setMonths(admin, '还早的信贷课', months)).toMatchObject({ status: 400, body: { issues: [{ path: 'months' }] } });
});

test('a new version counts as a review, an editorial one does not', async () => {
  const course = courses.get('逾期的工具课')!;
  const next = (change: 'editorial' | 'minor', number: number) =>
    bank.write((tx) => publishVersion(tx, { id: course.id, currentVersion: number }, content([article('a1')], { title: '逾期的工具课', domain: 'llm-application' }), { publishedAt: now, change }));
  await next('editorial', 1);
  expect(await reviewOf(admin, '逾期的工具课')).toMatchObject({ reviewedOn: await dayFromNow(bank, -400), overdue: true });
  await next('minor', 2);
  expect(await reviewOf(admin, '逾期的工具课')).toMatchObject({ reviewedOn: await dayFromNow(bank), overdue: false });
});
