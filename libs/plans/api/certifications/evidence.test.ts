import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { accessRoom } from '@zhixing/access/api';
import { clientOf } from '@zhixing/access/testing';
import { coursesRoom } from '@zhixing/courses/api';
import { messagesRoom } from '@zhixing/messages/api';
import { peopleRoom } from '@zhixing/people/api';
import { makeDepartment, makePerson } from '@zhixing/people/testing';
import { statement } from '@zhixing/platform/api';
import { type TestApplication, type TestClient, testApp } from '@zhixing/platform/testing';
import { skillsRoom } from '@zhixing/skills/api';
import { v7 as uuid } from 'uuid';
import { plansRoom } from '../index.ts';
import { dayFromNow, shortCourse, take } from '../testing.ts';
import { CyclesService } from './cycles.service.ts';

let bank: TestApplication;
let adminId: string;
let admin: TestClient;

beforeAll(async () => {
  bank = await testApp([peopleRoom, accessRoom, messagesRoom, skillsRoom, coursesRoom, plansRoom]);
  adminId = (await bank.write((tx) => makePerson(tx, { roles: ['ld_admin'] }))).id;
});
afterAll(() => bank.close());
beforeEach(async () => {
  admin = await clientOf(bank, adminId);
});

const bodyOf = (o: object) => ({ title: `资格 ${uuid().slice(-6)}`, kind: 'own', issuer: '示范银行', months: 12, windowDays: 60, ...o });
async function certification(o: object): Promise<string> {
  const made = await admin.post('/certifications', bodyOf(o));
  expect(made).toMatchObject({ status: 201 });
  return made.body.id;
}
async function somebody(): Promise<{ id: string; client: TestClient }> {
  const { id } = await bank.write((tx) => makePerson(tx));
  return { id, client: await clientOf(bank, id) };
}

interface Evidence { kind: string; skillId: string; level: number; title: string; on: string; expiresOn: string; verified: boolean; withdrawnOn: string | null }
const evidenceOf = async (client: TestClient): Promise<Evidence[]> => (await client.get('/people/me/evidence')).body.items.filter((one: Evidence) => one.kind !== 'course');
const levelOf = async (client: TestClient, skill: string): Promise<{ level: number; why: Evidence[] }> => (await client.get('/people/me/skills')).body.skills.find((one: { skill: { id: string } }) => one.skill.id === skill);
const dayAfter = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

test('a certification of the bank is evidence of the skills it is mapped to, for as long as it holds; delivered again, once', async () => {
  const course = await shortCourse(bank);
  const id = await certification({ courseId: course.id, skills: [{ skill: 'ai-security', level: 3 }, { skill: 'compliance', level: 2 }] });
  expect((await admin.get(`/certifications/${id}`)).body.skills).toMatchObject([{ skill: 'ai-security', level: 3, name: { zh: expect.any(String), en: expect.any(String) } }, { skill: 'compliance', level: 2 }]);
  const { client } = await somebody();
  await take(client, course.id);
  await bank.work();
  const [registration] = await bank.database.rows<{ source_id: string }>(statement('test.cycle_source', 'select source_id from plans.certification_cycle where certification_id = $1'), [id]);
  await bank.app.get(CyclesService).handle({ registrationId: registration!.source_id });
  const { items: [mine] } = (await client.get('/certifications/mine')).body;
  const { validFrom, validUntil } = mine.cycles[0];
  const found = await evidenceOf(client);
  expect(found).toHaveLength(2);
  for (const one of found) expect(one).toMatchObject({ kind: 'certification', title: mine.certification.title, on: validFrom, expiresOn: dayAfter(validUntil), verified: true, withdrawnOn: null });
  expect(await levelOf(client, 'ai-security')).toMatchObject({ level: 3, why: [{ kind: 'certification' }] });
});

test('a checked certificate of another body is evidence by its own dates; one without an end by the half-life of the skill', async () => {
  const id = await certification({ kind: 'external', skills: [{ skill: 'risk-control', level: 4 }] });
  const dates = { issuedOn: await dayFromNow(bank, -100), validUntil: await dayFromNow(bank, 50) };
  const handIn = async (client: TestClient, o: object) => {
    const { body: file } = await client.upload('/files', '证书.pdf', Buffer.from('%PDF-1.4\n%%EOF\n') as Uint8Array<ArrayBuffer>);
    const { body } = await client.post('/external-certificates', { certificationId: id, number: 'RC-0001', fileId: file.id, ...o });
    return () => admin.post(`/external-certificates/${body.id}/decision`, { decision: 'accepted' });
  };
  const [limited, lasting] = [await somebody(), await somebody()];
  const check = await handIn(limited.client, dates);
  expect(await evidenceOf(limited.client)).toEqual([]);
  expect(await check()).toMatchObject({ status: 200 });
  expect(await evidenceOf(limited.client)).toMatchObject([{ kind: 'external_certificate', skillId: 'risk-control', level: 4, on: dates.issuedOn, expiresOn: dayAfter(dates.validUntil) }]);
  expect(await (await handIn(lasting.client, { ...dates, validUntil: null }))()).toMatchObject({ status: 200 });
  const [one] = await evidenceOf(lasting.client);
  expect(one!.expiresOn > dates.issuedOn).toBe(true);
});

test('what is taken away is evidence no more, and stays to be seen as withdrawn', async () => {
  const course = await shortCourse(bank);
  const id = await certification({ courseId: course.id, skills: [{ skill: 'data', level: 2 }] });
  const { client } = await somebody();
  await take(client, course.id);
  await bank.work();
  expect(await levelOf(client, 'data')).toMatchObject({ level: 2 });
  const { items: [{ cycleId }] } = (await admin.get(`/certifications/${id}/holders`)).body;
  expect(await admin.post(`/certification-cycles/${cycleId}/revocation`, { reason: '考试作弊' })).toMatchObject({ status: 200 });
  expect(await levelOf(client, 'data')).toMatchObject({ level: 0, why: [] });
  expect(await evidenceOf(client)).toMatchObject([{ skillId: 'data', withdrawnOn: await dayFromNow(bank) }]);
});

test('the mapping is changed by who may edit the certification, with its audit, and counts for whoever is certified from then on', async () => {
  const course = await shortCourse(bank);
  const fields = bodyOf({ courseId: course.id });
  const id = await certification(fields);
  const [before, after] = [await somebody(), await somebody()];
  await take(before.client, course.id);
  await bank.work();
  const edit = (by: TestClient, skills: object[], revision: number) => by.send('PUT', `/certifications/${id}`, { ...fields, skills }, { 'if-match': `"${revision}"` });
  const department = await bank.write((tx) => makeDepartment(tx, '外地分行'));
  const branch = await clientOf(bank, (await bank.write((tx) => makePerson(tx, { department, roles: ['ld_admin'], scope: department.id }))).id);
  expect(await edit(branch, [{ skill: 'nlp', level: 1 }], 1)).toMatchObject({ status: 403 });
  expect(await edit(admin, [{ skill: 'nlp', level: 1 }, { skill: 'nlp', level: 2 }], 1)).toMatchObject({ status: 400 });
  expect(await edit(admin, [{ skill: 'no-such-skill', level: 1 }], 1)).toMatchObject({ status: 422, body: { code: 'skills.unknown_skill' } });
  expect(await edit(admin, [{ skill: 'rag', level: 1 }, { skill: 'nlp', level: 2 }], 1)).toMatchObject({ status: 200, body: { skills: [{ skill: 'rag' }, { skill: 'nlp' }] } });
  expect(await edit(admin, [{ skill: 'nlp', level: 3 }], 2)).toMatchObject({ status: 200, body: { skills: [{ skill: 'nlp', level: 3 }] } });
  const entries = await bank.database.rows<{ facts: object }>(statement('test.mapping_audit', `select facts from platform.audit_entry where action = 'certification.edit' and object_id = $1 order by at, id`), [id]);
  expect(entries.map(({ facts }) => facts)).toEqual([{ skills: 'rag 1, nlp 2' }, { skills: 'nlp 3' }]);
  await take(after.client, course.id);
  await bank.work();
  expect(await evidenceOf(before.client)).toEqual([]);
  expect(await evidenceOf(after.client)).toMatchObject([{ skillId: 'nlp', level: 3 }]);
});
