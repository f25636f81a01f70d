import { describe, expect, test } from '@jest/globals';
import { HrField } from '@zhixing/people/contract';
import fc from 'fast-check';
import type { FeedPerson } from './columns.rules.ts';
import { compare, cyclic, type Difference, type KnownPerson, leaving, needsConfirmation } from './difference.rules.ts';

const TODAY = '2026-06-15';
const ALL = new Set(HrField.options);

const row = (o: Partial<FeedPerson> = {}): FeedPerson => ({
  hrKey: 'H1', staffNumber: 'S1', name: '林知夏', departmentCode: 'RISK', departmentName: null, parentCode: null, position: '授信审查岗', jobLevel: 'L2', manager: 'S9', mail: 's1@bank.example', from: null, state: 'active', ...o,
});

const known = (o: Partial<KnownPerson> = {}): KnownPerson => ({
  personId: 'p1', hrKey: 'H1', staffNumber: 'S1', name: '林知夏', mail: 's1@bank.example', employedFrom: '2024-01-02', employedUntil: null, leftOn: null, since: '2025-03-01',
  department: { code: 'RISK', name: '风险管理部' }, position: { code: 'P001', name: '授信审查岗' }, jobLevel: { code: 'L2', name: '主管级' }, managers: ['S9'], onLeave: false, ...o,
});

describe('what a row asks for', () => {
  test('what is so already is left alone; positions and levels are meant by code or name', () => {
    for (const same of [row(), row({ position: 'P001' }), row({ jobLevel: '主管级' }), row({ from: '2024-01-02' })]) expect(compare(same, known(), ALL, TODAY)).toMatchObject({ kind: 'same', changes: [] });
  });

  test('edge case: rehire: matched by the person key of HR: somebody new, and somebody who comes back', () => {
    expect(compare(row({ from: '2026-06-01' }), null, ALL, TODAY)).toMatchObject({ kind: 'new', from: '2026-06-01', back: false });
    const left = known({ employedFrom: null, leftOn: '2026-02-01', since: null, department: null, position: null, jobLevel: null, managers: [] });
    expect(compare(row(), left, ALL, TODAY)).toMatchObject({ kind: 'new', from: TODAY, back: true });
    expect(compare(row({ from: '2025-01-01' }), left, ALL, TODAY)).toMatchObject({ from: TODAY });
  });

  test('a change says what was and what is to be, from the day of the row', () => {
    const moved = compare(row({ departmentCode: 'TECH', manager: null, from: '2026-06-20' }), known(), ALL, TODAY);
    expect(moved).toEqual({
      kind: 'changed', from: '2026-06-20', back: false,
      changes: [{ field: 'departmentCode', before: 'RISK 风险管理部', after: 'TECH' }, { field: 'manager', before: 'S9', after: null }],
    });
  });

  test('a day behind is taken at its word, but never from before what holds began', () => {
    expect(compare(row({ name: '林知秋', from: '2026-06-01' }), known(), ALL, TODAY).from).toBe('2026-06-01');
    expect(compare(row({ name: '林知秋', from: '2024-06-01' }), known(), ALL, TODAY).from).toBe(TODAY);
  });

  test('a column the file does not have is not compared', () => {
    const columns = new Set<HrField>(['staffNumber', 'name', 'departmentCode', 'position']);
    expect(compare(row({ hrKey: null, jobLevel: null, manager: null, mail: null }), known(), columns, TODAY).kind).toBe('same');
  });

  test('leave begins and ends', () => {
    expect(compare(row({ state: 'on_leave' }), known(), ALL, TODAY).changes).toEqual([{ field: 'state', before: 'active', after: 'on_leave' }]);
    expect(compare(row(), known({ onLeave: true }), ALL, TODAY).changes).toEqual([{ field: 'state', before: 'on_leave', after: 'active' }]);
  });

  test('somebody leaves today, on the day given, or at the earliest a day after they began; once is enough', () => {
    expect(compare(row({ state: 'left' }), known(), ALL, TODAY)).toMatchObject({ kind: 'missing', from: TODAY });
    expect(compare(row({ state: 'left', from: '2026-07-01' }), known(), ALL, TODAY)).toMatchObject({ kind: 'missing', from: '2026-07-01' });
    expect(leaving(known({ employedFrom: TODAY, since: TODAY }), null, TODAY)).toMatchObject({ kind: 'missing', from: '2026-06-16' });
    expect(leaving(known({ employedUntil: TODAY }), null, TODAY).kind).toBe('same');
    expect(compare(row({ state: 'left' }), null, ALL, TODAY).kind).toBe('same');
  });
});

/** The person as the organisation knows them on the day the same row is looked at next, after the difference was applied. */
function applied(person: FeedPerson, before: KnownPerson | null, { kind, from }: Difference): KnownPerson | null {
  if (kind === 'same') return before;
  if (kind === 'missing') return from! > TODAY ? { ...before!, employedUntil: from } : { ...before!, employedFrom: null, leftOn: from, department: null, position: null, jobLevel: null, managers: [], onLeave: false };
  return {
    personId: before?.personId ?? 'new', hrKey: person.hrKey ?? before?.hrKey ?? null, staffNumber: person.staffNumber, name: person.name, mail: person.mail,
    employedFrom: before?.employedFrom ?? from, employedUntil: before?.employedUntil ?? null, leftOn: before?.leftOn ?? null, since: from,
    department: { code: person.departmentCode, name: '部门' }, position: { code: person.position, name: person.position },
    jobLevel: person.jobLevel === null ? null : { code: person.jobLevel, name: '职级' }, managers: person.manager === null ? [] : [person.manager], onLeave: person.state === 'on_leave',
  };
}

const day = fc.constantFrom('2024-01-02', '2026-06-14', TODAY, '2026-06-16', '2026-09-01');
const some = <T>(...values: T[]) => fc.constantFrom(null, ...values);
const anyRow: fc.Arbitrary<FeedPerson> = fc.record({
  hrKey: some('H1'), staffNumber: fc.constantFrom('S1', 'S2'), name: fc.constantFrom('甲', '乙'), departmentCode: fc.constantFrom('A', 'B'), departmentName: fc.constant(null), parentCode: fc.constant(null),
  position: fc.constantFrom('P', 'Q'), jobLevel: some('L1', 'L2'), manager: some('S8', 'S9'), mail: some('a@b.cn'), from: fc.option(day), state: fc.constantFrom('active', 'on_leave', 'left'),
});
const anyKnown: fc.Arbitrary<KnownPerson> = fc.record({
  personId: fc.constant('p1'), hrKey: some('H1'), staffNumber: fc.constantFrom('S1', 'S2'), name: fc.constantFrom('甲', '乙'), mail: some('a@b.cn'), employedFrom: some('2024-01-02', '2026-06-14', TODAY), employedUntil: some('2026-06-16', '2027-01-01'),
  leftOn: some('2023-05-01'), since: some('2024-01-02', TODAY), department: some({ code: 'A', name: '部门' }), position: some({ code: 'P', name: '岗' }), jobLevel: some({ code: 'L1', name: '级' }),
  managers: fc.subarray(['S8', 'S9']), onLeave: fc.boolean(),
}).map((one) => (one.employedFrom ? one : { ...one, employedUntil: null, since: null, department: null, position: null, jobLevel: null, managers: [], onLeave: false }));

test('what was applied asks for nothing when the same row comes again', () => {
  fc.assert(fc.property(anyRow, fc.option(anyKnown), (person, before) => {
    const after = applied(person, before, compare(person, before, ALL, TODAY));
    expect(compare(person, after, ALL, TODAY).kind).toBe('same');
  }), { numRuns: 2_000 });
});

test('nothing is dated before what it follows', () => {
  fc.assert(fc.property(anyRow, anyKnown, (person, before) => {
    const { kind, from } = compare(person, before, ALL, TODAY);
    if (kind === 'changed') expect(from! > (before.since ?? '') || from! >= TODAY).toBe(true);
    if (kind === 'missing') expect(from! > before.employedFrom!).toBe(true);
  }), { numRuns: 2_000 });
});

test('cyclic finds exactly those who come back to themselves', () => {
  const links = fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 })), { selector: ([from]) => from, maxLength: 10 });
  fc.assert(fc.property(links, (pairs) => {
    const above = new Map(pairs.map(([from, to]) => [String(from), String(to)]));
    const returns = (start: string) => {
      let at = above.get(start);
      for (let steps = 0; at !== undefined && steps < 12; steps++, at = above.get(at)) if (at === start) return true;
      return false;
    };
    expect([...cyclic(above)].sort()).toEqual([...above.keys()].filter(returns).sort());
  }));
});

test('up to two in a hundred need no number', () => {
  expect([needsConfirmation(20, 1000), needsConfirmation(21, 1000), needsConfirmation(0, 0), needsConfirmation(1, 0)]).toEqual([false, true, false, true]);
});
