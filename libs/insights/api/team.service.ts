import { Injectable } from '@nestjs/common';
import type { AttentionList, AttentionQuery, Member, Team, TeamQuery } from '@zhixing/insights/contract';
import { type Actor, AppError, audit, Database, decodeCursor, first, page, plainWords } from '@zhixing/platform/api';
import { z } from 'zod';
import { MEMBER } from './member.queries.ts';
import { type MemberRow, memberView } from './member.view.ts';
import { ATTENTION_PAGE, TEAM_PAGE } from './team.queries.ts';
import { attentionRow, figures, type NeedingRow, teamRow, type TeamSqlRow } from './team.view.ts';

/** Sort keys of the two lists: attention, pinyin, person; reason, amount, pinyin, registration. */
const PersonKey = z.tuple([z.int(), z.string(), z.uuid()]);
const NeedingKey = z.tuple([z.int(), z.int(), z.string(), z.uuid()]);

@Injectable()
export class TeamService {
  constructor(private readonly database: Database) {}

  /** A page of the actor's team of today with the scope's figures. The search narrows the people, never the figures. */
  async team(actor: Actor, { scope, q, limit, cursor }: TeamQuery): Promise<Team> {
    const after = decodeCursor(PersonKey, cursor) ?? [null, null, null];
    const search = plainWords(q ?? '') || null;
    const row = (await first<TeamSqlRow>(this.database, TEAM_PAGE, [actor.personId, scope, search, ...after, limit + 1]))!;
    return { scope, ...figures(row), ...page(row.people, limit, (person) => [person.attention, person.pinyin, person.person_id], teamRow) };
  }

  /** Open registrations of the team that need attention, most pressing first. */
  async attention(actor: Actor, { scope, limit, cursor }: AttentionQuery): Promise<AttentionList> {
    const after = decodeCursor(NeedingKey, cursor) ?? [null, null, null, null];
    const rows = await this.database.rows<NeedingRow>(ATTENTION_PAGE, [actor.personId, scope, ...after, limit + 1]);
    return page(rows, limit, (row) => [row.pressing, row.amount, row.pinyin, row.registration_id], attentionRow);
  }

  /** The facts of one member for a 1:1, never raw answers; that they were looked at is audited. @throws AppError not_found outside of the actor's line */
  async member(actor: Actor, personId: string): Promise<Member> {
    return this.database.transaction(async (tx) => {
      const row = await first<MemberRow>(tx, MEMBER, [actor.personId, personId]);
      if (!row) throw new AppError('not_found');
      await audit(tx, actor, { action: 'member.view', object: { type: 'person', id: personId } });
      return memberView(row);
    });
  }
}
