import type { Role } from '@zhixing/people/contract';
import type { Actor } from '@zhixing/platform/api';

/** The departments in which an actor holds a role, each with all below it: null = the whole bank, none = they do not hold it. */
export const scopeOf = ({ roles, scopes }: Pick<Actor, 'roles' | 'scopes'>, role: Role): readonly string[] | null => (roles.includes(role) ? (scopes[role] ?? null) : []);

/** Where an actor administers learning: null = the whole bank, none = nowhere. */
export const administrationScope = (actor: Pick<Actor, 'roles' | 'scopes'>): readonly string[] | null => scopeOf(actor, 'ld_admin');

/** Whose people an actor who reads the organisation sees: L&D administrators those of their scope, the others everybody (null). */
export const peopleScope = (actor: Pick<Actor, 'roles' | 'scopes'>): readonly string[] | null =>
  actor.roles.includes('system_admin') || actor.roles.includes('security_admin') ? null : administrationScope(actor);

/** SQL: whether a department, given by its path (itself and all above it), lies in a scope (`uuid[]`, null = the whole bank). */
export const lieWithin = (path: string, scope: string): string => `(${scope}::uuid[] is null or ${path} && ${scope}::uuid[])`;

/** SQL: whether any of some departments (`uuid[]`) lies in a scope (`uuid[]`, null = the whole bank). */
export const anyWithin = (departments: string, scope: string): string => `exists (select from people.department unit where unit.id = any(${departments}) and ${lieWithin('unit.path', scope)})`;

/** SQL: the department in which a person works today and all above it; empty for nobody and for those who left. */
export const departmentsOf = (person: string): string =>
  `coalesce((select unit.path from people.department_membership works join people.department unit on unit.id = works.department_id
              where works.person_id = ${person} and works.valid_from <= platform.today() and (works.valid_until is null or works.valid_until > platform.today())), '{}')`;

/** SQL: whether a person works in a scope (`uuid[]`, null = the whole bank, for which nobody needs to be found). */
export const worksWithin = (person: string, scope: string): string => lieWithin(departmentsOf(person), scope);
