import { expect, test } from '@jest/globals';
import type { ChangeRequest } from '@zhixing/people/contract';
import type { KnownPerson } from '../hr-imports/difference.rules.ts';
import { type Asked, outcomeOf } from './selection.rules.ts';

const known: KnownPerson = {
  personId: 'p', hrKey: null, staffNumber: 'S1', name: '林夏', mail: null, employedFrom: '2024-01-01', employedUntil: null, leftOn: null, since: '2024-01-01',
  department: { code: 'D1', name: '信贷部' }, position: { code: 'P1', name: '客户经理' }, jobLevel: null, managers: ['S9'], onLeave: false,
};
const asked = (request: ChangeRequest, o: Partial<Asked> = {}): Asked => ({ request, department: null, position: null, jobLevel: null, manager: null, away: new Set(), ...o });
const transfer: ChangeRequest = { kind: 'transfer', from: '2026-03-05', departmentId: 'd' };
const d2 = { code: 'D2', name: '风险部' };

test('a transfer says what changes, and keeps of the place what is not named', () => {
  expect(outcomeOf(asked(transfer, { department: d2 }), known)).toMatchObject({
    kind: 'changed', changes: [{ field: 'departmentCode', before: 'D1 信贷部', after: 'D2 风险部' }],
    target: { department: 'D2', position: 'P1', jobLevel: null, sets: { facts: false, place: true, manager: false, leave: null } },
  });
  expect(outcomeOf(asked(transfer, { jobLevel: { code: 'L1', name: '主管级' } }), known)).toMatchObject({ changes: [{ field: 'jobLevel', before: null, after: '主管级' }], target: { department: 'D1' } });
});

test('who is there already, has that manager already, needs nothing', () => {
  expect(outcomeOf(asked(transfer, { department: known.department }), known).kind).toBe('same');
  expect(outcomeOf(asked({ kind: 'line_manager', from: '2026-03-05', managerId: 'm' }, { manager: { staffNumber: 'S9', above: new Set() } }), known).kind).toBe('same');
});

test.each<[string, Partial<KnownPerson>, Asked, string]>([
  ['has left', { employedFrom: null, leftOn: '2026-01-01' }, asked(transfer, { department: d2 }), 'has_left'],
  ['is still to come', { employedFrom: null }, asked(transfer, { department: d2 }), 'not_begun'],
  ['would end on the first day', { employedFrom: '2026-03-05' }, asked({ kind: 'end', from: '2026-03-05' }), 'begins_then'],
  ['has no place to change a grade of', { department: null }, asked(transfer, { jobLevel: d2 }), 'no_place'],
  ['would manage themself', {}, asked({ kind: 'line_manager', from: '2026-03-05', managerId: 'p' }, { manager: { staffNumber: 'S1', above: new Set(['p']) } }), 'manages_itself'],
  ['is on leave then', {}, asked({ kind: 'leave', from: '2026-03-05', leave: 'sick', until: null }, { away: new Set(['p']) }), 'leave_overlaps'],
])('whoever %s is refused by name', (_, person, change, code) => {
  expect(outcomeOf(change, { ...known, ...person })).toMatchObject({ kind: 'error', errors: [{ code }], target: null });
});

test('a leave begins with its kind and end, an end of employment takes everything', () => {
  expect(outcomeOf(asked({ kind: 'leave', from: '2026-03-05', leave: 'study', until: '2026-04-01' }), known).target).toMatchObject({ leave: { kind: 'study', until: '2026-04-01' }, sets: { leave: 'begin', place: false } });
  expect(outcomeOf(asked({ kind: 'end', from: '2026-03-05' }), known)).toMatchObject({ kind: 'missing', changes: [], target: null });
});
