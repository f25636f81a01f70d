import type { PersonRow, PersonState, PersonView } from '@zhixing/people/contract';

export interface ListRow {
  id: string;
  staff_number: string;
  display_name: string;
  mail: string | null;
  position: string | null;
  job_level: string | null;
  department_id: string | null;
  department_name: string | null;
  state: PersonState;
}

/** Lists that PostgreSQL has put into the contract's shape already. */
export interface DatedRow extends Pick<PersonView, 'employments' | 'memberships' | 'leaves' | 'managers' | 'delegations' | 'reports' | 'pinyin' | 'revision'> {
  hr_key: string | null;
  pseudonymised_at: Date | null;
}

export const personRow = (row: ListRow): PersonRow => ({
  id: row.id,
  staffNumber: row.staff_number,
  displayName: row.display_name,
  mail: row.mail,
  position: row.position,
  jobLevel: row.job_level,
  department: row.department_id === null ? null : { id: row.department_id, name: row.department_name! },
  state: row.state,
});

export const personView = (row: ListRow, { hr_key, pseudonymised_at, ...facts }: DatedRow, can: PersonView['can']): PersonView =>
  ({ ...personRow(row), ...facts, hrKey: hr_key, pseudonymisedAt: pseudonymised_at?.toISOString() ?? null, can });
