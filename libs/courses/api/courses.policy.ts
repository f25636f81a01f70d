import type { Actor } from '@zhixing/platform/api';

/** Who edits courses: a signed-in person, or one in whose name a command runs. */
export type Editor = Pick<Actor, 'personId' | 'roles' | 'address' | 'requestId'> & Partial<Pick<Actor, 'loginId'>>;

/** L&D administrators see the statistics of every course and edit it, trainers of the courses they own. */
export const mayAdminister = (actor: Pick<Actor, 'personId' | 'roles'>, course: { owner_id: string | null }): boolean => administersAll(actor) || (actor.roles.includes('trainer') && course.owner_id === actor.personId);

export const administersAll = (actor: Pick<Actor, 'roles'>): boolean => actor.roles.includes('ld_admin');
