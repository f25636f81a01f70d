import { Injectable } from '@nestjs/common';
import { coursesEvents } from '@zhixing/courses/contract';
import { peopleEvents } from '@zhixing/people/contract';
import { Database, type EventHandler, type Subscriber, subscriber } from '@zhixing/platform/api';
import { ReconcileService } from '../assignments/reconcile.service.ts';
import { COMPLETE, REFRESH_DUE } from './changes.queries.ts';

/** What somebody completed is owed no more. */
@Injectable()
export class FollowCompletion implements EventHandler<{ personId: string; registrationId: string }> {
  constructor(private readonly database: Database) {}

  async handle({ personId, registrationId }: { personId: string; registrationId: string }): Promise<void> {
    await this.database.transaction((tx) => tx.rows(COMPLETE, [personId, registrationId]));
  }
}

/** Leave moves due dates. */
@Injectable()
export class FollowLeave implements EventHandler<{ personId: string }> {
  constructor(private readonly database: Database) {}

  async handle({ personId }: { personId: string }): Promise<void> {
    await this.database.transaction((tx) => tx.rows(REFRESH_DUE, [[personId]]));
  }
}

/** Who came, moved or left owes what the rules ask of them today; what lies ahead comes in the night of its day. */
@Injectable()
export class FollowPerson implements EventHandler<{ personId: string }> {
  constructor(private readonly reconcile: ReconcileService) {}

  handle({ personId }: { personId: string }): Promise<void> {
    return this.reconcile.person(personId);
  }
}

export const followers: Subscriber[] = [
  subscriber('plans.completed', coursesEvents['courses.completed'], FollowCompletion),
  subscriber('plans.leave', peopleEvents['people.leave_changed'], FollowLeave),
  subscriber('plans.hired', peopleEvents['people.hired'], FollowPerson),
  subscriber('plans.transferred', peopleEvents['people.transferred'], FollowPerson),
  subscriber('plans.left', peopleEvents['people.left'], FollowPerson),
  subscriber('plans.disabled', peopleEvents['people.disabled'], FollowPerson),
];
