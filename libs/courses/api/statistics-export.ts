import { Injectable } from '@nestjs/common';
import type { CourseStatistics, CourseStatisticsExport, StuckLearner } from '@zhixing/courses/contract';
import { PeopleService } from '@zhixing/people/api';
import { type Actor, Clock, everyPage, type ExportSource, type Progress, takenOut, type Workbook, type WorkbookSheet } from '@zhixing/platform/api';
import type { Language } from '@zhixing/platform/contract';
import { StatisticsService } from './statistics.service.ts';
import { lessonKindWord, reasonDays, reasonWords } from './words.ts';

/** People read at once. */
const BATCH = 100;

const TEXTS = {
  'zh-CN': {
    name: (title: string, version: number) => `课程统计 ${title} 第 ${version} 版`,
    funnel: '学习漏斗', step: '步骤', people: '人数', share: '占登记人数',
    steps: { registered: '登记', started: '开始', half: '过半', finished: '完成' },
    lessons: '各课时', lesson: '课时', kind: '类型', required: '必修', yes: '是', no: '否', reached: '到达人数', finishedLesson: '完成人数', minutes: '用时中位数（分钟）',
    questions: '各题正确率', topic: '知识点', question: '题目', facility: '正确率', n: '作答人数',
    stuck: '需要关注的学员', person: '姓名', number: '工号', department: '部门', position: '岗位', percent: '进度', why: '原因', days: '天数', at: '停在',
  },
  en: {
    name: (title: string, version: number) => `Course statistics ${title} version ${version}`,
    funnel: 'Learning funnel', step: 'Step', people: 'People', share: 'Of registered',
    steps: { registered: 'Registered', started: 'Started', half: 'Half way', finished: 'Finished' },
    lessons: 'Lessons', lesson: 'Lesson', kind: 'Kind', required: 'Required', yes: 'Yes', no: 'No', reached: 'Reached', finishedLesson: 'Finished', minutes: 'Median minutes',
    questions: 'Questions', topic: 'Topic', question: 'Question', facility: 'Share right', n: 'Answers',
    stuck: 'Need attention', person: 'Name', number: 'Staff number', department: 'Department', position: 'Position', percent: 'Progress', why: 'Why', days: 'Days', at: 'Stopped at',
  },
} satisfies Record<Language, object>;

/** The export `course-statistics`: what the page of a course's statistics shows, as tables. */
@Injectable()
export class StatisticsExport implements ExportSource<CourseStatisticsExport> {
  constructor(
    private readonly statistics: StatisticsService,
    private readonly people: PeopleService,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError not_found for a course of somebody else or a version that is not */
  async gather(actor: Actor, { courseId, version: wanted }: CourseStatisticsExport, progress: Progress): Promise<Workbook> {
    const statistics = await this.statistics.ofCourse(actor, courseId, { version: wanted });
    const { course, version } = statistics;
    const stuck: StuckLearner[] = [];
    for await (const { items } of everyPage((cursor) => this.statistics.stuck(actor, courseId, { version, limit: BATCH, cursor }))) {
      stuck.push(...items);
      await progress(stuck.length, statistics.stuck);
    }
    const { language } = actor;
    return {
      name: TEXTS[language].name(course.title, version),
      watermark: takenOut(await this.people.card(actor.personId), await this.clock.now(), language),
      sheets: [funnelSheet(statistics, language), lessonsSheet(statistics, language), questionsSheet(statistics, language), stuckSheet(stuck, language)],
    };
  }
}

const STEPS = ['registered', 'started', 'half', 'finished'] as const;

function funnelSheet({ funnel }: CourseStatistics, language: Language): WorkbookSheet {
  const t = TEXTS[language];
  return {
    title: t.funnel,
    columns: [{ title: t.step, width: 16 }, { title: t.people, width: 10 }, { title: t.share, width: 14, format: '0%' }],
    rows: STEPS.map((step) => [t.steps[step], funnel[step], funnel.registered ? Math.floor((100 * funnel[step]) / funnel.registered) / 100 : null]),
  };
}

function lessonsSheet({ lessons }: CourseStatistics, language: Language): WorkbookSheet {
  const t = TEXTS[language];
  return {
    title: t.lessons,
    columns: [
      { title: t.lesson, width: 40 }, { title: t.kind, width: 10 }, { title: t.required, width: 10 }, { title: t.reached, width: 12 }, { title: t.finishedLesson, width: 12 },
      { title: t.minutes, width: 20, format: '0.0' },
    ],
    rows: lessons.map((lesson) => [lesson.title, lessonKindWord(lesson.kind, language), lesson.required ? t.yes : t.no, lesson.reached, lesson.finished, lesson.medianMinutes]),
  };
}

function questionsSheet({ questions }: CourseStatistics, language: Language): WorkbookSheet {
  const t = TEXTS[language];
  return {
    title: t.questions,
    columns: [{ title: t.lesson, width: 32 }, { title: t.topic, width: 18 }, { title: t.question, width: 60 }, { title: t.facility, width: 12, format: '0%' }, { title: t.n, width: 12 }],
    rows: questions.map((question) => [question.lessonTitle, question.topic, question.stem, question.facility, question.n]),
  };
}

function stuckSheet(stuck: StuckLearner[], language: Language): WorkbookSheet {
  const t = TEXTS[language];
  return {
    title: t.stuck,
    columns: [
      { title: t.person, width: 14 }, { title: t.number, width: 14 }, { title: t.department, width: 22 }, { title: t.position, width: 18 },
      { title: t.percent, width: 10, format: '0%' }, { title: t.why, width: 36 }, { title: t.days, width: 8 }, { title: t.at, width: 32 },
    ],
    rows: stuck.map(({ person, percent, reason, lesson }) => [
      person.displayName, person.staffNumber, person.department.name, person.position, percent / 100, reasonWords(reason, language), reasonDays(reason), lesson,
    ]),
  };
}
