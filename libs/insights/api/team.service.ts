import { Injectable } from '@nestjs/common';
import type { AttentionList, AttentionQuery, Member, Team, TeamAsOf, TeamAsOfQuery, TeamCertifications, TeamQuery } from '@zhixing/insights/contract';
import { type Actor, AppError, audit, Clock, Database, decodeCursor, first, page, plainWords } from '@zhixing/platform/api';
import { z } from 'zod';
import { MEMBER, MEMBER_CERTIFICATIONS, MEMBER_OBLIGATIONS } from './member.queries.ts';
import { type MemberObligationRow, type MemberRow, memberView } from './member.view.ts';
import { dayOf, endOf, monthBefore, monthOf } from './days.rules.ts';
import { ATTENTION_PAGE, TEAM_AS_OF, TEAM_PAGE } from './team.queries.ts';
import { CERTIFICATIONS_PAGE, type EndingRow, teamCertification } from './team-certifications.ts';
import { actionRow, type ActingRow, asOf, type AsOfRow, figures, teamRow, type TeamSqlRow } from './team.view.ts';

/** Sort keys of the lists: overdue, attention, pinyin, person; rank, amount, pinyin, id; last day, pinyin, cycle. */
const PersonKey = z.tuple([z.int(), z.int(), z.string(), z.uuid()]);
const ActingKey = z.tuple([z.int(), z.int(), z.string(), z.uuid()]);
const EndingKey = z.tuple([z.iso.date(), z.string(), z.uuid()]);

@Injectable()
export class TeamService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** A page of the actor's team of today with the scope's figures. The search narrows the people, never the figures. */
  async team(actor: Actor, { scope, q, limit, cursor }: TeamQuery): Promise<Team> {
    const after = decodeCursor(PersonKey, cursor) ?? [null, null, null, null];
    const search = plainWords(q ?? '') || null;
    const row = (await first<TeamSqlRow>(this.database, TEAM_PAGE, [actor.personId, scope, search, ...after, limit + 1]))!;
    return { scope, ...figures(row), ...page(row.people, limit, (person) => [person.overdue, person.attention, person.pinyin, person.person_id], teamRow) };
  }

  /** What the team owes or stands still at, most pressing first. */
  async attention(actor: Actor, { scope, limit, cursor }: AttentionQuery): Promise<AttentionList> {
    const after = decodeCursor(ActingKey, cursor) ?? [null, null, null, null];
    const rows = await this.database.rows<ActingRow>(ATTENTION_PAGE, [actor.personId, scope, ...after, limit + 1]);
    return page(rows, limit, (row) => [row.rank, row.amount, row.pinyin, row.id], actionRow);
  }

  /** What the team is certified for and ends within 60 days, the nearest day first. */
  async certifications(actor: Actor, { scope, limit, cursor }: AttentionQuery): Promise<TeamCertifications> {
    const after = decodeCursor(EndingKey, cursor) ?? [null, null, null];
    const rows = await this.database.rows<EndingRow>(CERTIFICATIONS_PAGE, [actor.personId, scope, ...after, limit + 1]);
    return page(rows, limit, (row) => [row.valid_until, row.pinyin, row.cycle_id], teamCertification);
  }

  /** The scope's people of today as they stood at the end of a day, today at this moment; read from dated rows, not kept ready. */
  async asOf(actor: Pick<Actor, 'personId'>, { scope, on }: TeamAsOfQuery): Promise<TeamAsOf> {
    const now = await this.clock.now();
    const today = dayOf(now);
    const day = on === undefined ? monthBefore(today) : on < today ? on : today;
    const row = (await first<AsOfRow>(this.database, TEAM_AS_OF, [actor.personId, scope, day < today ? endOf(day) : now, monthOf(day), day]))!;
    return { scope, on: day, ...asOf(row) };
  }

  /** The facts of one member for a 1:1, never raw answers; that they were looked at is audited. @throws AppError not_found outside of the actor's line */
  async member(actor: Actor, personId: string): Promise<Member> {
    return this.database.transaction(async (tx) => {
      const row = await first<MemberRow>(tx, MEMBER, [actor.personId, personId]);
      if (!row) throw new AppError('not_found');
      await audit(tx, actor, { action: 'member.view', object: { type: 'person', id: personId } });
      const obligations = await tx.rows<MemberObligationRow>(MEMBER_OBLIGATIONS, [personId]);
      return memberView(row, obligations, await tx.rows<Member['certifications'][number]>(MEMBER_CERTIFICATIONS, [personId]));
    });
  }
}
