import { expect, test } from '@jest/globals';
import { readConfig } from './config.ts';
import { Crypto } from './crypto.ts';

const crypto = (loginSecret = 'x'.repeat(32)) => new Crypto(readConfig({ NODE_ENV: 'test', DATABASE_URL: 'postgres://app:x@127.0.0.1:5432/zhixing', LOGIN_SECRET: loginSecret }));

test('a value opens again, says its algorithm, and is never encrypted the same way twice', () => {
  const [one, other] = [crypto().encrypt('purpose', 'owner', '密钥 key'), crypto().encrypt('purpose', 'owner', '密钥 key')];
  expect(one).toMatch(/^aes-256-gcm:[\w-]+$/);
  expect(one).not.toBe(other);
  expect([one, other].map((value) => crypto().decrypt('purpose', 'owner', value))).toEqual(['密钥 key', '密钥 key']);
});

test('it opens for no other purpose, owner or secret, and not when a bit was changed', () => {
  const value = crypto().encrypt('purpose', 'owner', 'key');
  const sealed = Buffer.from(value.split(':')[1]!, 'base64url');
  sealed[14]! ^= 1;
  const attempts: [string, () => string][] = [
    ['purpose', () => crypto().decrypt('another', 'owner', value)],
    ['owner', () => crypto().decrypt('purpose', 'somebody', value)],
    ['secret', () => crypto('y'.repeat(32)).decrypt('purpose', 'owner', value)],
    ['bit', () => crypto().decrypt('purpose', 'owner', `aes-256-gcm:${sealed.toString('base64url')}`)],
    ['algorithm', () => crypto().decrypt('purpose', 'owner', value.replace('aes-256-gcm', 'sm4-gcm'))],
  ];
  for (const [name, open] of attempts) expect({ name, opens: (() => { try { return open(); } catch { return null; } })() }).toEqual({ name, opens: null });
});
