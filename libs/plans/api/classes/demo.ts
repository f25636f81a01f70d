import { type DemoRandom, statement, type Transaction } from '@zhixing/platform/api';
import type { AttendanceMark, SurveyQuestion } from '@zhixing/plans/contract';
import { Survey, SurveyAnswer, SurveyReceipt } from '../surveys/surveys.entities.ts';
import { ClassAttendance, ClassAttendanceChange, ClassCourse, ClassHalfDay, ClassMember, ClassMemberState, ClassQuota, TrainingClass } from './classes.entities.ts';

/** Whoever works in a department or below it today, by staff number, and who leads the first of them. */
const STAFF = statement(
  'plans.demo_class_staff',
  `select w.person_id as id, c.staff_number as number from people.workforce w join people.card c on c.person_id = w.person_id where w.active and $1 = any(w.department_path) and c.staff_number > 'SF0011' order by c.staff_number limit $2`,
);

export interface ClassStory {
  tx: Transaction;
  random: DemoRandom;
  courses: ReadonlyMap<string, string>;
  departments: ReadonlyMap<string, string>;
  administrator: string;
  manager: string;
  /** Named people on the roster of the running class. */
  guests: string[];
  /** The date, and nine in the morning of Beijing, so many days from today. */
  day(days: number): string;
  at(days: number): Date;
}

interface Told {
  title: string;
  description: string;
  first: number;
  days: number;
  topics: string[];
  courses: [slug: string, exam: boolean][];
  state: 'published' | 'closed';
  quota: number;
}

const QUESTIONS: SurveyQuestion[] = [
  { key: 'q1', kind: 'scale', text: '您对本次培训的总体评价' },
  { key: 'q2', kind: 'single', text: '课程节奏', options: ['偏快', '合适', '偏慢'] },
  { key: 'q3', kind: 'multiple', text: '希望继续深入的主题', options: ['知识图谱', '智能体', '模型评测', '授信流程改造'] },
  { key: 'q4', kind: 'text', text: '您的建议' },
];
const ADVICE = ['希望增加真实授信案例的演练。', '小组作业时间可以再长一些。', '提示词模板很实用，建议上线到知识库。', '希望合规部分多讲检查中发现的问题。'];
const PARTS = [{ part: 'morning', startsAt: '09:00', endsAt: '12:00' }, { part: 'afternoon', startsAt: '14:00', endsAt: '17:00' }] as const;

/** Last year's class with its report and survey, and this year's, which is running. */
export async function seedClasses(story: ClassStory): Promise<void> {
  await tell(story, {
    title: '大模型应用骨干培训班（第一期）', description: '面向授信与科技条线业务骨干，讲授提示词设计、检索增强与合规要求，以小组项目结业。', first: -364, days: 2,
    topics: ['大模型原理与能力边界', '提示词设计工作坊', '检索增强与知识库', '小组项目汇报'], courses: [], state: 'closed', quota: 5,
  });
  await tell(story, {
    title: `${story.day(0).slice(0, 4)}年大模型应用工程师培训班`, description: '面向业务与科技条线，以授信全流程为例，完成从需求、评测到上线的应用开发。每组在结业前提交一份可演示的应用。', first: -1, days: 3,
    topics: ['大模型应用架构', '提示词工程与评测', '检索增强生成实战', '智能体与工具调用', '大模型安全与合规', '小组项目汇报'], courses: [['prompt-engineering-practice', false], ['llm-safety-compliance', true]], state: 'published', quota: 6,
  });
}

async function tell({ tx, random, courses, departments, administrator, manager, guests, day, at }: ClassStory, told: Told): Promise<void> {
  const { first, days, topics, state, quota } = told;
  const closed = state === 'closed';
  const id = random.id(at(first - 30));
  const last = first + days - 1;
  const units = ['RISK', 'TECH'].flatMap((code) => departments.get(code) ?? []);
  const roster: { personId: string; unit: string }[] = [];
  for (const unit of units) for (const one of await tx.rows<{ id: string }>(STAFF, [unit, quota - 1])) roster.push({ personId: one.id, unit });
  const added = closed ? [] : guests.filter((guest) => !roster.some((one) => one.personId === guest));
  await tx.manager.insert(TrainingClass, {
    id, title: told.title, description: told.description, place: '总行培训中心', domain: 'llm-application', homework: closed ? '' : '以小组为单位，结业前提交一份可演示的授信场景应用和一页说明。', ownerId: administrator, scope: null, startsOn: day(first), endsOn: day(last),
    nominationsUntil: closed ? day(first - 7) : day(last), capacity: 30, taken: roster.length + added.length, state, revision: closed ? 3 : 2, copiedFrom: null, createdAt: at(first - 30), publishedAt: at(first - 29), closedAt: closed ? at(last + 3) : null, cost: closed ? 86_000 : null,
  });
  await tx.manager.insert(ClassQuota, units.map((departmentId) => ({ classId: id, departmentId, quota, taken: roster.filter((one) => one.unit === departmentId).length })));
  const halfDays = topics.map((topic, place) => ({ id: random.id(at(first - 30)), classId: id, day: day(first + Math.floor(place / 2)), ...PARTS[place % 2]!, topic, speaker: '数字金融部内训师', room: '三楼一号教室' }));
  await tx.manager.insert(ClassHalfDay, halfDays);
  const wanted = told.courses.flatMap(([slug, exam]) => (courses.has(slug) ? [{ classId: id, courseId: courses.get(slug)!, finishBy: day(last), exam }] : []));
  if (wanted.length) await tx.manager.insert(ClassCourse, wanted);
  const members = [
    ...roster.map((one) => ({ id: random.id(at(first - 20)), classId: id, personId: one.personId, quotaDepartmentId: one.unit, nominatedBy: manager, reason: '业务骨干，承担本条线大模型应用落地', state: 'booked', since: at(first - 20) })),
    ...added.map((personId) => ({ id: random.id(at(first - 18)), classId: id, personId, quotaDepartmentId: null, nominatedBy: null, reason: '', state: 'booked', since: at(first - 18) })),
  ];
  await tx.manager.insert(ClassMember, members);
  await tx.manager.insert(ClassMemberState, members.map((one) => ({ memberId: one.id, state: 'booked', at: one.since, byId: one.nominatedBy ?? administrator, reason: one.reason })));
  const held = halfDays.slice(0, closed ? halfDays.length : 2);
  const marks = held.flatMap((halfDay, place) => members.map(({ personId }) => ({ halfDayId: halfDay.id, personId, mark: pick(random), at: at(first + Math.floor(place / 2)) })));
  await tx.manager.insert(ClassAttendance, marks.map(({ halfDayId, personId, mark }) => ({ halfDayId, personId, mark })));
  await tx.manager.insert(ClassAttendanceChange, marks.map((one) => ({ ...one, before: null, source: one.mark === 'present' ? 'check_in' : 'sheet', byId: one.mark === 'present' ? one.personId : administrator, reason: '' })));
  const surveyId = random.id(at(first - 10));
  await tx.manager.insert(Survey, { id: surveyId, classId: id, title: '培训班满意度问卷', anonymous: true, questions: QUESTIONS, state: closed ? 'closed' : 'draft', openedAt: closed ? at(last) : null, remindedAt: closed ? at(last + 2) : null, closedAt: closed ? at(last + 14) : null });
  if (!closed) return;
  const answering = members.slice(1);
  await tx.manager.insert(SurveyReceipt, answering.map(({ personId }) => ({ surveyId, personId })));
  await tx.manager.insert(SurveyAnswer, answering.map((_, place) => ({
    id: random.id(at(last)), surveyId, personId: null, answers: { q1: random.pick([3, 4, 4, 5, 5]), q2: [random.pick([0, 1, 1, 1, 2])], q3: [random.int(0, 1), random.int(2, 3)], ...(ADVICE[place] && { q4: ADVICE[place] }) },
  })));
}

const pick = (random: DemoRandom): AttendanceMark => (random.chance(0.85) ? 'present' : random.pick(['partial', 'absent', 'excused'] as const));
