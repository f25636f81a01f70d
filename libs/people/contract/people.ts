import { Id, Language, Theme } from '@zhixing/platform/contract';
import { z } from 'zod';

/** What a person may be besides an employee; `manager` is not a role but follows from manager relations. */
export const Role = z.enum(['ld_admin', 'trainer', 'judge', 'system_admin', 'security_admin', 'audit_admin']);
export type Role = z.infer<typeof Role>;

/** Roles whose logins end sooner when idle. */
export const ADMINISTRATOR_ROLES = ['ld_admin', 'system_admin', 'security_admin', 'audit_admin'] as const satisfies readonly Role[];

/** How a manager relation came about. */
export const ManagerRelationKind = z.enum(['line', 'project', 'acting']);
export type ManagerRelationKind = z.infer<typeof ManagerRelationKind>;

/** A person as shown in lists; department and staff number tell same-name people apart. */
export const PersonCard = z.object({
  id: Id,
  staffNumber: z.string(),
  displayName: z.string(),
  position: z.string(),
  department: z.object({ id: Id, name: z.string() }),
});
export type PersonCard = z.infer<typeof PersonCard>;

/** What everybody may see of somebody who works here: the card, and to whom they report today. */
export const Colleague = PersonCard.extend({ managers: z.array(PersonCard.extend({ kind: ManagerRelationKind })) });
export type Colleague = z.infer<typeof Colleague>;

/** Language and look a person chose. */
export const Preferences = z.strictObject({ language: Language.optional(), theme: Theme.optional() });
export type Preferences = z.infer<typeof Preferences>;
