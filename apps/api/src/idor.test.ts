import { clientOf } from '@zhixing/access/testing';
import { makePerson } from '@zhixing/people/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openApiDocument, statement } from '@zhixing/platform/api';
import { type Answer, type TestApplication, testApp, type TestClient } from '@zhixing/platform/testing';
import { v7 as uuid } from 'uuid';
import { rooms } from './rooms.ts';
import { annualPlanCases, annualPlanReferences, foreignReferences } from './testing/owned-annual-plan.ts';
import { classCases } from './testing/class-routes.ts';
import { foreignPaths, pathCases, pathReferences } from './testing/path-routes.ts';
import { type Caller, CALLERS, type Callers, type Case, makeCallers, makeOwned, MARK, openReview, type Owned } from './testing/owned.ts';

const PEOPLE: readonly Caller[] = ['system_admin', 'security_admin'];
const day = '2026-03-01';
const person = (o: Owned) => ({ id: o.owner.id });
const course = (o: Owned) => ({ id: o.course });
const department = (o: Owned) => ({ id: o.department });
const registration = (o: Owned) => ({ id: o.registration, key: 'a' });
const quiz = (o: Owned) => ({ id: o.registration, key: 'q' });
const attempt = (o: Owned) => ({ id: o.attempt });
const system = { by: 'system_admin' } as const;
const security = { by: 'security_admin' } as const;
const administrator = { by: 'administrator' } as const;
const assignment = (o: Owned) => ({ id: o.assignment });
const run = (o: Owned) => ({ id: o.assignment, runId: o.run });
const results = (o: Owned) => ({ id: o.resultsImport });
const handedIn = (o: Owned) => ({ id: o.externalCertificate });
const certificate = (o: Owned) => ({ id: o.certificate });
const office = { open: PEOPLE, ...system };

/** Every route with an id in its address; a new one is a new line, read by whoever reviews it. */
const CASES: Record<string, Case> = {
  'DELETE /saved-views/:id': { ids: (o) => ({ id: o.view }) },
  'GET /jobs/:id': { ids: (o) => ({ id: o.job }) },
  'GET /files/:id': { ids: (o) => ({ id: o.file }) },
  'DELETE /files/:id': { ids: (o) => ({ id: o.file }) },
  'GET /people/:id': { ids: person, ...office },
  // the card is how colleagues know each other
  'GET /people/:id/card': { ids: person, open: CALLERS },
  'GET /people/:id/reports': { ids: person, ...office },
  'PATCH /people/:id': { ids: person, ...system, body: () => ({ displayName: '新名' }) },
  'POST /people/:id/transfer': { ids: person, ...system, body: (o) => ({ departmentId: o.department, from: day }) },
  'POST /people/:id/leave': { ids: person, ...system, body: () => ({ kind: 'sick', from: day }) },
  'POST /people/:id/leave/:rowId/end': { ids: (o) => ({ id: o.owner.id, rowId: o.leave }), ...system, body: () => ({ on: '2026-01-20' }), mixed: (o) => ({ id: o.other.id, rowId: o.leave }) },
  'POST /people/:id/end': { ids: person, ...system, body: () => ({ on: day }) },
  'POST /people/:id/rehire': { ids: person, ...system, body: (o) => ({ departmentId: o.department, positionId: uuid(), from: day }) },
  'POST /people/:id/managers': { ids: person, ...system, body: (o) => ({ managerId: o.manager.id, kind: 'acting', from: day }) },
  'POST /people/:id/managers/:rowId/end': { ids: (o) => ({ id: o.owner.id, rowId: o.relation }), ...system, body: () => ({ on: day }), mixed: (o) => ({ id: o.other.id, rowId: o.relation }) },
  'POST /people/:id/delegations': { ids: person, ...system, body: (o) => ({ delegateId: o.other.id, from: '2027-01-01', until: '2027-02-01' }) },
  'POST /people/:id/delegations/:rowId/end': { ids: (o) => ({ id: o.owner.id, rowId: o.delegation }), ...system, body: () => ({ on: '2027-03-10' }), mixed: (o) => ({ id: o.other.id, rowId: o.delegation }) },
  'POST /people/:id/disable': { ids: person, open: PEOPLE, ...security },
  'POST /people/:id/enable': { ids: person, open: PEOPLE, ...security },
  // the tree of departments is no secret of those in it
  'GET /departments/:id': { ids: department, open: [...PEOPLE, 'ld_admin'], ...system },
  'PATCH /departments/:id': { ids: department, ...system, body: () => ({ name: '新名', from: day }) },
  'POST /departments/:id/move': { ids: department, ...system, body: () => ({ parentId: uuid(), from: day }) },
  'POST /departments/:id/merge': { ids: department, ...system, body: () => ({ intoId: uuid(), from: day }) },
  'POST /departments/:id/close': { ids: department, ...system, body: () => ({ on: day }) },
  'DELETE /roles/:role/grants/:id': { ids: (o) => ({ role: 'judge', id: o.grant }), ...security, mixed: (o) => ({ role: 'trainer', id: o.grant }) },
  'POST /role-requests/:id/approve': { ids: (o) => ({ id: o.request }), ...security },
  'POST /role-requests/:id/decline': { ids: (o) => ({ id: o.request }), ...security },
  'GET /access-reviews/:id': { ids: () => ({ id: review }), open: ['audit_admin', 'security_admin'], ...security },
  'PUT /access-reviews/:id/grants/:grantId': {
    ids: () => ({ id: review, grantId: reviewed }), ...security, body: () => ({ decision: 'confirmed' }), mixed: (o) => ({ id: review, grantId: o.laterGrant }),
  },
  'GET /hr-imports/:id': { ids: (o) => ({ id: o.hrImport }), ...system },
  'GET /hr-imports/:id/rows': { ids: (o) => ({ id: o.hrImport }), ...system },
  'POST /hr-imports/:id/confirm': { ids: (o) => ({ id: o.hrImport }), ...system, body: () => ({}) },
  'POST /hr-imports/:id/discard': { ids: (o) => ({ id: o.hrImport }), ...system },
  'POST /hr-imports/:id/undo': { ids: (o) => ({ id: o.hrImport }), ...system },
  'GET /bulk-changes/:id': { ids: (o) => ({ id: o.bulkChange }), ...system },
  'GET /bulk-changes/:id/rows': { ids: (o) => ({ id: o.bulkChange }), ...system },
  'POST /bulk-changes/:id/confirm': { ids: (o) => ({ id: o.bulkChange }), ...system, body: () => ({ affected: 1 }) },
  'POST /bulk-changes/:id/discard': { ids: (o) => ({ id: o.bulkChange }), ...system },
  'POST /bulk-changes/:id/undo': { ids: (o) => ({ id: o.bulkChange }), ...system },
  'GET /accounts/:id': { ids: (o) => ({ id: o.owner.id }), ...security },
  'POST /accounts/:id/activation': { ids: (o) => ({ id: o.owner.id }), ...security },
  'DELETE /accounts/:id/logins': { ids: (o) => ({ id: o.owner.id }), ...security },
  'DELETE /accounts/:id/second-factor': { ids: (o) => ({ id: o.secured }), ...security },
  'DELETE /auth/logins/:id': { ids: (o) => ({ id: o.login }) },
  'GET /audit/:id': { ids: (o) => ({ id: o.entry }), by: 'audit_admin' },
  'POST /corrections/:id/answer': { ids: (o) => ({ id: o.correction }), ...system, body: () => ({ answer: '已更正' }) },
  'POST /messages/deliveries/:id/resend': { ids: (o) => ({ id: o.mail }), ...system },
  'GET /courses/:id/draft': { ids: course },
  'PATCH /courses/:id/draft': { ids: course, body: () => ({ title: '新名' }) },
  'DELETE /courses/:id/draft': { ids: course },
  'GET /courses/:id/draft/lessons/:key': { ids: (o) => ({ id: o.course, key: 'a' }), mixed: (o) => ({ id: o.course, key: 'b' }) },
  'POST /courses/:id/versions/:number/publish': { ids: (o) => ({ id: o.course, number: '2' }), body: () => ({ change: 'minor' }) },
  'GET /courses/:id/versions': { ids: course },
  'GET /courses/:id/gains': { ids: course },
  'POST /courses/:id/gains': { ids: course, body: () => ({ count: 1 }) },
  'GET /courses/:id/attempts': { ids: course, ...administrator },
  'POST /attempts/:id/grade-corrections': { ids: attempt, ...administrator, body: () => ({ score: 50, reason: '题目有误' }) },
  'POST /skill-reviews/:id/decision': { ids: (o) => ({ id: o.skillReview }), by: 'manager', body: () => ({ verdict: 'accept', reason: '已现场核实' }) },
  'GET /registrations/:id/newer-version': { ids: (o) => ({ id: o.registration }) },
  'POST /registrations/:id/carry-over': { ids: (o) => ({ id: o.registration }) },
  'GET /courses/:id/export': { ids: course },
  'GET /courses/:id/pictures/:file': { ids: (o) => ({ id: o.course, file: o.picture }), mixed: (o) => ({ id: o.otherCourse, file: o.picture }) },
  'GET /courses/:id': { ids: course },
  'GET /courses/:id/statistics': { ids: course },
  'GET /courses/:id/review': { ids: course },
  'PUT /courses/:id/review': { ids: course, body: () => ({ months: 12 }) },
  'POST /courses/:id/reviews': { ids: course },
  'GET /courses/:id/statistics/stuck': { ids: course },
  'POST /courses/:id/registrations': { ids: course },
  'GET /registrations/:id': { ids: (o) => ({ id: o.registration }) },
  'GET /registrations/:id/lessons/:key': { ids: registration, mixed: (o) => ({ id: o.registration, key: 'b' }) },
  'POST /registrations/:id/lessons/:key/events': {
    ids: registration, body: () => ({ id: uuid(), kind: 'opened', clientTime: '2026-01-01T00:00:00.000Z' }), mixed: (o) => ({ id: o.registration, key: 'b' }),
  },
  'POST /registrations/:id/lessons/:key/attempts': { ids: quiz, mixed: (o) => ({ id: o.registration, key: 'r' }) },
  'GET /attempts/:id': { ids: attempt },
  'PUT /attempts/:id/answers': { ids: attempt, body: (o) => ({ answers: [{ questionId: o.question, sequence: 1, choices: ['a'] }] }) },
  'POST /attempts/:id/submit': { ids: attempt },
  'GET /people/:id/skills': { ids: person, by: 'manager' },
  'GET /people/:id/evidence': { ids: person, by: 'manager' },
  'GET /certificates/completions/:id': { ids: (o) => ({ id: o.completion }) },
  'GET /certificates/people/:id': { ids: person, by: 'manager' },
  'GET /certificates/:id': { ids: certificate },
  'GET /certificates/:id/pdf': { ids: certificate },
  // whoever holds the number may ask whether it is true
  'GET /verify/:number': { ids: (o) => ({ number: o.certificateNumber }), open: CALLERS },
  'GET /certificates/administered/:id': { ids: certificate, ...administrator },
  'POST /certificates/:id/revoke': { ids: certificate, ...administrator, body: () => ({ grounds: 'other', reason: '复核未通过' }) },
  'POST /certificates/:id/reissue': { ids: certificate, ...administrator, body: () => ({ reason: '复核通过' }) },
  'POST /certificates/:id/reviews': { ids: certificate, ...administrator, body: () => ({ reason: '成绩待复核' }) },
  'POST /certificate-reviews/:id/decide': { ids: (o) => ({ id: o.certificateReview }), ...administrator, body: () => ({ outcome: 'keep', reason: '复核通过' }) },
  'GET /hours/people/:id': { ids: person, by: 'manager' },
  'POST /hours/people/:id/corrections': { ids: person, ...administrator, body: () => ({ kind: 'other', minutes: 5, on: '2026-01-01', reason: '补录' }) },
  'GET /assignments/:id': { ids: assignment, ...administrator },
  'PATCH /assignments/:id': { ids: assignment, ...administrator, body: () => ({ title: '新名' }) },
  'POST /assignments/:id/activate': { ids: assignment, ...administrator, body: () => ({}) },
  'POST /assignments/:id/end': { ids: assignment, ...administrator, body: () => ({ reason: '不再需要' }) },
  'GET /assignments/:id/difference': { ids: assignment, ...administrator },
  'GET /assignments/:id/funnel': { ids: assignment, ...administrator },
  'GET /assignments/:id/people': { ids: assignment, ...administrator },
  'GET /assignments/:id/runs': { ids: assignment, ...administrator },
  'POST /assignments/:id/runs': { ids: assignment, ...administrator, body: () => ({}) },
  'POST /assignments/:id/runs/:runId/confirm': { ids: run, ...administrator, body: () => ({ affected: 1 }), mixed: (o) => ({ id: o.otherAssignment, runId: o.run }) },
  'POST /assignments/:id/runs/:runId/discard': { ids: run, ...administrator, body: () => ({}), mixed: (o) => ({ id: o.otherAssignment, runId: o.run }) },
  'GET /assignments/:id/mine': { ids: (o) => ({ id: o.directAssignment }) },
  'POST /assignments/exceptions/:id/decision': { ids: (o) => ({ id: o.exception }), ...administrator, body: () => ({ decision: 'skipped', note: '不需要' }) },
  'GET /obligations/:id': { ids: (o) => ({ id: o.obligation }) },
  'POST /obligations/:id/reminders': { ids: (o) => ({ id: o.obligation }), by: 'manager' },
  'POST /extensions/:id/decision': { ids: (o) => ({ id: o.extension }), by: 'manager', body: () => ({ decision: 'approved' }) },
  'POST /extensions/:id/withdraw': { ids: (o) => ({ id: o.extension }) },
  'POST /waivers/:id/revoke': { ids: (o) => ({ id: o.waiver }), ...administrator, body: () => ({ reason: '材料不实' }) },
  'GET /waivers/:id/evidence': { ids: (o) => ({ id: o.waiver }), ...administrator },
  'POST /nominations/:id/decision': { ids: (o) => ({ id: o.nomination }), ...administrator, body: () => ({ decision: 'approved' }) },
  'GET /results-imports/:id': { ids: results, ...administrator },
  'GET /results-imports/:id/rows': { ids: results, ...administrator },
  'POST /results-imports/:id/confirm': { ids: results, ...administrator },
  'POST /results-imports/:id/discard': { ids: results, ...administrator },
  'POST /certification-cycles/:id/revocation': { ids: (o) => ({ id: o.cycle }), ...administrator, body: () => ({ reason: '材料不实' }) },
  'POST /certification-cycles/:id/reminders': { ids: (o) => ({ id: o.endingCycle }), by: 'manager' },
  'POST /early-renewals/:id/decision': { ids: (o) => ({ id: o.earlyRenewal }), body: () => ({ decision: 'declined' }) },
  'POST /external-certificates/:id/withdrawal': { ids: handedIn },
  'POST /external-certificates/:id/decision': { ids: handedIn, ...administrator, body: () => ({ decision: 'accepted' }) },
  'GET /external-certificates/:id/document': { ids: handedIn },
  ...classCases,
  ...annualPlanCases,
  ...pathCases,
  'GET /insights/team/members/:id': { ids: person, by: 'manager' },
};

/** Ids inside bodies and queries: `bank` = only offices that reach the whole bank may say them, `own` = the sender makes it; the others have a test below. */
const REFERENCES: Record<string, 'bank' | 'own' | 'tested'> = {
  ...annualPlanReferences,
  ...pathReferences,
  'GET /people departmentId': 'tested',
  'GET /people positionId': 'tested',
  'POST /people departmentId': 'bank',
  'POST /people jobLevelId': 'bank',
  'POST /people managerId': 'bank',
  'POST /people positionId': 'bank',
  'POST /bulk-changes departmentId': 'bank',
  'POST /bulk-changes jobLevelId': 'bank',
  'POST /bulk-changes managerId': 'bank',
  'POST /bulk-changes personIds': 'bank',
  'POST /bulk-changes positionId': 'bank',
  'POST /certificates completionId': 'tested',
  'GET /assignments/exceptions assignmentId': 'tested',
  'GET /nominations assignmentId': 'tested',
  'GET /insights/evidence-packs/preview assignmentId': 'tested',
  'PATCH /assignments/:id id': 'tested',
  'POST /assignments id': 'tested',
  'POST /assignments/direct id': 'tested',
  'POST /assignments/direct personIds': 'tested',
  'POST /assignments/preview assignmentId': 'tested',
  'POST /assignments/preview id': 'tested',
  'GET /certification-report/people certificationId': 'tested',
  'GET /certification-report/people departmentId': 'tested',
  'POST /certifications courseId': 'tested',
  'POST /certifications positionIds': 'tested',
  'PUT /certifications/:id courseId': 'tested',
  'PUT /certifications/:id positionIds': 'tested',
  'POST /external-certificates certificationId': 'tested',
  'POST /external-certificates fileId': 'tested',
  'POST /classes courseId': 'tested',
  'POST /classes departmentId': 'tested',
  'POST /classes/:id/materials fileId': 'tested',
  'POST /classes/:id/members personIds': 'tested',
  'POST /classes/:id/members/removal personId': 'tested',
  'POST /classes/:id/members/removal replacementId': 'tested',
  'POST /classes/:id/nominations personIds': 'tested',
  'POST /classes/check-in halfDayId': 'tested',
  'PUT /classes/:id courseId': 'tested',
  'PUT /classes/:id departmentId': 'tested',
  'PUT /classes/:id/attendance halfDayId': 'tested',
  'PUT /classes/:id/attendance personId': 'tested',
  'POST /extensions obligationId': 'tested',
  'POST /nominations assignmentId': 'tested',
  'POST /nominations personIds': 'tested',
  'POST /waivers evidenceFileId': 'tested',
  'POST /waivers obligationId': 'tested',
  'GET /certificates course': 'tested',
  'GET /certificates/administered course': 'tested',
  'GET /certificates/people/:id course': 'tested',
  'POST /people/:id/transfer departmentId': 'bank',
  'POST /people/:id/transfer jobLevelId': 'bank',
  'POST /people/:id/transfer managerId': 'bank',
  'POST /people/:id/transfer positionId': 'bank',
  'POST /people/:id/rehire departmentId': 'bank',
  'POST /people/:id/rehire jobLevelId': 'bank',
  'POST /people/:id/rehire managerId': 'bank',
  'POST /people/:id/rehire positionId': 'bank',
  'POST /people/:id/managers managerId': 'bank',
  'POST /people/:id/delegations delegateId': 'bank',
  'POST /departments parentId': 'bank',
  'POST /departments/:id/move parentId': 'bank',
  'POST /departments/:id/merge intoId': 'bank',
  'POST /roles/:role/grants personId': 'bank',
  'POST /roles/:role/grants scopeDepartmentId': 'bank',
  'POST /notifications/read ids': 'tested',
  'POST /courses/:id/versions/:number/publish deltaCourseId': 'tested',
  'POST /registrations/:id/lessons/:key/events id': 'own',
  'PUT /attempts/:id/answers questionId': 'tested',
};

/** Offices without a scope. */
const WHOLE_BANK: readonly Caller[] = ['system_admin', 'security_admin', 'audit_admin'];

let bank: TestApplication;
let callers: Callers;
let review: string;
/** A grant the review holds. */
let reviewed: string;
/** Whose things are only looked at. */
let shared: Owned;

interface Operation {
  parameters?: { name: string; in: string; schema?: object }[];
  requestBody?: { content: Record<string, { schema?: object }> };
}

let routes: { route: string; operation: Operation }[];

beforeAll(async () => {
  bank = await testApp(rooms);
  routes = Object.entries(openApiDocument(bank.app).paths).flatMap(([path, operations]) =>
    Object.entries(operations as Record<string, Operation>).map(([method, operation]) => ({ route: `${method.toUpperCase()} ${path.replace(/^\/api\/v1/, '').replace(/\{(\w+)\}/g, ':$1')}`, operation })));
  callers = await makeCallers(bank);
  ({ review, reviewed } = await openReview(callers));
  shared = await makeOwned(bank, callers);
});
afterAll(() => bank.close());

function call(client: TestClient, route: string, one: Case, o: Owned, ids = one.ids(o)): Promise<Answer> {
  const [method, path] = route.split(' ') as ['GET', string];
  return client.send(method, path.replace(/:(\w+)/g, (_, name: string) => ids[name]!), one.body?.(o), { 'if-match': '"1"' });
}

/** An address without what is no id of anything: roles, rules, the framework of skills, which everybody reads, and certifications, which hold for the whole bank. */
const withIds = (route: string): string => (/:role\/grants$|\/rules\/:\w+$| \/(skills|role-profiles|certifications)\//.test(route) ? '' : route);

const rightful = (one: Case, o: Owned): TestClient => (!one.by ? o.owner : one.by === 'manager' || one.by === 'administrator' ? o[one.by] : callers[one.by]).client;

/** What these people did since, besides being refused. */
const DONE = statement('test.idor_acts', `select action from platform.audit_entry where person_id = any($1) and result = 'done' and at >= $2`);

const NOW = statement('test.idor_now', 'select platform.now() as now');
const now = async () => (await bank.database.rows<{ now: Date }>(NOW))[0]!.now;

describe('asvs-50 incident-5 somebody else’s ids', () => {
  test('every route with an id in its address has a case, and every case is a route', () => {
    expect(routes.map(({ route }) => route).filter((route) => withIds(route).includes(':')).sort()).toEqual(Object.keys(CASES).sort());
  });

  test.each(Object.keys(CASES))('%s is refused to whoever they do not concern, tells nothing and does nothing', async (route) => {
    const one = CASES[route]!;
    const o = route.startsWith('GET ') ? shared : await makeOwned(bank, callers);
    const since = await now();
    const strangers = CALLERS.filter((role) => role !== one.by && !one.open?.includes(role));
    for (const role of strangers) {
      const { status, body } = await call(callers[role].client, route, one, o);
      expect({ route, role, refused: { 403: 'forbidden', 404: 'not_found' }[status] === body.code ? 'yes' : { status, body } }).toEqual({ route, role, refused: 'yes' });
      expect(JSON.stringify(body)).not.toContain(MARK);
    }
    expect(await bank.database.rows(DONE, [strangers.map((role) => callers[role].id), since])).toEqual([]);
    const { status } = await call(rightful(one, o), route, one, o);
    expect({ route, status: [401, 403, 404, 500].includes(status) && !unknownInside(route) ? status : 'let in' }).toEqual({ route, status: 'let in' });
  });

  test('incident-10 a child is not reached through a parent it is not part of', async () => {
    const o = await makeOwned(bank, callers);
    const nested = routes.map(({ route }) => route).filter((route) => (route.replace(':number', '').match(/:/g) ?? []).length > 1);
    expect(nested.filter((route) => !CASES[route]!.mixed)).toEqual([]);
    for (const route of nested) {
      const one = CASES[route]!;
      const { status, body } = await call(rightful(one, o), route, one, o, one.mixed!(o));
      expect({ route, status, told: JSON.stringify(body).includes(MARK) }).toEqual({ route, status: 404, told: false });
    }
  });
});

/** Bodies of these name a department or position nobody has, so the rightful person is told "not found" about that. */
const unknownInside = (route: string): boolean => ['POST /people/:id/rehire', 'POST /departments/:id/move', 'POST /departments/:id/merge'].includes(route);

/** The names of fields that hold ids. */
function* idsIn(schema: unknown, name = ''): Generator<string> {
  if (typeof schema !== 'object' || schema === null) return;
  if ((schema as { format?: string }).format === 'uuid') yield name;
  for (const [key, inner] of Object.entries(schema)) {
    if (key === 'properties') for (const [field, type] of Object.entries(inner as object)) yield* idsIn(type, field);
    else if (typeof inner === 'object') yield* idsIn(inner, name);
  }
}

describe('asvs-50 incident-25 ids inside bodies and queries', () => {
  test('every one of them is looked at', () => {
    const found = routes.flatMap(({ route, operation }) => [
      ...[...new Set(idsIn(operation.requestBody?.content['application/json']?.schema))].map((name) => `${route} ${name}`),
      ...(operation.parameters ?? []).filter((one) => one.in === 'query' && idsIn(one.schema, one.name).next().value).map(({ name }) => `${route} ${name}`),
    ]);
    expect(found.sort()).toEqual(Object.keys(REFERENCES).sort());
  });

  test('those of a whole bank are taken only from offices that reach the whole bank', async () => {
    const o = shared;
    for (const name of Object.keys(REFERENCES).filter((one) => REFERENCES[one] === 'bank')) {
      const [method, path] = name.split(' ') as ['POST', string];
      for (const role of CALLERS.filter((one) => !WHOLE_BANK.includes(one))) {
        const { status } = await callers[role].client.send(method, path.replace(':id', o.owner.id).replace(':role', 'trainer'), {});
        expect({ name, role, status }).toEqual({ name, role, status: 403 });
      }
    }
  });

  test('a list filtered by another branch is empty', async () => {
    const o = shared;
    const { client } = callers.ld_admin;
    expect((await client.get(`/people?departmentId=${o.department}`)).body).toMatchObject({ items: [], total: 0 });
    expect((await client.get(`/people?q=${encodeURIComponent(MARK)}`)).body).toMatchObject({ items: [], total: 0 });
    expect((await callers.system_admin.client.get(`/people?departmentId=${o.department}`)).body.items).not.toEqual([]);
    const { position } = (await callers.system_admin.client.get(`/people/${o.owner.id}`)).body.memberships[0];
    expect((await client.get(`/people?positionId=${position.id}`)).body).toMatchObject({ items: [], total: 0 });
  });

  test('a delta course is one that the author administers', async () => {
    const { owner, course: id, otherCourse } = shared;
    for (const deltaCourseId of [otherCourse, id, uuid()]) expect((await owner.client.post(`/courses/${id}/versions/2/publish`, { change: 'material', deltaCourseId })).body.code).toBe('courses.delta_refused');
  });

  test('nobody is assigned, nominated or let off by whom they do not answer to, and no course is assigned that the assigner may not see', async () => {
    const { owner, manager, assignment: assignmentId, obligation: obligationId, file } = shared;
    const [boss, branch] = [callers.manager.client, callers.ld_admin.client];
    const target = { kind: 'course', id: shared.course };
    const people = { kind: 'people.persons', value: { personIds: [owner.id] } };
    const due = { kind: 'fixed', on: '2099-12-31' };
    const refused = async (client: TestClient, path: string, body: unknown) => {
      const { status, body: said } = await client.post(path, body);
      expect({ path, body, refused: status >= 400 && status < 500, told: JSON.stringify(said).includes(`${MARK}课程`) }).toEqual({ path, body, refused: true, told: false });
    };
    await refused(boss, '/assignments/direct', { target: { kind: 'course', id: shared.otherCourse }, personIds: [owner.id], dueOn: '2099-12-31', reason: '复核' });
    // the manager of another branch does not see the course of this one
    await refused(boss, '/assignments/direct', { target, personIds: [callers.employee.id], dueOn: '2099-12-31', reason: '复核' });
    await refused(boss, '/nominations', { assignmentId, personIds: [owner.id], reason: '复核' });
    await refused(manager.client, '/nominations', { assignmentId, personIds: [callers.employee.id], reason: '复核' });
    await refused(branch, '/assignments', { title: '复核', reason: '复核', target, audience: people, due });
    await refused(branch, '/assignments/preview', { assignmentId, audience: people });
    expect((await branch.post('/assignments/preview', { audience: people })).body).toMatchObject({ matched: 0, sample: [] });
    await refused(branch, '/waivers', { obligationId, reason: '复核', evidenceLink: 'https://bank.example/', expiresOn: '2099-12-31' });
    await refused(shared.administrator.client, '/waivers', { obligationId, reason: '复核', evidenceFileId: file, expiresOn: '2099-12-31' });
    for (const role of CALLERS) await refused(callers[role].client, '/extensions', { obligationId, until: '2099-12-31', reason: '复核' });
    for (const list of ['/assignments/exceptions', '/nominations']) expect((await branch.get(`${list}?assignmentId=${list === '/nominations' ? assignmentId : shared.otherAssignment}`)).body.items).toEqual([]);
  });

  test('no class takes people, departments, courses, files or half-days that its administrator or manager does not answer for', async () => {
    const { owner, manager, administrator: theirs, trainingClass: id, otherClass, halfDay: halfDayId, file: fileId, department: departmentId } = shared;
    const branch = callers.ld_admin.client;
    const stranger = callers.employee.id;
    const body = { title: '复核', domain: 'llm-application', startsOn: '2027-03-01', endsOn: '2027-03-02', capacity: 30 };
    const own = (await branch.post('/classes', body)).body.id as string;
    const refused = async (client: TestClient, method: 'POST' | 'PUT', path: string, sent: unknown) => {
      const { status, body: said } = await client.send(method, path, sent, { 'if-match': '"1"' });
      expect({ path, sent, refused: status >= 400 && status < 500, told: JSON.stringify(said).includes(`${MARK}课程`) }).toEqual({ path, sent, refused: true, told: false });
    };
    for (const more of [{ courses: [{ courseId: shared.course, finishBy: '2027-03-02' }] }, { quotas: [{ departmentId, quota: 1 }] }]) {
      await refused(branch, 'POST', '/classes', { ...body, ...more });
      await refused(branch, 'PUT', `/classes/${own}`, { ...body, ...more });
    }
    await refused(branch, 'POST', `/classes/${own}/members`, { personIds: [owner.id] });
    await refused(branch, 'POST', `/classes/${own}/members/removal`, { personId: owner.id, reason: '复核' });
    await refused(theirs.client, 'POST', `/classes/${id}/members/removal`, { personId: owner.id, replacementId: stranger, reason: '复核' });
    await refused(theirs.client, 'POST', `/classes/${id}/materials`, { fileId });
    await refused(manager.client, 'POST', `/classes/${otherClass}/nominations`, { personIds: [stranger], reason: '复核' });
    await refused(branch, 'PUT', `/classes/${own}/attendance`, { halfDayId, marks: [{ personId: owner.id, mark: 'present' }] });
    await refused(theirs.client, 'PUT', `/classes/${id}/attendance`, { halfDayId, marks: [{ personId: stranger, mark: 'present' }] });
    for (const role of CALLERS) await refused(callers[role].client, 'POST', '/classes/check-in', { halfDayId, code: '123456' });
  });

  test('no annual plan takes departments, plans, classes or needs of another branch', async () => {
    const { client, id: admin } = callers.ld_admin;
    const { items: departments } = (await client.get('/departments')).body as { items: { id: string; name: string }[] };
    const department = departments.find((one) => one.name === '南方分行')!.id;
    const plan = (await client.post('/annual-plans', { year: 2031, departmentId: department })).body.id as string;
    const item = (await client.post(`/annual-plans/${plan}/items`, { title: '复核', domain: 'llm-application', kind: 'class', month: 1, people: 1, hours: 1, budget: 1, ownerId: admin })).body.id as string;
    const wanted = { planId: plan, title: '复核', domain: 'llm-application', people: 1, why: '复核', priority: 'low' };
    const need = (await callers.manager.client.post('/training-needs', wanted)).body.id as string;
    for (const [method, path, body] of foreignReferences(shared, { plan, item, department, need, admin })) {
      const { status, body: said } = await client.send(method, path, body, { 'if-match': '"1"' });
      expect({ path, refused: status === 404 || status === 409, told: JSON.stringify(said).includes(MARK) }).toEqual({ path, refused: true, told: false });
    }
    expect((await shared.manager.client.post('/training-needs', wanted)).body.code).toBe('plans.needs_closed');
  });

  test('no path takes courses or departments that its administrator does not reach, nor everybody from whom administers a branch', async () => {
    const branch = callers.ld_admin.client;
    for (const { asked, answer, code } of await foreignPaths(branch, shared)) expect({ asked, answer }).toMatchObject({ asked, answer: { status: 409, code } });
  });

  test('certifications are head office’s to make; nobody hands in a file of somebody else, or reads of another branch who works without', async () => {
    const { file: fileId, course: courseId, department: departmentId } = shared;
    const branch = callers.ld_admin.client;
    const body = { title: '复核', kind: 'own', issuer: '复核', courseId, positionIds: [uuid()] };
    expect((await branch.post('/certifications', body)).status).toBe(403);
    const office = await clientOf(bank, (await bank.write((tx) => makePerson(tx, { roles: ['ld_admin'] }))).id);
    const { id: certificationId } = (await office.post('/certifications', { title: `复核 ${uuid()}`, kind: 'external', issuer: '复核' })).body;
    expect((await branch.send('PUT', `/certifications/${certificationId}`, { ...body, kind: 'external', courseId: null }, { 'if-match': '"1"' })).status).toBe(403);
    expect((await office.post('/certifications', { ...body, courseId: uuid() })).status).toBe(409);
    expect((await office.post('/certifications', { ...body, kind: 'external', courseId: null })).status).toBe(400);
    for (const role of CALLERS) expect((await callers[role].client.post('/external-certificates', { certificationId, number: '复核', issuedOn: '2026-01-01', fileId })).status).toBe(404);
    expect((await branch.get(`/certification-report/people?departmentId=${departmentId}&certificationId=${certificationId}`)).body.items).toEqual([]);
  });

  test('certificates of a course are those of the own branch', async () => {
    const { certificate: id, certificateCourse: course, owner, administrator } = shared;
    const own = (await administrator.client.get(`/certificates/administered?course=${course}`)).body as { items: { id: string }[] };
    expect(own.items.map((one) => one.id)).toEqual([id]);
    expect((await callers.ld_admin.client.get(`/certificates/administered?course=${course}`)).body).toMatchObject({ items: [], total: 0 });
    for (const role of CALLERS) expect((await callers[role].client.get(`/certificates?course=${course}`)).body.items).toEqual([]);
    expect((await callers.manager.client.get(`/certificates/people/${owner.id}?course=${course}`)).status).toBe(404);
  });

  test('incident-3 a certificate is made for whoever completed the course alone', async () => {
    for (const role of CALLERS) expect((await callers[role].client.post('/certificates', { completionId: shared.completion })).status).toBe(404);
  });

  test('messages of others stay unread', async () => {
    const o = shared;
    const { unread } = (await o.owner.client.get('/notifications/count')).body;
    for (const role of CALLERS) expect((await callers[role].client.post('/notifications/read', { ids: [o.message] })).status).toBe(200);
    expect((await o.owner.client.get('/notifications/count')).body).toEqual({ unread });
  });

  test('a question of another paper takes no answer', async () => {
    const o = shared;
    const mine = (await o.other.client.post(`/registrations/${o.otherRegistration}/lessons/r/attempts`)).body.id;
    const { status } = await o.other.client.put(`/attempts/${mine}/answers`, { answers: [{ questionId: o.question, sequence: 1, choices: ['a'] }] });
    expect(status).toBe(400);
    expect((await o.owner.client.get(`/attempts/${o.attempt}`)).body.questions.every((one: { sequence: number }) => one.sequence === 0)).toBe(true);
  });

  test('incident-16 an export by an id is made only for those who see the page', async () => {
    const o = shared;
    for (const role of CALLERS) {
      const { status, body } = await callers[role].client.post('/exports', { kind: 'course-statistics', parameters: { courseId: o.course }, reason: '复核' });
      if (status !== 403) {
        await bank.work();
        const job = (await callers[role].client.get(`/jobs/${body.id}`)).body;
        expect({ role, status: job.status, file: job.file }).toEqual({ role, status: 'failed', file: null });
      }
    }
  });

  test('nobody listens to the news of somebody else', async () => {
    const o = shared;
    const topics: Record<string, string> = { assignment: o.assignment, job: o.job, team: o.manager.id, notifications: o.owner.id };
    expect([...new Set(['job', ...rooms.flatMap((room) => room.liveTopics ?? []).map(({ name }) => name)])].sort()).toEqual(Object.keys(topics).sort());
    for (const [name, key] of Object.entries(topics))
      for (const role of CALLERS) expect({ name, role, status: (await callers[role].client.get(`/events?topics=${name}:${key}`)).status }).toEqual({ name, role, status: 404 });
  });
});
