import { Injectable } from '@nestjs/common';
import type { EventHandler } from '@zhixing/platform/api';
import { CyclesService } from './cycles.service.ts';

/** Catches up with completions no event told of: each night, and when a certification was made or rests on another course. */
@Injectable()
export class CertificationsDay implements EventHandler<{ certificationId: string }> {
  constructor(private readonly cycles: CyclesService) {}

  run(): Promise<void> {
    return this.cycles.catchUp();
  }

  handle(): Promise<void> {
    return this.cycles.catchUp();
  }
}
