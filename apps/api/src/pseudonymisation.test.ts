import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { clientOf } from '@zhixing/access/testing';
import { Pseudonymisation, RetentionService } from '@zhixing/audit/testing';
import { article, makeCourse, quiz } from '@zhixing/courses/testing';
import { LeaversService, OrganisationService, type Person } from '@zhixing/people/api';
import { hrCsv, makeDepartment, makePerson } from '@zhixing/people/testing';
import { PersonalData, statement } from '@zhixing/platform/api';
import { testApp, type TestApplication, type TestClient } from '@zhixing/platform/testing';
import { dayFromNow, makeClass } from '@zhixing/plans/testing';
import { finishCourse } from '@zhixing/recognition/testing';
import { v7 as uuid } from 'uuid';
import { rooms } from './rooms.ts';

const BY = { personId: uuid(), address: 'test', requestId: 'test' };
/** Not the default, so that it is the setting that counts. */
const YEARS = 3;

let bank: TestApplication;
let hr: TestClient;

beforeAll(async () => {
  bank = await testApp(rooms, { LEAVER_RETENTION_YEARS: String(YEARS) });
  await signInHr();
});
afterAll(() => bank.close());

/** Anew each time business time has moved. */
async function signInHr(): Promise<void> {
  hr = await clientOf(bank, (await bank.write((tx) => makePerson(tx, { roles: ['system_admin'] }))).id);
}
const days = async (count: number): Promise<void> => {
  await bank.moveClock(count * 86_400);
  await signInHr();
};
const purge = () => bank.app.get(RetentionService).run();
const rule = async () => (await hr.get('/retention')).body.items.find(({ name }: { name: string }) => name === 'audit.leavers');
const view = async (id: string) => (await hr.get(`/people/${id}`)).body;
const found = async (q: string) => (await hr.get(`/people?state=left&q=${encodeURIComponent(q)}`)).body.items.map(({ id }: { id: string }) => id);
const acts = (personId: string) => bank.database.rows(statement('test.acts_on', `select action, before_hash, after_hash, facts from platform.audit_entry where object_id = $1 order by at, id`), [personId]);
const code = (id: string) => id.slice(-6).toUpperCase();
const leave = (personId: string, on: string) => bank.write((tx) => bank.app.get(OrganisationService).endEmployment(tx, BY, personId, on));

/** People who left so many days ago, with what names them. */
async function leavers(count: number, ago: number): Promise<Person[]> {
  const made = await bank.write((tx) => Promise.all(Array.from({ length: count }, () => makePerson(tx, { displayName: '阙如一', hrKey: `HR-${uuid()}`, mail: `${uuid()}@bank.example` }))));
  const on = await dayFromNow(bank, -ago);
  for (const { id } of made) await leave(id, on);
  await bank.work();
  return made;
}
const named = async (people: Person[]) => (await Promise.all(people.map(({ id }) => view(id)))).map(({ pseudonymisedAt }) => pseudonymisedAt === null);

/** All that proves training, and what is counted from it; the moment of the pack is $2. */
const EVIDENCE = statement(
  'test.proof',
  `select (select jsonb_agg(to_jsonb(c) order by c.id) from courses.completion_record c where c.person_id = $1) as completions,
          (select jsonb_agg(to_jsonb(c) - 'holder' - 'withheld_at' order by c.id) from recognition.certificate c where c.person_id = $1) as certificates,
          (select jsonb_agg(to_jsonb(h) order by h.id) from recognition.hours h where h.person_id = $1) as hours,
          (select jsonb_agg(to_jsonb(s) order by s.obligation_id) from plans.obligations_as_of($2) s where s.person_id = $1) as obligations,
          (select jsonb_agg(to_jsonb(m) order by m.id) from people.department_membership m where m.person_id = $1) as places,
          (select jsonb_object_agg(department, minutes) from (select department, sum(minutes) as minutes from courses.completion_record group by department) d) as by_department`,
);

test('edge case: leaver: after the retention period a pseudonym takes the place of the name, once; evidence, packs, certificates and figures stay as they were', async () => {
  const made = await bank.write(async (tx) => {
    const department = await makeDepartment(tx, '公司金融部');
    const person = await makePerson(tx, { displayName: '龚自清', department, hrKey: `HR-${uuid()}`, mail: 'gong.ziqing@bank.example' });
    return { person, department, ld: await makePerson(tx, { roles: ['ld_admin'] }), course: await makeCourse(tx, [article('a'), quiz('q', { questions: 2 })]) };
  });
  const { person } = made;
  const administrator = await clientOf(bank, made.ld.id);
  const body = { title: '必修', reason: '监管要求', target: { kind: 'course', id: made.course.id }, audience: { kind: 'people.department', value: { departmentIds: [made.department.id] } }, due: { kind: 'fixed', on: await dayFromNow(bank, 30) } };
  const assignmentId = (await administrator.post('/assignments', body)).body.id as string;
  const { affected } = (await administrator.get(`/assignments/${assignmentId}/difference`)).body;
  await administrator.post(`/assignments/${assignmentId}/activate`, { affected });
  await bank.work();
  await finishCourse(await clientOf(bank, person.id), made.course.id);
  await bank.work();
  const { number } = (await (await clientOf(bank, person.id)).get('/certificates')).body.items[0];
  await days(1);
  const then = new Date((await bank.database.rows<{ now: Date }>(statement('test.now', 'select platform.now() as now')))[0]!.now).toISOString();
  await days(1);
  const pack = async () => {
    const client = await clientOf(bank, made.ld.id);
    const { body: { id } } = await client.post('/exports', { kind: 'evidence-pack', parameters: { assignmentId, asOf: then }, reason: '外部审计取证' });
    await bank.work();
    const { body: { file } } = await client.get(`/jobs/${id}`);
    return (await bank.app.inject({ method: 'GET', url: `/api/v1/files/${file.id}`, headers: client.headers })).rawPayload;
  };
  const packed = await pack();
  await leave(person.id, await dayFromNow(bank));
  await bank.work();
  const evidence = () => bank.database.rows(EVIDENCE, [person.id, then]);
  const before = await evidence();

  await days(YEARS * 365 - 3);
  await purge();
  expect(await view(person.id)).toMatchObject({ displayName: '龚自清', pseudonymisedAt: null });

  await days(5);
  const trail = await acts(person.id);
  await purge();
  const after = await view(person.id);
  expect(after).toMatchObject({ displayName: `离职员工 Leaver ${code(person.id)}`, staffNumber: expect.stringMatching(/^LEAVER-[0-9A-F]{12}$/), mail: null, hrKey: null, pseudonymisedAt: expect.any(String), state: 'left' });
  for (const q of ['龚自清', '龚', 'gongziqing', 'gzq', person.staffNumber, 'gong.ziqing']) expect(await found(q)).not.toContain(person.id);
  expect(await found(code(person.id))).toEqual([person.id]);
  const people = (await (await clientOf(bank, made.ld.id)).get(`/assignments/${assignmentId}/people`)).body;
  expect(JSON.stringify(people)).not.toMatch(new RegExp(`龚自清|${person.staffNumber}`));
  expect((await hr.get(`/verify/${number}`)).body).toMatchObject({ number, holder: null, title: made.course.title });
  expect(await evidence()).toEqual(before);
  expect((await pack()).equals(packed)).toBe(true);
  expect(await acts(person.id)).toEqual(trail);
  expect(await rule()).toMatchObject({ period: `离职后 ${YEARS} 年，之后去标识化`, lastRun: { rows: 1 } });
  const runs = () => bank.database.rows(statement('test.runs', `select facts from platform.audit_entry where action = 'data.pseudonymise'`));
  expect(await runs()).toEqual([{ facts: { rows: 1 } }]);

  await purge();
  expect(await view(person.id)).toEqual(after);
  expect(await rule()).toMatchObject({ lastRun: { rows: 0 }, purged: 1 });
  expect(await runs()).toHaveLength(1);
});

test('a run that is killed between batches or in one is gone on with; whom somebody holds is for the next run; nobody is half done', async () => {
  const people = await leavers(3, YEARS * 366);
  const job = bank.app.get(Pseudonymisation);
  expect(await job.forget(people[0]!.id)).toBe(true);
  expect(await job.forget(people[0]!.id)).toBe(false);
  expect((await named(people)).filter(Boolean)).toHaveLength(2);
  const halfway = bank.write(async (tx) => {
    const leaver = await bank.app.get(LeaversService).take(tx, YEARS, people[1]!.id);
    await bank.app.get(PersonalData).pseudonymise(tx, leaver!.id);
    await bank.app.get(LeaversService).conceal(tx, leaver!);
    throw new Error('killed');
  });
  await expect(halfway).rejects.toThrow('killed');
  expect((await named(people)).filter(Boolean)).toHaveLength(2);
  const held = people[1]!;
  await bank.write(async (tx) => {
    await tx.rows(statement('test.hold', 'select 1 from people.person where id = $1 for update'), [held.id]);
    await purge();
  });
  expect((await named(people)).filter(Boolean)).toHaveLength(1);
  expect(await view(held.id)).toMatchObject({ displayName: '阙如一' });
  await Promise.all([purge(), purge()]);
  expect(await named(people)).toEqual([false, false, false]);
});

test('somebody with whom it fails holds nobody up, and is tried again', async () => {
  const people = await leavers(3, YEARS * 366);
  const inTheWay = await bank.write((tx) => makePerson(tx, { staffNumber: `LEAVER-${people[0]!.id.slice(-12).toUpperCase()}` }));
  await expect(purge()).rejects.toThrow(AggregateError);
  expect(await named(people)).toEqual([true, false, false]);
  expect(await rule()).toMatchObject({ lastRun: { rows: 2 } });
  await bank.write((tx) => tx.rows(statement('test.out_of_the_way', `update people.person set staff_number = 'T' || id where id = $1`), [inTheWay.id]));
  await purge();
  expect(await named(people)).toEqual([false, false, false]);
});

test('who is back, or leaves again later, keeps the name; whoever just comes back in the future as well', async () => {
  const [back, later] = await leavers(2, YEARS * 366);
  const place = { departmentId: (await view(back!.id)).memberships[0].department.id, positionId: (await view(back!.id)).memberships[0].position.id };
  expect((await hr.post(`/people/${back!.id}/rehire`, { ...place, from: await dayFromNow(bank) })).status).toBe(200);
  expect((await hr.post(`/people/${later!.id}/rehire`, { ...place, from: await dayFromNow(bank, 20) })).status).toBe(200);
  await purge();
  expect(await named([back!, later!])).toEqual([true, true]);
});

test('edge case: rehire: whoever comes back after it is known by the HR key, goes on as the same person and gets a name again', async () => {
  const [filed, byHand] = await leavers(2, YEARS * 366);
  await purge();
  expect(await named([filed!, byHand!])).toEqual([false, false]);
  const department = (await view(filed!.id)).memberships[0];
  const departmentCode = (await bank.database.rows<{ code: string }>(statement('test.code', 'select code from people.department where id = $1'), [department.department.id]))[0]!.code;
  const row = { hrKey: filed!.hrKey!, staffNumber: `N${uuid().slice(-10)}`, name: '阙如一', departmentCode, departmentName: department.department.name, parentCode: '', position: department.position.name, jobLevel: '', manager: '', mail: '', from: await dayFromNow(bank), state: '在职' };
  const { body: { id } } = await hr.upload('/hr-imports?complete=false', '花名册.csv', Uint8Array.from(hrCsv([row])), {});
  await bank.work();
  const { counts } = (await hr.get(`/hr-imports/${id}`)).body;
  expect(counts).toMatchObject({ new: 1, error: 0 });
  await hr.post(`/hr-imports/${id}/confirm`, { affected: counts.affected });
  await bank.work();
  expect(await view(filed!.id)).toMatchObject({ displayName: '阙如一', staffNumber: row.staffNumber, hrKey: row.hrKey, pseudonymisedAt: null, state: 'active', employments: [{ kind: 'rehired' }, { kind: 'hired' }] });
  expect(await found('阙如一')).not.toContain(filed!.id);

  const { staffNumber, revision, memberships } = await view(byHand!.id);
  const place = { departmentId: memberships[0].department.id, positionId: memberships[0].position.id, from: await dayFromNow(bank) };
  const facts = { staffNumber: `N${uuid().slice(-10)}`, hrKey: byHand!.hrKey!, displayName: '阙如一' };
  expect(await hr.post('/people', { ...facts, ...place })).toMatchObject({ status: 409, body: { code: 'people.hr_key_former', detail: expect.stringContaining(staffNumber) } });
  const edit = (seen: number) => hr.send('PATCH', `/people/${byHand!.id}`, facts, { 'if-match': `"${seen}"` });
  expect(await edit(revision)).toMatchObject({ status: 409, body: { code: 'people.pseudonymised' } });
  expect((await hr.post(`/people/${byHand!.id}/rehire`, place)).status).toBe(200);
  expect((await edit((await view(byHand!.id)).revision)).status).toBe(200);
  expect(await view(byHand!.id)).toMatchObject({ ...facts, pseudonymisedAt: null, state: 'active' });
});

/** Every row of every table that holds the text, as `table`. Partitions are read through their table. */
async function holders(text: string): Promise<string[]> {
  const tables = await bank.database.rows<{ name: string }>(statement('test.all_tables', `
    select c.oid::regclass::text as name from pg_class c
     where c.relkind in ('r', 'p') and not c.relispartition and has_table_privilege(c.oid, 'select') and c.relnamespace::regnamespace::text not in ('pg_catalog', 'information_schema') order by 1`));
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await bank.database.rows(statement(`test.holders_${name.replaceAll(/\W/g, '_')}`, `select 1 from ${name} t where t::text like '%' || $1 || '%'`), [text]);
    if (rows.length) found.push(name);
  }
  return found;
}

test('what names a leaver and what they wrote is in no table any more', async () => {
  const word = '独此一句';
  const [person, ld] = await bank.write(async (tx) => [await makePerson(tx, { displayName: '尉迟无双', hrKey: `HR-${uuid()}`, mail: `only-${uuid()}@bank.example` }), await makePerson(tx, { roles: ['ld_admin'] })]);
  const [client, admin] = [await clientOf(bank, person!.id), await clientOf(bank, ld!.id)];
  const { id: classId } = await makeClass(bank, admin);
  await admin.post(`/classes/${classId}/members`, { personIds: [person!.id] });
  await admin.send('PUT', `/classes/${classId}/survey`, { title: '结班问卷', anonymous: false, questions: [{ key: 's', kind: 'scale', text: '总体满意度' }, { key: 't', kind: 'text', text: '建议' }] });
  await admin.post(`/classes/${classId}/survey/open`);
  expect((await client.post(`/classes/${classId}/survey/answers`, { answers: { s: 4, t: word } })).status).toBe(201);
  expect((await client.post('/me/data/corrections', { about: 'people.person', text: word })).status).toBe(201);
  expect((await client.post('/saved-views', { page: '/learn', name: word, query: 'q=1' })).status).toBe(200);
  expect((await client.post('/evidence', { skillId: 'rag', level: 3, note: word })).status).toBe(201);
  await bank.work();
  await bank.write(async (tx) => {
    const write = (name: string, text: string, values: unknown[]) => tx.rows(statement(`test.leave_${name}`, text), values);
    await write('login', `insert into access.credential (person_id, login, password_hash, changed_at) values ($1, $2, 'x', platform.now())`, [person!.id, person!.staffNumber]);
    await write('message', `update messages.message set "values" = jsonb_build_object('note', $2::text) where person_id = $1`, [person!.id, word]);
    await write('role', `insert into people.role_request (id, person_id, role, reason, requested_by, requested_at, expires_at) values ($1, $2, 'trainer', $3, $4, platform.now(), platform.now())`, [uuid(), person!.id, word, ld!.id]);
  });
  expect(await holders(word)).toEqual(['audit.correction', 'messages.message', 'people.role_request', 'plans.survey_answer', 'platform.saved_view', 'skills.evidence', 'skills.review']);
  await leave(person!.id, await dayFromNow(bank));
  await bank.work();
  await expect(bank.write((tx) => tx.rows(statement('test.too_soon', 'select plans.detach_answers($1)'), [ld!.id]))).rejects.toMatchObject({ code: '42501' });
  await days(YEARS * 366);
  await purge();
  expect((await view(person!.id)).pseudonymisedAt).not.toBeNull();
  expect(await holders(word)).toEqual([]);
  for (const text of ['尉迟无双', person!.staffNumber, person!.mail!, person!.hrKey!]) expect([text, await holders(text)]).toEqual([text, []]);
  const survey = (await (await clientOf(bank, ld!.id)).get(`/classes/${classId}/survey`)).body.survey;
  expect(survey.results).toMatchObject([{ answers: 1, mean: 4 }, { answers: 0 }]);
});
