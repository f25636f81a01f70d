import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { clientOf } from '@zhixing/access/testing';
import { PRIVACY_NOTICE } from '@zhixing/audit/contract';
import { peopleEvents } from '@zhixing/people/contract';
import { makePerson } from '@zhixing/people/testing';
import { emit, PersonalData, statement } from '@zhixing/platform/api';
import { type TestApplication, testApp } from '@zhixing/platform/testing';
import { rooms } from './rooms.ts';

let bank: TestApplication;

beforeAll(async () => {
  bank = await testApp(rooms);
});
afterAll(() => bank.close());

const task = (name: string) => bank.app.get<{ run(): Promise<void> }>(rooms.flatMap((room) => room.tasks ?? []).find((one) => one.name === name)!.by, { strict: false });

test('the notice is read once per version, however often one says so, and that is audited once', async () => {
  const person = await bank.write((tx) => makePerson(tx));
  const client = await clientOf(bank, person.id);
  expect((await client.get('/me/privacy')).body).toEqual({ ...PRIVACY_NOTICE, acknowledgedAt: null });
  expect((await client.post('/me/privacy/acknowledgements', { version: PRIVACY_NOTICE.version + 1 })).status).toBe(409);
  const read = await Promise.all([1, 2, 3].map(() => client.post('/me/privacy/acknowledgements', { version: PRIVACY_NOTICE.version })));
  for (const { status, body } of read) expect({ status, body }).toEqual({ status: 200, body: { ...PRIVACY_NOTICE, acknowledgedAt: expect.any(String) } });
  expect(await bank.database.rows(statement('test.acknowledged', `select 1 from platform.audit_entry where action = 'privacy.acknowledge' and person_id = $1`), [person.id])).toHaveLength(1);
});

test('the purge deletes what is past its time and nothing younger, in batches, and reports it', async () => {
  const [old, young] = await bank.write(async (tx) => [await makePerson(tx), await makePerson(tx)]);
  await bank.write((tx) => tx.rows(statement('test.old_logins', `
    insert into access.login (id, token_hash, person_id, created_at, seen_at, address, device, ended_at)
    select gen_random_uuid(), decode(md5(i::text || $1::text), 'hex'), $1::uuid, platform.now() - interval '15 months', platform.now() - interval '14 months', '', '', platform.now() - interval '14 months' from generate_series(1, 2300) i`), [old!.id]));
  await bank.write((tx) => tx.rows(statement('test.young_login', `
    insert into access.login (id, token_hash, person_id, created_at, seen_at, address, device, ended_at)
    values (gen_random_uuid(), decode(md5($1::text), 'hex'), $1::uuid, platform.now() - interval '15 months', platform.now() - interval '15 months', '', '', platform.now() - interval '12 months')`), [young!.id]));
  await task('audit.purge').run();
  const left = await bank.database.rows(statement('test.left_logins', 'select person_id from access.login where person_id = any($1)'), [[old!.id, young!.id]]);
  expect(left).toEqual([{ person_id: young!.id }]);
  const auditor = await clientOf(bank, (await bank.write((tx) => makePerson(tx, { roles: ['audit_admin'] }))).id);
  const { items } = (await auditor.get('/retention')).body;
  expect(items.find(({ name }: { name: string }) => name === 'access.logins')).toMatchObject({ title: '登录（时间、地址、设备）', lastRun: { rows: 2300 }, purged: expect.any(Number) });
  expect(items.find(({ name }: { name: string }) => name === 'courses.completions')).toMatchObject({ lastRun: null, purged: 0 });
  expect(items.map(({ name }: { name: string }) => name)).toEqual(bank.app.get(PersonalData).retention.map(({ name }) => name));
  await task('audit.purge').run();
  expect((await auditor.get('/retention')).body.items.find(({ name }: { name: string }) => name === 'access.logins')).toMatchObject({ lastRun: { rows: 0 } });
});

test('who leaves today loses their logins, who leaves later on the day, who is back by then keeps them', async () => {
  const make = async () => {
    const { id } = await bank.write((tx) => makePerson(tx));
    return { id, client: await clientOf(bank, id) };
  };
  const [today, later, back] = [await make(), await make(), await make()];
  const day = (await bank.database.rows<{ today: string; next: string }>(statement('test.days', 'select platform.today()::text as today, (platform.today() + 1)::text as next')))[0]!;
  await bank.write(async (tx) => {
    for (const { id } of [today, later]) await tx.rows(statement('test.end_membership', 'update people.department_membership set valid_until = $2 where person_id = $1'), [id, id === today.id ? day.today : day.next]);
    await emit(tx, peopleEvents['people.left'], { personId: today.id, on: day.today });
    await emit(tx, peopleEvents['people.left'], { personId: later.id, on: day.next });
    await emit(tx, peopleEvents['people.left'], { personId: back.id, on: day.today });
  });
  await bank.work();
  const open = async (personId: string) => (await bank.database.rows(statement('test.open_logins', 'select 1 from access.login where person_id = $1 and ended_at is null'), [personId])).length;
  expect([await open(today.id), await open(later.id), await open(back.id)]).toEqual([0, 1, 1]);
  await bank.moveClock(86_400);
  await task('audit.due_departures').run();
  expect([await open(later.id), await open(back.id)]).toEqual([0, 1]);
  expect(await bank.database.rows(statement('test.leaver_acts', `select 1 from platform.audit_entry where action = 'data.leaver' and object_id = any($1)`), [[today.id, later.id, back.id]])).toHaveLength(2);
});
