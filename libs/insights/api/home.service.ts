import { Injectable } from '@nestjs/common';
import type { Home } from '@zhixing/insights/contract';
import { type Actor, Database, first } from '@zhixing/platform/api';
import { HOME } from './home.queries.ts';
import { type HomeRow, homeView } from './home.view.ts';

@Injectable()
export class HomeService {
  constructor(private readonly database: Database) {}

  /** What to do next and why, the running week, own courses and figures; one statement. Minutes are measured by the server. */
  async home(actor: Actor): Promise<Home> {
    return homeView((await first<HomeRow>(this.database, HOME, [actor.personId, actor.departmentIds[0] ?? null, actor.departmentIds]))!);
  }
}
