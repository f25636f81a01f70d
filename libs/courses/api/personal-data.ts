import { STANDING_CORRECTION } from './grades.queries.ts';
import { type PersonalDataSource, type RetentionRule, statement } from '@zhixing/platform/api';

const COURSE = { zh: '课程', en: 'Course' };
const LESSON = { zh: '课时', en: 'Lesson' };

export const coursesPersonalData: PersonalDataSource = {
  tables: [
    {
      name: 'courses.registrations',
      title: { zh: '学习登记', en: 'Registrations' },
      columns: {
        course: COURSE, status: { zh: '状态', en: 'State' }, requiredDone: { zh: '已完成必修课时', en: 'Required lessons done' }, requiredTotal: { zh: '必修课时', en: 'Required lessons' },
        registeredAt: { zh: '登记时间', en: 'Registered' }, startedAt: { zh: '开始时间', en: 'Started' }, lastActivityAt: { zh: '最近学习', en: 'Last activity' }, finishedAt: { zh: '结束时间', en: 'Finished' },
      },
      query: statement(
        'courses.personal_registrations',
        `select v.title as course, r.status, r.required_done as "requiredDone", r.required_total as "requiredTotal", r.registered_at as "registeredAt", r.started_at as "startedAt", r.last_activity_at as "lastActivityAt", r.finished_at as "finishedAt"
           from courses.registration r join courses.course_version v on v.id = r.version_id where r.person_id = $1 order by r.registered_at desc`,
      ),
    },
    {
      name: 'courses.completions',
      title: { zh: '完成记录', en: 'Completion records' },
      columns: { course: COURSE, completedAt: { zh: '完成时间', en: 'Completed' }, score: { zh: '成绩', en: 'Score' }, minutes: { zh: '分钟', en: 'Minutes' }, department: { zh: '当时部门', en: 'Department then' }, position: { zh: '当时岗位', en: 'Position then' } },
      query: statement(
        'courses.personal_completions',
        `select v.title as course, c.completed_at as "completedAt", c.score, c.minutes, c.department, c.position from courses.completion_record c join courses.course_version v on v.id = c.version_id where c.person_id = $1 order by c.completed_at desc`,
      ),
    },
    {
      name: 'courses.attempts',
      title: { zh: '作答', en: 'Attempts' },
      columns: { course: COURSE, lesson: LESSON, number: { zh: '次数', en: 'Number' }, startedAt: { zh: '开始时间', en: 'Started' }, submittedAt: { zh: '提交时间', en: 'Submitted' }, score: { zh: '成绩', en: 'Score' }, passed: { zh: '通过', en: 'Passed' }, correctedScore: { zh: '更正后的成绩', en: 'Corrected score' }, correctionReason: { zh: '更正理由', en: 'Reason of the correction' } },
      query: statement(
        'courses.personal_attempts',
        `select v.title as course, l.title as lesson, a.number, a.started_at as "startedAt", a.submitted_at as "submittedAt", a.score, a.passed, g.score as "correctedScore", g.reason as "correctionReason"
           from courses.registration r join courses.attempt a on a.registration_id = r.id join courses.lesson l on l.id = a.lesson_id join courses.course_version v on v.id = r.version_id
           ${STANDING_CORRECTION}
          where r.person_id = $1 order by a.started_at desc`,
      ),
    },
    {
      name: 'courses.answers',
      title: { zh: '答案', en: 'Answers' },
      columns: { lesson: LESSON, number: { zh: '次数', en: 'Attempt' }, questionId: { zh: '题目编号', en: 'Question id' }, choices: { zh: '所选', en: 'Choices' }, correct: { zh: '正确', en: 'Correct' }, savedAt: { zh: '保存时间', en: 'Saved' } },
      query: statement(
        'courses.personal_answers',
        `select l.title as lesson, a.number, w.question_id as "questionId", array_to_string(w.choices, ', ') as choices, w.correct, w.saved_at as "savedAt"
           from courses.registration r join courses.attempt a on a.registration_id = r.id join courses.attempt_answer w on w.attempt_id = a.id join courses.lesson l on l.id = a.lesson_id
          where r.person_id = $1 order by w.saved_at desc limit 20000`,
      ),
    },
    {
      name: 'courses.events',
      title: { zh: '学习动作', en: 'Learning events' },
      columns: { at: { zh: '时间', en: 'Time' }, kind: { zh: '动作', en: 'Kind' }, lesson: LESSON, seconds: { zh: '秒', en: 'Seconds' } },
      query: statement(
        'courses.personal_events',
        `select e.at, e.kind, l.title as lesson, e.seconds from courses.learning_event e join courses.lesson l on l.id = e.lesson_id where e.person_id = $1 order by e.at desc limit 50000`,
      ),
    },
  ],
};

export const coursesRetention: RetentionRule[] = [
  {
    name: 'courses.completions',
    title: { zh: '完成记录与作答', en: 'Completion records and attempts' },
    period: { zh: '不自动删除', en: 'Not deleted automatically' },
    why: { zh: '监管检查与员工履历所需的培训证据，离职后仍保留。', en: 'Evidence of training for supervisors and for the person; kept after they leave.' },
  },
  {
    name: 'courses.events',
    title: { zh: '学习动作与学习时长', en: 'Learning events and minutes' },
    period: { zh: '不自动删除', en: 'Not deleted automatically' },
    why: { zh: '学习时长由此计算，可随时复核。', en: 'Learning time is computed from them and can be checked at any time.' },
  },
];
