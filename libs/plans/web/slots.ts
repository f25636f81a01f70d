import { defineSlot } from '@zhixing/platform/web';

/** Below how far the people of an assignment are: what rooms above make of it. `cycle` absent = every one. */
export const assignmentOverview = defineSlot<{ assignmentId: string; cycle: string | undefined }>('assignment.overview');
