import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { LoginPage } from '@zhixing/access/contract';
import { PeopleService } from '@zhixing/people/api';
import { CONFIG, type Config, Database, first } from '@zhixing/platform/api';
import { CREDENTIAL, DEMO_CREDENTIALS } from './access.queries.ts';
import { DEMO_LOGINS, DEMO_PASSWORD } from './demo.ts';
import { PasswordsService } from './passwords.service.ts';
import { passwordMatches } from './passwords.ts';

/** What the login page of a demo bank offers; outside demo mode it offers nothing. */
@Injectable()
export class DemoService implements OnApplicationBootstrap {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleService,
    private readonly passwords: PasswordsService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Production does not open a bank whose logins have a published password. @throws Error naming the login */
  async onApplicationBootstrap(): Promise<void> {
    if (this.config.mode !== 'production') return;
    for (const { login } of DEMO_LOGINS) {
      const credential = await first<{ password_hash: string }>(this.database, CREDENTIAL, [login]);
      if (credential && (await passwordMatches(credential.password_hash, DEMO_PASSWORD)))
        throw new Error(`This database holds the demo bank: the login "${login}" still has its published password. Production needs a database of its own.`);
    }
  }

  async page(): Promise<LoginPage> {
    const password = this.passwords.policy;
    if (!this.config.demo) return { password, demo: { people: [], password: null } };
    const offered = DEMO_LOGINS.filter((one) => one.tryThis);
    const rows = await this.database.rows<{ login: string; person_id: string }>(DEMO_CREDENTIALS, [offered.map((one) => one.login)]);
    const personOf = new Map(rows.map((row) => [row.login, row.person_id]));
    const cards = await this.people.cards([...personOf.values()]);
    const people = offered.flatMap(({ login, tryThis }) => {
      const card = cards.get(personOf.get(login) ?? '');
      return card ? [{ login, displayName: card.displayName, position: card.position, department: card.department.name, tryThis: tryThis! }] : [];
    });
    return { password, demo: { people, password: people.length ? DEMO_PASSWORD : null } };
  }
}
