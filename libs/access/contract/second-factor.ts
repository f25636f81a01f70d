import { Instant } from '@zhixing/platform/contract';
import { z } from 'zod';
import { Password } from './passwords.ts';

/** Six digits of an authenticator app, or a recovery code, as typed: case, spaces and hyphens do not count. */
export const Code = z.string().trim().min(1).max(40);

/** `POST /auth/second-factor` (the second step of a sign-in) and `POST /auth/second-factor/confirmation` (the first code of a new device). */
export const GiveCode = z.strictObject({ code: Code });
export type GiveCode = z.infer<typeof GiveCode>;

/** `GET /auth/second-factor`: mine, since when (null = I have none), how many recovery codes are left, and whether I must keep it. */
export const SecondFactorView = z.object({ since: Instant.nullable(), recoveryCodes: z.int(), required: z.boolean() });
export type SecondFactorView = z.infer<typeof SecondFactorView>;

/** What every change of a second factor asks for; `code` of the one there is. */
export const Proof = z.strictObject({ password: Password, code: Code.optional() });
export type Proof = z.infer<typeof Proof>;

/** `POST /auth/second-factor/enrolment`: for the authenticator app, as the address in a QR code and as text; good for 15 minutes and shown this once. */
export const Enrolment = z.object({ uri: z.string(), key: z.string() });
export type Enrolment = z.infer<typeof Enrolment>;

/** Each opens one sign-in without the device; shown this once, earlier ones are void. */
export const RecoveryCodes = z.object({ codes: z.array(z.string()) });
export type RecoveryCodes = z.infer<typeof RecoveryCodes>;
