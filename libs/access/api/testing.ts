import { type TestApplication, TestClient } from '@zhixing/platform/testing';
import type { Transaction } from '@zhixing/platform/api';
import { v7 as uuid } from 'uuid';
import { Credential, SecondFactor } from './access.entities.ts';
import { OPEN_LOGIN } from './access.queries.ts';
import { LoginCookie } from './login-cookie.ts';
import { hashPassword } from './passwords.ts';

/** A local login for a person, for tests. */
export async function makeCredential(tx: Transaction, personId: string, login: string, password: string): Promise<void> {
  await tx.manager.insert(Credential, { personId, login, passwordHash: await hashPassword(password), changedAt: new Date('2020-01-01') });
}

/** A second factor whose codes nobody knows, for tests about what is closed without one. */
export async function makeSecondFactor(tx: Transaction, personId: string): Promise<void> {
  await tx.manager.insert(SecondFactor, { personId, secret: 'x', confirmedAt: new Date('2020-01-01'), lastStep: 0, recoverySalt: Buffer.alloc(16), recoveryHashes: [] });
}

/** A client signed in as that person; half of it when they have a second factor: opens a login row as the sign-in does, without the price of a password check. */
export async function clientOf(test: TestApplication, personId: string): Promise<TestClient> {
  const { cookie, hash } = test.app.get(LoginCookie).issue();
  await test.write((tx) => tx.rows(OPEN_LOGIN, [uuid(), hash, personId, '127.0.0.1', 'Test']));
  return new TestClient(test.app, { cookie });
}

export { ACTOR, CREDENTIAL, FORGET_FAILURES, ME, OPEN_LOGIN, SEEN, TAKE_TRY } from './access.queries.ts';
export { passwordMatches } from './passwords.ts';
