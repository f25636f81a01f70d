import { Injectable } from '@nestjs/common';
import { coursesEvents } from '@zhixing/courses/contract';
import { Database, type EventHandler, live, type LiveTopic, statement, subscriber } from '@zhixing/platform/api';

/** Everybody above person $1 today: whoever they report to, and the line above those. */
const ABOVE = statement(
  'insights.above',
  `with recursive above (person_id) as (
     select manager_id from people.reporting where person_id = $1
     union
     select r.manager_id from above a join people.reporting r on r.person_id = a.person_id)
   select person_id as "personId" from above where person_id <> $1`,
);

/** Tells the open team pages of all managers above that somebody finished a course. Telling it twice does no harm: the page reads anew. */
@Injectable()
export class TeamNews implements EventHandler<{ personId: string }> {
  constructor(private readonly database: Database) {}

  async handle({ personId }: { personId: string }): Promise<void> {
    for (const manager of await this.database.rows<{ personId: string }>(ABOVE, [personId])) await live(this.database, 'team', manager.personId);
  }
}

export const teamSubscriber = subscriber('insights.team_news', coursesEvents['courses.completed'], TeamNews);

/** News of one's own team. */
export const teamTopic: LiveTopic = { name: 'team', may: (actor, key) => key === actor.personId };
