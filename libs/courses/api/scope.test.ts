import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { accessRoom } from '@zhixing/access/api';
import { clientOf } from '@zhixing/access/testing';
import { peopleRoom } from '@zhixing/people/api';
import { makeDepartment, makePerson } from '@zhixing/people/testing';
import { testApp, type TestApplication, type TestClient } from '@zhixing/platform/testing';
import { coursesRoom } from './index.ts';
import { article, makeCourse } from './testing.ts';

let bank: TestApplication;
let administrator: TestClient;
/** Courses owned in the branch, in a team of the branch, elsewhere, by nobody, and by the administrator. */
let courses: Record<string, string>;

beforeAll(async () => {
  bank = await testApp([peopleRoom, accessRoom, coursesRoom]);
  const { id, made } = await bank.write(async (tx) => {
    const branch = await makeDepartment(tx, '苏州分行');
    const owners = { branch, team: await makeDepartment(tx, '苏州分行公司部', branch), elsewhere: await makeDepartment(tx, '无锡分行') };
    const made: Record<string, string> = { nobody: (await makeCourse(tx, [article('a')])).id };
    for (const [place, department] of Object.entries(owners)) made[place] = (await makeCourse(tx, [article('a')], { ownerId: (await makePerson(tx, { department, roles: ['trainer'] })).id })).id;
    const hr = await makePerson(tx, { roles: ['ld_admin'], scope: branch.id });
    made.own = (await makeCourse(tx, [article('a')], { ownerId: hr.id })).id;
    return { id: hr.id, made };
  });
  courses = made;
  administrator = await clientOf(bank, id);
});
afterAll(() => bank.close());

test('asvs-50 a branch administrator sees and exports what is owned in the branch and below, and their own', async () => {
  const answers = await Promise.all(Object.entries(courses).map(async ([place, id]) => {
    const reads = await Promise.all([administrator.get(`/courses/${id}/statistics`), administrator.get(`/courses/${id}/statistics/stuck`), administrator.get(`/courses/${id}/export`)]);
    const { body } = await administrator.get(`/courses/${id}`);
    return [place, ...reads.map(({ status }) => status), body.can.viewStatistics];
  }));
  expect(Object.fromEntries(answers.map(([place, ...rest]) => [place, rest]))).toEqual({
    branch: [200, 200, 200, true], team: [200, 200, 200, true], own: [200, 200, 200, true], elsewhere: [404, 404, 404, false], nobody: [404, 404, 404, false],
  });
});

test('asvs-50 the list of administered courses of a branch administrator holds no other', async () => {
  const { items } = (await administrator.get('/courses/statistics')).body;
  const listed = items.map((one: { id: string }) => one.id);
  expect(listed).toEqual(expect.arrayContaining([courses.branch, courses.team, courses.own]));
  expect(listed).toHaveLength(3);
});
