import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { accessRoom } from '@zhixing/access/api';
import { clientOf } from '@zhixing/access/testing';
import { peopleRoom } from '@zhixing/people/api';
import { makeDepartment, makePerson } from '@zhixing/people/testing';
import { testApp, type TestApplication, type TestClient } from '@zhixing/platform/testing';
import { skillsRoom, SkillsService } from '@zhixing/skills/api';
import type { SkillView } from '@zhixing/skills/contract';
import { v7 as uuid } from 'uuid';

let bank: TestApplication;
let administrator: TestClient;

beforeAll(async () => {
  bank = await testApp([peopleRoom, accessRoom, skillsRoom]);
  administrator = await clientOf(bank, (await bank.write((tx) => makePerson(tx, { roles: ['ld_admin'] }))).id);
  // what other tests drafted would be published with the drafts of these
  for (const { skill } of (await administrator.get('/skills/draft')).body.items) await administrator.delete(`/skills/${skill.id}/draft`);
});
afterAll(() => bank.close());

const view = async (id: string, version?: number): Promise<SkillView> => (await administrator.get(`/skills/${id}${version ? `?version=${version}` : ''}`)).body;
const edited = async (id: string, o: Partial<SkillView>) => {
  const { name, description, halfLifeMonths, anchors } = { ...(await view(id)), ...o };
  return { name, description, halfLifeMonths, anchors, version: (await newest()) + 1 };
};
const put = (id: string, body: unknown, revision: number, client = administrator) => client.send('PUT', `/skills/${id}/draft`, body, { 'if-match': `"${revision}"` });
const publish = (number: number) => administrator.post(`/skills/versions/${number}/publish`, { note: '收紧半衰期' });
const newest = async (): Promise<number> => (await administrator.get('/skills')).body.version;

test('a draft becomes the next version; the one before stays readable, evidence stays, new evidence expires by the new half-life', async () => {
  const personId = uuid();
  const give = () => bank.write((tx) => bank.app.get(SkillsService).offerEvidence(tx, { personId, skillId: 'governance', level: 1, source: { kind: 'course', id: uuid() }, artefact: { title: '课程', link: null } }));
  const levels = async () => (await bank.app.get(SkillsService).levelsOf([personId])).get(personId)!;
  await give();
  const [before] = await levels();
  const next = (await newest()) + 1;
  const old = await view('governance');
  const anchors = old.anchors.with(1, { zh: '能说明检索命中率怎样计算，并用二十个问题测出。', en: 'Explains how the hit rate is computed and measures it with twenty questions.' });
  const stored = await put('governance', await edited('governance', { halfLifeMonths: 6, anchors }), 0);
  expect(stored.body).toMatchObject({ version: next, items: [{ skill: { id: 'governance' }, revision: 1, differs: ['halfLifeMonths', 'anchors'], levels: [2] }] });
  expect(await view('governance')).toEqual(old);
  const [one, twin] = await Promise.all([publish(next), publish(next)]);
  expect(one.body).toMatchObject({ version: next });
  expect(twin.body).toEqual(one.body);
  expect(await view('governance')).toMatchObject({ version: next, halfLifeMonths: 6, anchors, changedIn: [1, next] });
  expect({ ...(await view('governance', next - 1)), changedIn: [] }).toEqual({ ...old, changedIn: [] });
  expect((await administrator.get('/skills')).body.versions[0]).toMatchObject({ number: next, note: '收紧半衰期', changed: 1, publishedBy: { displayName: '测试员' } });
  expect((await administrator.get('/skills/draft')).body.items).toEqual([]);
  expect(await levels()).toEqual([before]);
  const late = uuid();
  await bank.write((tx) => bank.app.get(SkillsService).offerEvidence(tx, { personId: late, skillId: 'governance', level: 1, source: { kind: 'course', id: uuid() }, artefact: { title: '课程', link: null } }));
  expect((await bank.app.get(SkillsService).levelsOf([late])).get(late)![0]!.expiresOn < before!.expiresOn).toBe(true);
});

test('two editors do not write over each other, and what changes nothing is not published', async () => {
  const same = await edited('credit', {});
  expect((await put('credit', same, 0)).status).toBe(200);
  expect((await put('credit', same, 0)).status).toBe(412);
  expect((await put('credit', same, 1)).body.items[0]).toMatchObject({ revision: 2, differs: [] });
  expect((await administrator.put('/skills/credit/draft', same)).status).toBe(400);
  expect((await publish((await newest()) + 1)).body.code).toBe('skills.nothing_changed');
  expect((await publish((await newest()) + 2)).body.code).toBe('conflict');
  for (let i = 0; i < 2; i++) expect((await administrator.delete('/skills/credit/draft')).body.items).toEqual([]);
  expect((await put('alchemy', same, 0)).status).toBe(404);
  expect((await put('credit', { ...same, version: same.version - 1 }, 0)).status).toBe(412);
});

test('an anchor left empty is refused by its field, in the language of the reader', async () => {
  const body = await edited('nlp', {});
  const wrong = await put('nlp', { ...body, anchors: body.anchors.with(2, { zh: ' ', en: 'x' }) }, 0);
  expect(wrong).toMatchObject({ status: 400, body: { code: 'invalid', issues: [{ path: 'anchors.2.zh' }] } });
});

test('who administers a part of the bank reads the drafts and changes nothing', async () => {
  const department = await bank.write((tx) => makeDepartment(tx));
  const part = await clientOf(bank, (await bank.write((tx) => makePerson(tx, { roles: ['ld_admin'], scope: department.id }))).id);
  expect((await part.get('/skills/draft')).body.can).toEqual({ edit: false });
  expect((await put('nlp', await edited('nlp', {}), 0, part)).status).toBe(403);
  expect((await part.delete('/skills/nlp/draft')).status).toBe(403);
  expect((await part.post(`/skills/versions/${(await newest()) + 1}/publish`, { note: 'x' })).status).toBe(403);
});

test('a new skill is drafted, published and then taught and proven; discarded before, it never was', async () => {
  const wording = await edited('governance', { name: { zh: '数据资产', en: 'Data assets' } });
  const add = async (id: string, client = administrator) => client.post('/skills', { ...wording, version: (await newest()) + 1, id, axis: 'finance' });
  expect((await add('rag')).body).toMatchObject({ code: 'skills.id_taken', issues: [{ path: 'id' }] });
  expect((await administrator.post('/skills', { ...wording, id: 'Data Assets', axis: 'finance' })).body).toMatchObject({ code: 'invalid', issues: [{ path: 'id' }] });
  expect((await add('data-assets')).body.items).toMatchObject([{ skill: { id: 'data-assets', axis: 'finance' }, added: true, revision: 1 }]);
  expect((await add('data-assets')).body.code).toBe('skills.id_taken');
  const require = () => bank.app.get(SkillsService).require(['data-assets']);
  await expect(require()).rejects.toMatchObject({ code: 'skills.unknown_skill' });
  expect((await administrator.get('/skills')).body.items.map((one: { id: string }) => one.id)).not.toContain('data-assets');
  expect((await administrator.get('/skills/data-assets')).status).toBe(404);
  expect((await administrator.delete('/skills/data-assets/draft')).body.items).toEqual([]);

  await add('data-assets');
  const next = (await newest()) + 1;
  expect((await put('data-assets', { ...wording, version: next, halfLifeMonths: 24 }, 1)).body.items).toMatchObject([{ added: true, revision: 2, draft: { halfLifeMonths: 24 } }]);
  expect((await publish(next)).body.version).toBe(next);
  await require();
  expect(await view('data-assets')).toMatchObject({ axis: 'finance', halfLifeMonths: 24, version: next, changedIn: [next] });
  expect((await administrator.get('/skills')).body.versions[0]).toMatchObject({ number: next, changed: 1 });
  expect((await administrator.get(`/skills/data-assets?version=${next - 1}`)).status).toBe(404);
  expect((await administrator.get(`/skills?version=${next - 1}`)).body.items).toHaveLength((await administrator.get('/skills')).body.items.length - 1);
});

test('role profiles are added and edited from the revision that was read; gaps follow, and nothing is half stored', async () => {
  const words = (zh: string) => ({ zh, en: 'Data steward' });
  const body = { id: 'data-steward', name: words('数据管家'), description: words('管数据的人'), scarce: false, requirements: [{ skillId: 'data', level: 3, weight: 5 }, { skillId: 'governance', level: 2, weight: 3 }] };
  const part = await clientOf(bank, await bank.write(async (tx) => (await makePerson(tx, { roles: ['ld_admin'], scope: (await makeDepartment(tx)).id })).id));
  expect((await part.post('/role-profiles', body)).status).toBe(403);
  expect((await administrator.post('/role-profiles', { ...body, requirements: [{ skillId: 'alchemy', level: 1, weight: 1 }] })).body.code).toBe('skills.unknown_skill');
  expect((await administrator.get('/role-profiles/data-steward')).status).toBe(404);
  expect((await administrator.post('/role-profiles', { ...body, requirements: [body.requirements[0], body.requirements[0]] })).body).toMatchObject({ code: 'invalid', issues: [{ path: 'requirements' }] });
  expect(await administrator.post('/role-profiles', body)).toMatchObject({ status: 201, body: { id: 'data-steward', skills: 2, revision: 1, can: { edit: true }, requirements: [{ skill: { id: 'data' } }, { skill: { id: 'governance' } }] } });
  expect((await administrator.post('/role-profiles', body)).body).toMatchObject({ code: 'skills.profile_taken', issues: [{ path: 'id' }] });

  const aiming = await clientOf(bank, (await bank.write((tx) => makePerson(tx))).id);
  await aiming.put('/skills/target', { profileId: 'data-steward' });
  expect((await aiming.get('/people/me/skills')).body.gap).toBe(21);
  const patch = (changes: object, revision: number) => administrator.send('PATCH', '/role-profiles/data-steward', changes, { 'if-match': `"${revision}"` });
  const answers = await Promise.all([patch({ scarce: true }, 1), patch({ requirements: [{ skillId: 'data', level: 4, weight: 5 }] }, 1)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
  expect((await patch({ requirements: [{ skillId: 'data', level: 4, weight: 5 }] }, 2)).body).toMatchObject({ revision: 3, skills: 1, name: { zh: '数据管家' } });
  expect((await aiming.get('/people/me/skills')).body.gap).toBe(20);
  expect((await aiming.get('/role-profiles/data-steward')).body.can).toEqual({ edit: false });
});
