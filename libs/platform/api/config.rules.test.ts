import { expect, test } from '@jest/globals';
import { readConfig } from './config.ts';

const database = { DATABASE_URL: 'postgres://app:secret@127.0.0.1:5432/zhixing' };
const secret = { LOGIN_SECRET: 'x'.repeat(32) };

test('defaults are those of npm start on one machine', () => {
  expect(readConfig({ ...database, ...secret })).toMatchObject({ mode: 'development', host: '127.0.0.1', port: 3000, publicUrl: 'http://127.0.0.1:3000', demo: false, trustProxy: undefined });
});

test('every wrong variable is named at once', () => {
  expect(() => readConfig({ ...secret, DATABASE_URL: 'mysql://x', PORT: 'eighty', LOG_LEVEL: 'loud' })).toThrow(/DATABASE_URL[\s\S]*PORT|PORT[\s\S]*DATABASE_URL/);
  expect(() => readConfig({ ...secret, ...database, PORT: '70000' })).toThrow(/PORT/);
});

test('an empty variable counts as absent', () => {
  expect(readConfig({ ...database, ...secret, PUBLIC_URL: '', PORT: '' }).port).toBe(3000);
});

test('asvs-39 incident-26 production refuses demo mode and a missing or short secret', () => {
  expect(() => readConfig({ ...database, ...secret, NODE_ENV: 'production', DEMO: '1' })).toThrow(/DEMO=1 is refused/);
  expect(() => readConfig({ ...database, NODE_ENV: 'production' })).toThrow(/LOGIN_SECRET/);
  expect(() => readConfig({ ...database, NODE_ENV: 'production', LOGIN_SECRET: 'short' })).toThrow(/LOGIN_SECRET/);
});

test('asvs-40 a second factor is required of administrators in production, offered elsewhere, unless it is said', () => {
  const inMode = (mode: string, more = {}) => readConfig({ ...database, ...secret, NODE_ENV: mode, ...more }).secondFactor;
  expect([inMode('production'), inMode('development'), inMode('test')]).toEqual(['required', 'offered', 'offered']);
  expect([inMode('production', { SECOND_FACTOR: 'offered' }), inMode('test', { SECOND_FACTOR: 'required' })]).toEqual(['offered', 'required']);
  expect(() => inMode('production', { SECOND_FACTOR: 'no' })).toThrow(/SECOND_FACTOR/);
});

test('asvs-27 TRUST_PROXY names proxies; anything vaguer is refused before it trusts everybody', () => {
  for (const list of ['127.0.0.1', '10.0.0.0/8, 192.168.1.5', 'loopback,uniquelocal', '::1']) expect(readConfig({ ...database, ...secret, TRUST_PROXY: list }).trustProxy).toBe(list);
  for (const list of ['true', '1', '10.0.0.0/8/9', 'proxy.example', '']) {
    const read = () => readConfig({ ...database, ...secret, TRUST_PROXY: list });
    if (list) expect(read).toThrow(/TRUST_PROXY/);
    else expect(read().trustProxy).toBeUndefined();
  }
});

test('an object store is named by its bucket, and half of its settings are refused', () => {
  const store = { ...database, ...secret, S3_BUCKET: 'zhixing', S3_ENDPOINT: 'https://minio.bank:9000' };
  expect(readConfig({ ...database, ...secret }).s3).toBeUndefined();
  expect(readConfig(store).s3).toEqual({ bucket: 'zhixing', endpoint: 'https://minio.bank:9000', region: 'us-east-1', credentials: undefined, forcePathStyle: false });
  expect(() => readConfig({ ...store, S3_BUCKET: '' })).toThrow(/S3_BUCKET: must be set too, because S3_ENDPOINT is/);
  expect(() => readConfig({ ...store, S3_ENDPOINT: '' })).toThrow(/S3_REGION/);
  expect(() => readConfig({ ...store, S3_ACCESS_KEY_ID: 'key' })).toThrow(/S3_SECRET_ACCESS_KEY/);
});

test('there is no listener for figures unless its port is set, and then on this machine only', () => {
  expect(readConfig({ ...database, ...secret }).metrics).toBeUndefined();
  expect(readConfig({ ...database, ...secret, METRICS_PORT: '9464' }).metrics).toEqual({ host: '127.0.0.1', port: 9464 });
});

test('mail needs a server and a sender; without them it becomes files while developing, and nothing in production', () => {
  const read = (environment: Record<string, string>) => readConfig({ ...database, ...secret, ...environment });
  expect(read({ DATA_DIR: '/data' }).mail).toMatchObject({ to: { folder: '/data/mail' } });
  expect(read({ NODE_ENV: 'production' }).mail).toBeUndefined();
  expect(read({ SMTP_URL: 'smtps://user:word@mail.bank', MAIL_FROM: '知行 <zhixing@mail.bank>' }).mail).toEqual({ to: { server: 'smtps://user:word@mail.bank' }, from: '知行 <zhixing@mail.bank>', perMinute: 600, perDay: 200_000 });
  expect(() => read({ SMTP_URL: 'smtp://mail.bank' })).toThrow(/MAIL_FROM: must be set too/);
  expect(() => read({ SMTP_URL: 'http://mail.bank', MAIL_FROM: 'a@b.c' })).toThrow(/SMTP_URL/);
  expect(() => read({ MAIL_FROM: 'a <b@c>\nBcc: d@e' })).toThrow(/MAIL_FROM/);
});
