import type { Comparison, MyNeeds, Need, PlanItem, PlanRow, PlanView } from '@zhixing/plans/contract';

/** Names of departments by id. */
export type Names = ReadonlyMap<string, string>;
type Unit = PlanRow['department'];

interface Signed {
  by: { id: string; displayName: string };
  at: string;
}

/** A plan as its statements give it. */
export interface PlanSqlRow {
  id: string;
  year: number;
  department_id: string;
  state: PlanView['state'];
  submitted_by: string | null;
  return_note: string | null;
  items: number;
  needs_waiting: number;
  people: number;
  minutes: number;
  cost: number;
  submitted: Signed | null;
  approved: Signed | null;
}

export interface ItemSqlRow {
  id: string;
  title: string;
  audience: string;
  department_id: string | null;
  domain: PlanItem['domain'];
  kind: PlanItem['kind'];
  month: number;
  people: number;
  hours: number;
  budget: number;
  owner_id: string;
  owner_name: string;
  revision: number;
  outcome_on: string | null;
  outcome_people: number;
  outcome_hours: number;
  outcome_cost: number;
  plan_id: string;
  year: number;
  plan_department_id: string;
  status: PlanItem['status'];
  late: boolean;
  actual: PlanItem['actual'];
  links: PlanItem['links'];
  need_id: string | null;
  need_department_id: string;
  proposed_by: string;
  proposed_by_name: string;
}

export interface NeedSqlRow {
  id: string;
  department_id: string;
  title: string;
  domain: Need['domain'];
  people: number;
  why: string;
  priority: Need['priority'];
  proposed_by: string;
  proposed_by_name: string;
  proposed_at: Date;
  state: Need['state'];
  note: string | null;
  decided_by: string | null;
  decided_by_name: string;
  decided_at: Date | null;
  waits: number;
  year: number;
  item_id: string | null;
}

export interface ComparisonSqlRow {
  department_id: string;
  month: number;
  kind: PlanItem['kind'];
  planned_people: number;
  planned_minutes: number;
  planned_cost: number;
  people: number;
  minutes: number;
  cost: number;
}

const unit = (id: string, names: Names): Unit => ({ id, name: names.get(id) ?? '' });

export const planRow = (row: PlanSqlRow, names: Names): PlanRow => ({
  id: row.id, year: row.year, department: unit(row.department_id, names), state: row.state, items: row.items, needsWaiting: row.needs_waiting, planned: { people: row.people, minutes: row.minutes, cost: row.cost },
});

const signed = (one: Signed | null): PlanView['submitted'] => one && { by: one.by, at: new Date(one.at).toISOString() };

/** A plan with what reader `personId`, who administers it, may do to it. */
export const planView = (row: PlanSqlRow, names: Names, personId: string): PlanView => ({
  ...planRow(row, names), submitted: signed(row.submitted), approved: signed(row.approved), returnNote: row.return_note,
  can: {
    edit: row.state === 'draft' || row.state === 'approved', submit: row.state === 'draft' && row.items > 0, sendBack: row.state === 'submitted', approve: row.state === 'submitted' && row.submitted_by !== personId,
    close: row.state === 'approved', link: row.state !== 'closed',
  },
});

export const planItem = (row: ItemSqlRow, names: Names): PlanItem => ({
  id: row.id, title: row.title, audience: row.audience, department: row.department_id === null ? null : unit(row.department_id, names), domain: row.domain, kind: row.kind, month: row.month, people: row.people, hours: row.hours,
  budget: row.budget, owner: { id: row.owner_id, displayName: row.owner_name }, status: row.status, late: row.late, actual: row.actual, links: row.links, revision: row.revision,
  outcome: row.outcome_on === null ? null : { on: row.outcome_on, people: row.outcome_people, hours: row.outcome_hours, cost: row.outcome_cost },
  need: row.need_id === null ? null : { id: row.need_id, department: unit(row.need_department_id, names), by: { id: row.proposed_by, displayName: row.proposed_by_name } },
});

export const needView = (row: NeedSqlRow, names: Names): Need => ({
  id: row.id, department: unit(row.department_id, names), title: row.title, domain: row.domain, people: row.people, why: row.why, priority: row.priority, by: { id: row.proposed_by, displayName: row.proposed_by_name }, at: row.proposed_at.toISOString(),
  state: row.state, note: row.note, decided: row.decided_by === null ? null : { by: { id: row.decided_by, displayName: row.decided_by_name }, at: row.decided_at!.toISOString() },
});

export const ownNeed = (row: NeedSqlRow, names: Names, item: ItemSqlRow | undefined): MyNeeds['items'][number] => ({ ...needView(row, names), year: row.year, item: item ? { title: item.title, month: item.month, status: item.status } : null });

export const comparisonRow = (row: ComparisonSqlRow, names: Names): Comparison['rows'][number] => ({
  department: unit(row.department_id, names), month: row.month, kind: row.kind,
  planned: { people: row.planned_people, minutes: row.planned_minutes, cost: row.planned_cost }, actual: { people: row.people, minutes: row.minutes, cost: row.cost },
});
