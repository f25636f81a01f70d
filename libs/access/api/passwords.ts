import { hash, verify } from '@node-rs/argon2';

/** OWASP Password Storage Cheat Sheet: argon2id with m = 46 MiB, t = 1, p = 1. */
const ARGON2ID = { algorithm: 2, memoryCost: 47_104, timeCost: 1, parallelism: 1 } as const;

/** Each running hash takes 46 MiB and a core; more at once would only queue in memory. */
const AT_ONCE = 2;
let running = 0;
const waiting: (() => void)[] = [];

async function bounded<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  running++;
  try {
    return await work();
  } finally {
    running--;
    waiting.shift()?.();
  }
}

/** The argon2id hash of a password in PHC form; the whole Unicode text counts. */
export const hashPassword = (password: string): Promise<string> => bounded(() => hash(password, ARGON2ID));

/** The hashes of recovery codes, in the order given; one salt for a person's set, so that a typed code is hashed once and looked up. */
export const hashRecoveryCodes = (codes: readonly string[], salt: Uint8Array): Promise<string[]> => Promise.all(codes.map((code) => bounded(() => hash(code, { ...ARGON2ID, salt }))));

/** A hash nobody has the password of: checking it costs what checking a real one costs. */
const NOBODY = '$argon2id$v=19$m=47104,t=1,p=1$bm9ib2R5LWhhcy10aGlz$b2Q3l7CWZ0GkSGa2VnYV0bLBcVZ5bRXdJd2CqS2bKkY';

/** Whether the password is right; takes as long when there is no such account (`stored` undefined). */
export async function passwordMatches(stored: string | undefined, password: string): Promise<boolean> {
  const matches = await bounded(() => verify(stored ?? NOBODY, password));
  return matches && stored !== undefined;
}
