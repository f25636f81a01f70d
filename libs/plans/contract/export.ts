import { Id } from '@zhixing/platform/contract';
import { z } from 'zod';

/** Parameters of the export `assignment-people`: everybody who owes something because of an assignment in one cycle (the newest when absent). */
export const AssignmentPeopleExport = z.strictObject({ assignmentId: Id, cycle: z.string().max(10).optional() });
export type AssignmentPeopleExport = z.infer<typeof AssignmentPeopleExport>;
