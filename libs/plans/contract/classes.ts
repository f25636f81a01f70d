import { Domain } from '@zhixing/courses/contract';
import { PersonCard } from '@zhixing/people/contract';
import { Id, Instant, LocalDate, PageQuery, pageOf } from '@zhixing/platform/contract';
import { z } from 'zod';
import { Owner } from './assignments.ts';

/** As stored, and with what the dates make of `published`: `running` between first and last day, `over` after it and not closed yet. */
export const ClassStatus = z.enum(['draft', 'published', 'running', 'over', 'closed', 'cancelled']);
export type ClassStatus = z.infer<typeof ClassStatus>;
export const DayPart = z.enum(['morning', 'afternoon', 'evening']);
export type DayPart = z.infer<typeof DayPart>;
export const AttendanceMark = z.enum(['present', 'partial', 'absent', 'excused']);
export type AttendanceMark = z.infer<typeof AttendanceMark>;
export const MemberState = z.enum(['booked', 'cancelled']);
export type MemberState = z.infer<typeof MemberState>;

/** An hour and minute of Beijing: `09:00`. */
const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** One half-day of the programme; class, day and part say which. */
export const HalfDayFields = z.strictObject({
  day: LocalDate,
  part: DayPart,
  startsAt: TimeOfDay,
  endsAt: TimeOfDay,
  topic: z.string().trim().min(1).max(120),
  speaker: z.string().trim().max(80).default(''),
  room: z.string().trim().max(80).default(''),
});
export type HalfDayFields = z.infer<typeof HalfDayFields>;
export const HalfDay = HalfDayFields.extend({ id: Id });
export type HalfDay = z.infer<typeof HalfDay>;

const Fields = {
  title: z.string().trim().min(1).max(80),
  description: z.string().trim().max(2000).default(''),
  place: z.string().trim().max(120).default(''),
  domain: Domain,
  /** What participants prepare, in words. */
  homework: z.string().trim().max(2000).default(''),
  startsOn: LocalDate,
  endsOn: LocalDate,
  capacity: z.int().min(1).max(500),
  /** Last day on which managers nominate; null = they do not. */
  nominationsUntil: LocalDate.nullable().default(null),
  /** So many people each department and all below it may send; the nearest one with a quota counts. */
  quotas: z.array(z.strictObject({ departmentId: Id, quota: z.int().min(1).max(500) })).max(100).default([]),
  halfDays: z.array(HalfDayFields).max(60).default([]),
  courses: z.array(z.strictObject({ courseId: Id, finishBy: LocalDate, exam: z.boolean().default(false) })).max(20).default([]),
};

/** `POST /classes` makes a draft, `PUT /classes/:id` with If-Match replaces everything it says. A half-day with attendance stays. */
export const SaveClass = z.strictObject(Fields)
  .refine(({ startsOn, endsOn }) => endsOn >= startsOn, { path: ['endsOn'] })
  .superRefine(({ startsOn, endsOn, halfDays }, context) => {
    const seen = new Set<string>();
    for (const [at, one] of halfDays.entries()) {
      if (one.day < startsOn || one.day > endsOn) context.addIssue({ code: 'custom', path: ['halfDays', at, 'day'], message: 'outside of the class' });
      if (one.endsAt <= one.startsAt) context.addIssue({ code: 'custom', path: ['halfDays', at, 'endsAt'], message: 'not after its start' });
      if (seen.has(`${one.day} ${one.part}`)) context.addIssue({ code: 'custom', path: ['halfDays', at, 'part'], message: 'twice' });
      seen.add(`${one.day} ${one.part}`);
    }
  });
export type SaveClass = z.infer<typeof SaveClass>;

export const ClassesQuery = PageQuery.extend({ q: z.string().trim().min(1).max(100).optional(), state: z.enum(['draft', 'published', 'closed', 'cancelled']).optional() });
export type ClassesQuery = z.infer<typeof ClassesQuery>;

/** `GET /classes`: those one administers, the latest first. `taken` = people on the roster. */
export const ClassRow = z.object({
  id: Id, title: z.string(), place: z.string(), status: ClassStatus, startsOn: LocalDate, endsOn: LocalDate, capacity: z.int(), taken: z.int(), owner: Owner,
});
export type ClassRow = z.infer<typeof ClassRow>;
export const ClassList = pageOf(ClassRow);
export type ClassList = z.infer<typeof ClassList>;

export const ClassMaterial = z.object({ id: Id, name: z.string(), size: z.int(), addedAt: Instant });
export type ClassMaterial = z.infer<typeof ClassMaterial>;

/** `GET /classes/:id`. */
export const ClassView = ClassRow.extend({
  description: z.string(),
  domain: Domain,
  homework: z.string(),
  nominationsUntil: LocalDate.nullable(),
  quotas: z.array(z.object({ department: z.object({ id: Id, name: z.string() }), quota: z.int(), taken: z.int() })),
  halfDays: z.array(HalfDay),
  courses: z.array(z.object({ course: z.object({ id: Id, title: z.string(), minutes: z.int() }), finishBy: LocalDate, exam: z.boolean() })),
  materials: z.array(ClassMaterial),
  cost: z.int().nullable(),
  revision: z.int(),
});
export type ClassView = z.infer<typeof ClassView>;

export const CancelClass = z.strictObject({ reason: z.string().trim().min(2).max(500) });
export type CancelClass = z.infer<typeof CancelClass>;
/** `POST /classes/:id/close`: `cost` in yuan, when one is told. */
export const CloseClass = z.strictObject({ cost: z.int().min(0).max(100_000_000).nullable().default(null) });
export type CloseClass = z.infer<typeof CloseClass>;
/** `POST /classes/:id/copy`: a draft with everything but roster, attendance and materials, every day moved as the first one is. */
export const CopyClass = z.strictObject({ title: Fields.title, startsOn: LocalDate });
export type CopyClass = z.infer<typeof CopyClass>;
/** `POST /classes/:id/materials`: a file of one's own (`POST /files`) becomes the class's. */
export const AddMaterial = z.strictObject({ fileId: Id });
export type AddMaterial = z.infer<typeof AddMaterial>;
export const ByMaterial = z.strictObject({ id: Id, materialId: Id });
export type ByMaterial = z.infer<typeof ByMaterial>;

/** `GET /classes/:id/roster`: whoever is or was on it. `by` = the manager who nominated; null = L&D added. */
export const Roster = z.object({
  items: z.array(z.object({ person: PersonCard, state: MemberState, since: Instant, by: Owner.nullable(), reason: z.string() })),
});
export type Roster = z.infer<typeof Roster>;
export const AddMembers = z.strictObject({ personIds: z.array(Id).min(1).max(100), reason: z.string().trim().max(500).default('') });
export type AddMembers = z.infer<typeof AddMembers>;
/** `POST /classes/:id/members/removal`: `replacementId` takes the place that becomes free. */
export const RemoveMember = z.strictObject({ personId: Id, replacementId: Id.optional(), reason: z.string().trim().min(2).max(500) });
export type RemoveMember = z.infer<typeof RemoveMember>;

/** `GET /classes/open`: classes that take nominations today, with the places of the departments the reader answers for. */
export const OpenClasses = z.object({
  items: z.array(z.object({
    id: Id, title: z.string(), place: z.string(), startsOn: LocalDate, endsOn: LocalDate, until: LocalDate, left: z.int(),
    quotas: z.array(z.object({ department: z.object({ id: Id, name: z.string() }), quota: z.int(), taken: z.int() })),
  })),
});
export type OpenClasses = z.infer<typeof OpenClasses>;
/** `POST /classes/:id/nominations`: people of one's line, all of them or none. */
export const NominateToClass = z.strictObject({ personIds: z.array(Id).min(1).max(50), reason: z.string().trim().min(2).max(500) });
export type NominateToClass = z.infer<typeof NominateToClass>;

/** `GET /classes/:id/attendance`: the sheet; `marks` by the id of the half-day. */
export const AttendanceSheet = z.object({
  halfDays: z.array(HalfDay),
  rows: z.array(z.object({ person: PersonCard, marks: z.record(Id, AttendanceMark) })),
  closed: z.boolean(),
});
export type AttendanceSheet = z.infer<typeof AttendanceSheet>;
/** `PUT /classes/:id/attendance`: marks of one half-day; one that stood there already is changed for a reason only. */
export const MarkAttendance = z.strictObject({
  halfDayId: Id,
  marks: z.array(z.strictObject({ personId: Id, mark: AttendanceMark })).min(1).max(500),
  reason: z.string().trim().max(500).default(''),
});
export type MarkAttendance = z.infer<typeof MarkAttendance>;
/** `GET /classes/:id/attendance/changes`: every mark as it was given, the newest first. */
export const AttendanceChanges = pageOf(z.object({
  id: z.string(), halfDay: z.object({ day: LocalDate, part: DayPart }), person: PersonCard, before: AttendanceMark.nullable(), mark: AttendanceMark, source: z.enum(['check_in', 'sheet']), at: Instant, by: Owner, reason: z.string(),
}));
export type AttendanceChanges = z.infer<typeof AttendanceChanges>;

/** Minutes before a half-day begins from which people check in. */
export const CHECK_IN_MINUTES_BEFORE = 30;
/** How long a code is shown, in seconds. */
export const CODE_SECONDS = 30;
export const ByHalfDay = z.strictObject({ id: Id, halfDayId: Id });
export type ByHalfDay = z.infer<typeof ByHalfDay>;
/** `GET /classes/:id/half-days/:halfDayId/check-in-code`: the code of this moment; `until` = when the next one comes. */
export const CheckInCode = z.object({ halfDay: HalfDay, code: z.string().nullable(), until: Instant, opensAt: Instant, closesAt: Instant, checkedIn: z.int() });
export type CheckInCode = z.infer<typeof CheckInCode>;
/** `POST /classes/check-in`: from the link of the QR code, or typed. */
export const CheckIn = z.strictObject({ halfDayId: Id, code: z.string().regex(/^\d{6}$/) });
export type CheckIn = z.infer<typeof CheckIn>;
export const CheckedIn = z.object({ classId: Id, title: z.string(), halfDay: HalfDay });
export type CheckedIn = z.infer<typeof CheckedIn>;

/** `GET /classes/mine`: classes one is on the roster of, the latest first. */
export const MyClasses = z.object({ items: z.array(z.object({ id: Id, title: z.string(), place: z.string(), status: ClassStatus, startsOn: LocalDate, endsOn: LocalDate, attended: z.int(), halfDays: z.int() })) });
export type MyClasses = z.infer<typeof MyClasses>;
/** `GET /classes/:id/mine`: as a participant sees it. `survey` = whether one waits, or was answered. */
export const MyClass = z.object({
  id: Id, title: z.string(), description: z.string(), place: z.string(), homework: z.string(), status: ClassStatus, startsOn: LocalDate, endsOn: LocalDate, owner: Owner,
  halfDays: z.array(HalfDay.extend({ mark: AttendanceMark.nullable(), checkIn: z.boolean() })),
  courses: z.array(z.object({ course: z.object({ id: Id, title: z.string(), minutes: z.int() }), finishBy: LocalDate, exam: z.boolean(), completedAt: Instant.nullable(), started: z.boolean() })),
  materials: z.array(ClassMaterial),
  survey: z.enum(['none', 'open', 'answered']),
});
export type MyClass = z.infer<typeof MyClass>;

/**
 * `GET /classes/:id/report`. `minutes` = of half-days present, and half of those partly attended; `completed` = absent from no half-day and every course finished.
 */
export const ClassReport = z.object({
  halfDays: z.array(HalfDay.extend({ present: z.int(), partial: z.int(), absent: z.int(), excused: z.int(), unmarked: z.int() })),
  rows: z.array(z.object({ person: PersonCard, present: z.int(), partial: z.int(), absent: z.int(), excused: z.int(), minutes: z.int(), courses: z.int(), completed: z.boolean() })),
  courses: z.int(),
  people: z.int(),
  completed: z.int(),
  cost: z.int().nullable(),
});
export type ClassReport = z.infer<typeof ClassReport>;
export const ClassReportExport = z.strictObject({ classId: Id });
export type ClassReportExport = z.infer<typeof ClassReportExport>;
