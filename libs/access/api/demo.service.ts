import { Inject, Injectable } from '@nestjs/common';
import type { LoginPage } from '@zhixing/access/contract';
import { PeopleService } from '@zhixing/people/api';
import { CONFIG, type Config, Database } from '@zhixing/platform/api';
import { DEMO_CREDENTIALS } from './access.queries.ts';
import { DEMO_LOGINS, DEMO_PASSWORD } from './demo.ts';

/** What the login page of a demo bank offers; outside demo mode it offers nothing. */
@Injectable()
export class DemoService {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async page(): Promise<LoginPage> {
    if (!this.config.demo) return { demo: { people: [], password: null } };
    const offered = DEMO_LOGINS.filter((one) => one.tryThis);
    const rows = await this.database.rows<{ login: string; person_id: string }>(DEMO_CREDENTIALS, [offered.map((one) => one.login)]);
    const personOf = new Map(rows.map((row) => [row.login, row.person_id]));
    const cards = await this.people.cards([...personOf.values()]);
    const people = offered.flatMap(({ login, tryThis }) => {
      const card = cards.get(personOf.get(login) ?? '');
      return card ? [{ login, displayName: card.displayName, position: card.position, department: card.department.name, tryThis: tryThis! }] : [];
    });
    return { demo: { people, password: people.length ? DEMO_PASSWORD : null } };
  }
}
