import { Domain } from '@zhixing/courses/contract';
import { Id, Instant, LocalDate, PageQuery, pageOf } from '@zhixing/platform/contract';
import { z } from 'zod';
import { Owner } from './assignments.ts';

/** Items one plan has at most, so that its pages show all of them. */
export const PLAN_ITEMS = 300;
const Year = z.int().min(2020).max(2100);
const Reason = z.string().trim().min(2).max(500);
const Unit = z.object({ id: Id, name: z.string() });

/** Draft: needs come in and items change freely. Approved: a change needs a reason and stays on record. */
export const PlanState = z.enum(['draft', 'submitted', 'approved', 'closed']);
export type PlanState = z.infer<typeof PlanState>;
export const PlanItemKind = z.enum(['class', 'campaign', 'external', 'competition', 'other']);
export type PlanItemKind = z.infer<typeof PlanItemKind>;
/** Follows from what fulfils an item, or from the outcome recorded where nothing in the system does. */
export const PlanItemStatus = z.enum(['planned', 'under_way', 'done', 'cancelled']);
export type PlanItemStatus = z.infer<typeof PlanItemStatus>;
export const NeedPriority = z.enum(['high', 'medium', 'low']);
export type NeedPriority = z.infer<typeof NeedPriority>;
export const NeedState = z.enum(['waiting', 'taken', 'declined', 'withdrawn']);
export type NeedState = z.infer<typeof NeedState>;

/** Planned or actual: people, minutes of all of them together, and yuan. */
export const PlanFigures = z.object({ people: z.int(), minutes: z.int(), cost: z.int() });
export type PlanFigures = z.infer<typeof PlanFigures>;

/** `POST /annual-plans`: a draft of one department (and all below it) for one year; `copyOf` = a plan whose items, without what was cancelled, become its own. */
export const MakePlan = z.strictObject({ year: Year, departmentId: Id, copyOf: Id.optional() });
export type MakePlan = z.infer<typeof MakePlan>;

export const PlansQuery = PageQuery;
export type PlansQuery = z.infer<typeof PlansQuery>;
/** `GET /annual-plans`: those of one's scope, the latest year first. `items` = those that are not cancelled, `planned` their sums. */
export const PlanRow = z.object({ id: Id, year: Year, department: Unit, state: PlanState, items: z.int(), needsWaiting: z.int(), planned: PlanFigures });
export type PlanRow = z.infer<typeof PlanRow>;
export const PlanList = pageOf(PlanRow);
export type PlanList = z.infer<typeof PlanList>;

/** `GET /annual-plans/:id`. `returnNote` = why an approver last sent it back. */
export const PlanView = PlanRow.extend({
  submitted: z.object({ by: Owner, at: Instant }).nullable(),
  approved: z.object({ by: Owner, at: Instant }).nullable(),
  returnNote: z.string().nullable(),
  can: z.object({ edit: z.boolean(), submit: z.boolean(), sendBack: z.boolean(), approve: z.boolean(), close: z.boolean(), link: z.boolean() }),
});
export type PlanView = z.infer<typeof PlanView>;
export const SendBack = z.strictObject({ note: Reason });
export type SendBack = z.infer<typeof SendBack>;

const ItemFields = {
  title: z.string().trim().min(1).max(120),
  /** Whom it is for, in words. */
  audience: z.string().trim().max(200).default(''),
  /** The department it is planned for; null = that of the plan. */
  departmentId: Id.nullable().default(null),
  domain: Domain,
  kind: PlanItemKind,
  month: z.int().min(1).max(12),
  people: z.int().min(1).max(100_000),
  /** Hours of each of them. */
  hours: z.int().min(0).max(2000),
  /** In yuan. */
  budget: z.int().min(0).max(100_000_000),
  ownerId: Id,
};
/** `POST /annual-plans/:id/items`; `PUT …/items/:itemId` with If-Match says everything anew. `reason`: once the plan is approved. */
export const SaveItem = z.strictObject({ ...ItemFields, reason: Reason.optional() });
export type SaveItem = z.infer<typeof SaveItem>;
/** `POST …/items/:itemId/cancel` and `…/restore`. */
export const ChangeItem = z.strictObject({ reason: Reason.optional() });
export type ChangeItem = z.infer<typeof ChangeItem>;

/** What became of an item that nothing in the system fulfils; `hours` of all of them together. null takes it back. */
export const Outcome = z.strictObject({ on: LocalDate, people: z.int().min(0).max(100_000), hours: z.int().min(0).max(10_000_000), cost: z.int().min(0).max(100_000_000) });
export type Outcome = z.infer<typeof Outcome>;
export const RecordOutcome = z.strictObject({ outcome: Outcome.nullable() });
export type RecordOutcome = z.infer<typeof RecordOutcome>;

export const LinkKind = z.enum(['class', 'assignment']);
export type LinkKind = z.infer<typeof LinkKind>;
/** `POST …/items/:itemId/links`: a class or assignment one administers; within a plan it fulfils one item only. */
export const MakeLink = z.strictObject({ kind: LinkKind, targetId: Id });
export type MakeLink = z.infer<typeof MakeLink>;
export const ByItem = z.strictObject({ id: Id, itemId: Id });
export type ByItem = z.infer<typeof ByItem>;
export const ByLink = z.strictObject({ id: Id, itemId: Id, linkId: Id });
export type ByLink = z.infer<typeof ByLink>;

/**
 * What fulfils an item. Of a class: people who attended a half-day at least in part, their minutes, the cost of its closing report.
 * Of an assignment: people who completed it in the year of the plan, with the minutes of what they learned; `expected` = everybody who owes or owed it.
 */
export const PlanLink = z.object({ id: Id, kind: LinkKind, target: z.object({ id: Id, title: z.string() }), status: PlanItemStatus, expected: z.int(), actual: PlanFigures });
export type PlanLink = z.infer<typeof PlanLink>;
/** `late`: its month is over, it is not. */
export const PlanItem = z.object({
  id: Id, title: z.string(), audience: z.string(), department: Unit.nullable(), domain: Domain, kind: PlanItemKind, month: z.int(), people: z.int(), hours: z.int(), budget: z.int(), owner: Owner,
  status: PlanItemStatus, late: z.boolean(), actual: PlanFigures, outcome: Outcome.nullable(), links: z.array(PlanLink), need: z.object({ id: Id, department: Unit, by: Owner }).nullable(), revision: z.int(),
});
export type PlanItem = z.infer<typeof PlanItem>;
/** `GET /annual-plans/:id/items`: by month; what was cancelled before the approval is left out. */
export const PlanItems = z.object({ items: z.array(PlanItem) });
export type PlanItems = z.infer<typeof PlanItems>;
/** `GET /annual-plans/items/mine`: items of approved plans one is the owner of. */
export const MyPlanItems = z.object({ items: z.array(PlanItem.extend({ plan: z.object({ id: Id, year: Year, department: Unit }) })) });
export type MyPlanItems = z.infer<typeof MyPlanItems>;

/** `GET /annual-plans/:id/comparison`: planned in the month of the item, actual in the month it happened; both of the department the item is planned for. */
export const Comparison = z.object({ rows: z.array(z.object({ department: Unit, month: z.int(), kind: PlanItemKind, planned: PlanFigures, actual: PlanFigures })) });
export type Comparison = z.infer<typeof Comparison>;

export const PlanChange = z.enum(['add', 'edit', 'cancel', 'restore']);
export type PlanChange = z.infer<typeof PlanChange>;
/** `GET /annual-plans/:id/revisions`: changes since the approval, the newest first; `before` and `after` say only what differs. */
export const PlanRevisions = pageOf(z.object({ id: z.string(), at: Instant, by: Owner, reason: z.string(), change: PlanChange, item: z.object({ id: Id, title: z.string() }), before: z.record(z.string(), z.unknown()), after: z.record(z.string(), z.unknown()) }));
export type PlanRevisions = z.infer<typeof PlanRevisions>;

const NeedFields = { title: ItemFields.title, domain: Domain, people: ItemFields.people, why: Reason, priority: NeedPriority };
/** `POST /training-needs`: for the department one works in, while the plan that covers it is a draft. */
export const ProposeNeed = z.strictObject({ planId: Id, ...NeedFields });
export type ProposeNeed = z.infer<typeof ProposeNeed>;
export const Need = z.object({ ...NeedFields, why: z.string(), id: Id, department: Unit, by: Owner, at: Instant, state: NeedState, note: z.string().nullable(), decided: z.object({ by: Owner, at: Instant }).nullable() });
export type Need = z.infer<typeof Need>;
export const NeedsQuery = PageQuery.extend({ state: NeedState.optional() });
export type NeedsQuery = z.infer<typeof NeedsQuery>;
/** `GET /annual-plans/:id/needs`: those that wait first, then the newest. */
export const NeedList = pageOf(Need);
export type NeedList = z.infer<typeof NeedList>;
/** `GET /training-needs`: one's own, the newest first, with what became of them; `open` = drafts one may propose to. */
export const MyNeeds = z.object({
  open: z.array(z.object({ id: Id, year: Year, department: Unit })),
  items: z.array(Need.extend({ year: Year, item: z.object({ title: z.string(), month: z.int(), status: PlanItemStatus }).nullable() })),
});
export type MyNeeds = z.infer<typeof MyNeeds>;
export const ByNeed = z.strictObject({ id: Id, needId: Id });
export type ByNeed = z.infer<typeof ByNeed>;
/** `POST /annual-plans/:id/needs/:needId/decline`. */
export const DeclineNeed = z.strictObject({ note: Reason });
export type DeclineNeed = z.infer<typeof DeclineNeed>;

export const AnnualPlanExport = z.strictObject({ planId: Id });
export type AnnualPlanExport = z.infer<typeof AnnualPlanExport>;
