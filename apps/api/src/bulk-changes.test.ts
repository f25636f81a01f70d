import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { accessRoom } from '@zhixing/access/api';
import { clientOf } from '@zhixing/access/testing';
import { type Department, type Person, peopleRoom } from '@zhixing/people/api';
import { type BulkChangeView, BulkRows, type ChangeRequest, type PeopleSelection, PersonView } from '@zhixing/people/contract';
import { DAY, makeDepartment, makePerson, PLACES_ON } from '@zhixing/people/testing';
import { first, statement } from '@zhixing/platform/api';
import { testApp, type TestApplication, type TestClient } from '@zhixing/platform/testing';
import fc from 'fast-check';
import { v7 as uuid } from 'uuid';
import { datedRows } from './testing/dated-rows.ts';

let bank: TestApplication;
let hr: TestClient;
let today: string;

beforeAll(async () => {
  bank = await testApp([peopleRoom, accessRoom]);
  hr = await clientOf(bank, (await bank.write((tx) => makePerson(tx, { roles: ['system_admin'] }))).id);
  today = (await first<{ today: string }>(bank.database, DAY))!.today;
});
afterAll(() => bank.close());

/** A day so many days from today. */
const day = (offset: number): string => new Date(Date.parse(today) + offset * 86_400_000).toISOString().slice(0, 10);
const department = (name?: string): Promise<Department> => bank.write((tx) => makeDepartment(tx, name));
const person = (o: Parameters<typeof makePerson>[1] = {}): Promise<Person> => bank.write((tx) => makePerson(tx, o));
const people = (count: number, o: Parameters<typeof makePerson>[1] = {}): Promise<string[]> => bank.write(async (tx) => {
  const made: string[] = [];
  for (let n = 0; n < count; n++) made.push((await makePerson(tx, o)).id);
  return made;
});
const viewOf = async (id: string) => PersonView.parse((await hr.get(`/people/${id}`)).body);
const rowsOf = async (id: string, kind: string) => BulkRows.parse((await hr.get(`/bulk-changes/${id}/rows?kind=${kind}&limit=100`)).body).items;
const kept = async () => datedRows(bank.database);

async function preview(selection: PeopleSelection | string[], change: ChangeRequest): Promise<BulkChangeView> {
  const { status, body } = await hr.post('/bulk-changes', { people: Array.isArray(selection) ? { personIds: selection } : selection, change });
  expect({ status, body }).toMatchObject({ status: 201 });
  return body;
}
const decide = (id: string, act: string, body = {}) => hr.post(`/bulk-changes/${id}/${act}`, body);
async function applied(ids: string[], change: ChangeRequest): Promise<BulkChangeView> {
  const { id, counts } = await preview(ids, change);
  const { body } = await decide(id, 'confirm', { affected: counts!.affected });
  expect(body).toMatchObject({ state: 'applied', can: { undo: true } });
  return body;
}
const AUDITED = statement('test.bulk_audited', 'select count(*)::int as acts from platform.audit_entry where action = $1 and object_id = any($2)');

test('500 people are previewed, transferred in one transaction, and put back: history right before, on and after the day; each audited', async () => {
  const [from, to] = [await department('旧部门'), await department('新部门')];
  const ids = await people(500, { department: from });
  const placesOn = async (on: string) => new Set((await bank.database.rows<{ department_id: string }>(PLACES_ON, [ids, on])).map((row) => row.department_id));
  const before = await kept();

  const asked = await preview(ids, { kind: 'transfer', departmentId: to.id, from: day(0) });
  expect(asked).toMatchObject({ state: 'waiting_confirmation', counts: { changed: 500, affected: 500, error: 0 }, change: { department: { name: '新部门' } }, can: { confirm: true, undo: false } });
  expect((await rowsOf(asked.id, 'changed'))[0]!.changes).toEqual([{ field: 'departmentCode', before: `${from.code} 旧部门`, after: `${to.code} 新部门` }]);
  expect(await kept()).toEqual(before);

  expect(await decide(asked.id, 'confirm', { affected: 499 })).toMatchObject({ status: 422, body: { code: 'people.bulk_change_number' } });
  expect((await decide(asked.id, 'confirm', { affected: 500 })).body).toMatchObject({ state: 'applied' });
  for (const [on, where] of [[day(-1), from.id], [day(0), to.id], [day(1), to.id]] as const) expect(await placesOn(on)).toEqual(new Set([where]));
  expect(await first(bank.database, AUDITED, ['people.transfer', ids])).toEqual({ acts: 500 });
  expect((await decide(asked.id, 'confirm', { affected: 500 })).body.code).toBe('people.bulk_change_closed');

  expect((await decide(asked.id, 'undo')).body).toMatchObject({ state: 'undone', undone: { kept: 0 }, can: { undo: false } });
  expect(await kept()).toEqual(before);
  expect(await first(bank.database, AUDITED, ['people.undo', ids])).toEqual({ acts: 500 });
  expect(await decide(asked.id, 'undo')).toMatchObject({ status: 409, body: { code: 'people.bulk_change_not_undoable' } });
});

const LOCK_LINES = statement('test.lock_lines', 'lock table people.line in share mode');
const END_WAITING = statement('test.end_waiting', `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`);

test('asvs-14 a connection lost in the middle of it leaves everybody where they were, and it can be confirmed again', async () => {
  const [from, to] = [await department(), await department()];
  const ids = await people(20, { department: from });
  const before = await kept();
  const { id, counts } = await preview(ids, { kind: 'transfer', departmentId: to.id, from: day(0) });
  const answer = await bank.write(async (tx) => {
    await tx.rows(LOCK_LINES); // a transfer writes memberships, then waits here
    const confirming = decide(id, 'confirm', { affected: counts!.affected });
    while ((await bank.database.rows(END_WAITING)).length === 0);
    return confirming;
  });
  expect(answer.status).toBeGreaterThanOrEqual(500);
  expect(await kept()).toEqual(before);
  expect((await decide(id, 'confirm', { affected: counts!.affected })).body).toMatchObject({ state: 'applied' });
});

describe('what stands in the way is said of each person, and the others are changed', () => {
  test('leavers, people who are there already, and people still to come', async () => {
    const [from, to] = [await department(), await department()];
    const [moves, there, leaver] = [await person({ department: from }), await person({ department: to }), await person({ department: from })];
    await hr.post(`/people/${leaver.id}/end`, { on: day(-5) });
    const { id, counts } = await applied([moves.id, there.id, leaver.id], { kind: 'transfer', departmentId: to.id, from: day(0) });
    expect(counts).toMatchObject({ changed: 1, same: 1, error: 1 });
    expect(await rowsOf(id, 'error')).toMatchObject([{ key: leaver.staffNumber, errors: [{ message: `${day(0)} 时已离职。` }] }]);
    const early = await preview([moves.id], { kind: 'transfer', departmentId: to.id, from: '2020-01-01' });
    expect(early.counts).toMatchObject({ changed: 1 });
    expect((await rowsOf((await preview([moves.id], { kind: 'end', from: '2020-01-01' })).id, 'error'))[0]!.errors).toMatchObject([{ message: '2020-01-01 当天入职，离职须晚于这一天。' }]);
  });

  test('nobody is managed by themself or by who is below them; a leave does not overlap another', async () => {
    const top = await person();
    const below = await person({ manager: top.id });
    const [other, away] = [await person(), await person()];
    const { id } = await applied([top.id, other.id, below.id], { kind: 'line_manager', managerId: below.id, from: day(0) });
    expect((await rowsOf(id, 'error')).map((row) => row.key).sort()).toEqual([top.staffNumber, below.staffNumber].sort());
    expect((await viewOf(other.id)).managers).toMatchObject([{ kind: 'line', manager: { id: below.id } }]);
    await hr.post(`/people/${away.id}/leave`, { kind: 'sick', from: day(3), until: day(5) });
    const leave = await applied([away.id, other.id], { kind: 'leave', leave: 'study', from: day(0), until: day(4) });
    expect(leave.counts).toMatchObject({ changed: 1, error: 1 });
    expect((await viewOf(other.id)).leaves).toMatchObject([{ kind: 'study', from: today, until: day(4) }]);
  });

  test('a department that is closed, a manager who has left and a change of nothing are refused at once', async () => {
    const closing = await bank.write(async (tx) => makeDepartment(tx, '将撤部门', await makeDepartment(tx)));
    await hr.post(`/departments/${closing.id}/close`, { on: day(10) });
    const [{ id }, gone] = [await person(), await person()];
    await hr.post(`/people/${gone.id}/end`, { on: day(-1) });
    const ask = (change: object) => hr.post('/bulk-changes', { people: { personIds: [id] }, change: { from: day(0), ...change } });
    expect((await ask({ kind: 'transfer', departmentId: closing.id })).body.code).toBe('people.department_closed');
    expect((await ask({ kind: 'line_manager', managerId: gone.id })).body.code).toBe('people.not_employed');
    expect((await ask({ kind: 'transfer' })).status).toBe(400);
    expect((await ask({ kind: 'transfer', positionId: uuid() })).body.issues).toMatchObject([{ path: 'change.positionId' }]);
    expect((await ask({ kind: 'leave', leave: 'sick', until: day(0) })).status).toBe(400);
    expect((await hr.post('/bulk-changes', { people: { personIds: [uuid()] }, change: { kind: 'end', from: day(0) } })).status).toBe(404);
  });
});

test('everybody a filter finds is changed by a worker; whoever has come since the preview is not changed unseen', async () => {
  const [from, to] = [await department(), await department()];
  await people(520, { department: from });
  const everybody = { filter: { departmentId: from.id, state: [] } };
  const { id, state } = await preview(everybody, { kind: 'transfer', departmentId: to.id, from: day(0) });
  expect(state).toBe('uploaded');
  await bank.work();
  const read = async () => (await hr.get(`/bulk-changes/${id}`)).body;
  expect(await read()).toMatchObject({ everybody: true, counts: { changed: 520 } });

  await person({ department: from });
  expect((await decide(id, 'confirm', { affected: 520 })).body.state).toBe('applying');
  await bank.work();
  expect(await read()).toMatchObject({ state: 'waiting_confirmation', counts: { changed: 521 } });
  await decide(id, 'confirm', { affected: 521 });
  await bank.work();
  expect(await read()).toMatchObject({ state: 'applied' });
  expect((await hr.get(`/people?departmentId=${to.id}`)).body.total).toBe(521);

  expect((await decide(id, 'undo')).body.state).toBe('undoing');
  await bank.work();
  expect(await read()).toMatchObject({ state: 'undone', undone: { kept: 0 } });
  expect((await hr.get(`/people?departmentId=${from.id}`)).body.total).toBe(521);
});

test('an end of employment is undone with everything that ended with it', async () => {
  const manager = await person();
  const [leaver, deputy] = [await person({ manager: manager.id }), await person()];
  const report = await person({ manager: leaver.id });
  await hr.post(`/people/${leaver.id}/delegations`, { delegateId: deputy.id, from: day(-2), until: day(20) });
  await hr.post(`/people/${leaver.id}/leave`, { kind: 'study', from: day(5), until: day(9) });
  const before = await kept();
  const { id } = await applied([leaver.id, deputy.id], { kind: 'end', from: day(0) });
  expect(await viewOf(leaver.id)).toMatchObject({ state: 'left', leaves: [] });
  expect((await viewOf(report.id)).managers).toMatchObject([{ until: today }, { until: today }]);
  expect((await decide(id, 'undo')).body).toMatchObject({ state: 'undone', undone: { kept: 0 } });
  expect(await kept()).toEqual(before);
  expect(await viewOf(leaver.id)).toMatchObject({ state: 'active' });
});

test('whoever changed since stays as they are and is named; the others are put back', async () => {
  const [a, b, c] = [await department(), await department(), await department()];
  const [moved, closed] = [await person({ department: a }), await person({ department: c })];
  const others = await people(3, { department: a });
  const { id } = await applied([moved.id, closed.id, ...others], { kind: 'transfer', departmentId: b.id, from: day(0) });
  await hr.post(`/people/${moved.id}/transfer`, { departmentId: c.id, from: day(7) });
  await bank.write(async (tx) => tx.rows(statement('test.close', 'update people.department set closed_on = $2 where id = $1'), [c.id, day(30)]));
  expect((await decide(id, 'undo')).body).toMatchObject({ state: 'undone', undone: { kept: 2 } });
  expect((await rowsOf(id, 'kept')).map((row) => [row.key, row.kept]).sort()).toEqual([[closed.staffNumber, 'department_closed'], [moved.staffNumber, 'changed_since']].sort());
  expect((await viewOf(moved.id)).department!.id).toBe(b.id);
  for (const one of others) expect((await viewOf(one)).department!.id).toBe(a.id);
});

test('an undo that would put somebody above themself is refused whole', async () => {
  const [above, other] = [await person(), await person()];
  const below = await person({ manager: above.id });
  const { id } = await applied([below.id], { kind: 'line_manager', managerId: other.id, from: day(0) });
  expect((await hr.post(`/people/${above.id}/managers`, { managerId: below.id, kind: 'line', from: day(0) })).status).toBe(200);
  const before = await kept();
  expect((await decide(id, 'undo')).body.code).toBe('people.manages_itself');
  expect((await hr.get(`/bulk-changes/${id}`)).body).toMatchObject({ state: 'applied', can: { undo: true } });
  expect(await kept()).toEqual(before);
});

test('what was thrown away is not applied; the same request twice is one preview; the newest stand first', async () => {
  const { id } = await person();
  const body = { people: { personIds: [id] }, change: { kind: 'end', from: day(0) } };
  const twice = await Promise.all([1, 2].map(() => hr.send('POST', '/bulk-changes', body, { 'idempotency-key': 'bulk-once' })));
  expect(twice[0]!.body.id).toBe(twice[1]!.body.id);
  const change = twice[0]!.body;
  expect((await decide(change.id, 'discard')).body).toMatchObject({ state: 'discarded', can: { confirm: false, discard: false } });
  expect((await decide(change.id, 'confirm', { affected: 1 })).body.code).toBe('people.bulk_change_closed');
  expect((await viewOf(id)).state).toBe('active');
  expect((await hr.get('/bulk-changes?limit=1')).body.items).toMatchObject([{ id: change.id }]);
  expect((await hr.get(`/hr-imports/${change.id}`)).status).toBe(404);
});

test('whatever changes come in whatever order, undone from the last to the first they leave nothing behind', async () => {
  const [departments, manager] = [await bank.write(async (tx) => [await makeDepartment(tx), await makeDepartment(tx)]), await person()];
  const offset = fc.integer({ min: -5, max: 5 });
  const change = fc.oneof(
    fc.record({ kind: fc.constant('transfer' as const), to: fc.integer({ min: 0, max: 1 }), from: offset }),
    fc.record({ kind: fc.constant('line_manager' as const), from: offset }),
    fc.record({ kind: fc.constant('leave' as const), from: offset, days: fc.integer({ min: 1, max: 4 }) }),
    fc.record({ kind: fc.constant('end' as const), from: offset }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
      const ids = await people(2, { department: departments[0]! });
      const states = [await kept()];
      const done: string[] = [];
      for (const { kind, from, ...more } of changes) {
        const request = { kind, from: day(from), ...('to' in more && { departmentId: departments[more.to]!.id }), ...(kind === 'line_manager' && { managerId: manager.id }), ...('days' in more && { leave: 'sick', until: day(from + more.days) }) } as ChangeRequest;
        const { id, can, counts } = await preview(ids, request);
        if (!can.confirm) continue;
        expect((await decide(id, 'confirm', { affected: counts!.affected })).body.state).toBe('applied');
        done.push(id);
        states.push(await kept());
      }
      for (const id of done.toReversed()) {
        expect(await kept()).toEqual(states.pop());
        expect((await decide(id, 'undo')).body).toMatchObject({ state: 'undone', undone: { kept: 0 } });
      }
      expect(await kept()).toEqual(states.pop());
    }),
    { numRuns: 12 },
  );
}, 120_000);
