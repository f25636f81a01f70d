import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Enrolment, Proof, RecoveryCodes, SecondFactorView } from '@zhixing/access/contract';
import { type Actor, AppError, audit, Clock, CONFIG, type Config, Crypto, Database, first, notify, type Transaction } from '@zhixing/platform/api';
import { END_LOGINS } from './access.queries.ts';
import { accessMessages, CHANGES } from './messages.ts';
import { hashRecoveryCodes } from './passwords.ts';
import { PasswordsService } from './passwords.service.ts';
import { ENROL, FACTOR, MY_FACTOR, OFFER_KEY, OFFERED, PROVE_LOGIN, REMOVE_FACTOR, RENEW_RECOVERY, SPEND_RECOVERY, SPEND_STEP } from './second-factor.queries.ts';
import { isTimeBased, keyUri, newKey, newRecoveryCodes, plainCode, stepOf } from './second-factor.rules.ts';
import { Tries } from './tries.ts';

/** What the keys are encrypted for. */
const PURPOSE = 'access.second_factor';
/** Minutes for which an offered key waits for its first code. */
const OFFER_MINUTES = 15;

/** One's own second factor: an authenticator app (TOTP, RFC 6238) and recovery codes for the day it is lost. */
@Injectable()
export class SecondFactorService {
  private readonly required: boolean;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly crypto: Crypto,
    private readonly passwords: PasswordsService,
    private readonly tries: Tries,
    @Inject(CONFIG) config: Config,
  ) {
    this.required = config.secondFactor === 'required';
  }

  /** What the actor has, and whether they must keep it. */
  async mine({ personId }: Actor): Promise<SecondFactorView> {
    const row = (await first<{ confirmed_at: Date | null; recovery_codes: number; administrator: boolean }>(this.database, MY_FACTOR, [personId]))!;
    return { since: row.confirmed_at?.toISOString() ?? null, recoveryCodes: row.recovery_codes, required: this.required && row.administrator };
  }

  /**
   * Offers a new key, for the first device or another one; what there is holds until `confirm`.
   * @throws AppError not_found without a local password; access.wrong_password, access.wrong_code (of the present device), access.locked
   */
  async offer(actor: Actor, proof: Proof): Promise<Enrolment> {
    const key = newKey();
    const login = await this.proven(actor, proof, async (tx, login) => {
      await tx.rows(OFFER_KEY, [actor.personId, this.crypto.encrypt(PURPOSE, actor.personId, key)]);
      return login;
    });
    return { uri: keyUri(key, login), key };
  }

  /**
   * The first code of an offered key makes it the actor's second factor; their other logins end. Wrong ones are not counted: they guard nothing, who asks has seen the key.
   * @throws AppError access.enrolment_over; access.wrong_code
   */
  async confirm(actor: Actor, typed: string): Promise<RecoveryCodes> {
    const offered = await first<{ secret: string }>(this.database, OFFERED, [actor.personId, OFFER_MINUTES]);
    if (!offered) throw new AppError('access.enrolment_over');
    const step = stepOf(this.crypto.decrypt(PURPOSE, actor.personId, offered.secret), plainCode(typed), await this.clock.now());
    if (step === null) throw new AppError('access.wrong_code');
    const { codes, salt, hashes } = await recoveryCodes();
    await this.database.transaction(async (tx) => {
      if (!(await first(tx, ENROL, [actor.personId, offered.secret, step, salt, hashes]))) throw new AppError('access.enrolment_over');
      await tx.rows(PROVE_LOGIN, [actor.loginId]);
      await tx.rows(END_LOGINS, [actor.personId, null, actor.loginId]);
      await audit(tx, actor, { action: 'second_factor.enrol', object: { type: 'second_factor', id: actor.personId } });
      await this.tell(tx, actor, 'enrolled');
    });
    return { codes };
  }

  /** New recovery codes in place of the old ones. @throws AppError not_found without a second factor; and as `offer` */
  async renewRecoveryCodes(actor: Actor, proof: Proof): Promise<RecoveryCodes> {
    await this.needed(actor);
    const { codes, salt, hashes } = await recoveryCodes();
    await this.proven(actor, proof, async (tx) => {
      await tx.rows(RENEW_RECOVERY, [actor.personId, salt, hashes]);
      await audit(tx, actor, { action: 'second_factor.renew_codes', object: { type: 'second_factor', id: actor.personId } });
      await this.tell(tx, actor, 'codesRenewed');
    });
    return { codes };
  }

  /** @throws AppError not_found without a second factor; access.second_factor_kept for administrators who must have one; and as `offer` */
  async remove(actor: Actor, proof: Proof): Promise<void> {
    if ((await this.needed(actor)).required) throw new AppError('access.second_factor_kept');
    await this.proven(actor, proof, async (tx) => {
      if (!(await first(tx, REMOVE_FACTOR, [actor.personId, this.required]))) throw new AppError('access.second_factor_kept');
      await audit(tx, actor, { action: 'second_factor.remove', object: { type: 'second_factor', id: actor.personId } });
      await this.tell(tx, actor, 'removed');
    });
  }

  /**
   * Uses a code up and does `act` in the same transaction: of any number of tries with one code one gets through. Wrong ones count together with wrong passwords.
   * @throws AppError not_found without a second factor; access.wrong_code, access.locked
   */
  async withCode<T>(actor: Actor, typed: string, act: (tx: Transaction) => Promise<T>): Promise<T> {
    const login = (await this.passwords.loginOf(actor.personId)) ?? actor.personId; // who signs in elsewhere is counted by id
    const factor = await first<{ secret: string; recovery_salt: Buffer }>(this.database, FACTOR, [actor.personId]);
    if (!factor) throw new AppError('not_found');
    const taken = await this.tries.take(login);
    const spend = await this.spending(actor, factor, plainCode(typed));
    const done = await this.database.transaction(async (tx) => {
      if (!(await spend(tx))) return null;
      await this.tries.forget(tx, login);
      return { result: await act(tx) };
    });
    return done ? done.result : this.tries.refuse(login, actor, taken, 'access.wrong_code');
  }

  /** How a plain code is used up; the slow part is done before the transaction. */
  private async spending(actor: Actor, factor: { secret: string; recovery_salt: Buffer }, code: string): Promise<(tx: Transaction) => Promise<boolean>> {
    if (isTimeBased(code)) {
      const step = stepOf(this.crypto.decrypt(PURPOSE, actor.personId, factor.secret), code, await this.clock.now());
      return async (tx) => step !== null && Boolean(await first(tx, SPEND_STEP, [actor.personId, step]));
    }
    const [hash] = await hashRecoveryCodes([code], factor.recovery_salt);
    return async (tx) => {
      const spent = await first<{ left: number }>(tx, SPEND_RECOVERY, [actor.personId, hash]);
      if (!spent) return false;
      await audit(tx, actor, { action: 'second_factor.use_recovery_code', object: { type: 'second_factor', id: actor.personId }, facts: { left: spent.left } });
      await this.tell(tx, actor, 'codeUsed');
      return true;
    };
  }

  /** Password first, then the code where there is a second factor, then `act` with the name the actor signs in by. */
  private async proven<T>(actor: Actor, { password, code = '' }: Proof, act: (tx: Transaction, login: string) => Promise<T>): Promise<T> {
    const login = await this.passwords.prove(actor, password);
    if ((await this.mine(actor)).since) return this.withCode(actor, code, (tx) => act(tx, login));
    return this.database.transaction((tx) => act(tx, login));
  }

  private async needed(actor: Actor): Promise<SecondFactorView> {
    const view = await this.mine(actor);
    if (!view.since) throw new AppError('not_found');
    return view;
  }

  /** Told to the person: whoever did it, they should know. */
  private async tell(tx: Transaction, actor: Actor, change: keyof typeof CHANGES): Promise<void> {
    await notify(tx, { template: accessMessages.changed, to: [actor.personId], subject: { type: 'second_factor', id: actor.personId }, cycle: actor.requestId, values: { change: CHANGES[change] }, link: '/me' });
  }
}

async function recoveryCodes(): Promise<{ codes: string[]; salt: Buffer; hashes: string[] }> {
  const codes = newRecoveryCodes();
  const salt = randomBytes(16);
  return { codes, salt, hashes: await hashRecoveryCodes(codes.map(plainCode), salt) };
}
