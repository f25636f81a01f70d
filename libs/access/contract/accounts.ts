import { PersonCard } from '@zhixing/people/contract';
import { Instant } from '@zhixing/platform/contract';
import { z } from 'zod';
import { LoginView } from './access.ts';
import { Password } from './passwords.ts';

/**
 * `GET /accounts/:id` (a person): the name they sign in with, since when they have a password (null = never activated), until when they are locked out,
 * until when a link waits for them, since when they have a second factor, where they are signed in.
 */
export const AccountView = z.object({
  person: PersonCard,
  login: z.string(),
  changedAt: Instant.nullable(),
  lockedUntil: Instant.nullable(),
  linkUntil: Instant.nullable(),
  secondFactorSince: Instant.nullable(),
  logins: z.array(LoginView),
  can: z.object({ activate: z.boolean(), resetSecondFactor: z.boolean() }),
});
export type AccountView = z.infer<typeof AccountView>;

/** `POST /accounts/:id/activation`: the link is shown this once; only its hash is kept. */
export const ActivationLink = z.object({ link: z.string(), login: z.string(), expiresAt: Instant });
export type ActivationLink = z.infer<typeof ActivationLink>;

const Token = z.string().regex(/^[\w-]{43}$/);

/** `POST /auth/activation/look`: for whom a link is, and what is asked of the password. */
export const LookAtLink = z.strictObject({ token: Token });
export type LookAtLink = z.infer<typeof LookAtLink>;
export const LinkView = z.object({ login: z.string(), displayName: z.string(), minimum: z.int(), classes: z.int() });
export type LinkView = z.infer<typeof LinkView>;

/** `POST /auth/activation`: uses the link up. */
export const UseLink = z.strictObject({ token: Token, password: Password });
export type UseLink = z.infer<typeof UseLink>;

