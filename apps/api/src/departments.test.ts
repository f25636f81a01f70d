import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { accessRoom } from '@zhixing/access/api';
import { clientOf } from '@zhixing/access/testing';
import { peopleRoom } from '@zhixing/people/api';
import { DepartmentHistory, type DepartmentNode, DepartmentTree } from '@zhixing/people/contract';
import { DAY, makeDepartment, makePerson, PeopleDay } from '@zhixing/people/testing';
import { first } from '@zhixing/platform/api';
import { testApp, type TestApplication, type TestClient } from '@zhixing/platform/testing';
import fc from 'fast-check';
import { v7 as uuid } from 'uuid';

let bank: TestApplication;
let hr: TestClient;
let today: string;

beforeAll(async () => {
  bank = await testApp([peopleRoom, accessRoom]);
  const person = await bank.write((tx) => makePerson(tx, { roles: ['system_admin'] }));
  hr = await clientOf(bank, person.id);
  today = (await first<{ today: string }>(bank.database, DAY))!.today;
});
afterAll(() => bank.close());

const day = (offset: number): string => new Date(Date.parse(today) + offset * 86_400_000).toISOString().slice(0, 10);
const treeOn = async (on?: string): Promise<Map<string, DepartmentNode>> => {
  const { items } = DepartmentTree.parse((await hr.get(`/departments${on ? `?asOf=${on}` : ''}`)).body);
  return new Map(items.map((node) => [node.id, node]));
};
const pathOf = async (id: string): Promise<string[]> => (await bank.database.rows<{ path: string[] }>({ name: 'test.path', text: 'select path from people.department where id = $1' }, [id]))[0]!.path;

/** A bank of its own: branch with a unit of two people, and another branch. */
async function branches() {
  return bank.write(async (tx) => {
    const root = await makeDepartment(tx, '总行');
    const [one, other] = [await makeDepartment(tx, '一分行', root), await makeDepartment(tx, '二分行', root)];
    const unit = await makeDepartment(tx, '信贷部', one);
    const people = [await makePerson(tx, { department: unit }), await makePerson(tx, { department: unit }), await makePerson(tx, { department: one })];
    return { root, one, other, unit, people };
  });
}

test('the tree counts the people in each department and in all below it', async () => {
  const { root, one, other, unit } = await branches();
  const tree = await treeOn();
  expect([root, one, other, unit].map(({ id }) => [tree.get(id)!.people, tree.get(id)!.below])).toEqual([[0, 3], [1, 3], [0, 0], [2, 2]]);
});

test('a move takes everything below with it; the tree of the day before is as it was', async () => {
  const { root, one, other, unit } = await branches();
  expect((await hr.post(`/departments/${unit.id}/move`, { parentId: other.id, from: day(0) })).status).toBe(200);
  expect((await treeOn(day(-1))).get(unit.id)).toMatchObject({ parentId: one.id });
  expect((await treeOn(day(-1))).get(one.id)).toMatchObject({ below: 3 });
  expect((await treeOn(day(0))).get(unit.id)).toMatchObject({ parentId: other.id });
  expect((await treeOn(day(1))).get(other.id)).toMatchObject({ below: 2 });
  expect(await pathOf(unit.id)).toEqual([unit.id, other.id, root.id]);
});

test('a move ahead is planned, refuses what comes before it, and happens on its day', async () => {
  const { root, one, other, unit } = await branches();
  await hr.post(`/departments/${unit.id}/move`, { parentId: other.id, from: day(7) });
  expect(await pathOf(unit.id)).toEqual([unit.id, one.id, root.id]);
  expect((await treeOn(day(7))).get(unit.id)).toMatchObject({ parentId: other.id });
  expect((await hr.patch(`/departments/${unit.id}`, { name: '新信贷部', from: day(3) })).body.code).toBe('people.later_change');
  await bank.moveClock(7 * 86_400);
  try {
    await bank.app.get(PeopleDay).run();
    expect(await pathOf(unit.id)).toEqual([unit.id, other.id, root.id]);
  } finally {
    await bank.moveClock(-7 * 86_400);
    await bank.app.get(PeopleDay).run();
  }
  expect(await pathOf(unit.id)).toEqual([unit.id, one.id, root.id]);
});

test('a department cannot stand under what is below it, also not by two moves at once; the top stays', async () => {
  const { root, one, other, unit } = await branches();
  expect((await hr.post(`/departments/${one.id}/move`, { parentId: unit.id, from: day(0) })).body.code).toBe('people.department_cycle');
  expect((await hr.post(`/departments/${root.id}/move`, { parentId: unit.id, from: day(0) })).body.code).toBe('people.root_fixed');
  const answers = await Promise.all([hr.post(`/departments/${one.id}/move`, { parentId: other.id, from: day(0) }), hr.post(`/departments/${other.id}/move`, { parentId: one.id, from: day(0) })]);
  expect(answers.map((answer) => answer.status).sort()).toEqual([200, 422]);
});

test('a merge takes people and units along, closes the department, and leaves the history of before', async () => {
  const { one, other, unit, people } = await branches();
  expect((await hr.post(`/departments/${one.id}/close`, { on: day(0) })).body).toMatchObject({ code: 'people.department_not_empty', values: { people: 1, units: 1 } });
  expect((await hr.post(`/departments/${one.id}/merge`, { intoId: other.id, from: day(0) })).status).toBe(200);
  const [before, after] = [await treeOn(day(-1)), await treeOn(day(0))];
  expect(before.get(one.id)).toMatchObject({ people: 1, below: 3 });
  expect(after.has(one.id)).toBe(false);
  expect(after.get(other.id)).toMatchObject({ people: 1, below: 3 });
  expect(after.get(unit.id)).toMatchObject({ parentId: other.id, people: 2 });
  expect((await hr.get(`/people/${people[2]!.id}`)).body).toMatchObject({ department: { id: other.id } });
  expect(DepartmentHistory.parse((await hr.get(`/departments/${one.id}`)).body)).toMatchObject({ closedOn: today, mergedInto: { id: other.id, name: '二分行' } });
  expect((await hr.post(`/departments/${one.id}/merge`, { intoId: other.id, from: day(1) })).body.code).toBe('people.department_closed');
});

test('a new department, its other name later, both in its history; a code is one department’s', async () => {
  const { one } = await branches();
  const code = `C-${uuid().slice(-12)}`;
  const made = await hr.post('/departments', { code, name: '普惠部', parentId: one.id, from: day(-10) });
  expect(made.status).toBe(201);
  expect((await hr.post('/departments', { code, name: '另一个', parentId: one.id, from: day(0) })).body.code).toBe('people.department_code_taken');
  await hr.patch(`/departments/${made.body.id}`, { name: '普惠金融部', from: day(0) });
  expect((await hr.get(`/departments/${made.body.id}`)).body).toMatchObject({
    name: '普惠金融部', places: [{ name: '普惠金融部', from: today, until: null }, { name: '普惠部', from: day(-10), until: today }],
  });
  expect(await bank.database.rows({ name: 'test.name', text: 'select name from people.department where id = $1' }, [made.body.id])).toEqual([{ name: '普惠金融部' }]);
});

/** Where a department hangs from day to day, the simple way: a list of changes, the newest last; `parent` null = closed. */
class Model {
  readonly places = new Map<string, { from: number; parent: string | null }[]>();

  constructor(readonly root: string) {}

  on(id: string, on: number): string | null {
    return this.places.get(id)?.findLast((place) => place.from <= on)?.parent ?? null;
  }

  put(id: string, from: number, parent: string | null): void {
    const before = (this.places.get(id) ?? []).filter((place) => place.from < from);
    this.places.set(id, [...before, { from, parent }]);
  }

  /** What stands under the merged department that day, or is planned to, stands under the other one. */
  merge(id: string, from: number, into: string): void {
    for (const [unit, places] of this.places) {
      const later = places.filter((place) => place.from > from).map((place) => (place.parent === id ? { ...place, parent: into } : place));
      if (this.on(unit, from) === id) this.put(unit, from, into);
      this.places.set(unit, [...this.places.get(unit)!.filter((place) => place.from <= from), ...later]);
    }
    this.put(id, from, null);
  }

  /** Whether a department is another one or stands above it on a day or later. */
  above(id: string, of: string, from: number): boolean {
    const seen = new Set<string>();
    for (const open = [of]; open.length; ) {
      const at = open.pop()!;
      if (at === id) return true;
      if (seen.has(at)) continue;
      seen.add(at);
      const parents = [this.on(at, from), ...(this.places.get(at) ?? []).filter((place) => place.from > from).map((place) => place.parent)];
      open.push(...parents.filter((parent) => parent !== null));
    }
    return false;
  }

  /** Whether it exists on a day, is never closed, and nothing happens to it later. */
  stands(id: string, on: number): boolean {
    return id === this.root || (this.on(id, on) !== null && this.places.get(id)!.at(-1)!.parent !== null);
  }

  changeable(id: string, on: number): boolean {
    return this.stands(id, on) && this.places.get(id)!.at(-1)!.from <= on;
  }
}

test('whatever departments are made, moved and merged on whatever days, the tree of each day is that of a simple model', async () => {
  const step = fc.record({ kind: fc.constantFrom('create' as const, 'create' as const, 'move' as const, 'move' as const, 'merge' as const), one: fc.nat(20), other: fc.nat(20), on: fc.integer({ min: -5, max: 5 }) });
  const refusals = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 12 }), async (steps) => {
      const root = await bank.write((tx) => makeDepartment(tx, '总行'));
      const model = new Model(root.id);
      const ids = [root.id];
      for (const { kind, one, other, on } of steps) {
        const [id, to] = [ids[one % ids.length]!, ids[other % ids.length]!];
        if (kind === 'create') {
          const { status, body } = await hr.post('/departments', { code: `M-${uuid().slice(-12)}`, name: '部门', parentId: to, from: day(on) });
          expect(status === 201).toBe(model.stands(to, on));
          if (status === 201) model.put(body.id, on, to);
          if (status === 201) ids.push(body.id);
          continue;
        }
        const { status, body } = await hr.post(`/departments/${id}/${kind}`, { ...(kind === 'move' ? { parentId: to } : { intoId: to }), from: day(on) });
        const firstDay = kind === 'merge' && model.places.get(id)?.at(-1)?.from === on;
        const allowed = id !== root.id && model.changeable(id, on) && model.stands(to, on) && !model.above(id, to, on) && !firstDay;
        expect({ status, body }).toMatchObject({ status: allowed ? 200 : expect.any(Number) });
        expect(status === 200).toBe(allowed);
        if (!allowed) refusals.add(body.code);
        else if (kind === 'move') model.put(id, on, to);
        else model.merge(id, on, to);
      }
      for (let on = -7; on <= 7; on++) {
        const tree = await treeOn(day(on));
        expect(Object.fromEntries(ids.slice(1).map((id) => [id, tree.get(id)?.parentId ?? null]))).toEqual(Object.fromEntries(ids.slice(1).map((id) => [id, model.on(id, on)])));
      }
    }),
    { numRuns: 30 },
  );
  expect(refusals).toContain('people.department_cycle');
}, 120_000);
