import { Instant } from '@zhixing/platform/contract';
import { z } from 'zod';

/** A password as it is typed: the whole Unicode text counts; 1,024 characters keep hashing bounded. */
export const Password = z.string().min(1).max(1024);

/** `GET /auth/password`: what the bank asks of passwords (`days`, `history` null = not asked), and until when mine is good. `changedAt` null = I sign in elsewhere and have none here. */
export const PasswordFacts = z.object({
  minimum: z.int(),
  classes: z.int(),
  days: z.int().nullable(),
  history: z.int().nullable(),
  changedAt: Instant.nullable(),
  expiresAt: Instant.nullable(),
});
export type PasswordFacts = z.infer<typeof PasswordFacts>;

/** `PUT /auth/password`: a change needs the old one. */
export const ChangePassword = z.strictObject({ current: Password, next: Password });
export type ChangePassword = z.infer<typeof ChangePassword>;
