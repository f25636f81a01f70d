import { Injectable } from '@nestjs/common';
import type { EvidencePreview } from '@zhixing/insights/contract';
import { AppError, AuditArchive, Database, first, type Progress, type SealedFacts } from '@zhixing/platform/api';
import * as sql from './evidence-packs.queries.ts';

/** Which evidence: as of a moment, of an assignment, in one of its cycles (null = all), of the people of a scope (null = the whole bank). */
export interface EvidenceOf {
  moment: string;
  assignmentId: string;
  cycle: string | null;
  scope: readonly string[] | null;
}

/** How the assignment read at the moment. */
export interface Rule {
  facts: Record<string, unknown>;
  since: Date;
  title: string;
  target_title: string | null;
  cycles: { cycle: string; opensOn: string; dueOn: string | null }[];
}

export interface OwedThen {
  id: string;
  cycle: string;
  staff_number: string;
  name: string;
  department: string | null;
  position: string | null;
  manager_number: string | null;
  manager: string | null;
  source: string;
  reason: string;
  state: string;
  mandatory: boolean;
  assigned_on: string;
  due_on: string;
  started_at: Date | null;
  completed_at: Date | null;
  score: number | null;
  version: number | null;
  version_title: string | null;
}

export interface DecisionThen {
  kind: string;
  cycle: string;
  staff_number: string;
  name: string;
  asked_at: Date;
  asked_number: string | null;
  asked_by: string | null;
  reason: string;
  decision: string | null;
  decided_number: string | null;
  decided_by: string | null;
  decided_at: Date | null;
  note: string | null;
  until: string | null;
}

export interface ChangeThen {
  at: Date;
  staff_number: string;
  name: string;
  cycle: string;
  state: string | null;
  due_on: string | null;
  cause: string;
  by_number: string | null;
  by: string | null;
  reason: string | null;
}

/** An act of the trail with the name its person had when the pack was first made. */
export interface ActThen extends Pick<SealedFacts, 'id' | 'at' | 'personId' | 'action' | 'objectType' | 'objectId' | 'result' | 'facts'> {
  number: string | null;
  name: string | null;
}

/** Everything a pack holds. */
export interface Evidence {
  rule: Rule;
  preview: Pick<EvidencePreview, 'states' | 'obligations'>;
  owed: OwedThen[];
  decisions: DecisionThen[];
  changes: ChangeThen[];
  acts: ActThen[];
}

type Act = Omit<ActThen, 'number' | 'name'>;

/** An entry of the archive as the trail in the database says it. */
const actOf = ({ id, at, personId, action, objectType, objectId, result, facts }: SealedFacts): Act => ({ id, at, personId, action, objectType, objectId, result, facts });

/** Rows read at once. */
const BATCH = 1000;

/**
 * The facts of a pack, only from rows that are dated, or appended and never changed, up to the moment. What is not dated (names, staff numbers, positions) and what may be corrected backwards (departments,
 * managers, leave) is fixed when a pack of the moment first names somebody. So the same evidence is gathered whenever it is asked for.
 */
@Injectable()
export class EvidenceFacts {
  constructor(
    private readonly database: Database,
    private readonly archive: AuditArchive,
  ) {}

  /** `rule` undefined = the assignment had not been made. @throws AppError insights.as_of_ahead */
  async preview({ moment, assignmentId, cycle, scope }: EvidenceOf): Promise<Evidence['preview'] & { rule: Rule | undefined }> {
    const rule = await this.rule({ moment, assignmentId, cycle, scope });
    return { ...(await first<Evidence['preview']>(this.database, sql.PREVIEW, [moment, assignmentId, cycle, scope]))!, rule };
  }

  /** @throws AppError insights.as_of_ahead, insights.nothing_then, insights.trail_gone */
  async gather(of: EvidenceOf, progress: Progress): Promise<Evidence> {
    const { moment, assignmentId, cycle, scope } = of;
    const rule = await this.rule(of);
    if (!rule) throw new AppError('insights.nothing_then');
    const archived = await this.archived(of);
    await this.database.transaction((tx) => tx.rows(sql.FIX_PEOPLE, [moment, assignmentId, [...new Set(archived.flatMap((act) => act.personId ?? []))]]));
    const values = [moment, assignmentId, cycle, scope];
    const preview = (await first<Evidence['preview']>(this.database, sql.PREVIEW, values))!;
    const owed: OwedThen[] = [];
    for (let page: OwedThen[] | undefined; !page || page.length === BATCH; ) {
      const last = owed.at(-1);
      page = await this.database.rows<OwedThen>(sql.OBLIGATIONS, [...values, last?.staff_number ?? null, last?.id ?? null, BATCH]);
      owed.push(...page);
      await progress(owed.length, preview.obligations);
    }
    return {
      rule, preview, owed,
      decisions: await this.database.rows<DecisionThen>(sql.DECISIONS, values),
      changes: await this.database.rows<ChangeThen>(sql.CHANGES, values),
      acts: await this.acts(of, archived),
    };
  }

  private async rule({ moment, assignmentId, cycle }: EvidenceOf): Promise<Rule | undefined> {
    if (!(await first<{ settled: boolean }>(this.database, sql.SETTLED, [moment]))!.settled) throw new AppError('insights.as_of_ahead');
    return first<Rule>(this.database, sql.RULE, [moment, assignmentId, cycle]);
  }

  /** Acts of all objects of the assignment that lie in files of the archive; which of them a branch reads is decided once its people are fixed. */
  private async archived({ moment, assignmentId }: EvidenceOf): Promise<Act[]> {
    const begun = (await first<{ at: Date }>(this.database, sql.BEGUN, [assignmentId]))!.at;
    const parts = (await this.archive.parts()).filter((part) => part.firstAt.getTime() <= Date.parse(moment) && part.lastAt >= begun);
    if (parts.some((part) => part.purgedAt)) throw new AppError('insights.trail_gone');
    const found: Act[] = [];
    if (!parts.length) return found;
    const objects = await this.objects(moment, assignmentId, null);
    for (const part of parts) {
      for await (const links of this.archive.links(part)) for (const { entry } of links) if (entry && entry.at <= moment && objects.has(`${entry.objectType} ${entry.objectId}`)) found.push(actOf(entry));
    }
    return found;
  }

  private async acts({ moment, assignmentId, scope }: EvidenceOf, archived: Act[]): Promise<ActThen[]> {
    const objects = archived.length ? await this.objects(moment, assignmentId, scope) : null;
    const acts = [
      ...archived.filter((act) => objects!.has(`${act.objectType} ${act.objectId}`)),
      ...(await this.database.rows<Act>(sql.TRAIL, [moment, assignmentId, scope])),
    ].sort((one, other) => (one.at + one.id < other.at + other.id ? -1 : 1));
    const people = await this.database.rows<{ person_id: string; staff_number: string; name: string }>(sql.FIXED, [moment, [...new Set(acts.flatMap((act) => act.personId ?? []))]]);
    const byId = new Map(people.map((one) => [one.person_id, one]));
    return acts.map((act) => {
      const person = act.personId === null ? undefined : byId.get(act.personId);
      return { ...act, number: person?.staff_number ?? null, name: person?.name ?? null };
    });
  }

  private async objects(moment: string, assignmentId: string, scope: readonly string[] | null): Promise<Set<string>> {
    const rows = await this.database.rows<{ type: string; id: string }>(sql.OBJECT_IDS, [moment, assignmentId, scope]);
    return new Set(rows.map(({ type, id }) => `${type} ${id}`));
  }
}
