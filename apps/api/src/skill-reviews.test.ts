import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { accessRoom } from '@zhixing/access/api';
import { clientOf } from '@zhixing/access/testing';
import { messagesRoom } from '@zhixing/messages/api';
import { peopleRoom } from '@zhixing/people/api';
import { makeDepartment, makePerson } from '@zhixing/people/testing';
import { everyPage } from '@zhixing/platform/api';
import { testApp, type TestApplication, type TestClient } from '@zhixing/platform/testing';
import { skillsRoom } from '@zhixing/skills/api';
import type { SkillReview, SkillReviewList } from '@zhixing/skills/contract';

let bank: TestApplication;

beforeAll(async () => {
  bank = await testApp([peopleRoom, accessRoom, messagesRoom, skillsRoom]);
});
afterAll(() => bank.close());

/** A person with their manager, and L&D of the branch, all signed in. */
async function team() {
  const { owner, manager, administrator } = await bank.write(async (tx) => {
    const department = await makeDepartment(tx, '数字金融部');
    const lead = await makePerson(tx, { department });
    return { manager: lead, owner: await makePerson(tx, { department, manager: lead.id }), administrator: await makePerson(tx, { department, roles: ['ld_admin'], scope: department.id }) };
  });
  return { id: owner.id, owner: await clientOf(bank, owner.id), manager: await clientOf(bank, manager.id), administrator: await clientOf(bank, administrator.id) };
}

const claim = (client: TestClient, skillId: string, level: number) => client.post('/evidence', { skillId, level, note: '独立完成知识库问答上线' });
const queue = async (client: TestClient, skillId: string): Promise<SkillReview | undefined> => ((await client.get('/skill-reviews?limit=100')).body.items as SkillReview[]).find((one) => one.skill.id === skillId);
const decide = (client: TestClient, id: string, body: object) => client.post(`/skill-reviews/${id}/decision`, body);
const skill = async (client: TestClient, id: string) => (await client.get('/people/me/skills')).body.skills.find((one: { skill: { id: string } }) => one.skill.id === id);
const notices = async (client: TestClient): Promise<string[]> => {
  await bank.work();
  return (await client.get('/notifications')).body.items.map((one: { title: string }) => one.title);
};

test('a claim opens a review; accepted, it is verified evidence, and the person is told', async () => {
  const { id, owner, manager } = await team();
  await claim(owner, 'rag', 3);
  expect(await skill(owner, 'rag')).toMatchObject({ level: 0, claimed: { level: 3, pending: true } });
  expect(await notices(manager)).toContainEqual(expect.stringContaining('提出技能评审'));
  const review = (await queue(manager, 'rag'))!;
  expect(review).toMatchObject({ person: { id }, level: 0, claimed: 3, note: '独立完成知识库问答上线', votes: 0 });
  expect((await decide(manager, review.id, { verdict: 'accept', reason: '现场演示通过' })).body).toEqual({ id: review.id, state: 'granted', level: 3 });
  expect(await skill(owner, 'rag')).toMatchObject({ level: 3, claimed: { level: 3, pending: false }, why: [{ kind: 'review', verified: true }] });
  expect(await queue(manager, 'rag')).toBeUndefined();
  expect((await decide(manager, review.id, { verdict: 'return', reason: '改主意了' })).body.code).toBe('skills.review_closed');
  expect(await notices(owner)).toContainEqual(expect.stringMatching(/^技能评审通过/));
  // what one has already needs no review
  await claim(owner, 'rag', 2);
  expect(await queue(manager, 'rag')).toBeUndefined();
});

test('levels 4 and 5 need two reviewers, each once; the lower level is granted', async () => {
  const { owner, manager, administrator } = await team();
  await claim(owner, 'agents', 5);
  const { id } = (await queue(manager, 'agents'))!;
  const both = await Promise.all([1, 2].map(() => decide(manager, id, { verdict: 'accept', reason: '带队完成' })));
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(both.find(({ status }) => status === 200)!.body).toEqual({ id, state: 'open', level: null });
  expect(await skill(owner, 'agents')).toMatchObject({ level: 0, claimed: { pending: true } });
  expect(await queue(manager, 'agents')).toBeUndefined();
  expect(await queue(administrator, 'agents')).toMatchObject({ votes: 1 });
  expect((await decide(administrator, id, { verdict: 'level', level: 4, reason: '尚未影响行业做法' })).body).toEqual({ id, state: 'granted', level: 4 });
  expect((await skill(owner, 'agents')).level).toBe(4);
});

test('returned with a reason; a newer claim takes the place of an open one', async () => {
  const { owner, manager } = await team();
  await claim(owner, 'nlp', 2);
  const returned = (await queue(manager, 'nlp'))!;
  expect((await decide(manager, returned.id, { verdict: 'return' })).body).toMatchObject({ code: 'invalid', issues: [{ path: 'reason' }] });
  expect((await decide(manager, returned.id, { verdict: 'return', reason: '请补充项目材料' })).body).toMatchObject({ state: 'returned', level: null });
  expect(await skill(owner, 'nlp')).toMatchObject({ level: 0, claimed: { pending: false } });
  await claim(owner, 'nlp', 2);
  const older = (await queue(manager, 'nlp'))!;
  await claim(owner, 'nlp', 3);
  expect((await queue(manager, 'nlp'))!.claimed).toBe(3);
  expect((await decide(manager, older.id, { verdict: 'accept', reason: '可以' })).body.code).toBe('skills.review_closed');
});

test('nobody reviews their own skills, nor those of people they do not answer for', async () => {
  const [one, other] = [await team(), await team()];
  await claim(one.owner, 'rag', 2);
  const { id } = (await queue(one.manager, 'rag'))!;
  for (const client of [other.manager, other.administrator]) {
    expect(await queue(client, 'rag')).toBeUndefined();
    expect((await decide(client, id, { verdict: 'accept', reason: '可以' })).status).toBe(404);
  }
  expect((await decide(one.owner, id, { verdict: 'accept', reason: '可以' })).status).toBe(403);
  await claim(one.administrator, 'rag', 3);
  const head = await clientOf(bank, (await bank.write((tx) => makePerson(tx, { roles: ['ld_admin'] }))).id);
  const waiting: SkillReview[] = [];
  for await (const page of everyPage(async (cursor) => (await head.get(`/skill-reviews?limit=100${cursor ? `&cursor=${cursor}` : ''}`)).body as SkillReviewList)) waiting.push(...page.items);
  const own = waiting.filter((review) => review.claimed === 3 && review.skill.id === 'rag').at(-1)!;
  expect((await decide(one.administrator, own.id, { verdict: 'accept', reason: '可以' })).body.code).toBe('skills.own_review');
});
