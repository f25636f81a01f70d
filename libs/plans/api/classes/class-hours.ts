import type { Reader } from '@zhixing/platform/api';
import { CLASS_HOURS } from './attendance.queries.ts';

/** What somebody earned at a closed class; `id` = their place on its roster, one for each person and class. */
export interface ClassHours {
  id: string;
  person_id: string;
  title: string;
  closed_at: Date;
  /** Of half-days present, and half of those partly attended. */
  minutes: number;
}

/** Everybody who attended a closed class; nobody before it is closed. */
export const classHours = (reader: Reader, classId: string): Promise<ClassHours[]> => reader.rows<ClassHours>(CLASS_HOURS, [classId]);
