import { administrationScope } from '@zhixing/people/api';
import type { Actor } from '@zhixing/platform/api';

/** Who edits courses: a signed-in person, or one in whose name a command runs. */
export type Editor = Pick<Actor, 'personId' | 'roles' | 'scopes' | 'address' | 'requestId'> & Partial<Pick<Actor, 'loginId'>>;

/** A course as the policy looks at it; `owner_departments` = the department of its owner and all above it, empty without an owner. */
export interface OwnedCourse {
  owner_id: string | null;
  owner_departments: readonly string[];
}

/** L&D administrators see the statistics of their own courses and those owned in their scope, and edit them; trainers only of their own. */
export function mayAdminister(actor: Pick<Actor, 'personId' | 'roles' | 'scopes'>, course: OwnedCourse): boolean {
  if (course.owner_id === actor.personId) return actor.roles.includes('trainer') || actor.roles.includes('ld_admin');
  const scope = administrationScope(actor);
  return scope === null || course.owner_departments.some((id) => scope.includes(id));
}
