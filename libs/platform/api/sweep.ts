import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Files } from './files.ts';
import { Idempotency } from './idempotency.ts';

const HOUR = 60 * 60 * 1000;

/** Takes away, once an hour, what nobody needs any more: bytes without a file, answers kept for repetitions. Several processes may do it at once. */
@Injectable()
export class Sweep implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('sweep');
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly files: Files,
    private readonly idempotency: Idempotency,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.run().catch((error: Error) => this.logger.error({ sweep: error.stack })), HOUR).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** @throws AppError `unavailable` when the storage does not answer */
  async run(): Promise<void> {
    await this.files.sweep();
    await this.idempotency.purge();
  }
}
