import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { accessRoom } from '@zhixing/access/api';
import { ManagerRelation, type Person, peopleRoom } from '@zhixing/people/api';
import { DAY, makeDepartment, makePerson, PeopleDay } from '@zhixing/people/testing';
import { first, statement, type Transaction } from '@zhixing/platform/api';
import { testApp, type TestApplication } from '@zhixing/platform/testing';
import fc from 'fast-check';
import { v7 as uuid } from 'uuid';

const SECONDS_A_DAY = 86_400;
const LINE = statement('test.line', 'select person_id, direct from people.line where manager_id = $1');
const SET_ACTIVE = statement('test.set_active', 'update people.person set active = $2 where id = $1');

let bank: TestApplication;

beforeAll(async () => {
  bank = await testApp([peopleRoom, accessRoom]);
});
afterAll(() => bank.close());

const people = (count: number): Promise<Person[]> => bank.write(async (tx) => {
  const department = await makeDepartment(tx);
  const made: Person[] = [];
  for (let i = 0; i < count; i++) made.push(await makePerson(tx, { department }));
  return made;
});
const relate = async (tx: Transaction, person: Person, manager: Person, o: Partial<ManagerRelation> = {}): Promise<string> => {
  const id = uuid();
  await tx.manager.insert(ManagerRelation, { id, personId: person.id, managerId: manager.id, kind: 'line', validFrom: '2020-01-01', validUntil: null, ...o });
  return id;
};
const lineOf = async (manager: Person): Promise<string[]> => (await bank.database.rows<{ person_id: string }>(LINE, [manager.id])).map((row) => row.person_id).sort();
/** Rows of lines that are not what they would be made anew. */
const disagreeing = async (): Promise<{ what: string; id: string }[]> => (await bank.database.rows<{ what: string; id: string }>(peopleRoom.figures![0]!.disagreements)).filter((row) => row.what === 'line');
/** Lines that do not hold, besides those other tests left in this database by moving its clock. */
const stale = async (): Promise<unknown[]> => (await disagreeing()).filter(({ id }) => !left.has(id));
let left: ReadonlySet<string>;
beforeAll(async () => {
  left = new Set((await disagreeing()).map(({ id }) => id));
});
const idsOf = (...persons: Person[]): string[] => persons.map((person) => person.id).sort();

test('whatever is related, ended and shut out in whatever order: everybody has the line a walk down from them finds', async () => {
  type Step = { person: number; manager: number; kind: 'line' | 'project' } | { end: number } | { person: number; active: boolean };
  const someone = fc.nat({ max: 6 });
  const step: fc.Arbitrary<Step> = fc.oneof(
    { weight: 4, arbitrary: fc.record({ person: someone, manager: someone, kind: fc.constantFrom('line' as const, 'line' as const, 'project' as const) }) },
    { weight: 1, arbitrary: fc.record({ end: fc.nat() }) },
    { weight: 1, arbitrary: fc.record({ person: someone, active: fc.boolean() }) },
  );
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
    const staff = await people(7);
    const relations: { id: string; person: number; manager: number; kind: string }[] = [];
    const active = staff.map(() => true);
    for (const one of steps) {
      if ('kind' in one) {
        if (one.person !== one.manager) relations.push({ ...one, id: await bank.write((tx) => relate(tx, staff[one.person]!, staff[one.manager]!, { kind: one.kind })) });
      } else if ('end' in one) {
        const [ended] = relations.length ? relations.splice(one.end % relations.length, 1) : [];
        if (ended) await bank.write((tx) => tx.manager.update(ManagerRelation, ended.id, { validUntil: '2021-01-01' }));
      } else {
        active[one.person] = one.active;
        await bank.write((tx) => tx.rows(SET_ACTIVE, [staff[one.person]!.id, one.active]));
      }
    }
    for (const manager of staff.keys()) {
      const reports = (of: number, kinds: string[]) => relations.filter((relation) => relation.manager === of && kinds.includes(relation.kind) && active[relation.person]).map((relation) => relation.person);
      const found = new Set(reports(manager, ['line', 'project']));
      const ahead = reports(manager, ['line']);
      const walked = new Set<number>();
      for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
        if (walked.has(next)) continue;
        walked.add(next);
        found.add(next);
        ahead.push(...reports(next, ['line']));
      }
      found.delete(manager);
      expect(await lineOf(staff[manager]!)).toEqual(idsOf(...[...found].map((one) => staff[one]!)));
    }
  }), { numRuns: 25 });
  expect(await stale()).toEqual([]);
});

test('somebody joins a team while the team goes to another head: both are in the new line', async () => {
  const [head, other, lead, member, joiner] = (await people(5)) as [Person, Person, Person, Person, Person];
  const relation = await bank.write(async (tx) => {
    await relate(tx, member, lead);
    return relate(tx, lead, head);
  });
  let goOn!: () => void;
  const moved = new Promise<void>((resolve) => (goOn = resolve));
  const joining = moved.then(() => bank.write((tx) => relate(tx, joiner, lead)));
  const moving = bank.write(async (tx) => {
    await tx.manager.update(ManagerRelation, relation, { validUntil: '2021-01-01' });
    await relate(tx, lead, other);
    goOn(); // the move is written and not yet committed
  });
  await Promise.all([moving, joining]);
  expect(await lineOf(head)).toEqual([]);
  expect(await lineOf(other)).toEqual(idsOf(lead, member, joiner));
});

test('what was planned for a day holds from its midnight', async () => {
  const [head, lead, member] = (await people(3)) as [Person, Person, Person];
  const { today } = (await first<{ today: string }>(bank.database, DAY))!;
  const tomorrow = new Date(Date.parse(today) + SECONDS_A_DAY * 1000).toISOString().slice(0, 10);
  await bank.write(async (tx) => {
    await relate(tx, lead, head);
    await relate(tx, member, lead, { validFrom: tomorrow });
  });
  expect(await lineOf(head)).toEqual(idsOf(lead));
  await bank.moveClock(SECONDS_A_DAY);
  await bank.app.get(PeopleDay).run();
  expect(await lineOf(head)).toEqual(idsOf(lead, member));
  expect(await stale()).toEqual([]);
});
