import { isIP } from 'node:net';
import { z } from 'zod';

const flag = z.enum(['0', '1']).transform((value) => value === '1');

/** Addresses or networks (`10.0.0.0/8`) of the proxies in front, or the names proxy-addr knows for them. */
const isProxy = (entry: string): boolean => {
  const [address = '', bits, ...rest] = entry.trim().split('/');
  if (['loopback', 'linklocal', 'uniquelocal'].includes(entry.trim())) return true;
  return isIP(address) > 0 && !rest.length && (bits === undefined || /^\d{1,3}$/.test(bits));
};

const Environment = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  DATA_DIR: z.string().default('.data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  LOGIN_SECRET: z.string().min(32).optional(),
  DEMO: flag.default(false),
  TRUST_PROXY: z.string().refine((list) => list.split(',').every(isProxy), 'must be addresses or networks of the proxies, comma-separated (or loopback, linklocal, uniquelocal)').optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

/** The settings of one process, read from the environment once at boot. */
export interface Config {
  mode: 'development' | 'production' | 'test';
  host: string;
  port: number;
  dataDirectory: string;
  databaseUrl: string;
  publicUrl: string;
  /** At least 32 characters; keys the hash of login tokens. */
  loginSecret: string;
  demo: boolean;
  trustProxy: string | undefined;
  logLevel: string;
}

/** Injection token of the Config. */
export const CONFIG = Symbol('Config');

/**
 * Reads and checks the environment.
 * @throws Error naming every wrong variable, and in production one that refuses demo mode or a missing LOGIN_SECRET.
 */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const present = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = Environment.safeParse(present);
  if (!parsed.success) throw new Error(`Wrong settings in the environment:\n${parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`).join('\n')}`);
  const { data } = parsed;
  if (data.NODE_ENV === 'production' && data.DEMO) throw new Error('DEMO=1 is refused with NODE_ENV=production: the demo logins have a published password.');
  if (!data.LOGIN_SECRET && data.NODE_ENV !== 'test') throw new Error('LOGIN_SECRET is not set: give it at least 32 random characters (npm start makes and keeps one in DATA_DIR).');
  return {
    mode: data.NODE_ENV,
    host: data.HOST,
    port: data.PORT,
    dataDirectory: data.DATA_DIR,
    databaseUrl: data.DATABASE_URL,
    publicUrl: (data.PUBLIC_URL ?? `http://${data.HOST}:${data.PORT}`).replace(/\/$/, ''),
    loginSecret: data.LOGIN_SECRET ?? 'a-secret-of-the-tests-and-of-nothing-else',
    demo: data.DEMO,
    trustProxy: data.TRUST_PROXY,
    logLevel: data.LOG_LEVEL,
  };
}
