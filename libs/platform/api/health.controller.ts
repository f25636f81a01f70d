import { Controller, Get, VERSION_NEUTRAL } from '@nestjs/common';
import { z } from 'zod';
import { Database, statement } from './database.ts';
import { Public, Returns } from './guard.ts';

const Health = z.object({ status: z.literal('ok') });

const PING = statement('platform.ping', 'select 1');

/** `/healthz`: the process lives. `/readyz`: it also reaches the database and may get traffic. */
@Controller({ version: VERSION_NEUTRAL })
export class HealthController {
  constructor(private readonly database: Database) {}

  @Get('healthz')
  @Public()
  @Returns(Health)
  live() {
    return { status: 'ok' };
  }

  @Get('readyz')
  @Public()
  @Returns(Health)
  async ready() {
    await this.database.rows(PING);
    return { status: 'ok' };
  }
}
