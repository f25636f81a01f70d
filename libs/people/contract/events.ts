import { defineEvents, Id, LocalDate } from '@zhixing/platform/contract';
import { z } from 'zod';

const Dated = z.strictObject({ personId: Id, on: LocalDate });

/** What happens to people and departments; `on` may lie ahead or behind. */
export const peopleEvents = defineEvents({
  'people.hired': Dated,
  'people.left': Dated,
  'people.transferred': Dated,
  /** Days away from work were recorded or changed. */
  'people.leave_changed': z.strictObject({ personId: Id }),
  'people.disabled': z.strictObject({ personId: Id }),
  'people.department_merged': z.strictObject({ departmentId: Id, intoId: Id, on: LocalDate }),
});
