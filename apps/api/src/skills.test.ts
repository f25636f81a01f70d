import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { accessRoom } from '@zhixing/access/api';
import { clientOf } from '@zhixing/access/testing';
import { peopleRoom } from '@zhixing/people/api';
import { makeDepartment, makePerson } from '@zhixing/people/testing';
import { statement } from '@zhixing/platform/api';
import { testApp, type TestApplication, type TestClient } from '@zhixing/platform/testing';
import { skillsRoom, SkillsService } from '@zhixing/skills/api';
import { EvidenceList, type PersonSkill, PersonSkills } from '@zhixing/skills/contract';
import { v7 as uuid } from 'uuid';

let bank: TestApplication;

beforeAll(async () => {
  bank = await testApp([peopleRoom, accessRoom, skillsRoom]);
});
afterAll(() => bank.close());

const person = async (o: Parameters<typeof makePerson>[1] = {}) => {
  const { id } = await bank.write((tx) => makePerson(tx, o));
  return { id, client: await clientOf(bank, id) };
};
const give = (personId: string, skillId: string, level: number, o: { title?: string; on?: string } = {}) =>
  bank.write((tx) => bank.app.get(SkillsService).offerEvidence(tx, { personId, skillId, level, source: { kind: 'course', id: uuid() }, artefact: { title: o.title ?? '课程', link: null }, ...(o.on && { on: o.on }) }));
const skillsOf = async (client: TestClient, id: string) => PersonSkills.parse((await client.get(`/people/${id}/skills`)).body);
const at = (all: PersonSkills, skillId: string): PersonSkill => all.skills.find(({ skill }) => skill.id === skillId)!;

test('everybody reads the framework: 22 skills on three axes, five written anchors each in both languages, none twice', async () => {
  const { client } = await person();
  const { items, version, versions } = (await client.get('/skills?version=1')).body;
  expect(items.map(({ axis }: { axis: string }) => axis)).toEqual([...Array(5).fill('finance'), ...Array(12).fill('technology'), ...Array(5).fill('delivery')]);
  expect({ version, first: versions.at(-1) }).toMatchObject({ version: 1, first: { number: 1, publishedBy: null, changed: 22 } });
  const views = await Promise.all(items.map(async ({ id }: { id: string }) => (await client.get(`/skills/${id}?version=1`)).body));
  const anchors = views.flatMap((view) => view.anchors as { zh: string; en: string }[]);
  expect(new Set(anchors.flatMap(({ zh, en }) => [zh, en])).size).toBe(220);
  expect(anchors.filter(({ zh, en }) => !/^能\p{Script=Han}.{14,}。$/u.test(zh) || !/^[A-Z].{30,}\.$/.test(en))).toEqual([]);
  expect((await client.get('/skills/alchemy')).status).toBe(404);
});

test('ten role profiles, the three scarce directions first; each asks for skills by level and weight', async () => {
  const { client } = await person();
  // those that a bank adds stand after the shipped ones
  const items = (await client.get('/role-profiles')).body.items.slice(0, 10);
  expect(items).toHaveLength(10);
  expect(items.filter(({ scarce }: { scarce: boolean }) => scarce).map(({ id }: { id: string }) => id)).toEqual(items.slice(0, 3).map(({ id }: { id: string }) => id));
  const { requirements } = (await client.get('/role-profiles/llm-application-engineer')).body;
  expect(requirements[0]).toMatchObject({ skill: { id: 'prompt-engineering' }, level: 4, weight: 5, anchor: { zh: expect.stringContaining('模板') } });
  expect((await client.get('/role-profiles/alchemist')).status).toBe(404);
});

test('the card shows the level, why, since when, and the gap to the target', async () => {
  const { id, client } = await person();
  for (const [level, title] of [[2, '二'], [3, '三甲'], [3, '三乙'], [1, '一']] as const) await give(id, 'rag', level, { title });
  await give(id, 'agents', 4, { on: '2020-01-01' });
  expect((await client.put('/skills/target', { profileId: 'llm-application-engineer' })).body).toEqual({ done: true });
  const all = await skillsOf(client, 'me');
  const rag = at(all, 'rag');
  expect({ ...rag, why: rag.why.map((one) => one.title).slice(0, 2).sort() }).toMatchObject({ level: 3, since: rag.why[0]!.on, target: { level: 4, weight: 5 }, gap: 5, claimed: null, why: ['三乙', '三甲'] });
  expect(rag.why).toHaveLength(3);
  expect(at(all, 'agents')).toMatchObject({ level: 0, since: null, why: [], gap: 12 });
  expect(at(all, 'customer')).toMatchObject({ level: 0, target: null, gap: 0 });
  expect(all.gap).toBe(all.skills.reduce((sum, { target, level }) => sum + (target ? target.weight * Math.max(0, target.level - level) : 0), 0));
  expect((await client.put('/skills/target', { profileId: null })).status).toBe(200);
  expect(await skillsOf(client, id)).toMatchObject({ target: null, gap: 0 });
  expect((await client.put('/skills/target', { profileId: 'alchemist' })).status).toBe(404);
});

test('a self-assessment is shown beside the level and never raises it; the same request twice is one', async () => {
  const { id, client } = await person();
  await give(id, 'credit', 1);
  const key = { 'idempotency-key': uuid() };
  for (let i = 0; i < 2; i++) expect((await client.send('POST', '/evidence', { skillId: 'credit', level: 5, note: '干了十年' }, key)).body).toEqual({ done: true });
  expect(at(await skillsOf(client, id), 'credit')).toMatchObject({ level: 1, claimed: { level: 5 }, why: [{ kind: 'course' }] });
  await client.post('/evidence', { skillId: 'credit', level: 2 });
  expect(at(await skillsOf(client, id), 'credit').claimed).toMatchObject({ level: 2 });
  expect(EvidenceList.parse((await client.get(`/people/${id}/evidence`)).body).items.map(({ kind, verified }) => [kind, verified])).toEqual([['self_assessment', false], ['self_assessment', false], ['course', true]]);
  expect((await client.post('/evidence', { skillId: 'alchemy', level: 2 })).body).toMatchObject({ code: 'skills.unknown_skill', detail: expect.stringContaining('alchemy') });
});

test('the timeline is paged, every piece once, newest first', async () => {
  const { id, client } = await person();
  for (let i = 0; i < 7; i++) await give(id, 'data', 1, { on: `2026-01-0${1 + (i % 3)}` });
  const seen: string[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: EvidenceList = EvidenceList.parse((await client.get(`/people/${id}/evidence?limit=3${cursor && `&cursor=${cursor}`}`)).body);
    seen.push(...page.items.map((one) => `${one.on} ${one.id}`));
    cursor = page.nextCursor;
  }
  expect(seen).toEqual([...new Set(seen)].toSorted().toReversed());
  expect(seen).toHaveLength(7);
});

test('oneself, managers above and L&D of the place see the skills of a person, nobody else; a look by others is on record', async () => {
  const [department, elsewhere] = await bank.write(async (tx) => [await makeDepartment(tx), await makeDepartment(tx)]);
  const head = await person();
  const manager = await person({ manager: head.id });
  const employee = await person({ manager: manager.id, department });
  const others = { colleague: await person({ manager: manager.id, department }), system: await person({ roles: ['system_admin'] }), far: await person({ roles: ['ld_admin'], scope: elsewhere!.id }) };
  const allowed = { employee, manager, head, ld: await person({ roles: ['ld_admin'] }), near: await person({ roles: ['ld_admin'], scope: department!.id }) };
  for (const path of ['skills', 'evidence']) {
    for (const [who, { client }] of Object.entries(others)) expect({ who, status: (await client.get(`/people/${employee.id}/${path}`)).status }).toEqual({ who, status: 404 });
    for (const [who, { client }] of Object.entries(allowed)) expect({ who, status: (await client.get(`/people/${employee.id}/${path}`)).status }).toEqual({ who, status: 200 });
  }
  const looks = await bank.database.rows<{ person_id: string }>(statement('test.looks', `select person_id from platform.audit_entry where action = 'skill.view' and object_id = $1`), [employee.id]);
  expect(looks.map((row) => row.person_id).sort()).toEqual([manager.id, head.id, allowed.ld.id, allowed.near.id].sort());
  expect((await manager.client.get(`/people/${head.id}/skills`)).status).toBe(404);
});

test('skills are found by their names in both languages, pinyin and initials', async () => {
  const { client } = await person();
  const found = async (q: string) => (await client.get(`/search?q=${encodeURIComponent(q)}&kind=skills`)).body.groups.flatMap((group: { items: { id: string }[] }) => group.items.map(({ id }) => id));
  for (const q of ['提示工程', 'Prompt engineering', 'tishigongcheng', 'tsgc']) expect({ q, found: await found(q) }).toEqual({ q, found: expect.arrayContaining(['prompt-engineering']) });
});
