import { PersonCard, Role } from '@zhixing/people/contract';
import { Id, Instant, Language, Localized, Theme } from '@zhixing/platform/contract';
import { z } from 'zod';
import { Password } from './passwords.ts';

/** `POST /auth/login`. An expired password is changed in the same step, by `next`. */
export const LoginRequest = z.strictObject({ login: z.string().trim().min(1).max(100), password: Password, next: Password.optional() });
export type LoginRequest = z.infer<typeof LoginRequest>;

/** The signed-in person: `manages` = has at least one report today; `permissions` decide what the menu shows; `mustEnrol` = nothing is open to them before they have a second factor. */
export const Me = z.object({
  person: PersonCard,
  roles: z.array(Role),
  manages: z.boolean(),
  permissions: z.array(z.string()),
  language: Language,
  theme: Theme,
  demo: z.boolean(),
  mustEnrol: z.boolean(),
});
export type Me = z.infer<typeof Me>;

/** A right password of somebody with a second factor: the login waits for `POST /auth/second-factor`, ten minutes. */
export const HalfLogin = z.object({ secondFactor: z.literal('required') });

/** `POST /auth/login`: who is in, or that a code is still asked for. */
export const SignedIn = z.union([Me, HalfLogin]);
export type SignedIn = z.infer<typeof SignedIn>;

/** One login of mine: where and since when; `current` is the one that asks. */
export const LoginView = z.object({
  id: Id,
  createdAt: Instant,
  seenAt: Instant,
  expiresAt: Instant,
  address: z.string(),
  device: z.string(),
  current: z.boolean(),
});
export type LoginView = z.infer<typeof LoginView>;

export const LoginList = z.object({ items: z.array(LoginView) });
export type LoginList = z.infer<typeof LoginList>;

/** A card on the login page of a demo bank: whom to be and what to try. */
export const DemoPerson = z.object({ login: z.string(), displayName: z.string(), position: z.string(), department: z.string(), tryThis: Localized });
export type DemoPerson = z.infer<typeof DemoPerson>;

/** What the login page needs before anyone is signed in; `demo.people` is empty outside demo mode; `password` = what is asked of a new one. */
export const LoginPage = z.object({ password: z.object({ minimum: z.int(), classes: z.int() }), demo: z.object({ people: z.array(DemoPerson), password: z.string().nullable() }) });
export type LoginPage = z.infer<typeof LoginPage>;
