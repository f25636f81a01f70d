import { Inject, Injectable } from '@nestjs/common';
import { LeaversService } from '@zhixing/people/api';
import { CONFIG, type Config, Database, PersonalData } from '@zhixing/platform/api';

/** People read at once. */
const BATCH = 100;
const FIRST = '00000000-0000-0000-0000-000000000000';

/** Makes nameless who left longer ago than the setting says and was not taken on again. All of one person happens in one transaction: a run that is cut off goes on where it stopped, and somebody with whom it fails does not hold the others up. */
@Injectable()
export class Pseudonymisation {
  constructor(
    private readonly database: Database,
    private readonly leavers: LeaversService,
    private readonly personal: PersonalData,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** How many were made nameless, batch after batch. @throws AggregateError at the end, of those with whom it failed */
  async *batches(): AsyncGenerator<number> {
    const failures: unknown[] = [];
    for (let after = FIRST, full = true; full; ) {
      const due = await this.leavers.due(this.database, this.config.leaverRetentionYears, after, BATCH);
      let done = 0;
      for (const id of due) {
        const forgotten = await this.forget(id).catch((error: unknown) => void failures.push(error));
        if (forgotten) done++;
      }
      yield done;
      full = due.length === BATCH;
      after = due.at(-1) ?? after;
    }
    if (failures.length) throw new AggregateError(failures, 'some leavers could not be pseudonymised');
  }

  /** @returns false when the person is due no longer, or somebody changes them just now */
  forget(personId: string): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      const leaver = await this.leavers.take(tx, this.config.leaverRetentionYears, personId);
      if (!leaver) return false;
      await this.personal.pseudonymise(tx, leaver.id);
      await this.leavers.conceal(tx, leaver);
      return true;
    });
  }
}
