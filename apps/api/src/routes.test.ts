import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { clientOf, makeSecondFactor } from '@zhixing/access/testing';
import { makePerson } from '@zhixing/people/testing';
import { openApiDocument, Permissions } from '@zhixing/platform/api';
import { type TestApplication, testApp, type TestClient } from '@zhixing/platform/testing';
import { v7 as uuid } from 'uuid';
import { rooms } from './rooms.ts';
import { annualPlanBodies, annualPlanRoutes } from './testing/annual-plan-routes.ts';
import { certificationBodies, certificationRoutes } from './testing/certification-routes.ts';
import { classBodies, classRoutes } from './testing/class-routes.ts';
import { insightsBodies, insightsRoutes } from './testing/insights-routes.ts';
import { pathBodies, pathRoutes } from './testing/path-routes.ts';
import { resultRoutes } from './testing/result-routes.ts';
import { skillRoutes } from './testing/skill-routes.ts';

/** Every route and what it asks for; a new route is a new line, read by whoever reviews it. */
const ROUTES: Record<string, string> = {
  'GET /healthz': 'public',
  'GET /readyz': 'public',
  'POST /test/clock': 'public',
  'POST /test/tasks': 'public',
  'GET /search': 'search:read',
  'GET /saved-views': 'view:own',
  'POST /saved-views': 'view:own',
  'DELETE /saved-views/:id': 'view:own',
  'GET /events': 'live:own',
  'GET /jobs/:id': 'job:own',
  'POST /exports': 'job:own',
  'POST /files': 'file:own',
  'GET /files/:id': 'file:own',
  'DELETE /files/:id': 'file:own',
  'PATCH /people/me': 'preferences:write',
  'GET /people/found': 'person:find',
  'GET /people/choices': 'people:read',
  'GET /people': 'people:read',
  'GET /people/:id': 'people:read',
  'GET /people/:id/card': 'person:find',
  'GET /people/:id/reports': 'people:read',
  'POST /people': 'organisation:write',
  'PATCH /people/:id': 'organisation:write',
  'POST /people/:id/transfer': 'organisation:write',
  'POST /people/:id/leave': 'organisation:write',
  'POST /people/:id/leave/:rowId/end': 'organisation:write',
  'POST /people/:id/end': 'organisation:write',
  'POST /people/:id/rehire': 'organisation:write',
  'POST /people/:id/managers': 'organisation:write',
  'POST /people/:id/managers/:rowId/end': 'organisation:write',
  'POST /people/:id/delegations': 'organisation:write',
  'POST /people/:id/delegations/:rowId/end': 'organisation:write',
  'POST /people/:id/disable': 'person:disable',
  'POST /people/:id/enable': 'person:disable',
  'GET /holidays': 'people:read',
  'POST /holidays': 'organisation:write',
  'GET /departments': 'people:read',
  'GET /departments/:id': 'people:read',
  'POST /departments': 'organisation:write',
  'PATCH /departments/:id': 'organisation:write',
  'POST /departments/:id/move': 'organisation:write',
  'POST /departments/:id/merge': 'organisation:write',
  'POST /departments/:id/close': 'organisation:write',
  'GET /roles': 'role:read',
  'GET /roles/:role/grants': 'role:read',
  'POST /roles/:role/grants': 'role:grant',
  'DELETE /roles/:role/grants/:id': 'role:grant',
  'GET /role-requests': 'role:read',
  'POST /role-requests/:id/approve': 'role:grant',
  'POST /role-requests/:id/decline': 'role:grant',
  'GET /access-reviews': 'role:read',
  'POST /access-reviews': 'role:grant',
  'GET /access-reviews/:id': 'role:read',
  'PUT /access-reviews/:id/grants/:grantId': 'role:grant',
  'GET /hr-imports': 'hr:import',
  'POST /hr-imports': 'hr:import',
  'GET /hr-imports/template': 'hr:import',
  'GET /hr-imports/:id': 'hr:import',
  'GET /hr-imports/:id/rows': 'hr:import',
  'POST /hr-imports/:id/confirm': 'hr:import',
  'POST /hr-imports/:id/discard': 'hr:import',
  'POST /hr-imports/:id/undo': 'hr:import',
  'GET /bulk-changes': 'organisation:write',
  'POST /bulk-changes': 'organisation:write',
  'GET /bulk-changes/:id': 'organisation:write',
  'GET /bulk-changes/:id/rows': 'organisation:write',
  'POST /bulk-changes/:id/confirm': 'organisation:write',
  'POST /bulk-changes/:id/discard': 'organisation:write',
  'POST /bulk-changes/:id/undo': 'organisation:write',
  'GET /auth/login-page': 'public',
  'POST /auth/login': 'public',
  'POST /auth/logout': 'login:enter',
  'GET /auth/second-factor': 'login:own',
  'POST /auth/second-factor': 'login:enter',
  'POST /auth/second-factor/enrolment': 'login:own',
  'POST /auth/second-factor/confirmation': 'login:own',
  'POST /auth/second-factor/recovery-codes': 'login:own',
  'POST /auth/second-factor/removal': 'login:own',
  'GET /auth/me': 'login:own',
  'GET /auth/password': 'login:own',
  'PUT /auth/password': 'login:own',
  'POST /auth/activation/look': 'public',
  'POST /auth/activation': 'public',
  'GET /accounts/:id': 'account:administer',
  'POST /accounts/:id/activation': 'account:administer',
  'DELETE /accounts/:id/logins': 'account:administer',
  'DELETE /accounts/:id/second-factor': 'account:administer',
  'GET /auth/logins': 'login:own',
  'DELETE /auth/logins/:id': 'login:own',
  'DELETE /auth/logins': 'login:own',
  'GET /audit': 'audit:read',
  'GET /audit/words': 'audit:read',
  'GET /audit/chain': 'audit:read',
  'GET /audit/archives': 'audit:read',
  'POST /audit/chain/checks': 'audit:read',
  'GET /audit/:id': 'audit:read',
  'GET /me/views': 'data:own',
  'GET /me/data': 'data:own',
  'GET /me/data/summary': 'data:own',
  'GET /me/data/corrections': 'data:own',
  'POST /me/data/corrections': 'data:own',
  'GET /me/privacy': 'data:own',
  'POST /me/privacy/acknowledgements': 'data:own',
  'GET /retention': 'retention:read',
  'GET /corrections': 'correction:answer',
  'POST /corrections/:id/answer': 'correction:answer',
  'GET /notifications': 'message:own',
  'GET /notifications/count': 'message:own',
  'POST /notifications/read': 'message:own',
  'GET /notifications/preferences': 'message:own',
  'PUT /notifications/preferences': 'message:own',
  'GET /messages/deliveries': 'message:administer',
  'GET /messages/mail': 'message:administer',
  'POST /messages/deliveries/:id/resend': 'message:administer',
  'GET /courses': 'course:read',
  'GET /courses/statistics': 'course:statistics',
  'POST /courses/import': 'course:write',
  'GET /courses/drafts': 'course:write',
  'GET /courses/:id/draft': 'course:write',
  'PATCH /courses/:id/draft': 'course:write',
  'DELETE /courses/:id/draft': 'course:write',
  'GET /courses/:id/draft/lessons/:key': 'course:write',
  'POST /courses/:id/versions/:number/publish': 'course:write',
  'GET /courses/:id/export': 'course:write',
  'GET /courses/:id/versions': 'course:statistics',
  'GET /courses/:id/gains': 'course:write', 'POST /courses/:id/gains': 'course:write',
  'GET /courses/:id/attempts': 'grade:correct',
  'POST /attempts/:id/grade-corrections': 'grade:correct',
  'GET /registrations/:id/newer-version': 'registration:own', 'POST /registrations/:id/carry-over': 'registration:own',
  'GET /courses/:id/pictures/:file': 'course:read',
  'GET /courses/:id': 'course:read',
  'GET /courses/:id/statistics': 'course:statistics',
  'GET /courses/:id/statistics/stuck': 'course:statistics',
  'POST /courses/:id/registrations': 'registration:own',
  'GET /registrations': 'registration:own',
  'GET /registrations/:id': 'registration:own',
  'GET /registrations/:id/lessons/:key': 'registration:own',
  'POST /registrations/:id/lessons/:key/events': 'registration:own',
  'POST /registrations/:id/lessons/:key/attempts': 'registration:own',
  'GET /attempts/:id': 'registration:own',
  'PUT /attempts/:id/answers': 'registration:own',
  'POST /attempts/:id/submit': 'registration:own',
  'GET /assignments': 'assignment:write',
  'POST /assignments': 'assignment:administer',
  'POST /assignments/direct': 'assignment:write',
  'GET /assignments/conditions': 'assignment:administer',
  'POST /assignments/preview': 'assignment:administer',
  'GET /assignments/exceptions': 'assignment:administer',
  'POST /assignments/exceptions/:id/decision': 'assignment:administer',
  'GET /assignments/:id': 'assignment:write',
  'PATCH /assignments/:id': 'assignment:administer',
  'POST /assignments/:id/activate': 'assignment:administer',
  'POST /assignments/:id/end': 'assignment:write',
  'GET /assignments/:id/difference': 'assignment:administer',
  'GET /assignments/:id/funnel': 'assignment:write',
  'GET /assignments/:id/people': 'assignment:write',
  'GET /assignments/:id/mine': 'obligation:own',
  'GET /assignments/:id/runs': 'assignment:administer',
  'POST /assignments/:id/runs': 'assignment:administer',
  'POST /assignments/:id/runs/:runId/confirm': 'assignment:administer',
  'POST /assignments/:id/runs/:runId/discard': 'assignment:administer',
  'GET /obligations': 'obligation:own',
  'GET /obligations/team': 'obligation:oversee',
  'GET /obligations/:id': 'obligation:own',
  'POST /obligations/:id/reminders': 'obligation:oversee',
  'POST /extensions': 'obligation:own',
  'POST /extensions/:id/decision': 'obligation:oversee',
  'POST /extensions/:id/withdraw': 'obligation:own',
  'POST /waivers': 'assignment:administer',
  'POST /waivers/:id/revoke': 'assignment:administer',
  'GET /waivers/:id/evidence': 'obligation:own',
  'GET /approvals': 'obligation:oversee',
  'GET /nominations': 'assignment:write', 'GET /nominations/open': 'assignment:write', 'POST /nominations': 'assignment:write', 'POST /nominations/:id/decision': 'assignment:administer',
  ...annualPlanRoutes, ...certificationRoutes, ...classRoutes, ...insightsRoutes, ...skillRoutes, ...pathRoutes, ...resultRoutes,
  'GET /certificates': 'recognition:own',
  'POST /certificates': 'recognition:own',
  'GET /certificates/completions/:id': 'recognition:own',
  'GET /certificates/people/:id': 'recognition:read',
  'GET /certificates/administered': 'recognition:administer',
  'GET /certificates/administered/courses': 'recognition:administer',
  'GET /certificates/administered/:id': 'recognition:administer',
  'GET /certificates/:id': 'recognition:own',
  'GET /certificates/:id/pdf': 'recognition:own',
  'POST /certificates/:id/revoke': 'recognition:administer',
  'POST /certificates/:id/reissue': 'recognition:administer',
  'POST /certificates/:id/reviews': 'recognition:administer',
  'POST /certificate-reviews/:id/decide': 'recognition:administer',
  'GET /verify/:number': 'public',
  'GET /hours': 'recognition:own',
  'GET /hours/rules': 'recognition:administer',
  'PUT /hours/rules/:year': 'recognition:administer',
  'GET /hours/people/:id': 'recognition:read',
  'POST /hours/people/:id/corrections': 'recognition:administer',
  'GET /points': 'recognition:own',
  'GET /points/board': 'recognition:own',
  'PUT /points/board/listing': 'recognition:own',
  'GET /points/rules': 'recognition:administer',
  'PUT /points/rules/:code': 'recognition:administer',
  'GET /insights/evidence-packs': 'evidence:read',
  'GET /insights/evidence-packs/assignments': 'evidence:read',
  'GET /insights/evidence-packs/preview': 'evidence:make',
};

/** Fields of answers whose names sound secret, and why they are there: the demo's published password, the policy, an administrator's view of a person, the audit chain. */
const SECRETS_SHOWN = [
  'GET /audit/:id afterHash', 'GET /audit/:id beforeHash', 'GET /audit/:id chainHash', 'GET /audit/:id entryHash', 'GET /audit/chain chainHash',
  'GET /auth/login-page password', 'GET /people/:id hrKey',
];

const words = { zh: '文字', en: 'Words' };

/** A body that passes validation, for routes that need one. */
const BODIES: Record<string, () => unknown> = {
  'POST /test/tasks': () => ({ name: 'messages.send' }),
  'POST /certificates': () => ({ completionId: uuid() }),
  'POST /certificates/:id/revoke': () => ({ grounds: 'other', reason: '测试' }),
  'POST /certificates/:id/reissue': () => ({ reason: '测试' }),
  'POST /certificates/:id/reviews': () => ({ reason: '测试' }),
  'POST /certificate-reviews/:id/decide': () => ({ outcome: 'keep', reason: '测试' }),
  'PUT /hours/rules/:year': () => ({ hours: 90, formal: 30 }),
  'POST /hours/people/:id/corrections': () => ({ kind: 'other', minutes: 5, on: '2026-01-01', reason: '测试' }),
  'PUT /points/board/listing': () => ({ listed: true }),
  'PUT /points/rules/:code': () => ({ points: 10 }),
  'POST /saved-views': () => ({ page: '/system/people', name: 'x', query: 'q=x' }),
  'POST /notifications/read': () => ({}),
  'PUT /notifications/preferences': () => ({ quietFrom: '22:00', quietUntil: '08:00', muted: [] }),
  'POST /exports': () => ({ kind: 'nothing' }),
  'POST /me/privacy/acknowledgements': () => ({ version: 1 }),
  'POST /me/data/corrections': () => ({ about: 'people.person', text: '工号有误' }),
  'POST /corrections/:id/answer': () => ({ answer: '已更正' }),
  'PUT /auth/password': () => ({ current: 'x', next: 'y' }),
  'POST /auth/second-factor': () => ({ code: '123456' }),
  'POST /auth/second-factor/enrolment': () => ({ password: 'x' }),
  'POST /auth/second-factor/confirmation': () => ({ code: '123456' }),
  'POST /auth/second-factor/recovery-codes': () => ({ password: 'x' }),
  'POST /auth/second-factor/removal': () => ({ password: 'x' }),
  'POST /hr-imports/:id/confirm': () => ({ affected: 1 }),
  'PATCH /people/me': () => ({ theme: 'dark' }),
  'POST /people': () => ({ staffNumber: 'N1', displayName: '新人', departmentId: uuid(), positionId: uuid(), from: '2026-01-01' }),
  'PATCH /people/:id': () => ({ displayName: '新名' }),
  'POST /people/:id/transfer': () => ({ departmentId: uuid(), from: '2026-01-01' }),
  'POST /people/:id/leave': () => ({ kind: 'sick', from: '2026-01-01' }),
  'POST /people/:id/leave/:rowId/end': () => ({ on: '2026-01-01' }),
  'POST /people/:id/end': () => ({ on: '2026-01-01' }),
  'POST /people/:id/rehire': () => ({ departmentId: uuid(), positionId: uuid(), from: '2026-01-01' }),
  'POST /people/:id/managers': () => ({ managerId: uuid(), kind: 'line', from: '2026-01-01' }),
  'POST /people/:id/managers/:rowId/end': () => ({ on: '2026-01-01' }),
  'POST /people/:id/delegations': () => ({ delegateId: uuid(), from: '2026-01-01', until: '2026-02-01' }),
  'POST /people/:id/delegations/:rowId/end': () => ({ on: '2026-01-01' }),
  'POST /bulk-changes': () => ({ people: { personIds: [uuid()] }, change: { kind: 'end', from: '2026-01-01' } }),
  'POST /bulk-changes/:id/confirm': () => ({ affected: 1 }),
  'POST /departments': () => ({ code: 'N1', name: '新部', parentId: uuid(), from: '2026-01-01' }),
  'PATCH /departments/:id': () => ({ name: '新名', from: '2026-01-01' }),
  'POST /departments/:id/move': () => ({ parentId: uuid(), from: '2026-01-01' }),
  'POST /departments/:id/merge': () => ({ intoId: uuid(), from: '2026-01-01' }),
  'POST /departments/:id/close': () => ({ on: '2026-01-01' }),
  'POST /roles/:role/grants': () => ({ personId: uuid(), reason: '岗位调整' }),
  'PUT /access-reviews/:id/grants/:grantId': () => ({ decision: 'confirmed' }),
  'POST /assignments': () => ({ title: '年度必修', reason: '监管要求', target: { kind: 'course', id: uuid() }, audience: { all: [] }, due: { kind: 'fixed', on: '2026-12-31' } }),
  'POST /assignments/direct': () => ({ target: { kind: 'course', id: uuid() }, personIds: [uuid()], dueOn: '2099-01-01', reason: '项目需要' }),
  'POST /assignments/preview': () => ({ audience: { all: [] } }),
  'POST /assignments/exceptions/:id/decision': () => ({ decision: 'skipped', note: '已离岗' }),
  'PATCH /assignments/:id': () => ({ title: '新标题' }),
  'POST /assignments/:id/activate': () => ({}),
  'POST /assignments/:id/end': () => ({ reason: '已完成' }),
  'POST /assignments/:id/runs/:runId/confirm': () => ({ affected: 1 }),
  'POST /extensions': () => ({ obligationId: uuid(), until: '2099-01-01', reason: '出差在外' }),
  'POST /extensions/:id/decision': () => ({ decision: 'approved' }),
  'POST /waivers': () => ({ obligationId: uuid(), reason: '长期病假', evidenceLink: 'https://oa.bank.example/1', expiresOn: '2099-01-01' }),
  'POST /waivers/:id/revoke': () => ({ reason: '已返岗' }),
  'POST /nominations': () => ({ assignmentId: uuid(), personIds: [uuid()], reason: '业务骨干' }),
  'POST /nominations/:id/decision': () => ({ decision: 'approved' }),
  ...annualPlanBodies, ...certificationBodies, ...classBodies, ...insightsBodies, ...pathBodies,
  'POST /skills/versions/:number/publish': () => ({ note: '更新锚点' }),
  'POST /skills': () => ({ id: `skill-${uuid()}`.slice(0, 40), axis: 'delivery', name: words, description: words, halfLifeMonths: 12, anchors: Array(5).fill(words), version: 2 }),
  'PUT /skills/:id/draft': () => ({ name: words, description: words, halfLifeMonths: 12, anchors: Array(5).fill(words), version: 2 }),
  'POST /role-profiles': () => ({ id: `role-${uuid()}`.slice(0, 40), name: words, description: words, scarce: false, requirements: [{ skillId: 'rag', level: 2, weight: 3 }] }),
  'PATCH /role-profiles/:id': () => ({ scarce: true }), 'PUT /skills/target': () => ({ profileId: null }),
  'POST /evidence': () => ({ skillId: 'rag', level: 1 }), 'POST /skill-reviews/:id/decision': () => ({ verdict: 'accept', reason: '已现场核实' }),
  'POST /registrations/:id/lessons/:key/events': () => ({ id: uuid(), kind: 'opened', clientTime: '2026-01-01T00:00:00.000Z' }),
  'POST /courses/:id/gains': () => ({ count: 1 }), 'POST /attempts/:id/grade-corrections': () => ({ score: 50, reason: '题目有误' }),
  'PUT /attempts/:id/answers': () => ({ answers: [{ questionId: uuid(), sequence: 1, choices: [] }] }),
};

const ROLES = ['ld_admin', 'trainer', 'judge', 'system_admin', 'security_admin', 'audit_admin'];

let bank: TestApplication;
let permissions: Permissions;

/** A fresh client for each call: signing out and ending logins must not spoil the others. */
const callers: Record<string, () => Promise<TestClient>> = {};

beforeAll(async () => {
  bank = await testApp(rooms);
  permissions = bank.app.get(Permissions);
  const person = (o: Parameters<typeof makePerson>[1]) => bank.write((tx) => makePerson(tx, o));
  const manager = await person({});
  const ids: Record<string, string> = { employee: (await person({ manager: manager.id })).id, manager: manager.id };
  for (const role of ROLES) ids[role] = (await person({ roles: [role] })).id;
  for (const [role, id] of Object.entries(ids)) callers[role] = () => clientOf(bank, id);
});
afterAll(() => bank.close());

interface Operation {
  parameters?: { name: string }[];
  requestBody?: { content: Record<string, { schema?: object }> };
  responses: Record<string, { content?: Record<string, { schema?: object }> }>;
}

const documented = () =>
  Object.entries(openApiDocument(bank.app).paths).flatMap(([path, operations]) =>
    Object.entries(operations as Record<string, Operation>).map(([method, operation]) => ({
      route: `${method.toUpperCase()} ${path.replace(/^\/api\/v1/, '').replace(/\{(\w+)\}/g, ':$1')}`,
      operation,
    })),
  );

test('the document lists exactly the routes of the table, in OpenAPI 3.1', () => {
  expect(openApiDocument(bank.app).openapi).toBe('3.1.0');
  expect(documented().map(({ route }) => route).sort()).toEqual(Object.keys(ROUTES).sort());
});

test('every route documents its answer, and every body its schema', () => {
  for (const { route, operation } of documented()) {
    const answer = Object.entries(operation.responses).find(([status]) => status.startsWith('2'))?.[1];
    expect({ route, schema: Object.keys(Object.values(answer?.content ?? {})[0]?.schema ?? {}) }).not.toEqual({ route, schema: [] });
    if (route in BODIES || route === 'POST /auth/login') expect({ route, body: operation.requestBody?.content['application/json']?.schema }).toMatchObject({ route, body: { type: 'object' } });
  }
});

test('every permission of the table exists, and every permission guards a route', () => {
  const used = new Set(Object.values(ROUTES).filter((permission) => permission !== 'public'));
  expect([...used].sort()).toEqual(permissions.names);
});

test('the page of roles has words for every permission a role holds, in both languages', () => {
  const everybody = permissions.of([]);
  const held = ROLES.flatMap((role) => [...permissions.of([role])]).filter((name) => !everybody.has(name));
  for (const language of ['zh-CN', 'en']) {
    const { roles } = JSON.parse(readFileSync(new URL(`../../../libs/people/web/locales/${language}.json`, import.meta.url), 'utf8')) as { roles: { permission: Record<string, Record<string, string>> } };
    expect(held.filter((name) => !roles.permission[name.split(':')[0]!]?.[name.split(':')[1]!])).toEqual([]);
  }
});

/** What stands for a parameter of a route that is no id. */
const PARAMETERS: Record<string, string> = { key: 'no-such-lesson', role: 'trainer', year: '2026', code: 'course_passed' };
const filled = (path: string) => path.replace(/:(\w+)/g, (_, name: string) => PARAMETERS[name] ?? uuid());

const call = (client: TestClient, route: string) => {
  const [method, path] = route.split(' ') as ['GET', string];
  return client.send(method, filled(path), BODIES[route]?.());
};

describe('asvs-49 incident-4 incident-16 role x route', () => {
  const guarded = Object.entries(ROUTES).filter(([, permission]) => permission !== 'public');

  test('nobody signed in: 401 everywhere but on public routes', async () => {
    for (const [route] of guarded) expect({ route, status: (await call(bank.anonymous, route)).status }).toEqual({ route, status: 401 });
  });

  test.each(['employee', 'manager', ...ROLES])('%s is let in where the permission is held and nowhere else', async (role) => {
    const held = permissions.of([role]);
    for (const [route, permission] of guarded) {
      const { status } = await call(await callers[role]!(), route);
      if (held.has(permission)) expect({ route, status: [401, 403, 500].includes(status) ? status : 'let in' }).toEqual({ route, status: 'let in' });
      else expect({ route, status }).toEqual({ route, status: 403 });
    }
  });
});

describe('asvs-40 second factor x route', () => {
  const guarded = Object.entries(ROUTES).filter(([, permission]) => permission !== 'public');
  const OWN = ['login:enter', 'login:own', 'preferences:write'];
  let strict: TestApplication;
  beforeAll(async () => {
    strict = await testApp(rooms, { SECOND_FACTOR: 'required' });
  });
  afterAll(() => strict.close());

  test.each(['ld_admin', 'system_admin', 'security_admin', 'audit_admin'])('%s without one is let in at their own account and nowhere else', async (role) => {
    const { id } = await strict.write((tx) => makePerson(tx, { roles: [role] }));
    for (const [route, permission] of guarded) {
      const { status, body } = await call(await clientOf(strict, id), route);
      if (OWN.includes(permission)) expect({ route, status: [401, 403, 500].includes(status) ? status : 'let in' }).toEqual({ route, status: 'let in' });
      else expect({ route, status, code: body.code }).toEqual({ route, status: 403, code: 'access.second_factor_needed' });
    }
  });

  test('half a login, whose code is still to come, opens nothing: no stream, no file, no export', async () => {
    const { id } = await strict.write(async (tx) => {
      const made = await makePerson(tx);
      await makeSecondFactor(tx, made.id);
      return made;
    });
    for (const [route, permission] of guarded.filter(([, one]) => one !== 'login:enter')) {
      const { status, body } = await call(await clientOf(strict, id), route);
      expect({ route, permission, status, code: body.code }).toEqual({ route, permission, status: 401, code: 'access.second_factor_required' });
    }
  });
});

/** Every object schema inside a JSON schema, with the way to it. */
function* objectsOf(schema: unknown, path = ''): Generator<{ path: string; properties: string[]; open: boolean }> {
  if (typeof schema !== 'object' || schema === null) return;
  const { type, properties, additionalProperties } = schema as { type?: string; properties?: object; additionalProperties?: unknown };
  if (type === 'object' && properties) yield { path, properties: Object.keys(properties), open: additionalProperties !== false };
  for (const [key, inner] of Object.entries(schema)) yield* objectsOf(inner, `${path}/${key}`);
}

test('asvs-52 asvs-11 no body takes a field beyond its own: whoever adds a role, an owner, a score is refused', () => {
  const open = documented().flatMap(({ route, operation }) =>
    [...objectsOf(operation.requestBody?.content['application/json']?.schema)].filter((one) => one.open).map(({ path }) => `${route} ${path}`));
  expect(open).toEqual([]);
});

test('asvs-51 no answer has a field for a secret: hashes, tokens, keys stay inside', () => {
  const secrets = documented().flatMap(({ route, operation }) =>
    Object.values(operation.responses).flatMap((answer) => Object.values(answer.content ?? {})).flatMap(({ schema }) => [...objectsOf(schema)])
      .flatMap(({ properties }) => properties.filter((name) => /password|hash|secret|token|cookie|hrKey/i.test(name)).map((name) => `${route} ${name}`)));
  expect([...new Set(secrets)].sort()).toEqual(SECRETS_SHOWN);
});

test('asvs-23 every route that changes something refuses a request without X-Requested-With or from another origin', async () => {
  const employee = await callers.employee!();
  for (const route of Object.keys(ROUTES).filter((one) => !one.startsWith('GET ') && one !== 'POST /auth/login')) {
    const [method, path] = route.split(' ') as ['POST', string];
    const url = `/api/v1${filled(path)}`;
    const bare = await bank.app.inject({ method, url, headers: employee.headers, payload: {} });
    const foreign = await employee.send(method, filled(path), {}, { origin: 'https://evil.example' });
    const crossSite = await employee.send(method, filled(path), {}, { 'sec-fetch-site': 'cross-site' });
    expect([route, bare.statusCode, foreign.body.code, crossSite.body.code]).toEqual([route, 403, 'csrf', 'csrf']);
  }
});

test('asvs-20 asvs-22 asvs-26 asvs-62 every answer carries the security headers, JSON is never stored, 404 included', async () => {
  for (const path of ['/healthz', '/auth/me', '/courses', '/nothing-here']) {
    const { headers } = await (await callers.employee!()).get(path);
    expect(String(headers['content-security-policy'])).toContain("object-src 'none';base-uri 'none';frame-ancestors 'none'");
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY' });
    expect(String(headers['content-type'])).toMatch(/^application\/(problem\+)?json; charset=utf-8$/);
    if (path !== '/healthz') expect(headers['cache-control']).toBe('no-store');
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  }
});

test('asvs-21 no answer allows another origin to read it', async () => {
  for (const origin of ['https://evil.example', 'null', 'http://127.0.0.1.evil.example']) {
    const answer = await bank.anonymous.send('GET', '/auth/login-page', undefined, { origin });
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  }
});

test('asvs-64 incident-28 a polluted body and doubled parameters change nothing and are refused', async () => {
  const employee = await callers.employee!();
  const polluted = await bank.app.inject({ method: 'PATCH', url: '/api/v1/people/me', headers: { ...employee.headers, 'x-requested-with': 'x', 'content-type': 'application/json' }, payload: '{"__proto__":{"roles":["ld_admin"]},"theme":"dark"}' });
  expect(polluted.statusCode).toBe(400);
  expect((await employee.get('/courses?q=a&q=b')).status).toBe(400);
  expect((await employee.patch('/people/me', { theme: { $ne: 'dark' } })).status).toBe(400);
});

test('asvs-3 asvs-5 incident-18 hostile search texts are searched for, unknown sorts refused, none of it slow or a 500', async () => {
  const employee = await callers.employee!();
  for (const q of ["' OR 1=1 --", '%', '_', '(a+)+$', '\\', '行'.repeat(100), '<img src=x onerror=alert(1)>'])
    expect({ q, status: (await employee.get(`/courses?q=${encodeURIComponent(q)}`)).status }).toEqual({ q, status: 200 });
  expect((await employee.get(`/courses?q=${'a'.repeat(101)}`)).status).toBe(400);
  expect((await employee.get('/courses?sort=title;drop')).status).toBe(400);
  expect((await employee.get('/courses?cursor=nonsense')).status).toBe(400);
  expect((await employee.get('/courses/1')).status).toBe(400);
});

test('asvs-68 a failure inside says nothing of its cause and names the request', async () => {
  const { status, body, headers } = await bank.anonymous.post('/auth/login', { login: 'a\u0000b', password: 'x' });
  expect(status).toBeLessThan(500);
  expect(JSON.stringify(body)).not.toMatch(/at |node_modules|select|insert/i);
  expect(body.requestId).toBe(headers['x-request-id']);
});
