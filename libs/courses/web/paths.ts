/** The course page. */
export const coursePath = (courseId: string): string => `/courses/${courseId}`;

/** A lesson in the player. Without a key the player goes on where the person left. */
export const lessonPath = (registrationId: string, lessonKey?: string | null): string =>
  (lessonKey ? `/registrations/${registrationId}/lessons/${encodeURIComponent(lessonKey)}` : `/registrations/${registrationId}`);

/** What finishing a course came to. */
export const finishPath = (registrationId: string): string => `/registrations/${registrationId}/finish`;

/** The courses one administers; their drafts on a tab of its own. */
export const ADMINISTERED_PATH = '/administration/courses';
export const DRAFTS_PATH = `${ADMINISTERED_PATH}?tab=drafts`;

/** Where a course package is imported. */
export const IMPORT_PATH = `${ADMINISTERED_PATH}/import`;

/** A course's draft. */
export const draftPath = (courseId: string): string => `${ADMINISTERED_PATH}/${courseId}/draft`;

/** A lesson of a draft as learners will see it. */
export const draftLessonPath = (courseId: string, lessonKey: string): string => `${draftPath(courseId)}/lessons/${encodeURIComponent(lessonKey)}`;

/** The package of a course version, as a download. */
export const exportAddress = (courseId: string, version: number): string => `/api/v1/courses/${courseId}/export?version=${version}`;

/** The grades of a course. */
export const gradesPath = (courseId: string): string => `${ADMINISTERED_PATH}/${courseId}/grades`;

/** A course's statistics. */
export const statisticsPath = (courseId: string): string => `/administration/courses/${courseId}`;
