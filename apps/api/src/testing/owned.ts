import { clientOf, makeSecondFactor } from '@zhixing/access/testing';
import { article, content, coursesMessages, makeCourse, quiz } from '@zhixing/courses/testing';
import { makeDepartment, makePerson } from '@zhixing/people/testing';
import { Files, statement } from '@zhixing/platform/api';
import type { Answer, TestApplication, TestClient } from '@zhixing/platform/testing';
import { v7 as uuid } from 'uuid';
import { type Certified, makeCertified } from './owned-certifications.ts';
import { type Classed, makeClassed } from './owned-classes.ts';
import { type Followed, makeFollowed } from './owned-paths.ts';
import { makePlannedYear, type PlannedYear } from './owned-annual-plan.ts';
import { makePlanned, type Planned } from './owned-plans.ts';
import { makeRecognised, type Recognised } from './owned-recognition.ts';

/** Stands in every text that belongs to the owner of `makeOwned`: whoever reads it saw what is theirs. */
export const MARK = '甲方机密';

/** The roles whose logins try the doors; `manager` leads one person, `ld_admin` a branch, `trainer` has a course. */
export const CALLERS = ['employee', 'manager', 'ld_admin', 'trainer', 'judge', 'system_admin', 'security_admin', 'audit_admin'] as const;
export type Caller = (typeof CALLERS)[number];

/** One signed-in person of each role, none of whom has anything to do with what `makeOwned` makes. */
export type Callers = Record<Caller, { id: string; client: TestClient }>;

export async function makeCallers(bank: TestApplication): Promise<Callers> {
  const people = await bank.write(async (tx) => {
    const branch = await makeDepartment(tx, '南方分行');
    const manager = await makePerson(tx, { department: branch });
    const employee = await makePerson(tx, { department: branch, manager: manager.id });
    const others: [Caller, string][] = [];
    for (const role of CALLERS.slice(2)) others.push([role, (await makePerson(tx, { department: branch, roles: [role], scope: branch.id })).id]);
    await makeCourse(tx, [article('x')], { ownerId: Object.fromEntries(others).trainer });
    return Object.fromEntries([['employee', employee.id], ['manager', manager.id], ...others]) as Record<Caller, string>;
  });
  const signedIn = await Promise.all(CALLERS.map(async (role) => [role, { id: people[role], client: await clientOf(bank, people[role]) }] as const));
  return Object.fromEntries(signedIn) as Callers;
}

/** An access review, and an item of it that waits for the security administrator's decision; the quarter has one review only. */
export async function openReview({ security_admin: { client } }: Callers): Promise<{ review: string; reviewed: string }> {
  await client.post('/access-reviews');
  const { items } = (await client.get('/access-reviews')).body as { items: { id: string }[] };
  const review = items[0]!.id;
  const open = (await client.get(`/access-reviews/${review}?limit=100`)).body as { items: { grant: { id: string }; can: { decide: boolean } }[] };
  return { review, reviewed: open.items.find(({ can }) => can.decide)!.grant.id };
}

const SAY = statement(
  'test.owned_message',
  `insert into messages.message (id, person_id, template, subject_type, subject_id, stage, cycle, "values", link, at) values ($1::uuid, $2, $3, 'test', $1::uuid::text, '', '', $4, '/courses', platform.now())`,
);
const DEAD_MAIL = statement('test.owned_mail', `insert into messages.delivery (id, channel, person_id, digest_day, state, attempts, reason, created_at) values ($1, 'mail', $2, platform.today(), 'dead', 8, '550', platform.now())`);
const DRAFT = statement('test.owned_draft', `insert into courses.draft (course_id, slug, owner_id, revision, content, report, updated_at, updated_by) values ($1, $2, $3, 1, $4, $5, platform.now(), $3)`);
const PICTURE = statement('test.owned_picture', 'insert into courses.picture (course_id, name, file_id) values ($1, $2, $3)');
const ENTRY = statement('test.owned_entry', 'select id from platform.audit_entry where person_id = $1 order by at limit 1');
const REPORT = { layout: 'course_yaml', chapters: 1, lessons: 2, questions: 5, pictures: 1, warnings: [] };

/** The ids of one person's things, and of a second thing of the same kind to mix them up with. */
export interface Owned extends Recognised, Planned, Classed, Certified, PlannedYear, Followed {
  owner: { id: string; client: TestClient };
  manager: { id: string; client: TestClient };
  /** Somebody of the branch who has a second factor. */
  secured: string;
  /** Who runs learning in the owner's branch. */
  administrator: { id: string; client: TestClient };
  /** A colleague, whose `otherRegistration` in `otherCourse` is. */
  other: { id: string; client: TestClient };
  department: string;
  file: string;
  picture: string;
  view: string;
  job: string;
  login: string;
  correction: string;
  message: string;
  mail: string;
  entry: string;
  course: string;
  otherCourse: string;
  registration: string;
  otherRegistration: string;
  attempt: string;
  question: string;
  /** A claim of the owner's that waits for the manager's word. */
  skillReview: string;
  leave: string;
  relation: string;
  delegation: string;
  grant: string;
  laterGrant: string;
  request: string;
  hrImport: string;
  bulkChange: string;
}

/** What was made. @throws Error when it was refused */
const made = ({ status, body }: Answer): { id: string; sha256: string; questions: { id: string }[] } => {
  if (status >= 300) throw new Error(`not made: ${JSON.stringify(body)}`);
  return body as ReturnType<typeof made>;
};

/** A person of another branch with one of everything that has an id: their file, registration, course, leave, messages and so on. */
export async function makeOwned(bank: TestApplication, { system_admin: system, security_admin: security }: Callers): Promise<Owned> {
  const rows = await bank.write(async (tx) => {
    const department = await makeDepartment(tx, `${MARK}分行`);
    const manager = await makePerson(tx, { department, displayName: `${MARK}经理` });
    const owner = await makePerson(tx, { department, displayName: MARK, roles: ['trainer'], manager: manager.id, mail: `${uuid()}@example.com` });
    const other = await makePerson(tx, { department, roles: ['trainer'] });
    const secured = await makePerson(tx, { department });
    await makeSecondFactor(tx, secured.id);
    const administrator = await makePerson(tx, { department, roles: ['ld_admin'], scope: department.id });
    const course = await makeCourse(tx, [article('a'), quiz('q')], { title: `${MARK}课程 ${uuid().slice(-6)}`, audience: [department.id], ownerId: owner.id });
    const otherCourse = await makeCourse(tx, [article('b'), quiz('r')], { ownerId: other.id });
    const message = uuid();
    await tx.rows(SAY, [message, owner.id, coursesMessages.completed.name, { course: MARK }]);
    const mail = uuid();
    await tx.rows(DEAD_MAIL, [mail, owner.id]);
    for (const [one, by, lesson] of [[course, owner, 'a'], [otherCourse, other, 'b']] as const)
      await tx.rows(DRAFT, [one.id, one.slug, by.id, JSON.stringify(content([article(lesson), quiz('n')], { id: one.slug, title: one.title })), JSON.stringify(REPORT)]);
    return { department, manager, owner, other, secured: secured.id, administrator, course, otherCourse, message, mail };
  });
  const signedIn = async (id: string) => ({ id, client: await clientOf(bank, id) });
  const [owner, other, manager] = [await signedIn(rows.owner.id), await signedIn(rows.other.id), await signedIn(rows.manager.id)];
  const administrator = await signedIn(rows.administrator.id);
  const { client } = owner;
  const bytes = Buffer.from('89504e470d0a1a0a', 'hex') as Uint8Array<ArrayBuffer>;
  const file = made(await client.upload('/files', `${MARK}.png`, bytes));
  const picture = `${file.sha256}.png`;
  await bank.write(async (tx) => tx.rows(PICTURE, [rows.course.id, `pictures/${picture}`, await bank.app.get(Files).add(tx, { sha256: file.sha256, size: bytes.length }, { name: picture, personId: null })]));
  const registration = made(await client.post(`/courses/${rows.course.id}/registrations`));
  const attempt = made(await client.post(`/registrations/${registration.id}/lessons/q/attempts`));
  const person = async (path: string, body: unknown) => made({ ...(await system.client.post(`/people/${rows.owner.id}/${path}`, body)), status: 200 });
  await person('leave', { kind: 'sick', from: '2026-01-05', until: '2026-02-01' });
  await person('managers', { managerId: rows.other.id, kind: 'project', from: '2026-01-05' });
  await person('delegations', { delegateId: rows.other.id, from: '2027-03-01', until: '2027-04-01' });
  const facts = (await system.client.get(`/people/${rows.owner.id}`)).body as { leaves: { id: string }[]; managers: { id: string; kind: string }[]; delegations: { id: string }[] };
  await client.post('/evidence', { skillId: 'rag', level: 2, note: MARK });
  const { items: claims } = (await manager.client.get('/skill-reviews')).body as { items: { id: string }[] };
  const granted = async (role: string, personId: string) => made(await security.client.post(`/roles/${role}/grants`, { personId, reason: MARK })).id;
  const classed = await makeClassed(bank, MARK, { owner, administrator }, rows.department.id);
  return {
    ...(await makePlanned(bank, MARK, { owner: { ...owner, staffNumber: rows.owner.staffNumber }, other, manager, administrator }, rows.course.id, rows.otherCourse.id)),
    ...(await makeCertified(bank, MARK, { owner, administrator })),
    ...classed,
    ...(await makeFollowed(MARK, { owner, administrator }, rows.department.id, rows.course.id)),
    ...(await makePlannedYear(bank, MARK, { manager, administrator }, rows.department.id, classed.trainingClass)),
    ...(await makeRecognised(bank, `${MARK}认证课程 ${uuid().slice(-6)}`, client, administrator.client)),
    owner, other, manager, administrator, picture,
    department: rows.department.id,
    secured: rows.secured,
    file: file.id,
    view: made(await client.post('/saved-views', { page: '/system/people', name: MARK, query: 'q=x' })).id,
    job: made(await client.post('/exports', { kind: 'course-statistics', parameters: { courseId: rows.course.id }, reason: MARK })).id,
    login: ((await client.get('/auth/logins')).body as { items: { id: string }[] }).items[0]!.id,
    correction: made(await client.post('/me/data/corrections', { about: 'people.person', text: MARK })).id,
    message: rows.message,
    mail: rows.mail,
    entry: (await bank.database.rows<{ id: string }>(ENTRY, [owner.id]))[0]!.id,
    course: rows.course.id,
    otherCourse: rows.otherCourse.id,
    registration: registration.id,
    otherRegistration: made(await other.client.post(`/courses/${rows.otherCourse.id}/registrations`)).id,
    attempt: attempt.id,
    question: attempt.questions[0]!.id,
    skillReview: claims[0]!.id,
    leave: facts.leaves[0]!.id,
    relation: facts.managers.find((one) => one.kind === 'project')!.id,
    delegation: facts.delegations[0]!.id,
    grant: await granted('judge', rows.owner.id),
    laterGrant: await granted('judge', rows.other.id),
    request: await granted('ld_admin', rows.owner.id),
    hrImport: made(await system.client.upload('/hr-imports', `${MARK}.csv`, Buffer.from('x') as Uint8Array<ArrayBuffer>)).id,
    bulkChange: made(await system.client.post('/bulk-changes', { people: { personIds: [rows.owner.id] }, change: { kind: 'transfer', departmentId: rows.department.id, from: '2027-01-01' } })).id,
  };
}

/** One route with ids: whose they are, who reaches them, and for two ids the parent that is not the child's. */
export interface Case {
  ids(o: Owned): Record<string, string>;
  /** Who may: the owner of the things, unless it is somebody's office. */
  by?: 'manager' | 'administrator' | Caller;
  /** Others who see it by their office, or because it is nobody's secret. */
  open?: readonly Caller[];
  body?(o: Owned): unknown;
  /** The ids with a parent of the same kind, in reach of the same person, that the child is not part of. */
  mixed?(o: Owned): Record<string, string>;
}
