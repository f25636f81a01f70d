import type { PersonCard } from '@zhixing/people/contract';

/** A row of the view people.card; other rooms' SQL may select these columns as `person_id`, `staff_number`, … */
export interface CardRow {
  person_id: string;
  staff_number: string;
  display_name: string;
  position: string;
  department_id: string;
  department_name: string;
}

export const personCard = (row: CardRow): PersonCard => ({
  id: row.person_id,
  staffNumber: row.staff_number,
  displayName: row.display_name,
  position: row.position,
  department: { id: row.department_id, name: row.department_name },
});
