import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { accessRoom } from '@zhixing/access/api';
import { clientOf } from '@zhixing/access/testing';
import { type Department, type Person, peopleRoom } from '@zhixing/people/api';
import { PersonView, ReportList } from '@zhixing/people/contract';
import { DAY, makeDepartment, makePerson, PeopleDay, PLACES_ON } from '@zhixing/people/testing';
import { first } from '@zhixing/platform/api';
import { testApp, type TestApplication, type TestClient } from '@zhixing/platform/testing';
import fc from 'fast-check';
import { v7 as uuid } from 'uuid';

const SECONDS_A_DAY = 86_400;

let bank: TestApplication;
let administrator: Person;
let hr: TestClient;
let today: string;

beforeAll(async () => {
  bank = await testApp([peopleRoom, accessRoom]);
  administrator = await bank.write((tx) => makePerson(tx, { roles: ['system_admin'] }));
  hr = await clientOf(bank, administrator.id);
  today = (await first<{ today: string }>(bank.database, DAY))!.today;
});
afterAll(() => bank.close());

/** A day so many days from today. */
const day = (offset: number): string => new Date(Date.parse(today) + offset * SECONDS_A_DAY * 1000).toISOString().slice(0, 10);
const department = (name?: string): Promise<Department> => bank.write((tx) => makeDepartment(tx, name));
const person = (o: Parameters<typeof makePerson>[1] = {}): Promise<Person> => bank.write((tx) => makePerson(tx, o));
const viewOf = async (id: string): Promise<PersonView> => {
  const { status, body } = await hr.get(`/people/${id}`);
  expect({ status, body }).toMatchObject({ status: 200 });
  return PersonView.parse(body);
};
const placesOn = async (ids: string[], on: string): Promise<Map<string, string>> => {
  const rows = await bank.database.rows<{ person_id: string; department_id: string }>(PLACES_ON, [ids, on]);
  expect(new Set(rows.map((row) => row.person_id)).size).toBe(rows.length);
  return new Map(rows.map((row) => [row.person_id, row.department_id]));
};

describe('transfers', () => {
  test('whoever does not work there any more is not moved', async () => {
    const leaver = await person({ displayName: '离任者' });
    await hr.post(`/people/${leaver.id}/end`, { on: day(-5) });
    expect(await hr.post(`/people/${leaver.id}/transfer`, { departmentId: (await department()).id, from: day(0) })).toMatchObject({ status: 409, body: { code: 'people.not_employed', values: { names: '离任者' } } });
  });

  test('a transfer ahead changes nothing today and everything on its day; one behind leaves what came later as it is', async () => {
    const [a, b, c] = [await department(), await department(), await department()];
    const { id } = await person({ department: a });
    await hr.post(`/people/${id}/transfer`, { departmentId: b.id, from: day(30) });
    expect((await viewOf(id)).department!.id).toBe(a.id);
    await hr.post(`/people/${id}/transfer`, { departmentId: c.id, from: day(-30) });
    for (const [on, where] of [[-31, a], [-30, c], [0, c], [29, c], [30, b]] as const) expect((await placesOn([id], day(on))).get(id)).toBe(where.id);
  });

  test('a department that does not exist that day, or is going to close, takes nobody', async () => {
    const { id } = await person();
    const closing = await bank.write(async (tx) => makeDepartment(tx, '将撤部门', await makeDepartment(tx)));
    await hr.post(`/departments/${closing.id}/close`, { on: day(10) });
    expect((await hr.post(`/people/${id}/transfer`, { departmentId: closing.id, from: day(0) })).body.code).toBe('people.department_closed');
    expect((await hr.post(`/people/${id}/transfer`, { departmentId: (await department()).id, from: '2019-12-31' })).body.code).toBe('people.department_closed');
  });

  test('two transfers of one person at the same moment: one after the other, one place a day', async () => {
    const [a, b] = [await department(), await department()];
    const { id } = await person();
    const answers = await Promise.all([a, b].map((to) => hr.post(`/people/${id}/transfer`, { departmentId: to.id, from: day(0) })));
    expect(answers.map((answer) => answer.status)).toEqual([200, 200]);
    expect((await placesOn([id], day(0))).size).toBe(1);
    expect((await viewOf(id)).memberships).toHaveLength(2);
  });

  test('whatever transfers come in whatever order, the place of every day is that of the transfer made last for it', async () => {
    const departments = await bank.write(async (tx) => [await makeDepartment(tx), await makeDepartment(tx), await makeDepartment(tx)]);
    const steps = fc.array(fc.record({ to: fc.integer({ min: 0, max: 2 }), from: fc.integer({ min: -6, max: 6 }) }), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(steps, async (transfers) => {
        const { id } = await person({ department: departments[0]! });
        // the first day of a change -> where to; a change lasts until the next one
        const changes = new Map<number, number>([[-1000, 0]]);
        for (const { to, from } of transfers) {
          expect((await hr.post(`/people/${id}/transfer`, { departmentId: departments[to]!.id, from: day(from) })).status).toBe(200);
          changes.set(from, to);
        }
        for (let on = -8; on <= 8; on++) {
          const since = Math.max(...[...changes.keys()].filter((from) => from <= on));
          expect((await placesOn([id], day(on))).get(id)).toBe(departments[changes.get(since)!]!.id);
        }
      }),
      { numRuns: 15 },
    );
  });
});

describe('coming and going', () => {
  const hire = async (o: object = {}) => {
    const to = await person(); // for a department and a position
    const { departmentId, positionId } = await bank.database.rows<{ department_id: string; position_id: string }>(PLACES_ON, [[to.id], today]).then(([row]) => ({ departmentId: row!.department_id, positionId: row!.position_id }));
    const body = { staffNumber: `N${uuid().slice(-12)}`, hrKey: `K${uuid().slice(-12)}`, displayName: '曾新', departmentId, positionId, from: day(0), ...o };
    return { body, answer: await hr.post('/people', body) };
  };

  test('a hire works from the first day on, romanised by the surname reading; number and HR key are one person’s', async () => {
    const { body, answer } = await hire();
    expect(answer.status).toBe(201);
    expect(await viewOf(answer.body.id)).toMatchObject({ state: 'active', pinyin: 'zengxin', employments: [{ from: today, until: null, kind: 'hired' }] });
    expect((await hr.post('/people', { ...body, hrKey: undefined })).body.code).toBe('people.staff_number_taken');
    expect((await hr.post('/people', { ...body, staffNumber: `N${uuid().slice(-12)}` })).body.code).toBe('people.hr_key_taken');
  });

  test('a hire ahead is let in by the night before its day', async () => {
    const { answer } = await hire({ from: day(2) });
    expect((await viewOf(answer.body.id)).state).toBe('upcoming');
    const client = await clientOf(bank, answer.body.id);
    expect((await client.get('/auth/me')).status).toBe(401);
    await bank.moveClock(2 * SECONDS_A_DAY);
    try {
      hr = await clientOf(bank, administrator.id);
      await bank.app.get(PeopleDay).run();
      expect((await viewOf(answer.body.id)).state).toBe('active');
      expect((await (await clientOf(bank, answer.body.id)).get('/auth/me')).status).toBe(200);
    } finally {
      await bank.moveClock(-2 * SECONDS_A_DAY);
      await bank.app.get(PeopleDay).run();
    }
  });

  test('a leaver keeps their history; place, managers and reports end with the employment; a rehire is the same person', async () => {
    const manager = await person();
    const leaver = await person({ manager: manager.id });
    const report = await person({ manager: leaver.id });
    expect((await hr.post(`/people/${leaver.id}/end`, { on: day(0) })).status).toBe(200);
    expect(await viewOf(leaver.id)).toMatchObject({ state: 'left', employments: [{ until: today }], memberships: [{ until: today }], managers: [{ until: today }], reports: 0 });
    expect((await viewOf(report.id)).managers).toMatchObject([{ until: today }]);
    const last = (await viewOf(leaver.id)).memberships[0]!;
    expect((await hr.post(`/people/${report.id}/rehire`, { departmentId: last.department.id, positionId: last.position.id, from: day(0) })).body.code).toBe('people.already_employed');
    expect((await hr.post(`/people/${leaver.id}/rehire`, { departmentId: last.department.id, positionId: last.position.id, from: day(0) })).status).toBe(200);
    expect(await viewOf(leaver.id)).toMatchObject({ state: 'active', employments: [{ kind: 'rehired', until: null }, { kind: 'hired' }] });
  });

  test('leave periods do not overlap; whoever is on leave stays employed', async () => {
    const { id } = await person();
    expect((await hr.post(`/people/${id}/leave`, { kind: 'parental', from: day(-3), until: day(4) })).status).toBe(200);
    expect((await viewOf(id)).state).toBe('on_leave');
    expect((await hr.post(`/people/${id}/leave`, { kind: 'sick', from: day(3) })).body.code).toBe('people.leave_overlaps');
    const [leave] = (await viewOf(id)).leaves;
    expect((await hr.post(`/people/${id}/leave/${leave!.id}/end`, { on: day(0) })).status).toBe(200);
    expect((await viewOf(id)).state).toBe('active');
  });

  test('a disabled person: every door is closed at the next request, and open again afterwards', async () => {
    const { id } = await person();
    const client = await clientOf(bank, id);
    expect((await client.get('/auth/me')).status).toBe(200);
    expect((await hr.post(`/people/${id}/disable`)).status).toBe(200);
    for (const path of ['/auth/me', '/auth/logins', '/people/found?q=li', '/events?topics=team', `/files/${uuid()}`, `/jobs/${uuid()}`]) expect({ path, status: (await client.get(path)).status }).toEqual({ path, status: 401 });
    expect((await viewOf(id)).state).toBe('disabled');
    await hr.post(`/people/${id}/enable`);
    expect((await viewOf(id)).state).toBe('active');
  });

  test('nobody shuts themself out; an edit of an older state is refused', async () => {
    const { id } = await person({ roles: ['security_admin'] });
    expect((await (await clientOf(bank, id)).post(`/people/${id}/disable`)).body.code).toBe('people.own_account');
    const edit = (revision: number) => hr.send('PATCH', `/people/${id}`, { displayName: '单以恒' }, { 'if-match': `"${revision}"` });
    const { revision } = await viewOf(id);
    expect((await edit(revision)).status).toBe(200);
    expect((await edit(revision)).status).toBe(412);
    expect(await viewOf(id)).toMatchObject({ displayName: '单以恒', pinyin: 'shanyiheng' });
  });
});

describe('managers', () => {
  test('a new line manager follows the one before; nobody is above themself; project managers stand beside', async () => {
    const [one, other, below] = [await person(), await person(), await person()];
    const add = (id: string, managerId: string, kind = 'line', from = day(0)) => hr.post(`/people/${id}/managers`, { managerId, kind, from });
    await add(below.id, one.id, 'line', day(-10));
    expect((await add(below.id, other.id)).status).toBe(200);
    expect((await viewOf(below.id)).managers).toMatchObject([{ manager: { id: other.id }, from: today, until: null }, { manager: { id: one.id }, from: day(-10), until: today }]);
    expect((await add(other.id, below.id)).body.code).toBe('people.manages_itself');
    expect((await add(below.id, one.id, 'project')).status).toBe(200);
    expect((await add(below.id, one.id, 'project')).body.code).toBe('people.already_manager');
  });

  test('a delegate has the direct reports of a manager for the days of the delegation', async () => {
    const [manager, delegate] = [await person(), await person()];
    const report = await person({ manager: manager.id });
    expect((await hr.post(`/people/${manager.id}/delegations`, { delegateId: delegate.id, from: day(-1), until: day(1) })).status).toBe(200);
    const reports = ReportList.parse((await hr.get(`/people/${delegate.id}/reports`)).body);
    expect(reports.items).toMatchObject([{ id: report.id, kind: 'acting' }]);
    expect((await hr.post(`/people/${manager.id}/delegations`, { delegateId: delegate.id, from: day(0), until: day(9) })).body.code).toBe('people.already_manager');
    expect((await hr.post(`/people/${manager.id}/end`, { on: day(0) })).status).toBe(200);
    expect((await hr.get(`/people/${delegate.id}/reports`)).body.items).toEqual([]);
  });

  test('a delegation is cut short: from that day on the reports are the manager’s alone; one that has not begun is given up', async () => {
    const [manager, delegate] = [await person(), await person()];
    await person({ manager: manager.id });
    const delegated = async (from: number, until: number) => {
      await hr.post(`/people/${manager.id}/delegations`, { delegateId: delegate.id, from: day(from), until: day(until) });
      return (await viewOf(manager.id)).delegations[0]!.id;
    };
    const end = (id: string, of = manager.id) => hr.post(`/people/${of}/delegations/${id}/end`, { on: day(0) });
    const running = await delegated(-3, 30);
    expect((await end(running, delegate.id)).status).toBe(404);
    expect((await end(running)).status).toBe(200);
    expect((await viewOf(manager.id)).delegations).toMatchObject([{ from: day(-3), until: today }]);
    expect((await hr.get(`/people/${delegate.id}/reports`)).body.items).toEqual([]);
    expect((await end(running)).status).toBe(404);
    const planned = await delegated(5, 9);
    expect((await end(planned)).status).toBe(200);
    expect((await viewOf(manager.id)).delegations).toHaveLength(1);
  });
});
