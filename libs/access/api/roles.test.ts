import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { AccessReviewsService, peopleRoom } from '@zhixing/people/api';
import { makeDepartment, makePerson } from '@zhixing/people/testing';
import { statement } from '@zhixing/platform/api';
import { testApp, type TestApplication, type TestClient } from '@zhixing/platform/testing';
import { v7 as uuid } from 'uuid';
import { accessRoom } from './index.ts';
import { clientOf } from './testing.ts';

let bank: TestApplication;
/** Three security administrators: one may end, and two remain. */
let security: { id: string; client: TestClient }[];

const reason = '接任分行培训管理';
const DAY = 86_400;

beforeAll(async () => {
  bank = await testApp([peopleRoom, accessRoom]);
  security = await Promise.all([1, 2, 3].map(() => colleague('security_admin')));
});
afterAll(() => bank.close());

async function colleague(...roles: string[]): Promise<{ id: string; client: TestClient }> {
  const { id } = await bank.write((tx) => makePerson(tx, { roles }));
  return { id, client: await clientOf(bank, id) };
}

const audited = async (objectId: string) =>
  (await bank.database.rows<{ action: string }>(statement('test.acts', 'select action from platform.audit_entry where object_id = $1 order by at, id'), [objectId])).map((row) => row.action);
const rolesOf = async (client: TestClient): Promise<string[]> => (await client.get('/auth/me')).body.roles;
const requested = async (role: string, personId: string, more: object = {}): Promise<string> => {
  const { status, body } = await security[0]!.client.post(`/roles/${role}/grants`, { personId, reason, ...more });
  expect({ status, state: body.state }).toEqual({ status: 201, state: 'requested' });
  return body.id;
};
const standing = async (role: string, personId: string) => (await security[0]!.client.get(`/roles/${role}/grants?limit=100`)).body.items.find((grant: { person: { id: string } }) => grant.person.id === personId);

describe('roles that anybody in security gives', () => {
  test('asvs-53 a role is there at the next request and gone at the next one after its end', async () => {
    const person = await colleague();
    const { body } = await security[0]!.client.post('/roles/trainer/grants', { personId: person.id, reason });
    expect(body.state).toBe('granted');
    expect(await rolesOf(person.client)).toEqual(['trainer']);
    const grant = await standing('trainer', person.id);
    expect(grant).toMatchObject({ scope: null, until: null, grantedBy: { id: security[0]!.id }, approvedBy: null });
    expect((await security[1]!.client.delete(`/roles/trainer/grants/${grant.id}`)).status).toBe(200);
    expect(await rolesOf(person.client)).toEqual([]);
    expect((await security[1]!.client.delete(`/roles/trainer/grants/${grant.id}`)).status).toBe(404);
    expect(await audited(grant.id)).toEqual(['role.grant', 'role.end']);
    const ended = (await security[0]!.client.get('/roles/trainer/grants?state=ended')).body.items[0];
    expect(ended).toMatchObject({ id: grant.id, endedBy: { id: security[1]!.id } });
  });

  test('a role until a day ends by itself; of two grants at once one is refused; nobody serves themself', async () => {
    const person = await colleague();
    const today = (await bank.database.rows<{ day: string }>(statement('test.tomorrow', 'select (platform.today() + 1)::text as day')))[0]!.day;
    const answers = await Promise.all(security.map(({ client }) => client.post('/roles/judge/grants', { personId: person.id, until: today, reason })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    expect(await rolesOf(person.client)).toEqual(['judge']);
    await bank.moveClock(DAY);
    const later = await clientOf(bank, person.id);
    expect(await rolesOf(later)).toEqual([]);
    await bank.moveClock(-DAY);
    const [first] = security;
    expect((await first!.client.post('/roles/judge/grants', { personId: first!.id, reason })).body.code).toBe('people.own_role');
    expect((await first!.client.post('/roles/judge/grants', { personId: uuid(), reason })).body.code).toBe('not_found');
    expect((await first!.client.post('/roles/judge/grants', { personId: person.id, until: '2020-01-01', reason })).body).toMatchObject({ status: 400, issues: [{ path: 'until' }] });
    expect((await first!.client.post('/roles/judge/grants', { personId: person.id, scopeDepartmentId: uuid(), reason })).status).toBe(400);
  });
});

describe('administrator roles', () => {
  test('need a second administrator: neither who asked nor whom it is for', async () => {
    const person = await colleague();
    const id = await requested('ld_admin', person.id);
    expect(await rolesOf(person.client)).toEqual([]);
    expect((await security[0]!.client.post(`/role-requests/${id}/approve`)).body.code).toBe('people.second_administrator');
    const seen = (await security[1]!.client.get('/role-requests')).body.items.find((one: { id: string }) => one.id === id);
    expect(seen).toMatchObject({ state: 'waiting', reason, requestedBy: { id: security[0]!.id }, can: { approve: true, decline: true } });
    const both = await Promise.all([security[1]!, security[2]!].map(({ client }) => client.post(`/role-requests/${id}/approve`)));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await rolesOf(person.client)).toEqual(['ld_admin']);
    const grant = await standing('ld_admin', person.id);
    expect(grant).toMatchObject({ grantedBy: { id: security[0]!.id }, approvedBy: { id: expect.any(String) } });
    expect(await audited(grant.id)).toEqual(['role.approve']);
    expect(await audited(id)).toEqual(['role.request']);
  });

  test('are not approved by the person they are for, also when a security administrator asks for them', async () => {
    const candidate = await colleague('trainer');
    const { body } = await security[0]!.client.post('/roles/ld_admin/grants', { personId: security[1]!.id, reason });
    expect((await security[1]!.client.post(`/role-requests/${body.id}/approve`)).body.code).toBe('people.own_role');
    expect((await security[2]!.client.post(`/role-requests/${body.id}/decline`)).status).toBe(200);
    expect((await security[2]!.client.post(`/role-requests/${body.id}/approve`)).body.code).toBe('closed');
    expect(await audited(body.id)).toEqual(['role.request', 'role.decline']);
    expect((await candidate.client.post(`/role-requests/${body.id}/approve`)).status).toBe(403);
  });

  test('wait for seven days and not longer; the same is asked for once at a time', async () => {
    const person = await colleague();
    const id = await requested('audit_admin', person.id);
    expect((await security[1]!.client.post('/roles/audit_admin/grants', { personId: person.id, reason })).body.code).toBe('people.role_held');
    await bank.moveClock(7 * DAY);
    const later = await clientOf(bank, security[1]!.id);
    expect((await later.post(`/role-requests/${id}/approve`)).body.code).toBe('people.request_expired');
    expect((await later.get('/role-requests')).body.items.find((one: { id: string }) => one.id === id)).toMatchObject({ state: 'expired', can: { approve: false, decline: false } });
    await bank.moveClock(-7 * DAY);
  });

  test('system, security and audit administrator exclude each other, in the database too', async () => {
    const auditor = await colleague('audit_admin');
    expect((await security[0]!.client.post('/roles/system_admin/grants', { personId: auditor.id, reason })).body.code).toBe('people.roles_exclude');
    await expect(bank.write((tx) => makePerson(tx, { roles: ['audit_admin', 'system_admin'] }))).rejects.toThrow(/role_grant_separation/);
    await expect(bank.write((tx) => makePerson(tx, { roles: ['judge', 'judge'] }))).rejects.toThrow(/role_grant_once/);
    const person = await colleague();
    const [one, other] = [await requested('system_admin', person.id), await requested('audit_admin', person.id)];
    const answers = await Promise.all([security[1]!.client.post(`/role-requests/${one}/approve`), security[2]!.client.post(`/role-requests/${other}/approve`)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await rolesOf(person.client)).toHaveLength(1);
  });

  test('two security administrators always remain, however many end each other at once', async () => {
    const grants = (await security[0]!.client.get('/roles/security_admin/grants?limit=100')).body.items as { id: string; person: { id: string } }[];
    const others = grants.filter(({ person }) => !security.some(({ id }) => id === person.id));
    for (const { id } of others) await security[0]!.client.delete(`/roles/security_admin/grants/${id}`);
    const mine = security.map(({ id }) => grants.find(({ person }) => person.id === id)!.id);
    const answers = await Promise.all(mine.map((id) => security[0]!.client.delete(`/roles/security_admin/grants/${id}`)));
    expect(answers.filter(({ body }) => body.code === 'people.security_administrators').length).toBeGreaterThanOrEqual(1);
    const [{ holders }] = (await bank.database.rows<{ holders: number }>(statement('test.holders', `select count(*)::int as holders from people.role_grant where role = 'security_admin' and valid_until is null`))) as [{ holders: number }];
    expect(holders).toBe(2);
    security = await Promise.all([1, 2, 3].map(() => colleague('security_admin')));
  });
});

test('a scope is carried by the actor and shown with the grant; the whole bank swallows it', async () => {
  const person = await colleague();
  const department = await bank.write((tx) => makeDepartment(tx, '苏州分行'));
  const id = await requested('ld_admin', person.id, { scopeDepartmentId: department.id });
  expect((await security[1]!.client.post(`/role-requests/${id}/approve`)).status).toBe(200);
  expect(await standing('ld_admin', person.id)).toMatchObject({ scope: { id: department.id, name: '苏州分行' } });
  const scopes = async () => (await bank.database.rows<{ scopes: object }>(statement('test.scopes', 'select scopes from people.actor where person_id = $1'), [person.id]))[0]!.scopes;
  expect(await scopes()).toEqual({ ld_admin: [department.id] });
  const whole = await requested('ld_admin', person.id);
  await security[1]!.client.post(`/role-requests/${whole}/approve`);
  expect(await scopes()).toEqual({ ld_admin: null });
  expect(await rolesOf(person.client)).toEqual(['ld_admin']);
});

test('roles say what they permit, and how many hold them; the auditor reads and cannot give', async () => {
  const auditor = await colleague('audit_admin');
  const { items } = (await auditor.client.get('/roles')).body;
  expect(items.map((one: { role: string }) => one.role)).toEqual(['ld_admin', 'trainer', 'judge', 'system_admin', 'security_admin', 'audit_admin']);
  expect(items.find((one: { role: string }) => one.role === 'security_admin')).toMatchObject({ permissions: expect.arrayContaining(['role:grant', 'role:read']), holders: expect.any(Number) });
  expect((await auditor.client.post('/roles/trainer/grants', { personId: auditor.id, reason })).status).toBe(403);
  expect((await auditor.client.get('/roles/nonsense/grants')).status).toBe(400);
  for (let page = await auditor.client.get('/roles/security_admin/grants?limit=1'), seen = 0; page.body.nextCursor; page = await auditor.client.get(`/roles/security_admin/grants?limit=1&cursor=${page.body.nextCursor}`)) expect(++seen).toBeLessThan(100);
});

describe('the quarterly access review', () => {
  test('opens once a quarter over every standing grant, by schedule or by hand; each grant is confirmed or removed', async () => {
    // a quarter of this test's own: other files share the database
    await bank.moveClock(4000 * DAY);
    const trainer = await colleague('trainer');
    const client = await clientOf(bank, security[0]!.id);
    const opened = await client.post('/access-reviews');
    expect(opened.body).toMatchObject({ settled: 0, removed: 0, overdue: false, quarter: expect.stringMatching(/^\d{4}-Q[1-4]$/) });
    expect((await client.post('/access-reviews')).body.code).toBe('people.review_opened');
    await bank.app.get(AccessReviewsService, { strict: false }).run();
    const { items: reviews, can } = (await client.get('/access-reviews')).body;
    expect(reviews.filter((one: { quarter: string }) => one.quarter === opened.body.quarter)).toHaveLength(1);
    expect(can.open).toBe(false);

    const path = `/access-reviews/${opened.body.id}`;
    const items: { grant: { id: string; person: { id: string } } }[] = [];
    for (let cursor = ''; cursor !== null; ) {
      const { body } = await client.get(`${path}?limit=3${cursor && `&cursor=${cursor}`}`);
      items.push(...body.items);
      cursor = body.nextCursor;
    }
    expect(items).toHaveLength(opened.body.total);
    const grantOf = (personId: string) => items.find((item) => item.grant.person.id === personId)!.grant.id;
    expect((await client.put(`${path}/grants/${grantOf(security[0]!.id)}`, { decision: 'confirmed' })).body.code).toBe('people.own_role');
    expect((await client.put(`${path}/grants/${grantOf(security[1]!.id)}`, { decision: 'confirmed' })).status).toBe(200);
    expect((await client.put(`${path}/grants/${grantOf(trainer.id)}`, { decision: 'removed' })).status).toBe(200);
    expect(await rolesOf(trainer.client)).toEqual([]);
    expect((await client.put(`${path}/grants/${grantOf(trainer.id)}`, { decision: 'confirmed' })).body.code).toBe('closed');
    expect((await client.put(`${path}/grants/${uuid()}`, { decision: 'confirmed' })).body.code).toBe('not_found');
    expect(await audited(grantOf(trainer.id))).toEqual(['role.end', 'access_review.remove']);
    const { body } = await client.get(path);
    expect(body.review).toMatchObject({ settled: 2, removed: 1 });
    await bank.moveClock(31 * DAY);
    expect((await (await clientOf(bank, security[0]!.id)).get(path)).body.review.overdue).toBe(true);
    await bank.moveClock(-4031 * DAY);
  });
});

test('incident-10 asvs-50 a grant is not reached through another role, nor through another review', async () => {
  const person = await colleague('trainer');
  const grant = await standing('trainer', person.id);
  expect((await security[0]!.client.delete(`/roles/judge/grants/${grant.id}`)).status).toBe(404);
  expect((await security[0]!.client.put(`/access-reviews/${uuid()}/grants/${grant.id}`, { decision: 'removed' })).status).toBe(404);
  expect(await rolesOf(person.client)).toEqual(['trainer']);
});

test('asvs-52 a grant takes neither its giver nor its approval nor its beginning from the body', async () => {
  const person = await colleague();
  for (const more of [{ grantedBy: person.id }, { approvedBy: person.id }, { since: '2020-01-01' }, { role: 'system_admin' }])
    expect({ more, status: (await security[0]!.client.post('/roles/trainer/grants', { personId: person.id, reason, ...more })).status }).toEqual({ more, status: 400 });
  expect(await rolesOf(person.client)).toEqual([]);
});

test('asvs-50 asvs-54 a branch administrator finds the people of the branch and below, and no other', async () => {
  const { administrator, inside, below, outside } = await bank.write(async (tx) => {
    const branch = await makeDepartment(tx, '无锡分行');
    const placed = async (department: typeof branch) => (await makePerson(tx, { displayName: '辖内查询人', department })).id;
    const inside = await placed(branch);
    const below = await placed(await makeDepartment(tx, '无锡分行营业部', branch));
    const outside = await placed(await makeDepartment(tx, '镇江分行'));
    return { administrator: (await makePerson(tx, { roles: ['ld_admin'], scope: branch.id })).id, inside, below, outside };
  });
  const client = await clientOf(bank, administrator);
  const found = async (q: string) => (await client.get(`/people?q=${encodeURIComponent(q)}&limit=100`)).body.items.map((one: { id: string }) => one.id).sort();
  expect(await found('辖内查询人')).toEqual([inside, below].sort());
  expect(await found('xianei')).not.toContain(outside);
  expect((await client.get('/people?limit=100')).body.total).toBe(2);
  expect((await Promise.all([inside, below, outside].map((id) => client.get(`/people/${id}`)))).map(({ status }) => status)).toEqual([200, 200, 404]);
  expect((await client.get(`/people/${outside}/reports`)).status).toBe(404);
  expect((await security[0]!.client.get(`/people/${outside}`)).status).toBe(200);
});
