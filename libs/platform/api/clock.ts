import { Injectable } from '@nestjs/common';
import { Database, first, statement } from './database.ts';

const NOW = statement('platform.clock', 'select platform.now() as now');

/** Business time in Node: the database's clock plus the offset that tests may set; never the host's clock. */
@Injectable()
export class Clock {
  constructor(private readonly database: Database) {}

  async now(): Promise<Date> {
    return (await first<{ now: Date }>(this.database, NOW))!.now;
  }
}
