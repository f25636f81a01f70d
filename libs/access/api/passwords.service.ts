import { Inject, Injectable } from '@nestjs/common';
import type { ChangePassword, PasswordFacts } from '@zhixing/access/contract';
import { type Actor, AppError, audit, CONFIG, type Config, Database, first, type Origin } from '@zhixing/platform/api';
import { END_LOGINS } from './access.queries.ts';
import { type PasswordPolicy, POLICIES, weaknessOf } from './password-policy.rules.ts';
import { CHANGE_PASSWORD, CREDENTIAL_OF, FORGET_FORMER, FORMER } from './passwords.queries.ts';
import { hashPassword, passwordMatches } from './passwords.ts';
import { Tries } from './tries.ts';

interface CredentialRow {
  login: string;
  password_hash: string;
  changed_at: Date;
  staff_number: string;
  expires_at: Date | null;
  expired: boolean;
}

/** Local passwords and the policy they follow (PASSWORD_POLICY). */
@Injectable()
export class PasswordsService {
  readonly policy: PasswordPolicy;

  constructor(
    private readonly database: Database,
    private readonly tries: Tries,
    @Inject(CONFIG) config: Config,
  ) {
    this.policy = POLICIES[config.passwordPolicy];
  }

  /** What is asked of passwords, and how old the actor's is. */
  async facts(actor: Actor): Promise<PasswordFacts> {
    const credential = await this.credential(actor.personId);
    return { ...this.policy, changedAt: credential?.changed_at.toISOString() ?? null, expiresAt: credential?.expires_at?.toISOString() ?? null };
  }

  /**
   * Changes the actor's own password and ends all their other logins. Wrong current ones count as failed sign-ins.
   * @throws AppError not_found without a local password; access.wrong_password, access.locked; access.password_*
   */
  async change(actor: Actor, { current, next }: ChangePassword): Promise<void> {
    await this.replace(actor, await this.proven(actor, current), next, actor.loginId);
  }

  /** Whether the actor knows their password. Wrong ones count as failed sign-ins. @returns the login @throws AppError not_found without a local password; access.wrong_password, access.locked */
  async prove(actor: Actor, password: string): Promise<string> {
    return (await this.proven(actor, password)).login;
  }

  /** What a person signs in by; undefined without a local password. */
  async loginOf(personId: string): Promise<string | undefined> {
    return (await this.credential(personId))?.login;
  }

  /**
   * At a sign-in with the right password: one that has expired is replaced by `next`.
   * @throws AppError access.password_expired without `next`; access.password_*
   */
  async renewExpired(personId: string, next: string | undefined, origin: Origin): Promise<void> {
    const credential = this.policy.days === null ? undefined : await this.credential(personId);
    if (!credential?.expired) return;
    await this.database.transaction((tx) => this.tries.giveBack(tx, credential.login));
    if (next === undefined) throw new AppError('access.password_expired', { days: this.policy.days! });
    await this.replace({ ...origin, personId }, credential, next, null);
  }

  /** Whether a new password may be taken. `former` = hashes it must differ from. @throws AppError access.password_* */
  async accept(password: string, names: readonly string[], former: readonly string[]): Promise<void> {
    const { minimum, classes, history } = this.policy;
    const weakness = weaknessOf(password, this.policy, names);
    if (weakness) throw new AppError(`access.password_${weakness}`, { minimum, classes });
    for (const stored of former.slice(0, history ?? 0)) if (await passwordMatches(stored, password)) throw new AppError('access.password_reused', { history: history! });
  }

  /** The hashes of a person's passwords, the present one first. */
  async known(personId: string): Promise<string[]> {
    const [credential, former] = await Promise.all([this.credential(personId), this.database.rows<{ password_hash: string }>(FORMER, [personId])]);
    return [...(credential ? [credential.password_hash] : []), ...former.map((row) => row.password_hash)];
  }

  private async replace(by: Origin & { personId: string; loginId?: string }, { login, password_hash: old, staff_number }: CredentialRow, next: string, keepLogin: string | null): Promise<void> {
    await this.accept(next, [login, staff_number], await this.known(by.personId));
    const hash = await hashPassword(next);
    await this.database.transaction(async (tx) => {
      if (!(await first(tx, CHANGE_PASSWORD, [by.personId, old, hash]))) throw new AppError('conflict');
      await tx.rows(FORGET_FORMER, [by.personId, Math.max(0, (this.policy.history ?? 0) - 1)]);
      await tx.rows(END_LOGINS, [by.personId, null, keepLogin ?? NO_LOGIN]);
      await this.tries.forget(tx, login);
      await audit(tx, by, { action: 'password.change', object: { type: 'credential', id: by.personId } });
    });
  }

  private async proven(actor: Actor, password: string): Promise<CredentialRow> {
    const credential = await this.credential(actor.personId);
    if (!credential) throw new AppError('not_found');
    const taken = await this.tries.take(credential.login);
    if (!(await passwordMatches(credential.password_hash, password))) return this.tries.refuse(credential.login, actor, taken, 'access.wrong_password');
    await this.database.transaction((tx) => this.tries.giveBack(tx, credential.login));
    return credential;
  }

  private credential(personId: string): Promise<CredentialRow | undefined> {
    return first<CredentialRow>(this.database, CREDENTIAL_OF, [personId, this.policy.days]);
  }
}

/** No login has this id: all of a person's end. */
export const NO_LOGIN = '00000000-0000-0000-0000-000000000000';
