import { Injectable } from '@nestjs/common';
import { type Difference, plansEvents } from '@zhixing/plans/contract';
import { AppError, Audience, audit, type Bind, Database, emit, type EventHandler, first, live, notify, type Reader, type Transaction } from '@zhixing/platform/api';
import { v7 as uuid } from 'uuid';
import { plansMessages } from '../messages.ts';
import { ADD, BATCH, CANCEL, EXCEPT, REOPEN, REQUIRE, SETTLE } from './apply.queries.ts';
import { ACTIVE, CYCLES, HOLD_ASSIGNMENT, LIVE_CYCLES, OPEN_CYCLE, TITLE, TODAY } from './assignments.queries.ts';
import type { AssignmentSqlRow, RunRow } from './assignments.view.ts';
import { type Cycle, openCycle } from './cycles.rules.ts';
import { binder, counted, COUNTS, type CountsRow, difference } from './difference.ts';
import { ADVANCE, ASK_RUN, DISCARD_WAITING, DROP_ITEMS, END_RUN, HOLD_RUN, PERSON_RUN, PLANNED, UNFINISHED_RUNS } from './runs.queries.ts';

/** People of one transaction of a run. */
const BATCH_SIZE = 2_000;

/** Why people are reconciled, and who asked for it. */
export interface RunOrder {
  cause: RunRow['cause'];
  requestedBy?: string;
  /** The number of people somebody agreed to. */
  confirmed?: number;
}

/** Makes what people owe what the rules want, in steps that may be interrupted and repeated. */
@Injectable()
export class ReconcileService implements EventHandler<{ runId: string }> {
  constructor(
    private readonly database: Database,
    private readonly audience: Audience,
  ) {}

  /** Orders a run of each cycle that still matters; a cycle in which one is going on is left to it. @returns how many were ordered */
  async order(tx: Transaction, assignment: AssignmentSqlRow, { cause, requestedBy, confirmed }: RunOrder): Promise<number> {
    let ordered = 0;
    for (const { cycle } of await this.cycles(tx, assignment)) {
      const runId = uuid();
      if (!(await first(tx, ASK_RUN, [runId, assignment.id, cycle, cause, requestedBy ?? null, confirmed ?? null]))) continue;
      await emit(tx, plansEvents['plans.run_requested'], { runId });
      ordered++;
    }
    return ordered;
  }

  /** Orders runs in place of those that wait, for a rule that changed. @throws AppError plans.run_going while one is being applied */
  async orderAnew(tx: Transaction, assignment: AssignmentSqlRow, order: RunOrder): Promise<void> {
    await tx.rows(DISCARD_WAITING, [assignment.id]);
    const cycles = await this.cycles(tx, assignment);
    if ((await this.order(tx, assignment, order)) < cycles.length) throw new AppError('plans.run_going');
  }

  /** Goes on with runs whose worker was lost. */
  async resume(tx: Transaction): Promise<void> {
    for (const { id: runId } of await tx.rows<{ id: string }>(UNFINISHED_RUNS)) await emit(tx, plansEvents['plans.run_requested'], { runId });
  }

  /** The cycles that still matter, after opening the one that is to be open today. */
  async cycles(tx: Transaction, assignment: AssignmentSqlRow): Promise<Cycle[]> {
    const today = await this.today(tx);
    const open = assignment.state === 'active' ? openCycle(assignment.due, assignment.starts_on, today) : null;
    if (open) await tx.rows(OPEN_CYCLE, [assignment.id, open.cycle, open.opensOn, open.dueOn]);
    return tx.rows<Cycle>(LIVE_CYCLES, [assignment.id]);
  }

  async today(reader: Reader): Promise<string> {
    return (await first<{ today: string }>(reader, TODAY))!.today;
  }

  async title(reader: Reader, assignmentId: string): Promise<string> {
    return (await first<{ title: string }>(reader, TITLE, [assignmentId]))!.title;
  }

  /** Plans and applies one run; whatever was done of it before is not done again. */
  async handle({ runId }: { runId: string }): Promise<void> {
    await this.database.transaction(async (tx) => {
      const run = await first<RunRow>(tx, HOLD_RUN, [runId]);
      if (run?.state === 'queued') await this.plan(tx, run);
    });
    while (await this.database.transaction((tx) => this.applyBatch(tx, runId)));
  }

  /** What the rules now ask of one person, in all assignments; small enough to need no confirmation. */
  async person(personId: string): Promise<void> {
    for (const { id } of await this.database.rows<AssignmentSqlRow>(ACTIVE)) await this.database.transaction((tx) => this.personIn(tx, id, personId));
  }

  /** The same in one assignment, in the caller's transaction. */
  async personIn(tx: Transaction, assignmentId: string, personId: string): Promise<void> {
    const assignment = await first<AssignmentSqlRow>(tx, HOLD_ASSIGNMENT, [assignmentId]);
    if (assignment?.state !== 'active') return;
    for (const cycle of await this.cycles(tx, assignment)) {
      const changes = await this.compute(tx, assignment, cycle, () => `select 1 from difference where action <> 'keep'`, [personId]);
      if (!changes.length) continue;
      const runId = uuid();
      await tx.rows(PERSON_RUN, [runId, assignmentId, cycle.cycle, 'people', personId]);
      await this.plan(tx, { id: runId, assignment_id: assignmentId, cycle: cycle.cycle, person_id: personId, confirmed: null });
      while (await this.applyBatch(tx, runId));
    }
  }

  /** The difference between who is to owe and who owes; nothing is stored. */
  async difference(reader: Reader, assignment: AssignmentSqlRow, cycle: Cycle): Promise<Difference> {
    const [counts] = await this.compute<CountsRow>(reader, assignment, cycle, () => `select ${COUNTS} from difference`);
    return counted(counts!);
  }

  /** Who is affected, up to `each` of every action. */
  affected(reader: Reader, assignment: AssignmentSqlRow, cycle: Cycle, each: number): Promise<{ person_id: string; action: string; due_on: string | null }[]> {
    return this.compute(reader, assignment, cycle, (bind) => `
      select person_id, action, due_on::text from (select *, row_number() over (partition by action order by person_id) as place from difference where action not in ('keep', 'settle')) d
       where place <= ${bind(each)} order by action, place`);
  }

  /** Runs `then` over the CTE `difference`. */
  private async compute<T>(reader: Reader, assignment: AssignmentSqlRow, cycle: Cycle, then: (bind: Bind) => string, persons: string[] | null = null): Promise<T[]> {
    const { values, bind } = binder();
    const { due, state } = assignment;
    // nobody new is added to a year that is over; dates of one's own are never over
    const turn = { ...cycle, adding: state === 'active' && (due.kind !== 'yearly' || cycle.dueOn! >= (await this.today(reader))) };
    const ctes = difference(this.audience, { ...assignment, active: state === 'active' }, turn, bind, persons);
    return reader.rows<T>({ name: '', text: `with ${ctes}${then(bind)}` }, values);
  }

  /** Writes down what a run is going to do; with too many people affected and nobody's word for it, it waits. */
  private async plan(tx: Transaction, run: Pick<RunRow, 'id' | 'assignment_id' | 'cycle' | 'person_id' | 'confirmed'>): Promise<void> {
    await tx.rows(DROP_ITEMS, [run.id]);
    const assignment = (await first<AssignmentSqlRow>(tx, HOLD_ASSIGNMENT, [run.assignment_id]))!;
    const cycle = (await tx.rows<Cycle>(CYCLES, [assignment.id])).find((one) => one.cycle === run.cycle)!;
    const [row] = await this.compute<CountsRow>(tx, assignment, cycle, (bind) => `,
      stored as (insert into plans.assignment_run_item (run_id, person_id, action, detail, due_on, completed_at, other_id)
                 select ${bind(run.id)}::uuid, person_id, action, detail, due_on, completed_at, elsewhere from difference where action <> 'keep')
      select ${COUNTS} from difference`, run.person_id === null ? null : [run.person_id]);
    const counts = counted(row!);
    // a manager named these people, and whoever ends an assignment has said so: no number to confirm
    const asks = run.person_id === null && assignment.origin === 'l_and_d' && assignment.state === 'active';
    const waits = asks && counts.needsConfirmation && run.confirmed !== counts.affected;
    await tx.rows(PLANNED, [run.id, waits ? 'waiting' : 'applying', counts]);
    await live(tx, 'assignment', assignment.id);
    if (waits) {
      await notify(tx, {
        template: plansMessages.confirm, to: [assignment.owner_id], subject: { type: 'assignment_run', id: run.id }, stage: String(counts.affected),
        values: { assignment: assignment.title, affected: counts.affected }, link: `/administration/assignments/${assignment.id}`,
      });
    }
  }

  /** @returns whether there is more to do */
  private async applyBatch(tx: Transaction, runId: string): Promise<boolean> {
    const run = await first<RunRow>(tx, HOLD_RUN, [runId]);
    if (run?.state !== 'applying') return false;
    const persons = (await tx.rows<{ person_id: string }>(BATCH, [runId, run.cursor_id, BATCH_SIZE])).map((row) => row.person_id);
    if (!persons.length) {
      await this.finish(tx, run);
      return false;
    }
    const batch = [runId, persons, persons.map(() => uuid())];
    const told = [...(await tx.rows<Told>(ADD, batch)), ...(await tx.rows<Told>(REOPEN, batch))];
    for (const step of [CANCEL, REQUIRE, EXCEPT, SETTLE]) await tx.rows(step, batch);
    await this.tell(tx, run, told);
    await tx.rows(ADVANCE, [runId, persons.at(-1)!, persons.length]);
    await live(tx, 'assignment', run.assignment_id);
    return true;
  }

  /** Those who owe something new are told, together with everybody of the same date. */
  private async tell(tx: Transaction, run: RunRow, told: Told[]): Promise<void> {
    if (!told.length) return;
    const assignment = (await first<AssignmentSqlRow>(tx, HOLD_ASSIGNMENT, [run.assignment_id]))!;
    for (const [day, people] of Map.groupBy(told, (one) => one.due_on)) {
      await notify(tx, {
        template: plansMessages.assigned, to: people.map((one) => one.person_id), subject: { type: 'assignment', id: assignment.id }, stage: day, cycle: run.cycle,
        values: { assignment: assignment.title, day, reason: assignment.reason }, link: `/assignments/${assignment.id}`,
      });
    }
    if (assignment.target_kind === 'path') await emit(tx, plansEvents['plans.path_changed'], { pathId: assignment.target_id });
  }

  private async finish(tx: Transaction, run: RunRow): Promise<void> {
    await tx.rows(END_RUN, [run.id, 'done']);
    await tx.rows(DROP_ITEMS, [run.id]);
    await live(tx, 'assignment', run.assignment_id);
    const { affected = 0, add = 0, cancel = 0, exceptions = 0 } = run.counts ?? {};
    if (!affected) return;
    await audit(tx, { personId: run.requested_by ?? undefined, address: 'worker', requestId: run.id }, {
      action: 'assignment.reconcile', object: { type: 'assignment', id: run.assignment_id }, facts: { cause: run.cause, cycle: run.cycle, affected, add, cancel, exceptions },
    });
  }
}

interface Told {
  person_id: string;
  due_on: string;
}
