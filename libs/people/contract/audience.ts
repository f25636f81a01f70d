import { Id, LocalDate } from '@zhixing/platform/contract';
import { z } from 'zod';

/** What an audience rule may ask of a person's place in the bank; kind -> its value. */
export const peopleAudience = {
  /** Works in one of these departments or below, today. */
  'people.department': z.strictObject({ departmentIds: z.array(Id).min(1).max(200) }),
  'people.position': z.strictObject({ positionIds: z.array(Id).min(1).max(200) }),
  /** Of this grade or a more senior one (`at_least`), or of a more junior one (`at_most`). */
  'people.level': z.strictObject({ is: z.enum(['at_least', 'at_most']), jobLevelId: Id }),
  /** Hired (again) before that day, or on it or later. */
  'people.hired': z.strictObject({ is: z.enum(['before', 'since']), on: LocalDate }),
  /** Hired (again) within the last so many days: joiners. */
  'people.joined': z.strictObject({ withinDays: z.int().min(1).max(3650) }),
  /** These persons by name. */
  'people.persons': z.strictObject({ personIds: z.array(Id).min(1).max(2000) }),
} as const;
