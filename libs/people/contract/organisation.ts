import { Id, Instant, listOf, LocalDate, PageQuery, pageOf } from '@zhixing/platform/contract';
import { z } from 'zod';
import { ManagerRelationKind, PersonCard } from './people.ts';

const Name = z.string().trim().min(1).max(60);
const Code = z.string().trim().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/);
const Mail = z.email().max(200);
/** A thing with a name. */
export const Reference = z.object({ id: Id, name: z.string() });

/** How a person stands to the bank today; `upcoming` = hired from a later day on. */
export const PersonState = z.enum(['active', 'on_leave', 'disabled', 'left', 'upcoming']);
export type PersonState = z.infer<typeof PersonState>;

/** Why somebody is away from work. */
export const LeaveKind = z.enum(['parental', 'sick', 'study', 'personal', 'other']);
export type LeaveKind = z.infer<typeof LeaveKind>;

/** The order of a list without words; words bring the best fit first. */
export const PeopleSort = z.enum(['name', 'staffNumber']);

/** People by words (hanzi, pinyin, initials, staff number, mail), department with all below it, position and state. Without `state`: everybody who has not left. */
export const PeopleQuery = PageQuery.extend({
  q: z.string().trim().min(1).max(100).optional(),
  departmentId: Id.optional(),
  positionId: Id.optional(),
  state: listOf(PersonState),
  sort: PeopleSort.default('name'),
});
export type PeopleQuery = z.infer<typeof PeopleQuery>;

/** A person in the administration's list: the place of today, else the last or the first to come. */
export const PersonRow = z.object({
  id: Id,
  staffNumber: z.string(),
  displayName: z.string(),
  mail: z.string().nullable(),
  position: z.string().nullable(),
  jobLevel: z.string().nullable(),
  department: Reference.nullable(),
  state: PersonState,
});
export type PersonRow = z.infer<typeof PersonRow>;

/** A page of people; `total` only on the first page, at most 1,001, which reads "1,000+". */
export const PeopleList = pageOf(PersonRow).extend({ total: z.int().nullable() });
export type PeopleList = z.infer<typeof PeopleList>;

/** From that day on, up to but without `until`; null = open. */
const Dated = { from: LocalDate, until: LocalDate.nullable() };

/** Everything the organisation knows of a person, the newest first, and what the reader may do. */
export const PersonView = PersonRow.extend({
  hrKey: z.string().nullable(),
  /** Since when the name and the number are a pseudonym, because they left longer ago than they may be named. */
  pseudonymisedAt: Instant.nullable(),
  pinyin: z.string(),
  revision: z.int(),
  employments: z.array(z.object({ ...Dated, kind: z.enum(['hired', 'rehired']) })),
  memberships: z.array(z.object({ ...Dated, department: Reference, position: Reference, jobLevel: Reference.nullable() })),
  leaves: z.array(z.object({ id: Id, ...Dated, kind: LeaveKind })),
  managers: z.array(z.object({ id: Id, ...Dated, kind: ManagerRelationKind, manager: z.object({ id: Id, displayName: z.string(), staffNumber: z.string() }), delegated: z.boolean() })),
  delegations: z.array(z.object({ id: Id, ...Dated, delegate: z.object({ id: Id, displayName: z.string(), staffNumber: z.string() }) })),
  /** Direct reports today. */
  reports: z.int(),
  can: z.object({ edit: z.boolean(), disable: z.boolean() }),
});
export type PersonView = z.infer<typeof PersonView>;

/** Direct reports of today. */
export const ReportList = z.object({ items: z.array(PersonCard.extend({ kind: ManagerRelationKind })) });
export type ReportList = z.infer<typeof ReportList>;

export const HirePerson = z.strictObject({
  staffNumber: Code,
  hrKey: Code.optional(),
  displayName: Name,
  mail: Mail.optional(),
  departmentId: Id,
  positionId: Id,
  jobLevelId: Id.nullable().default(null),
  managerId: Id.optional(),
  from: LocalDate,
});
export type HirePerson = z.infer<typeof HirePerson>;

/** What is absent stays. */
export const EditPerson = z.strictObject({ displayName: Name.optional(), mail: Mail.nullable().optional(), staffNumber: Code.optional(), hrKey: Code.nullable().optional() });
export type EditPerson = z.infer<typeof EditPerson>;

/** From that day on another department, position, grade or line manager; what is absent stays. The past and later plans stay as they are. */
const TransferTo = {
  departmentId: Id,
  positionId: Id.optional(),
  jobLevelId: Id.optional(),
  managerId: Id.optional(),
  from: LocalDate,
};
export const TransferPerson = z.strictObject(TransferTo);
export type TransferPerson = z.infer<typeof TransferPerson>;

export const StartLeave = z.strictObject({ kind: LeaveKind, from: LocalDate, until: LocalDate.nullable().default(null) });
export type StartLeave = z.infer<typeof StartLeave>;

/** The first day that no longer belongs to it. */
export const EndOn = z.strictObject({ on: LocalDate });
export type EndOn = z.infer<typeof EndOn>;

export const RehirePerson = z.strictObject({ departmentId: Id, positionId: Id, jobLevelId: Id.nullable().default(null), managerId: Id.optional(), from: LocalDate });
export type RehirePerson = z.infer<typeof RehirePerson>;

/** A new `line` manager takes the place of the one before from that day on; `project` and `acting` ones stand beside. */
export const AddManager = z.strictObject({ managerId: Id, kind: ManagerRelationKind, from: LocalDate, until: LocalDate.nullable().default(null) });
export type AddManager = z.infer<typeof AddManager>;

/** The person's direct reports are also the delegate's for that time. */
export const Delegate = z.strictObject({ delegateId: Id, from: LocalDate, until: LocalDate });
export type Delegate = z.infer<typeof Delegate>;

/** A department in the tree of a day; `people` = those placed in it, `below` = with all its units. */
export const DepartmentNode = z.object({ id: Id, parentId: Id.nullable(), code: z.string(), name: z.string(), people: z.int(), below: z.int() });
export type DepartmentNode = z.infer<typeof DepartmentNode>;

export const DepartmentTree = z.object({ asOf: LocalDate, items: z.array(DepartmentNode), can: z.object({ edit: z.boolean() }) });
export type DepartmentTree = z.infer<typeof DepartmentTree>;
export const DepartmentsQuery = z.strictObject({ asOf: LocalDate.optional() });
export type DepartmentsQuery = z.infer<typeof DepartmentsQuery>;

/** Where a department stood, newest first. */
export const DepartmentHistory = z.object({
  id: Id,
  code: z.string(),
  name: z.string(),
  closedOn: LocalDate.nullable(),
  mergedInto: Reference.nullable(),
  places: z.array(z.object({ ...Dated, name: z.string(), parent: Reference.nullable() })),
});
export type DepartmentHistory = z.infer<typeof DepartmentHistory>;

export const CreateDepartment = z.strictObject({ code: Code, name: Name, parentId: Id, from: LocalDate });
export type CreateDepartment = z.infer<typeof CreateDepartment>;

/** Another name from that day on. */
export const RenameDepartment = z.strictObject({ name: Name, from: LocalDate });
export type RenameDepartment = z.infer<typeof RenameDepartment>;

/** Under another department from that day on, with everything below it. */
export const MoveDepartment = z.strictObject({ parentId: Id, from: LocalDate });
export type MoveDepartment = z.infer<typeof MoveDepartment>;

/** Its people and units go to another department on that day, and it is closed. */
export const MergeDepartment = z.strictObject({ intoId: Id, from: LocalDate });
export type MergeDepartment = z.infer<typeof MergeDepartment>;

/** Positions and grades to choose from. */
export const Choices = z.object({ positions: z.array(Reference), jobLevels: z.array(Reference) });
export type Choices = z.infer<typeof Choices>;

/** The id of what was made. */
export const Made = z.object({ id: Id });
export type Made = z.infer<typeof Made>;

/** Parameters of one dated row of a person. */
export const ByRow = z.strictObject({ id: Id, rowId: Id });
export type ByRow = z.infer<typeof ByRow>;

/** Colleagues who work here, by words. */
export const FindPeople = PageQuery.extend({ q: z.string().trim().min(1).max(100) });
export type FindPeople = z.infer<typeof FindPeople>;
export const FoundPeople = pageOf(PersonCard);
export type FoundPeople = z.infer<typeof FoundPeople>;

/** A day that is not what its weekday says: off, or worked to make up for a day off (调休). */
export const HolidayKind = z.enum(['holiday', 'workday']);
export const Holiday = z.strictObject({ day: LocalDate, kind: HolidayKind, name: z.string().trim().min(1).max(40) });
export type Holiday = z.infer<typeof Holiday>;
export const HolidaysQuery = z.strictObject({ year: z.coerce.number().int().min(2000).max(2100) });
export type HolidaysQuery = z.infer<typeof HolidaysQuery>;
export const Holidays = z.object({ items: z.array(Holiday), can: z.object({ edit: z.boolean() }) });
export type Holidays = z.infer<typeof Holidays>;

/** What a calendar file brought: with one row at fault nothing is stored. `row` counts from 1, the heading included. */
export const HolidayImport = z.object({
  stored: z.int(),
  errors: z.array(z.object({ row: z.int(), problem: z.enum(['day', 'kind', 'name', 'twice']) })),
});
export type HolidayImport = z.infer<typeof HolidayImport>;
