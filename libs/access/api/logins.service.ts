import { Inject, Injectable } from '@nestjs/common';
import type { LoginList, LoginRequest, Me, SignedIn } from '@zhixing/access/contract';
import type { Role } from '@zhixing/people/contract';
import { PeopleService } from '@zhixing/people/api';
import { type Actor, type ActorFacts, ActorSource, AppError, audit, CONFIG, type Config, Database, first, type Hold, type Origin, originOf, Permissions, type Transaction } from '@zhixing/platform/api';
import type { Language, Theme } from '@zhixing/platform/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { v7 as uuid } from 'uuid';
import { ACTOR, END_LOGINS, ME, MY_LOGINS, OPEN_LOGIN, PERSON, PERSON_OF, SEEN, STILL } from './access.queries.ts';
import { deviceOf } from './device.rules.ts';
import { LoginCookie } from './login-cookie.ts';
import { PasswordStrategy } from './password.strategy.ts';
import { PasswordsService } from './passwords.service.ts';
import { FACTOR, PROVE_LOGIN } from './second-factor.queries.ts';
import { SecondFactorService } from './second-factor.service.ts';
import { Tries } from './tries.ts';

/** Minutes: without a request, without a request for administrators, at most. */
const IDLE = 30;
const IDLE_ADMINISTRATOR = 15;
const ABSOLUTE = 12 * 60;

interface ActorRow {
  login_id: string;
  person_id: string;
  roles: string[];
  scopes: Record<string, string[] | null>;
  department_ids: string[];
  language: Language;
  administrator: boolean;
  enrolled: boolean;
  proven: boolean;
  stale: boolean;
}

/** The password was right, the code is still to come. */
const HALF: Hold = { code: 'access.second_factor_required', permissions: ['login:enter'] };
/** An administrator who has no second factor may get one, and see to their own account. */
const EXPOSED: Hold = { code: 'access.second_factor_needed', permissions: ['login:enter', 'login:own', 'preferences:write'] };

const factsOf = (row: ActorRow) => ({ personId: row.person_id, roles: row.roles, scopes: row.scopes, departmentIds: row.department_ids, language: row.language });

@Injectable()
export class LoginsService extends ActorSource {
  constructor(
    private readonly database: Database,
    private readonly cookie: LoginCookie,
    private readonly password: PasswordStrategy,
    private readonly tries: Tries,
    private readonly passwords: PasswordsService,
    private readonly factors: SecondFactorService,
    private readonly people: PeopleService,
    private readonly permissions: Permissions,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    super();
  }

  /** The person behind a request's cookie, by one statement; null when the login ended, expired or never was. */
  async find(request: FastifyRequest): Promise<ActorFacts | null> {
    const token = this.cookie.read(request);
    if (!token) return null;
    const row = await first<ActorRow>(this.database, ACTOR, [token, IDLE, IDLE_ADMINISTRATOR, ABSOLUTE]);
    if (!row) return null;
    if (row.stale) await this.database.rows(SEEN, [row.login_id]);
    return { ...originOf(request), ...factsOf(row), loginId: row.login_id, hold: this.holdOf(row) };
  }

  async still(actor: ActorFacts): Promise<ActorFacts | null> {
    const row = await first<ActorRow>(this.database, STILL, [actor.loginId, IDLE, IDLE_ADMINISTRATOR, ABSOLUTE]);
    return row && !this.holdOf(row) ? { ...actor, ...factsOf(row) } : null;
  }

  async person(personId: string): Promise<Omit<ActorFacts, 'loginId' | 'hold' | keyof Origin> | null> {
    const row = await first<ActorRow>(this.database, PERSON, [personId]);
    return row ? factsOf(row) : null;
  }

  /** The active person behind a login, for a command that runs in their name; null when nobody has it. */
  async personOf(login: string): Promise<Pick<ActorFacts, 'personId' | 'roles' | 'scopes'> | null> {
    return (await first<Pick<ActorFacts, 'personId' | 'roles' | 'scopes'>>(this.database, PERSON_OF, [login])) ?? null;
  }

  /**
   * Opens a login after the password check; half of one for a person with a second factor. Unknown logins are counted and locked like known ones, with the same text and time.
   * @throws AppError access.wrong_credentials, access.locked; access.password_expired until a new one comes along, access.password_*
   */
  async signIn(body: LoginRequest, request: FastifyRequest, reply: FastifyReply): Promise<SignedIn> {
    const login = body.login.normalize('NFKC').toLowerCase();
    const origin = originOf(request);
    const taken = await this.tries.take(login);
    const personId = await this.password.check(login, body.password);
    if (!personId) return this.tries.refuse(login, origin, taken);
    await this.passwords.renewExpired(personId, body.next, origin);
    const before = this.cookie.read(request);
    const { token, half } = await this.database.transaction(async (tx) => {
      if (before) await this.replace(tx, before);
      const half = Boolean(await first(tx, FACTOR, [personId]));
      await (half ? this.tries.giveBack(tx, login) : this.tries.forget(tx, login));
      return { half, ...(await this.open(tx, personId, request, half)) };
    });
    this.cookie.give(reply, token);
    return half ? { secondFactor: 'required' } : this.me(personId);
  }

  /**
   * The code of the second factor makes half a login a whole one, under a new id and token.
   * @throws AppError not_found without a second factor; access.wrong_code, access.locked
   */
  async finish(actor: Actor, code: string, request: FastifyRequest, reply: FastifyReply): Promise<Me> {
    const { token } = await this.factors.withCode(actor, code, async (tx) => {
      await tx.rows(END_LOGINS, [actor.personId, actor.loginId, actor.loginId]);
      const opened = await this.open(tx, actor.personId, request, false);
      await tx.rows(PROVE_LOGIN, [opened.loginId]);
      return opened;
    });
    this.cookie.give(reply, token);
    return this.me(actor.personId);
  }

  private async open(tx: Transaction, personId: string, request: FastifyRequest, half: boolean): Promise<{ loginId: string; token: string }> {
    const origin = originOf(request);
    const loginId = uuid();
    const { token, hash } = this.cookie.issue();
    await tx.rows(OPEN_LOGIN, [loginId, hash, personId, origin.address, deviceOf(request.headers['user-agent'])]);
    await audit(tx, { ...origin, personId, loginId }, { action: half ? 'login.begin' : 'login.open', object: { type: 'login', id: loginId } });
    return { loginId, token };
  }

  private holdOf({ administrator, enrolled, proven }: ActorRow): Hold | null {
    if (enrolled) return proven ? null : HALF;
    return administrator && this.config.secondFactor === 'required' ? EXPOSED : null;
  }

  /** Who a person is and may do, for the shell. */
  async me(personId: string): Promise<Me> {
    const [person, facts] = await Promise.all([this.people.card(personId), first<{ language: Language; theme: Theme; roles: string[]; exposed: boolean }>(this.database, ME, [personId])]);
    const roles = facts!.roles.filter((role): role is Role => role !== 'manager');
    return { person, roles, manages: facts!.roles.includes('manager'), permissions: [...this.permissions.of(facts!.roles)], language: facts!.language, theme: facts!.theme, demo: this.config.demo, mustEnrol: facts!.exposed && this.config.secondFactor === 'required' };
  }

  /** Ends the login that asks. */
  async signOut(actor: Actor, reply: FastifyReply): Promise<void> {
    await this.end(actor, actor.loginId);
    this.cookie.take(reply);
  }

  mine(actor: Actor): Promise<LoginList> {
    return this.of(actor.personId, actor.loginId);
  }

  /** The live logins of a person; `current` is the one of that id. */
  async of(personId: string, current: string): Promise<LoginList> {
    const rows = await this.database.rows<{ id: string; created_at: Date; seen_at: Date; expires_at: Date; address: string; device: string }>(MY_LOGINS, [personId, IDLE, IDLE_ADMINISTRATOR, ABSOLUTE]);
    return {
      items: rows.map((row) => ({
        id: row.id,
        createdAt: row.created_at.toISOString(),
        seenAt: row.seen_at.toISOString(),
        expiresAt: row.expires_at.toISOString(),
        address: row.address,
        device: row.device,
        current: row.id === current,
      })),
    };
  }

  /** Ends one of the actor's own logins. @throws AppError not_found when it is not theirs or has ended */
  async end(actor: Actor, loginId: string): Promise<void> {
    await this.endMatching(actor, loginId, true);
  }

  /** Ends all other logins of the actor. */
  async endOthers(actor: Actor): Promise<void> {
    await this.endMatching(actor, null, false);
  }

  private async endMatching(actor: Actor, loginId: string | null, mustExist: boolean): Promise<void> {
    await this.database.transaction(async (tx) => {
      const ended = await tx.rows<{ id: string }>(END_LOGINS, [actor.personId, loginId, actor.loginId]);
      if (mustExist && !ended.length) throw new AppError('not_found');
      for (const { id } of ended) await audit(tx, actor, { action: 'login.end', object: { type: 'login', id } });
    });
  }

  /** A sign-in over a live login replaces it: one browser, one login. */
  private async replace(tx: Transaction, token: Buffer): Promise<void> {
    const row = await first<ActorRow>(tx, ACTOR, [token, IDLE, IDLE_ADMINISTRATOR, ABSOLUTE]);
    if (row) await tx.rows(END_LOGINS, [row.person_id, row.login_id, row.login_id]);
  }
}
