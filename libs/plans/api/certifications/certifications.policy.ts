import { administrationScope } from '@zhixing/people/api';
import { type Actor, AppError } from '@zhixing/platform/api';

/** Certifications hold for the whole bank: head office makes and changes them, branches look after their people's. */
export const mayEdit = (actor: Pick<Actor, 'roles' | 'scopes'>): boolean => administrationScope(actor) === null;

/** @throws AppError forbidden */
export function requireEdit(actor: Pick<Actor, 'roles' | 'scopes'>): void {
  if (!mayEdit(actor)) throw new AppError('forbidden');
}
