import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { accessRoom } from '@zhixing/access/api';
import { coursesRoom } from '@zhixing/courses/api';
import { messagesRoom } from '@zhixing/messages/api';
import { Leave, peopleRoom } from '@zhixing/people/api';
import { makePerson } from '@zhixing/people/testing';
import { statement } from '@zhixing/platform/api';
import { type TestApplication, testApp } from '@zhixing/platform/testing';
import fc from 'fast-check';
import { v7 as uuid } from 'uuid';
import { AssignmentCycleRow, Assignment } from './assignments/assignments.entities.ts';
import { plansRoom } from './index.ts';
import { type Away, pausedDue, type Standing, statusOf } from './obligations/deadline.rules.ts';
import { Obligation } from './obligations/obligations.entities.ts';
import { REACHED } from './reminders/reminders.queries.ts';
import { stageOn } from './reminders/stages.rules.ts';
import { dayFromNow, shortCourse } from './testing.ts';

// The rules of deadline.rules.ts and stages.rules.ts are written twice, here in Node and in SQL: both say the same of whatever may happen.

let bank: TestApplication;
let today: string;

beforeAll(async () => {
  bank = await testApp([peopleRoom, accessRoom, messagesRoom, coursesRoom, plansRoom]);
  today = await dayFromNow(bank);
});
afterAll(() => bank.close());

const day = (offset: number): string => new Date(Date.parse(`${today}T00:00:00Z`) + offset * 86_400_000).toISOString().slice(0, 10);
const offset = (from: number, to: number) => fc.integer({ min: from, max: to });

/** An assignment that nobody is reconciled with. */
const anAssignment = (id: string, targetId: string) => ({
  id, title: '任务', description: '', reason: '', origin: 'l_and_d' as const, ownerId: uuid(), targetKind: 'course' as const, targetId, audience: { all: [] }, scope: null, due: { kind: 'fixed' as const, on: day(-30) }, minimumDays: 0,
  earlier: 'accept' as const, earlierMonths: null, mandatory: true, nominationQuota: null, nominationsUntil: null, startsOn: day(-30), state: 'draft' as const, revision: 1, createdAt: new Date(0),
});

/** An obligation as it stands; days from today. */
const anObligation = ({ due, completed, waived, ...o }: { id: string; personId: string; assignmentId: string; cycle: string; targetId: string; due: number; mandatory: boolean; state: string; completed: number | null; waived: number | null }) => ({
  ...o, targetKind: 'course', source: 'rule', reason: '', assignedOn: day(-30), countsFrom: new Date(0), zone: 'Asia/Shanghai', baseDueOn: day(due), clockFrom: day(-30), dueOn: day(due),
  completedAt: completed === null ? null : new Date(`${day(completed)}T15:59:59Z`), waivedUntil: waived === null ? null : day(waived), remindedAt: null,
});

/** Leaves of one person, none over another, the last one perhaps open. */
const leaves = fc.array(fc.tuple(offset(1, 12), offset(1, 9)), { maxLength: 5 }).chain((gaps) =>
  fc.record({ start: offset(-40, 10), open: fc.boolean() }).map(({ start, open }) => {
    let at = start;
    return gaps.map(([gap, days], place): { from: number; until: number | null } => {
      const from = at + gap;
      at = from + days;
      return { from, until: open && place === gaps.length - 1 ? null : at };
    });
  }));

test('property: days on leave move a due date alike in SQL and in the rule', async () => {
  const samples = fc.sample(fc.record({ leaves, clock: offset(-30, 0), length: offset(0, 60) }), { numRuns: 150, seed: 7 });
  const persons = await bank.write(async (tx) => {
    const made: string[] = [];
    for (const sample of samples) {
      const { id } = await makePerson(tx);
      for (const { from, until } of sample.leaves) await tx.manager.insert(Leave, { id: uuid(), personId: id, kind: 'sick', validFrom: day(from), validUntil: until === null ? null : day(until) });
      made.push(id);
    }
    return made;
  });
  const rows = await bank.database.rows<{ due: string }>(
    statement('test.paused', 'select plans.paused_due(p, c, b)::text as due from unnest($1::uuid[], $2::date[], $3::date[]) with ordinality s (p, c, b, place) order by place'),
    [persons, samples.map((one) => day(one.clock)), samples.map((one) => day(one.clock + one.length))],
  );
  const away = (one: (typeof samples)[number]): Away[] => one.leaves.map(({ from, until }) => ({ from: day(from), until: until === null ? null : day(until) }));
  const ruled = samples.map((one) => pausedDue(day(one.clock), day(one.clock + one.length), away(one), today));
  expect(rows.map((row) => row.due)).toEqual(ruled);
  expect(ruled.filter((due, at) => due > day(samples[at]!.clock + samples[at]!.length)).length).toBeGreaterThan(20);
});

test('property: the status of an obligation is alike in SQL and in the rule', async () => {
  const course = await shortCourse(bank);
  const assignment = uuid();
  const cases = fc.record({ state: fc.constantFrom('open' as const, 'completed' as const, 'waived' as const, 'cancelled' as const), mandatory: fc.boolean(), due: offset(-20, 20), completed: offset(-25, 0), waived: offset(-5, 5), leave: fc.option(offset(-15, 0)) });
  const samples = fc.sample(cases, { numRuns: 200, seed: 11 });
  await bank.write(async (tx) => {
    const day0 = day(-30);
    await tx.manager.insert(Assignment, anAssignment(assignment, course.id));
    await tx.manager.insert(AssignmentCycleRow, { assignmentId: assignment, cycle: '', opensOn: day0, dueOn: day0 });
    for (const [place, one] of samples.entries()) {
      const { id: personId } = await makePerson(tx);
      if (one.leave !== null) await tx.manager.insert(Leave, { id: uuid(), personId, kind: 'sick', validFrom: day(one.leave), validUntil: null });
      await tx.manager.insert(Obligation, anObligation({
        id: `00000000-0000-7000-8000-${String(place).padStart(12, '0')}`, personId, assignmentId: assignment, cycle: '', targetId: course.id, due: one.due, mandatory: one.mandatory, state: one.state,
        completed: one.state === 'completed' ? one.completed : null, waived: one.state === 'waived' ? one.waived : null,
      }));
    }
  });
  const rows = await bank.database.rows<{ status: string }>(statement('test.statuses', 'select status from plans.obligation_now where assignment_id = $1 order by obligation_id'), [assignment]);
  const ruled = samples.map((one) => statusOf({
    state: one.state, mandatory: one.mandatory, today, dueOn: day(one.due), completedOn: one.state === 'completed' ? day(one.completed) : null, waivedUntil: one.state === 'waived' ? day(one.waived) : null, started: false,
    pausedFrom: one.leave !== null && one.leave <= one.due ? day(one.leave) : null,
  } satisfies Standing));
  expect(rows.map((row) => row.status)).toEqual(ruled);
  expect(new Set(ruled).size).toBe(8); // all but in progress
});

test('property: the stage of reminding is alike in SQL and in the rule, over weekends and holidays', async () => {
  const offsets = Array.from({ length: 60 }, (_, at) => at - 25);
  const rows = await bank.database.rows<{ stage: string | null; last: string }>(
    statement('test.stages', `select ${REACHED} as stage, people.working_day_before(d.due_on)::text as last from unnest($1::date[]) with ordinality d (due_on, place) cross join (select platform.today() as today) b order by place`), [offsets.map(day)]);
  expect(rows.map((row) => row.stage)).toEqual(offsets.map((at, place) => stageOn(today, day(at), rows[place]!.last)));
});

// last: it moves time
test('property: what is kept ready of a person is what their obligations come to, day after day, on leave or not, whatever is changed', async () => {
  const course = await shortCourse(bank);
  const assignment = uuid();
  const cycles = ['a', 'b', 'c', 'd'];
  const item = fc.record({ state: fc.constantFrom('open', 'completed', 'waived', 'cancelled'), mandatory: fc.boolean(), due: offset(-8, 8), waived: offset(-8, 8) });
  const people = fc.sample(fc.record({ items: fc.array(item, { minLength: 1, maxLength: cycles.length }), leave: fc.option(fc.record({ from: offset(-9, 3), days: offset(1, 9) })) }), { numRuns: 80, seed: 13 });
  const ids = await bank.write(async (tx) => {
    await tx.manager.insert(Assignment, anAssignment(assignment, course.id));
    await tx.manager.insert(AssignmentCycleRow, cycles.map((cycle) => ({ assignmentId: assignment, cycle, opensOn: day(-30), dueOn: null })));
    const made: string[] = [];
    for (const { items, leave } of people) {
      const { id: personId } = await makePerson(tx);
      if (leave) await tx.manager.insert(Leave, { id: uuid(), personId, kind: 'sick', validFrom: day(leave.from), validUntil: day(leave.from + leave.days) });
      await tx.manager.insert(Obligation, items.map((one, at) => anObligation({ id: uuid(), personId, assignmentId: assignment, cycle: cycles[at]!, targetId: course.id, due: one.due, mandatory: one.mandatory, state: one.state, completed: one.state === 'completed' ? -9 : null, waived: one.state === 'waived' ? one.waived : null })));
      made.push(personId);
    }
    return made;
  });
  const differ = async () => (await bank.database.rows<{ what: string }>(plansRoom.figures![0]!.disagreements)).filter(({ what }) => what !== 'state');
  expect(await differ()).toEqual([]);
  await bank.write((tx) => tx.rows(statement('test.change', `
    update plans.obligation set state = case state when 'open' then 'completed' when 'cancelled' then 'open' else state end, completed_at = case when state = 'open' then platform.now() else completed_at end, due_on = due_on + 2, mandatory = not mandatory
     where person_id = any($1) and cycle in ('b', 'c')`), [ids]));
  for (let days = 0; days < 6; days++) {
    expect({ days, differ: await differ() }).toEqual({ days, differ: [] });
    await bank.moveClock(2 * 86_400);
  }
});
