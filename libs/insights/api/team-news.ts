import { Injectable } from '@nestjs/common';
import { coursesEvents } from '@zhixing/courses/contract';
import { Database, type EventHandler, live, type LiveTopic, statement, subscriber } from '@zhixing/platform/api';

/** Everybody above person $1 today. */
const ABOVE = statement('insights.above', 'select manager_id as "personId" from people.line where person_id = $1');

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
