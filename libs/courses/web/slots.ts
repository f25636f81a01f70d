import { defineSlot } from '@zhixing/platform/web';

/** Under the title of the course page and in the player's head: what other rooms say about the course (a due date). */
export const courseHeader = defineSlot<{ courseId: string; registrationId: string | null }>('course.header');

/** On the finish page: what finishing earns in other rooms (a certificate, points). */
export const courseFinish = defineSlot<{ courseId: string; registrationId: string; completionId: string }>('course.finish');
