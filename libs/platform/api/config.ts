import { isIP } from 'node:net';
import { join } from 'node:path';
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
  PASSWORD_POLICY: z.enum(['asvs', 'mlps3']).default('asvs'),
  SECOND_FACTOR: z.enum(['required', 'offered']).optional(),
  LEAVER_RETENTION_YEARS: z.coerce.number().int().min(1).max(60).default(6),
  FILE_QUOTA_MB: z.coerce.number().int().min(1).default(2048),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().regex(/^[^<>\r\n]+( <[^<>\s]+@[^<>\s]+>)?$/, 'must be an address, or a name and an address in angle brackets').optional(),
  MAIL_PER_MINUTE: z.coerce.number().int().min(1).default(600),
  MAIL_PER_DAY: z.coerce.number().int().min(1).default(200_000),
  HR_FEED_DIR: z.string().optional(),
  SCANNER_URL: z.url({ protocol: /^clamd$/, hostname: /./ }).optional(),
  METRICS_HOST: z.string().default('127.0.0.1'),
  METRICS_PORT: z.coerce.number().int().min(0).max(65535).optional(),
  S3_BUCKET: z.string().regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'must be the name of a bucket').optional(),
  S3_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  S3_REGION: z.string().optional(),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  S3_FORCE_PATH_STYLE: flag.default(false),
}).superRefine((data, context) => {
  const wrong = (name: string, message: string) => context.addIssue({ code: 'custom', path: [name], message });
  if (data.SMTP_URL && !data.MAIL_FROM) wrong('MAIL_FROM', 'must be set too, because SMTP_URL is');
  const named = Object.entries(data).filter(([name, value]) => name.startsWith('S3_') && value !== undefined && value !== false).map(([name]) => name);
  if (named.length && !data.S3_BUCKET) wrong('S3_BUCKET', `must be set too, because ${named.join(', ')} is`);
  if (data.S3_BUCKET && !data.S3_ENDPOINT && !data.S3_REGION) wrong('S3_REGION', 'must be set, unless S3_ENDPOINT names a server');
  if (!data.S3_ACCESS_KEY_ID !== !data.S3_SECRET_ACCESS_KEY) wrong(data.S3_ACCESS_KEY_ID ? 'S3_SECRET_ACCESS_KEY' : 'S3_ACCESS_KEY_ID', 'must be set too: the two belong together');
});

/** An object store that speaks S3. Without keys the machine's own identity is used. */
export interface S3Settings {
  bucket: string;
  endpoint: string | undefined;
  region: string;
  credentials: { accessKeyId: string; secretAccessKey: string } | undefined;
  /** The bucket in the path (`host/bucket/key`) instead of in the host's name. */
  forcePathStyle: boolean;
}

/** How mail leaves the house: by a server, or, while developing, as files in a folder. */
export interface MailSettings {
  to: { server: string } | { folder: string };
  from: string;
  perMinute: number;
  perDay: number;
}

/** A ClamAV daemon; `silence` = milliseconds without a sign of it after which it is given up. */
export interface ScannerSettings {
  host: string;
  port: number;
  silence: number;
}

/** The settings of one process, read from the environment once at boot. */
export interface Config {
  mode: 'development' | 'production' | 'test';
  host: string;
  port: number;
  dataDirectory: string;
  databaseUrl: string;
  publicUrl: string;
  /** At least 32 characters; keys the hash of login tokens, and what is stored encrypted. */
  loginSecret: string;
  demo: boolean;
  trustProxy: string | undefined;
  logLevel: string;
  /** Where files are kept when not below `dataDirectory`. */
  s3: S3Settings | undefined;
  /** What local passwords must be: ASVS 5.0, or the classified protection scheme's third level. */
  passwordPolicy: 'asvs' | 'mlps3';
  /** Whether administrators must have a second factor, or everybody merely may. */
  secondFactor: 'required' | 'offered';
  /** How many years after leaving somebody is still named. */
  leaverRetentionYears: number;
  /** How many bytes of files one person may store. */
  fileQuota: number;
  /** undefined = no mail: in production without a server. */
  mail: MailSettings | undefined;
  /** Where the HR system leaves its files; undefined = nowhere. */
  hrFeedDirectory: string | undefined;
  /** Looks at files before they are stored; undefined = nothing does. */
  scanner: ScannerSettings | undefined;
  /** The listener of /metrics; undefined = none. */
  metrics: { host: string; port: number } | undefined;
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
    s3: s3Of(data),
    passwordPolicy: data.PASSWORD_POLICY,
    secondFactor: data.SECOND_FACTOR ?? (data.NODE_ENV === 'production' ? 'required' : 'offered'),
    leaverRetentionYears: data.LEAVER_RETENTION_YEARS,
    fileQuota: data.FILE_QUOTA_MB * 2 ** 20,
    mail: mailOf(data),
    hrFeedDirectory: data.HR_FEED_DIR,
    scanner: scannerOf(data.SCANNER_URL),
    metrics: data.METRICS_PORT === undefined ? undefined : { host: data.METRICS_HOST, port: data.METRICS_PORT },
  };
}

function mailOf(data: z.infer<typeof Environment>): MailSettings | undefined {
  const { SMTP_URL: server, MAIL_FROM: from = '知行 <zhixing@localhost>', MAIL_PER_MINUTE: perMinute, MAIL_PER_DAY: perDay } = data;
  if (server) return { to: { server }, from, perMinute, perDay };
  return data.NODE_ENV === 'production' ? undefined : { to: { folder: join(data.DATA_DIR, 'mail') }, from, perMinute, perDay };
}

function scannerOf(address: string | undefined): ScannerSettings | undefined {
  if (!address) return undefined;
  const { hostname, port, searchParams } = new URL(address);
  return { host: hostname.replace(/^\[(.*)\]$/, '$1'), port: Number(port || 3310), silence: Number(searchParams.get('timeout') ?? 30) * 1000 };
}

function s3Of(data: z.infer<typeof Environment>): S3Settings | undefined {
  if (!data.S3_BUCKET) return undefined;
  const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = data;
  return {
    bucket: data.S3_BUCKET,
    endpoint: data.S3_ENDPOINT,
    region: data.S3_REGION ?? 'us-east-1',
    credentials: accessKeyId && secretAccessKey ? { accessKeyId, secretAccessKey } : undefined,
    forcePathStyle: data.S3_FORCE_PATH_STYLE,
  };
}
