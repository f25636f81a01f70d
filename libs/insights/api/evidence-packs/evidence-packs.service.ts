import { Injectable } from '@nestjs/common';
import type { EvidenceAssignment, EvidenceAssignments, EvidenceAssignmentsQuery, EvidencePackQuery, EvidencePacks, EvidencePacksQuery, EvidencePreview } from '@zhixing/insights/contract';
import { type Actor, Database, decodeCursor, page } from '@zhixing/platform/api';
import { z } from 'zod';
import { EvidenceFacts } from './evidence-facts.service.ts';
import { ASSIGNMENTS, MADE } from './evidence-packs.queries.ts';
import { EvidencePolicy } from './evidence.policy.ts';

const Cursor = z.tuple([z.string(), z.uuid()]);

interface AssignmentRow extends Pick<EvidenceAssignment, 'id' | 'title' | 'origin' | 'state' | 'cycles' | 'obligations'> {
  owner_id: string;
  owner_name: string;
  starts_on: string;
  sort_key: string;
}

interface MadeRow {
  id: string;
  at: Date;
  person_id: string;
  by_name: string;
  facts: { assignmentId: string; asOf: string; cycle: string | null; language: 'zh-CN' | 'en'; scoped: string; rows: number; reason: string; sha256: string };
  title: string;
  sort_key: string;
}

/** What packs would hold, what they can be made of, and which were made. */
@Injectable()
export class EvidencePacksService {
  constructor(
    private readonly database: Database,
    private readonly policy: EvidencePolicy,
    private readonly facts: EvidenceFacts,
  ) {}

  /** @throws AppError not_found, insights.as_of_ahead */
  async preview(actor: Actor, query: EvidencePackQuery): Promise<EvidencePreview> {
    const of = await this.policy.evidenceOf(actor, query);
    const { states, obligations, rule } = await this.facts.preview(of);
    const none = { completed: 0, completed_late: 0, open: 0, overdue: 0, paused: 0, waived: 0, cancelled: 0 };
    return { asOf: new Date(of.moment).toISOString(), title: rule?.title ?? null, obligations, states: { ...none, ...states } };
  }

  async assignments({ q, limit, cursor }: EvidenceAssignmentsQuery): Promise<EvidenceAssignments> {
    const after = decodeCursor(Cursor, cursor);
    const words = q === undefined ? null : `%${q.replace(/[\\%_]/g, '\\$&')}%`;
    const rows = await this.database.rows<AssignmentRow>(ASSIGNMENTS, [words, after?.[0] ?? null, after?.[1] ?? null, limit + 1]);
    return page(rows, limit, (row) => [row.sort_key, row.id], ({ id, title, origin, state, cycles, obligations, owner_id, owner_name, starts_on }) =>
      ({ id, title, origin, state, cycles, obligations, startsOn: starts_on, owner: { id: owner_id, displayName: owner_name } }));
  }

  async made({ limit, cursor }: EvidencePacksQuery): Promise<EvidencePacks> {
    const after = decodeCursor(Cursor, cursor);
    const rows = await this.database.rows<MadeRow>(MADE, [after?.[0] ?? null, after?.[1] ?? null, limit + 1]);
    return page(rows, limit, (row) => [row.sort_key, row.id], ({ id, at, person_id, by_name, title, facts }) => ({
      id, at: at.toISOString(), by: { id: person_id, displayName: by_name }, assignment: { id: facts.assignmentId, title }, asOf: facts.asOf, cycle: facts.cycle, language: facts.language,
      scoped: facts.scoped === 'true', obligations: facts.rows, reason: facts.reason, sha256: facts.sha256,
    }));
  }
}
