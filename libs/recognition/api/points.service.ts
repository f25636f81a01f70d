import { Injectable } from '@nestjs/common';
import { type CardRow, personCard } from '@zhixing/people/api';
import { type Actor, AppError, audit, Database, decodeCursor, first, page, type Transaction } from '@zhixing/platform/api';
import type { PageQuery } from '@zhixing/platform/contract';
import type { Board, BoardQuery, MyPoints, PointsEntry, PointsRule, PointsRuleCode } from '@zhixing/recognition/contract';
import { z } from 'zod';
import { BOARD, BOARD_FRAME, LEDGER, LIST, POINTS_RULES, POINTS_SUMS, SET_POINTS_RULE, UNLIST } from './points.queries.ts';
import { RecognitionPolicy } from './recognition.policy.ts';

const Key = z.tuple([z.string().max(40), z.uuid()]);

interface RuleRow { code: PointsRuleCode; points: number; valid_from: Date }

const rule = (row: RuleRow): PointsRule => ({ code: row.code, points: row.points, validFrom: row.valid_from.toISOString() });

/** Points: one's own ledger, the monthly board of one's department, and what each rule gives. */
@Injectable()
export class PointsService {
  constructor(
    private readonly database: Database,
    private readonly policy: RecognitionPolicy,
  ) {}

  async mine(actor: Actor, { cursor, limit }: PageQuery): Promise<MyPoints> {
    const [at, id] = decodeCursor(Key, cursor) ?? [null, null];
    const rows = await this.database.rows<Omit<PointsEntry, 'at'> & { at: Date; at_key: string }>(LEDGER, [actor.personId, at, id, limit + 1]);
    const sums = (await first<{ total: number; thisMonth: number; listed: boolean }>(this.database, POINTS_SUMS, [actor.personId]))!;
    return { ...page(rows, limit, (row) => [row.at_key, row.id], (row) => ({ ...row, at: row.at.toISOString() })), ...sums, rules: await this.rules() };
  }

  /** A month of the department the actor works in today. @throws AppError not_found without a place, or for a month further back than twelve */
  async board(actor: Actor, { month: wanted }: BoardQuery): Promise<Board> {
    const frame = (await first<{ months: string[]; department_id: string | null; department: string | null }>(this.database, BOARD_FRAME, [actor.personId]))!;
    const month = wanted ?? frame.months[0]!;
    if (frame.department === null || !frame.months.includes(month)) throw new AppError('not_found');
    const rows = await this.database.rows<CardRow & { points: number; rank: number }>(BOARD, [frame.department_id, `${month}-01`]);
    return {
      month, months: frame.months, department: frame.department,
      items: rows.map((row) => ({ rank: row.rank, points: row.points, person: personCard(row), me: row.person_id === actor.personId })),
    };
  }

  /** Whether one stands on the board by name. Not audited: it concerns nobody else. */
  async list(tx: Transaction, actor: Actor, listed: boolean): Promise<void> {
    await tx.rows(listed ? LIST : UNLIST, [actor.personId]);
  }

  async rules(): Promise<PointsRule[]> {
    return (await this.database.rows<RuleRow>(POINTS_RULES)).map(rule);
  }

  /** From now on; what was earned stays. @throws AppError recognition.whole_bank */
  async setRule(tx: Transaction, actor: Actor, code: PointsRuleCode, points: number): Promise<void> {
    this.policy.rule(actor);
    const before = (await tx.rows<RuleRow>(POINTS_RULES)).find((row) => row.code === code);
    await tx.rows(SET_POINTS_RULE, [code, points]);
    await audit(tx, actor, { action: 'points.rule', object: { type: 'points_rule', id: code }, before: before && { points: before.points }, after: { points }, facts: { before: before?.points ?? null, points } });
  }
}
