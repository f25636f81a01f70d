import { Injectable } from '@nestjs/common';
import { AppError, Crypto, first, type Reader, type Transaction } from '@zhixing/platform/api';
import { CONCEAL, CONCEALED, DUE_LEAVERS, FORMER, HOLD_LEAVER, STILL_DUE } from './leavers.queries.ts';

/** Somebody whose time is up. */
export interface Leaver {
  id: string;
  hrKey: string | null;
}

/** People who left: who is due to be named no longer, how they are made nameless, and how they are known again when HR names them by their key. */
@Injectable()
export class LeaversService {
  constructor(private readonly crypto: Crypto) {}

  /** Up to `limit` people who left `years` ago and were not taken on again, by id after `after`. */
  async due(reader: Reader, years: number, after: string, limit: number): Promise<string[]> {
    return (await reader.rows<{ id: string }>(DUE_LEAVERS, [years, after, limit])).map(({ id }) => id);
  }

  /** One of them, locked until the end of the transaction; undefined when due no longer, or somebody changes them just now. */
  async take(tx: Transaction, years: number, personId: string): Promise<Leaver | undefined> {
    return (await first(tx, HOLD_LEAVER, [personId])) ? first<Leaver>(tx, STILL_DUE, [years, personId]) : undefined;
  }

  /** Name and numbers give way to a pseudonym, search words and mail go, the HR key becomes a digest. */
  async conceal(tx: Transaction, { id, hrKey }: Leaver): Promise<void> {
    await tx.rows(CONCEAL, [id, hrKey === null ? null : this.digest(hrKey)]);
  }

  /** What remains of an HR key: under a key of LOGIN_SECRET, so that the database alone does not tell it. */
  digest(hrKey: string): string {
    return this.crypto.mac('hr-key', hrKey).toString('base64url');
  }

  /** @throws AppError `people.hr_key_former` when the key is that of somebody who left long ago: they are taken on again, not anew */
  async requireUnknown(tx: Transaction, personId: string, hrKey: string): Promise<void> {
    const former = await first<{ staffNumber: string }>(tx, FORMER, [this.digest(hrKey), personId]);
    if (former) throw new AppError('people.hr_key_former', { value: hrKey, number: former.staffNumber });
  }

  /** @throws AppError `people.pseudonymised`: a name is given again with an employment only */
  async requireNamed(tx: Transaction, personId: string): Promise<void> {
    if (await first(tx, CONCEALED, [personId])) throw new AppError('people.pseudonymised');
  }
}
