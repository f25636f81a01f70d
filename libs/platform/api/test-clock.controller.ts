import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { z } from 'zod';
import { Database, statement } from './database.ts';
import { Public, Returns } from './guard.ts';

/** Moves business time by so many seconds from where it stands; `reset` first puts it back to the database's clock. */
const MoveClock = z.strictObject({ seconds: z.int(), reset: z.boolean().default(false) });
type MoveClock = z.infer<typeof MoveClock>;

const Moved = z.object({ now: z.iso.datetime() });

const MOVE = statement(
  'platform.move_clock',
  `update platform.clock set clock_offset = case when $2 then interval '0' else clock_offset end + make_interval(secs => $1)`,
);
const NOW = statement('platform.moved_now', 'select platform.now() as now');

/** Registered in test mode only. */
@Controller('test/clock')
export class TestClockController {
  constructor(private readonly database: Database) {}

  @Post()
  @Public()
  @HttpCode(200)
  @Returns(Moved)
  async move(@Body({ schema: MoveClock }) body: MoveClock) {
    await this.database.rows(MOVE, [body.seconds, body.reset]);
    const [{ now }] = (await this.database.rows<{ now: Date }>(NOW)) as [{ now: Date }];
    return { now: now.toISOString() };
  }
}
