import { Inject, Injectable } from '@nestjs/common';
import { LeaversService } from '@zhixing/people/api';
import { CONFIG, type Config, Database, PersonalData } from '@zhixing/platform/api';

/** People of one transaction. */
export const LEAVERS_AT_ONCE = 50;

/** Makes nameless who left longer ago than the setting says and was not taken on again. All of one person happens in one transaction, so a run that is cut off goes on where it stopped. */
@Injectable()
export class Pseudonymisation {
  constructor(
    private readonly database: Database,
    private readonly leavers: LeaversService,
    private readonly personal: PersonalData,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @returns how many were made nameless: fewer than `limit` when nobody else is due */
  next(limit: number): Promise<number> {
    return this.database.transaction(async (tx) => {
      const due = await this.leavers.due(tx, this.config.leaverRetentionYears, limit);
      for (const leaver of due) {
        await this.personal.pseudonymise(tx, leaver.id);
        await this.leavers.conceal(tx, leaver);
      }
      return due.length;
    });
  }
}
