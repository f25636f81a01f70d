import { createHmac, randomBytes } from 'node:crypto';

/** What the database keeps of a token: HMAC-SHA256 under LOGIN_SECRET. */
export const hashToken = (secret: string, token: string): Buffer => createHmac('sha256', secret).update(token).digest();

/** 256 random bits as text, and their hash for the table. */
export function newToken(secret: string): { token: string; hash: Buffer } {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: hashToken(secret, token) };
}
