import type { ClassView, HalfDayFields, SaveClass } from '@zhixing/plans/contract';
import { addDays, today } from '../days.ts';

/** When a part of a day is usually held. */
export const USUAL: Record<HalfDayFields['part'], { startsAt: string; endsAt: string }> = {
  morning: { startsAt: '09:00', endsAt: '12:00' }, afternoon: { startsAt: '14:00', endsAt: '17:00' }, evening: { startsAt: '18:30', endsAt: '20:30' },
};

/** A class that nobody wrote anything into yet: two days in two weeks. */
export const freshClass = (): SaveClass => ({
  title: '', description: '', place: '', domain: 'llm-application', homework: '', startsOn: addDays(today(), 14), endsOn: addDays(today(), 15), capacity: 30, nominationsUntil: addDays(today(), 10), quotas: [], courses: [],
  halfDays: [{ day: addDays(today(), 14), part: 'morning', ...USUAL.morning, topic: '', speaker: '', room: '' }],
});

/** What is stored of a class, as it is sent back. */
export const draftOf = (view: ClassView): SaveClass => ({
  title: view.title, description: view.description, place: view.place, domain: view.domain, homework: view.homework, startsOn: view.startsOn, endsOn: view.endsOn, capacity: view.capacity, nominationsUntil: view.nominationsUntil,
  quotas: view.quotas.map(({ department, quota }) => ({ departmentId: department.id, quota })),
  courses: view.courses.map(({ course, finishBy, exam }) => ({ courseId: course.id, finishBy, exam })),
  halfDays: view.halfDays.map(({ day, part, startsAt, endsAt, topic, speaker, room }) => ({ day, part, startsAt, endsAt, topic, speaker, room })),
});

/** The half-day after the last one: the afternoon of a morning, or the morning of the next day. */
export function nextHalfDay(draft: SaveClass): HalfDayFields {
  const last = draft.halfDays.at(-1);
  const part = last?.part === 'morning' ? 'afternoon' : 'morning';
  const day = !last ? draft.startsOn : part === 'afternoon' ? last.day : addDays(last.day, 1);
  return { day, part, ...USUAL[part], topic: '', speaker: '', room: last?.room ?? '' };
}

export type Wrong = 'title' | 'days' | 'capacity' | 'topic' | 'halfDay' | 'twice' | 'course' | 'quota';

/** What is not right yet, by the place it stands at. */
export function wrongOf(draft: SaveClass): Map<string, Wrong> {
  const wrong = new Map<string, Wrong>();
  if (!draft.title.trim()) wrong.set('title', 'title');
  if (!draft.startsOn || !draft.endsOn || draft.endsOn < draft.startsOn) wrong.set('endsOn', 'days');
  if (!Number.isInteger(draft.capacity) || draft.capacity < 1 || draft.capacity > 500) wrong.set('capacity', 'capacity');
  const seen = new Set<string>();
  for (const [at, one] of draft.halfDays.entries()) {
    if (!one.topic.trim()) wrong.set(`topic-${at}`, 'topic');
    if (one.day < draft.startsOn || one.day > draft.endsOn || one.endsAt <= one.startsAt) wrong.set(`day-${at}`, 'halfDay');
    if (seen.has(`${one.day} ${one.part}`)) wrong.set(`day-${at}`, 'twice');
    seen.add(`${one.day} ${one.part}`);
  }
  for (const [at, one] of draft.courses.entries()) if (!one.courseId || !one.finishBy) wrong.set(`course-${at}`, 'course');
  for (const [at, one] of draft.quotas.entries()) if (!one.departmentId || !Number.isInteger(one.quota) || one.quota < 1) wrong.set(`quota-${at}`, 'quota');
  return wrong;
}
