import { Injectable } from '@nestjs/common';
import { PeopleService } from '@zhixing/people/api';
import type { AssignmentPeopleExport, ObligationStatus, OverseenObligation } from '@zhixing/plans/contract';
import { type Actor, Clock, everyPage, type ExportSource, type Progress, takenOut, type Workbook } from '@zhixing/platform/api';
import type { Localized } from '@zhixing/platform/contract';
import { AssignmentsService } from './assignments/assignments.service.ts';
import { ObligationsService } from './obligations/obligations.service.ts';

const STATUS: Record<ObligationStatus, Localized> = {
  not_started: { zh: '未开始', en: 'Not started' },
  in_progress: { zh: '进行中', en: 'In progress' },
  due_soon: { zh: '即将到期', en: 'Due soon' },
  overdue: { zh: '逾期', en: 'Overdue' },
  completed: { zh: '已完成', en: 'Completed' },
  completed_late: { zh: '逾期完成', en: 'Completed late' },
  paused: { zh: '暂停', en: 'Paused' },
  waived: { zh: '已免修', en: 'Waived' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
};

const COLUMNS: [Localized, number][] = [
  [{ zh: '工号', en: 'Staff number' }, 14], [{ zh: '姓名', en: 'Name' }, 12], [{ zh: '部门', en: 'Department' }, 24], [{ zh: '岗位', en: 'Position' }, 18], [{ zh: '状态', en: 'Status' }, 14],
  [{ zh: '必修', en: 'Mandatory' }, 8], [{ zh: '指派日期', en: 'Assigned' }, 12], [{ zh: '截止日期', en: 'Due' }, 12], [{ zh: '完成时间', en: 'Completed' }, 18], [{ zh: '最近提醒', en: 'Reminded' }, 18],
];

/** Everybody who owes something because of an assignment, as the page of its people shows them. */
@Injectable()
export class PeopleExport implements ExportSource<AssignmentPeopleExport> {
  constructor(
    private readonly assignments: AssignmentsService,
    private readonly obligations: ObligationsService,
    private readonly people: PeopleService,
    private readonly clock: Clock,
  ) {}

  async gather(actor: Actor, { assignmentId, cycle }: AssignmentPeopleExport, progress: Progress): Promise<Workbook> {
    const say = ({ zh, en }: Localized): string => (actor.language === 'en' ? en : zh);
    const { title, cycle: newest } = await this.assignments.find(actor, assignmentId);
    const rows: OverseenObligation[] = [];
    for await (const page of everyPage((cursor) => this.obligations.people(actor, assignmentId, { limit: 100, cursor, status: [], cycle: cycle ?? newest ?? '' }))) {
      rows.push(...page.items);
      await progress(rows.length, null);
    }
    const moment = (at: string | null): Date | null => (at === null ? null : new Date(Date.parse(at) + 8 * 3_600_000));
    return {
      name: title,
      watermark: takenOut(await this.people.card(actor.personId), await this.clock.now(), actor.language),
      sheets: [{
        title: say({ zh: '名单', en: 'People' }),
        columns: COLUMNS.map(([column, width], at) => ({ title: say(column), width, ...(at >= 8 ? { format: 'yyyy-mm-dd hh:mm' } : {}) })),
        rows: rows.map((one) => [
          one.person.staffNumber, one.person.displayName, one.person.department.name, one.person.position, say(STATUS[one.status]), one.mandatory ? say({ zh: '是', en: 'Yes' }) : say({ zh: '否', en: 'No' }),
          one.assignedOn, one.dueOn, moment(one.completedAt), moment(one.remindedAt),
        ]),
      }],
    };
  }
}
