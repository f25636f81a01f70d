import { Injectable } from '@nestjs/common';
import { Database, first } from '@zhixing/platform/api';
import passport from 'passport';
import { Strategy } from 'passport-local';
import { CREDENTIAL } from './access.queries.ts';
import { passwordMatches } from './passwords.ts';

type Outcome = { person: string } | { refused: true };

/** Runs a Passport strategy by its own contract (success, fail, error) as a promise; no Passport middleware, any server. */
const run = (strategy: passport.Strategy, request: object) =>
  new Promise<Outcome>((resolve, reject) => {
    const running = Object.create(strategy) as passport.Strategy & Record<'success' | 'fail' | 'pass' | 'error', (value?: never) => void>;
    Object.assign(running, {
      success: (person: string) => resolve({ person }),
      fail: () => resolve({ refused: true }),
      pass: () => resolve({ refused: true }),
      error: reject,
    });
    (running as unknown as { authenticate(request: object): void }).authenticate(request);
  });

/** Login and password against the local credentials. */
@Injectable()
export class PasswordStrategy {
  private readonly strategy: passport.Strategy;

  constructor(private readonly database: Database) {
    this.strategy = new Strategy({ usernameField: 'login', passwordField: 'password' }, (login, password, done) => {
      this.find(login, password).then((person) => done(null, person ?? false), done);
    });
  }

  /** The person of a right password; null for a wrong one and for an unknown login, after the same time. */
  async check(login: string, password: string): Promise<string | null> {
    const outcome = await run(this.strategy, { body: { login, password } });
    return 'person' in outcome ? outcome.person : null;
  }

  private async find(login: string, password: string): Promise<string | null> {
    const credential = await first<{ person_id: string; password_hash: string }>(this.database, CREDENTIAL, [login]);
    return (await passwordMatches(credential?.password_hash, password)) ? credential!.person_id : null;
  }
}
