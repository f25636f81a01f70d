import type { ClassMaterial, ClassRow, ClassStatus, ClassView, HalfDay } from '@zhixing/plans/contract';

/** A class as its statements give it. */
export interface ClassSqlRow {
  id: string;
  title: string;
  place: string;
  status: ClassStatus;
  state: 'draft' | 'published' | 'closed' | 'cancelled';
  starts_on: string;
  ends_on: string;
  capacity: number;
  taken: number;
  owner_id: string;
  owner_name: string;
  scope: string[] | null;
  description: string;
  domain: ClassView['domain'];
  homework: string;
  nominations_until: string | null;
  cost: number | null;
  revision: number;
}

export interface CourseSqlRow {
  id: string;
  title: string;
  minutes: number;
  finishBy: string;
  exam: boolean;
}

export interface MaterialSqlRow extends Omit<ClassMaterial, 'addedAt'> {
  addedAt: Date;
}

export const classRow = (row: ClassSqlRow): ClassRow => ({
  id: row.id, title: row.title, place: row.place, status: row.status, startsOn: row.starts_on, endsOn: row.ends_on, capacity: row.capacity, taken: row.taken, owner: { id: row.owner_id, displayName: row.owner_name },
});

export const materialView = ({ addedAt, ...material }: MaterialSqlRow): ClassMaterial => ({ ...material, addedAt: addedAt.toISOString() });

/** A quota as its statements give it. */
export interface QuotaSqlRow {
  id: string;
  quota: number;
  taken: number;
}

export const quotaView = ({ id, quota, taken }: QuotaSqlRow, names: readonly { id: string; name: string }[]): ClassView['quotas'][number] => ({
  department: { id, name: names.find((one) => one.id === id)?.name ?? '' }, quota, taken,
});

export const classCourse = <T extends object>({ id, title, minutes, ...rest }: CourseSqlRow & T) => ({ course: { id, title, minutes }, ...rest });

export const classView = (
  row: ClassSqlRow,
  { halfDays, courses, quotas, materials }: { halfDays: HalfDay[]; courses: CourseSqlRow[]; quotas: ClassView['quotas']; materials: MaterialSqlRow[] },
): ClassView => ({
  ...classRow(row),
  description: row.description,
  domain: row.domain,
  homework: row.homework,
  nominationsUntil: row.nominations_until,
  quotas,
  halfDays,
  courses: courses.map(classCourse),
  materials: materials.map(materialView),
  cost: row.cost,
  revision: row.revision,
});
