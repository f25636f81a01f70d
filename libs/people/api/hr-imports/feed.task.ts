import { createReadStream } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { AppError, CONFIG, type Config } from '@zhixing/platform/api';
import { HrImportsService } from './hr-imports.service.ts';

/** A file of this name holds only some of the people. */
const PARTIAL = /partial|增量/i;

/**
 * Looks into HR_FEED_DIR. A file is taken once it looks the same at two visits, so that none is read half written; the same bytes are taken once, whatever
 * they are called. Nothing in the folder is changed.
 */
@Injectable()
export class FeedTask {
  private readonly logger = new Logger('hr-feed');
  /** How each file looked at the last visit, and whether it was taken then. */
  private seen = new Map<string, { mark: string; taken: boolean }>();

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly imports: HrImportsService,
  ) {}

  /** One visit. */
  async run(): Promise<void> {
    const directory = this.config.hrFeedDirectory;
    if (!directory) return;
    const seen: FeedTask['seen'] = new Map();
    for (const name of (await readdir(directory)).filter((one) => /^[^.].*\.(csv|xlsx)$/i.test(one)).toSorted()) {
      const file = await lstat(join(directory, name));
      if (!file.isFile() || file.size === 0) continue; // links lead out of the folder
      const mark = `${file.size} ${file.mtimeMs}`;
      const before = this.seen.get(name);
      const taken = before?.mark === mark && (before.taken || (await this.take(directory, name)));
      seen.set(name, { mark, taken });
    }
    this.seen = seen;
  }

  /** A file that cannot be taken does not stand in the way of the others; the next visit tries it again. */
  private async take(directory: string, name: string): Promise<boolean> {
    try {
      const isNew = await this.imports.receiveFeed(name, createReadStream(join(directory, name)), !PARTIAL.test(name));
      if (isNew) this.logger.log(`took ${name}`);
      return true;
    } catch (error) {
      this.logger.error(`could not take ${name}: ${String(error)}`);
      return error instanceof AppError && error.code === 'too_large';
    }
  }
}
