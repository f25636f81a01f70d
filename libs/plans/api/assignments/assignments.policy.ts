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

/** Owners change their own; L&D administrators also those owned in their scope. */
export function mayEdit(actor: Reader, { owner_id, owner_departments }: OwnedAssignment): boolean {
  const scope = administrationScope(actor);
  return owner_id === actor.personId || scope === null || owner_departments.some((id) => scope.includes(id));
}

/** Whoever may edit it sees it, and a branch what head office gives it. */
export const maySee = (actor: Reader, assignment: OwnedAssignment): boolean =>
  mayEdit(actor, assignment) || (administrationScope(actor)?.length !== 0 && assignment.origin === 'l_and_d' && assignment.scope === null && assignment.state !== 'draft');

/** Whose people an actor sees in an assignment: the owner all of them, an L&D administrator those of the scope. null = all. */
export const peopleOf = (actor: Reader, { owner_id }: Pick<OwnedAssignment, 'owner_id'>): readonly string[] | null => (owner_id === actor.personId ? null : administrationScope(actor));

/** @throws AppError not_found when it may not be seen, forbidden when only seen */
export function requireEdit(actor: Reader, assignment: OwnedAssignment | undefined): void {
  if (!assignment || !maySee(actor, assignment)) throw new AppError('not_found');
  if (!mayEdit(actor, assignment)) throw new AppError('forbidden');
}
