import { Injectable } from '@nestjs/common';
import { AppError, audit, Database, first, type Origin, type Transaction } from '@zhixing/platform/api';
import { FORGET_FAILURES, GIVE_BACK, TAKE_TRY } from './access.queries.ts';

/** Tries before the lock, and its minutes. */
const FAILURES = 5;
const LOCK_MINUTES = 15;

/** A try at a password or a code: how many since the last success, and the minutes of the lock it led to. */
export interface Try {
  failures: number;
  minutes: number | null;
}

/** Counts tries at passwords and codes together by login, at every door where one is typed. */
@Injectable()
export class Tries {
  constructor(private readonly database: Database) {}

  /** Takes a try before the password is looked at. @throws AppError access.locked */
  async take(login: string): Promise<Try> {
    const taken = await this.database.transaction(async (tx) => (await first<Try>(tx, TAKE_TRY, [login, FAILURES, LOCK_MINUTES]))!);
    if (taken.failures > FAILURES) throw new AppError('access.locked', { minutes: taken.minutes! });
    return taken;
  }

  /** Whoever is in forgets the tries. */
  async forget(tx: Transaction, login: string): Promise<void> {
    await tx.rows(FORGET_FAILURES, [login]);
  }

  /** A right password with a code or a new password still to come is no failure, and forgets none: it must not buy five more tries at the code. */
  async giveBack(tx: Transaction, login: string): Promise<void> {
    await tx.rows(GIVE_BACK, [login, FAILURES]);
  }

  /** Audits a wrong password or code. @throws AppError `code`, or access.locked when this try led to the lock */
  async refuse(login: string, by: Origin & { personId?: string; loginId?: string }, { failures, minutes }: Try, code = 'access.wrong_credentials'): Promise<never> {
    await this.database.transaction((tx) =>
      audit(tx, by, { action: minutes ? 'login.lock' : 'login.refuse', object: { type: 'credential', id: login }, result: 'refused', facts: { failures, error: code } }),
    );
    throw minutes ? new AppError('access.locked', { minutes }) : new AppError(code);
  }
}
