import type { Actor } from '@zhixing/platform/api';

/** L&D administrators read the statistics of every course, trainers those of the courses they own. */
export const mayViewStatistics = (actor: Actor, course: { owner_id: string | null }): boolean => actor.roles.includes('ld_admin') || (actor.roles.includes('trainer') && course.owner_id === actor.personId);
