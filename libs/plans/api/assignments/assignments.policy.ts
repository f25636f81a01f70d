import { administrationScope } from '@zhixing/people/api';
import { type Actor, AppError } from '@zhixing/platform/api';

/** An assignment as the policy looks at it; `owner_departments` = the department of its owner and all above it. */
export interface OwnedAssignment {
  origin: string;
  owner_id: string;
  owner_departments: readonly string[];
  scope: readonly string[] | null;
  state: string;
}

type Reader = Pick<Actor, 'personId' | 'roles' | 'scopes'>;

/**
 * A manager's own is changed by its owner and the L&D administrators of the owner's department; another by those who reach all it reaches.
 * So nobody changes what goes beyond their scope, whoever owns it.
 */
export function mayEdit(actor: Reader, { origin, owner_id, owner_departments, scope: reach }: OwnedAssignment): boolean {
  const scope = administrationScope(actor);
  if (scope === null) return true;
  if (origin === 'manager') return owner_id === actor.personId || owner_departments.some((id) => scope.includes(id));
  return reach !== null && reach.every((id) => scope.includes(id));
}

/** Whoever may edit it sees it, and a branch what head office gives it. */
export const maySee = (actor: Reader, assignment: OwnedAssignment): boolean =>
  mayEdit(actor, assignment) || (administrationScope(actor)?.length !== 0 && assignment.origin === 'l_and_d' && assignment.scope === null && assignment.state !== 'draft');

/** Whose people an actor sees in an assignment: a manager all of their own, an L&D administrator those of the scope. null = all. */
export const peopleOf = (actor: Reader, { origin, owner_id }: Pick<OwnedAssignment, 'origin' | 'owner_id'>): readonly string[] | null =>
  origin === 'manager' && owner_id === actor.personId ? null : administrationScope(actor);

/** @throws AppError not_found when it may not be seen, forbidden when only seen */
export function requireEdit(actor: Reader, assignment: OwnedAssignment | undefined): void {
  if (!assignment || !maySee(actor, assignment)) throw new AppError('not_found');
  if (!mayEdit(actor, assignment)) throw new AppError('forbidden');
}
