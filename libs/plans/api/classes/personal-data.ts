import { type PersonalTable, type RetentionRule, statement } from '@zhixing/platform/api';

const CLASS = { zh: '培训班', en: 'Training class' };
const AT = { zh: '时间', en: 'Time' };
const REASON = { zh: '原因', en: 'Reason' };

/** Rosters, attendance and surveys of a person, for their own copy. */
export const classPersonalTables: PersonalTable[] = [
  {
    name: 'plans.classes',
    title: { zh: '培训班', en: 'Training classes' },
    columns: { title: CLASS, state: { zh: '状态', en: 'State' }, since: AT, reason: REASON },
    query: statement('plans.personal_classes', `select k.title, m.state, m.since, m.reason from plans.class_member m join plans.training_class k on k.id = m.class_id where m.person_id = $1 order by m.since desc`),
  },
  {
    name: 'plans.class_attendance',
    title: { zh: '培训班考勤', en: 'Attendance at classes' },
    columns: { title: CLASS, day: { zh: '日期', en: 'Day' }, part: { zh: '时段', en: 'Part' }, mark: { zh: '考勤', en: 'Mark' }, now: { zh: '现为', en: 'Now' }, at: AT, reason: REASON },
    query: statement(
      'plans.personal_attendance',
      `select k.title, h.day::text, h.part, x.mark, a.mark as now, x.at, x.reason from plans.class_attendance_change x join plans.class_half_day h on h.id = x.half_day_id join plans.training_class k on k.id = h.class_id
         left join plans.class_attendance a on a.half_day_id = x.half_day_id and a.person_id = x.person_id where x.person_id = $1 order by x.id desc limit 20000`,
    ),
  },
  {
    name: 'plans.surveys',
    title: { zh: '问卷', en: 'Surveys' },
    columns: { title: CLASS, survey: { zh: '问卷', en: 'Survey' }, answers: { zh: '回答', en: 'Answers' } },
    query: statement(
      'plans.personal_surveys',
      `select k.title, s.title as survey, a.answers::text from plans.survey_receipt r join plans.survey s on s.id = r.survey_id join plans.training_class k on k.id = s.class_id
         left join plans.survey_answer a on a.survey_id = s.id and a.person_id = r.person_id where r.person_id = $1 order by s.opened_at desc`,
    ),
  },
];

export const classRetention: RetentionRule[] = [
  {
    name: 'plans.classes',
    title: { zh: '培训班名单、考勤与问卷', en: 'Rosters, attendance and surveys of classes' },
    period: { zh: '不自动删除', en: 'Not deleted automatically' },
    why: { zh: '考勤是学时与培训证据的依据；匿名问卷不含个人信息。', en: 'Attendance is what hours and the evidence of training rest on; anonymous answers name nobody.' },
  },
];
