import { Injectable } from '@nestjs/common';
import { PeopleService } from '@zhixing/people/api';
import type { ClassReportExport, DayPart } from '@zhixing/plans/contract';
import { type Actor, Clock, type ExportSource, type Progress, takenOut, type Workbook } from '@zhixing/platform/api';
import type { Localized } from '@zhixing/platform/contract';
import { AttendanceService } from './attendance.service.ts';
import { ClassesService } from './classes.service.ts';

const PART: Record<DayPart, Localized> = { morning: { zh: '上午', en: 'Morning' }, afternoon: { zh: '下午', en: 'Afternoon' }, evening: { zh: '晚上', en: 'Evening' } };
const MARKS = { present: { zh: '出席', en: 'Present' }, partial: { zh: '部分出席', en: 'Partly' }, absent: { zh: '缺席', en: 'Absent' }, excused: { zh: '请假', en: 'Excused' } };

/** The closing report of a class as its page shows it: people, and half-days. */
@Injectable()
export class ReportExport implements ExportSource<ClassReportExport> {
  constructor(
    private readonly classes: ClassesService,
    private readonly attendance: AttendanceService,
    private readonly people: PeopleService,
    private readonly clock: Clock,
  ) {}

  async gather(actor: Actor, { classId }: ClassReportExport, progress: Progress): Promise<Workbook> {
    const say = ({ zh, en }: Localized): string => (actor.language === 'en' ? en : zh);
    const { title } = await this.classes.find(actor, classId);
    const report = await this.attendance.report(actor, classId);
    await progress(report.rows.length, report.rows.length);
    const marks = Object.values(MARKS).map((mark) => ({ title: say(mark), width: 10 }));
    return {
      name: title,
      watermark: takenOut(await this.people.card(actor.personId), await this.clock.now(), actor.language),
      sheets: [
        {
          title: say({ zh: '学员', en: 'People' }),
          columns: [
            { title: say({ zh: '工号', en: 'Staff number' }), width: 14 }, { title: say({ zh: '姓名', en: 'Name' }), width: 12 }, { title: say({ zh: '部门', en: 'Department' }), width: 24 }, ...marks,
            { title: say({ zh: '学时', en: 'Hours' }), width: 10, format: '0.0' }, { title: say({ zh: '完成课程', en: 'Courses' }), width: 10 }, { title: say({ zh: '结业', en: 'Completed' }), width: 10 },
          ],
          rows: report.rows.map((one) => [
            one.person.staffNumber, one.person.displayName, one.person.department.name, one.present, one.partial, one.absent, one.excused, one.minutes / 60, one.courses, say(one.completed ? { zh: '是', en: 'Yes' } : { zh: '否', en: 'No' }),
          ]),
        },
        {
          title: say({ zh: '半天', en: 'Half-days' }),
          columns: [{ title: say({ zh: '日期', en: 'Day' }), width: 12 }, { title: say({ zh: '时段', en: 'Part' }), width: 10 }, { title: say({ zh: '主题', en: 'Topic' }), width: 32 }, ...marks, { title: say({ zh: '未登记', en: 'Not recorded' }), width: 12 }],
          rows: report.halfDays.map((one) => [one.day, say(PART[one.part]), one.topic, one.present, one.partial, one.absent, one.excused, one.unmarked]),
        },
      ],
    };
  }
}
