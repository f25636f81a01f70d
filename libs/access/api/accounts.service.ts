import { Inject, Injectable } from '@nestjs/common';
import type { AccountView, ActivationLink, LinkView, UseLink } from '@zhixing/access/contract';
import { PeopleService } from '@zhixing/people/api';
import { type Actor, AppError, audit, CONFIG, type Config, Database, first, notify, type Origin, type Reader, type Transaction } from '@zhixing/platform/api';
import { END_LOGINS, FORGET_FAILURES } from './access.queries.ts';
import { LoginsService } from './logins.service.ts';
import { accessMessages } from './messages.ts';
import { ACCOUNT, LINK, OPEN_LINK, SET_PASSWORD, USE_LINK, VOID_LINKS } from './passwords.queries.ts';
import { hashPassword } from './passwords.ts';
import { NO_LOGIN, PasswordsService } from './passwords.service.ts';
import { REMOVE_FACTOR, VOID_OFFER } from './second-factor.queries.ts';
import { hashToken, newToken } from './tokens.ts';

/** Hours for which an activation link is good. */
const LINK_HOURS = 72;

interface AccountRow {
  login: string;
  changed_at: Date | null;
  roles: string[];
  staff_number: string;
  locked_until: Date | null;
  link_until: Date | null;
  second_factor_since: Date | null;
}

interface LinkRow {
  person_id: string;
  login: string;
  display_name: string;
  staff_number: string;
}

/** Other people's accounts: first passwords by a link, an end to their logins. */
@Injectable()
export class AccountsService {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleService,
    private readonly logins: LoginsService,
    private readonly passwords: PasswordsService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws AppError not_found for nobody and for those who may not sign in */
  async account(actor: Actor, personId: string): Promise<AccountView> {
    const account = await this.find(personId);
    const [person, { items }] = await Promise.all([this.people.card(personId), this.logins.of(personId, actor.loginId)]);
    return {
      person,
      login: account.login,
      changedAt: account.changed_at?.toISOString() ?? null,
      lockedUntil: account.locked_until?.toISOString() ?? null,
      linkUntil: account.link_until?.toISOString() ?? null,
      secondFactorSince: account.second_factor_since?.toISOString() ?? null,
      logins: items,
      can: { activate: mayActivate(actor, personId, account), resetSecondFactor: personId !== actor.personId && account.second_factor_since !== null },
    };
  }

  /**
   * A link with which the person sets a password; earlier links are void. Not for oneself and not for another security administrator,
   * whose account would be the second one that approves roles.
   * @throws AppError not_found; access.not_this_account
   */
  async activate(actor: Actor, personId: string): Promise<ActivationLink> {
    const account = await this.find(personId);
    if (!mayActivate(actor, personId, account)) throw new AppError('access.not_this_account');
    return this.database.transaction((tx) => this.invite(tx, actor, personId));
  }

  /** The link itself, whoever makes it: an administrator, or the command that founds a bank's administration. @throws AppError not_found */
  async invite(tx: Transaction, by: Origin & { personId?: string; loginId?: string }, personId: string): Promise<ActivationLink> {
    const { login } = await this.find(personId, tx);
    const { token, hash } = newToken(this.config.loginSecret);
    await tx.rows(VOID_LINKS, [personId]);
    const { expires_at } = (await first<{ expires_at: Date }>(tx, OPEN_LINK, [hash, personId, login, by.personId ?? null, LINK_HOURS]))!;
    await audit(tx, by, { action: 'credential.invite', object: { type: 'credential', id: personId } });
    // in the fragment, which browsers send to no server and write in no log
    return { link: `${this.config.publicUrl}/activate#${token}`, login, expiresAt: expires_at.toISOString() };
  }

  /** Takes a lost second factor away and ends all logins of the person, who is told. Never one's own. @throws AppError not_found; access.own_second_factor */
  async resetSecondFactor(actor: Actor, personId: string): Promise<void> {
    if (personId === actor.personId) throw new AppError('access.own_second_factor');
    const administrator = (await this.people.card(actor.personId)).displayName;
    await this.database.transaction(async (tx) => {
      if (!(await first(tx, REMOVE_FACTOR, [personId, false]))) throw new AppError('not_found');
      await tx.rows(VOID_OFFER, [personId]);
      await tx.rows(END_LOGINS, [personId, null, NO_LOGIN]);
      await audit(tx, actor, { action: 'second_factor.reset', object: { type: 'second_factor', id: personId } });
      await notify(tx, { template: accessMessages.reset, to: [personId], subject: { type: 'second_factor', id: personId }, cycle: actor.requestId, values: { administrator }, link: '/me' });
    });
  }

  /** Ends every login of a person, except the one that asks. @throws AppError not_found */
  async endLogins(actor: Actor, personId: string): Promise<void> {
    await this.find(personId);
    await this.database.transaction(async (tx) => {
      const ended = await tx.rows<{ id: string }>(END_LOGINS, [personId, null, actor.loginId]);
      for (const { id } of ended) await audit(tx, actor, { action: 'login.end', object: { type: 'login', id }, facts: { person: personId } });
    });
  }

  /** For whom a link is. @throws AppError access.link_void */
  async look(token: string): Promise<LinkView> {
    const { login, display_name } = await this.link(token);
    return { login, displayName: display_name, minimum: this.passwords.policy.minimum, classes: this.passwords.policy.classes };
  }

  /** Sets the password of whom the link is for, ends their logins and uses the link up; their second factor stays. @throws AppError access.link_void; access.password_* */
  async use({ token, password }: UseLink, origin: Origin): Promise<void> {
    const { person_id: personId, login, staff_number } = await this.link(token);
    await this.passwords.accept(password, [login, staff_number], await this.passwords.known(personId));
    const hash = await hashPassword(password);
    await this.database.transaction(async (tx) => {
      if (!(await first(tx, USE_LINK, [hashToken(this.config.loginSecret, token)]))) throw new AppError('access.link_void');
      const credential = (await first<{ login: string }>(tx, SET_PASSWORD, [personId, login, hash]))!;
      await tx.rows(FORGET_FAILURES, [credential.login]);
      await tx.rows(END_LOGINS, [personId, null, NO_LOGIN]);
      await audit(tx, { ...origin, personId }, { action: 'credential.activate', object: { type: 'credential', id: personId } });
    });
  }

  private async link(token: string): Promise<LinkRow> {
    const link = await first<LinkRow>(this.database, LINK, [hashToken(this.config.loginSecret, token)]);
    if (!link) throw new AppError('access.link_void');
    return link;
  }

  private async find(personId: string, reader: Reader = this.database): Promise<AccountRow> {
    const account = await first<AccountRow>(reader, ACCOUNT, [personId]);
    if (!account) throw new AppError('not_found');
    return account;
  }
}

const mayActivate = (actor: Actor, personId: string, { roles }: AccountRow): boolean => personId !== actor.personId && !roles.includes('security_admin');
