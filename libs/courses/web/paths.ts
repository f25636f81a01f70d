/** The course page. */
export const coursePath = (courseId: string): string => `/courses/${courseId}`;

/** A lesson in the player. Without a key the player goes on where the person left. */
export const lessonPath = (registrationId: string, lessonKey?: string | null): string =>
  (lessonKey ? `/registrations/${registrationId}/lessons/${encodeURIComponent(lessonKey)}` : `/registrations/${registrationId}`);

/** What finishing a course came to. */
export const finishPath = (registrationId: string): string => `/registrations/${registrationId}/finish`;

/** A course's statistics. */
export const statisticsPath = (courseId: string): string => `/administration/courses/${courseId}`;
