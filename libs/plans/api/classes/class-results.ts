import type { Reader } from '@zhixing/platform/api';
import { CLASS_RESULTS } from './attendance.queries.ts';

/** What somebody got out of a closed class; `id` = their place on its roster, one for each person and class. */
export interface ClassResult {
  id: string;
  person_id: string;
  title: string;
  department: string;
  closed_at: Date;
  /** Of half-days present, and half of those partly attended. */
  minutes: number;
  /** Absent from no half-day and every course finished; the survey plays no part. */
  completed: boolean;
}

/** Everybody who attended a closed class; nobody before it is closed. */
export const classResults = (reader: Reader, classId: string): Promise<ClassResult[]> => reader.rows<ClassResult>(CLASS_RESULTS, [classId]);
