import { Injectable } from '@nestjs/common';
import { classHours } from '@zhixing/plans/api';
import { Database, type EventHandler } from '@zhixing/platform/api';
import { v7 as uuid } from 'uuid';
import { EARN } from './hours.queries.ts';

/** What attending a training class earns once it is closed: formal hours, once for each person and class. */
@Injectable()
export class ClassHoursService implements EventHandler<{ classId: string }> {
  constructor(private readonly database: Database) {}

  async handle({ classId }: { classId: string }): Promise<void> {
    await this.database.transaction(async (tx) => {
      for (const { id, person_id, title, closed_at, minutes } of await classHours(tx, classId)) await tx.rows(EARN, [uuid(), person_id, 'formal', minutes, closed_at, 'class', id, title]);
    });
  }
}
