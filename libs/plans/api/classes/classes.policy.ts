import { administrationScope } from '@zhixing/people/api';
import { type Actor, AppError } from '@zhixing/platform/api';

/** Whether an L&D administrator reaches everything a class reaches: the bank's classes are head office's, a branch's those of whoever answers for all its departments. */
export function mayAdminister(actor: Pick<Actor, 'personId' | 'roles' | 'scopes'>, { scope: reach }: { scope: readonly string[] | null }): boolean {
  const scope = administrationScope(actor);
  return scope === null || (reach !== null && reach.every((id) => scope.includes(id)));
}

/** @throws AppError not_found */
export function requireAdministration<T extends { scope: readonly string[] | null }>(actor: Pick<Actor, 'personId' | 'roles' | 'scopes'>, found: T | undefined): T {
  if (!found || !mayAdminister(actor, found)) throw new AppError('not_found');
  return found;
}
