import { type CourseContent, demoContents, type LessonContent, publishCourse } from '@zhixing/courses/api';
import type { Domain } from '@zhixing/courses/contract';
import { DemoRandom, type Transaction } from '@zhixing/platform/api';

const DAY = 86_400_000;

/** Lessons of a full, a middle and a micro course. */
const LESSONS = { full: 33, middle: 12, micro: 3 } as const;

/** Title and summary, domain, level, size, days since it was published, and the share of people who take it. */
type Plan = [title: string, summary: string, domain: Domain, level: number, size: keyof typeof LESSONS, age: number, taken: number];

const PLANS: Plan[] = [
  ['大模型应用入门与实战', '从一次提问到一个可用的助手', 'llm-application', 1, 'full', 700, 0.55],
  ['企业信贷全流程', '从尽职调查到贷后管理', 'credit-workflow', 2, 'full', 640, 0.35],
  ['信贷风险计量基础', '评级、限额与预警的道理', 'credit-risk', 2, 'full', 600, 0.3],
  ['数据安全与个人信息保护', '哪些数据不能离开银行，为什么', 'compliance-safety', 1, 'full', 560, 0.8],
  ['大模型原理精讲', '分词、注意力与训练', 'llm-technology', 3, 'full', 500, 0.2],
  ['知识图谱与关联风险', '用图找出担保圈与隐性关联', 'knowledge-graph', 2, 'full', 430, 0.2],
  ['公文写作与会议管理', '写得短、说得清、推得动', 'internal-management', 1, 'full', 380, 0.3],
  ['检索增强生成实践', '让回答有出处', 'llm-application', 2, 'full', 300, 0.22],
  ['反洗钱监测与分析', '从可疑交易到报告', 'compliance-safety', 2, 'full', 240, 0.3],
  ['小微企业授信', '看现金流，也看人', 'credit-workflow', 2, 'full', 150, 0.2],
  ['提示工程十二讲', '结构、示例与检查', 'llm-application', 1, 'middle', 620, 0.4],
  ['贷后预警信号', '早两个月看见风险', 'credit-risk', 2, 'middle', 520, 0.25],
  ['模型风险管理', '验证、监控与退出', 'credit-risk', 3, 'middle', 410, 0.12],
  ['客户投诉处理', '听、记、答、改', 'internal-management', 1, 'middle', 360, 0.3],
  ['实体与关系抽取', '把报告变成图', 'knowledge-graph', 3, 'middle', 310, 0.08],
  ['评测集怎么做', '没有尺子就没有改进', 'llm-technology', 2, 'middle', 260, 0.12],
  ['供应链金融', '跟着单据走', 'credit-workflow', 2, 'middle', 210, 0.18],
  ['内部审计数据分析', '抽样不如全量', 'internal-management', 2, 'middle', 170, 0.1],
  ['智能体与工具调用', '让模型办事而不闯祸', 'llm-technology', 3, 'middle', 110, 0.14],
  ['消费者权益保护', '适当性与告知', 'compliance-safety', 1, 'middle', 60, 0.35],
  ['脱敏五步', '三分钟学会遮盖', 'compliance-safety', 1, 'micro', 480, 0.4],
  ['会议纪要助手', '一小时变一页', 'llm-application', 1, 'micro', 400, 0.35],
  ['授信报告起草', '先列骨架再填肉', 'credit-workflow', 1, 'micro', 330, 0.25],
  ['图谱一课', '节点、边与路径', 'knowledge-graph', 1, 'micro', 270, 0.15],
  ['识别幻觉', '三问一查', 'llm-technology', 1, 'micro', 200, 0.3],
  ['合同要点速读', '一页看清权利义务', 'credit-workflow', 1, 'micro', 140, 0.2],
  ['制度问答', '问得到，查得着', 'internal-management', 1, 'micro', 90, 0.25],
  ['钓鱼邮件演练', '点之前想三秒', 'compliance-safety', 1, 'micro', 45, 0.45],
  ['行业景气一图读', '看懂五条曲线', 'credit-risk', 1, 'micro', 30, 0.15],
  ['提示词体检', '七项自查', 'llm-application', 1, 'micro', 14, 0.2],
];

const QUESTIONS = 10;
/** A chapter ends with a quiz. */
const CHAPTER = 6;

/** Of courses of a business domain, the skill they lead to; at the level of the course. */
const SKILLS: Record<Domain, string> = {
  'knowledge-graph': 'knowledge-graph', 'credit-risk': 'risk-control', 'credit-workflow': 'credit', 'internal-management': 'operations',
  'llm-technology': 'evaluation', 'llm-application': 'prompt-engineering', 'compliance-safety': 'compliance',
};

/** A published course as the history needs it. */
export interface SeedCourse {
  no: number;
  id: string;
  taken: number;
}

/** Publishes thirty courses made of the texts and questions of the demo courses; `numbers` of departments per audience: every sixth course is open to half of the branches. */
export async function publishCourses(tx: Transaction, o: { now: Date; ownerId: string; branches: string[] }): Promise<SeedCourse[]> {
  const random = new DemoRandom(33);
  const pool = lessonPool(await demoContents());
  const courses: SeedCourse[] = [];
  for (const [i, plan] of PLANS.entries()) {
    const [, , , , , age, taken] = plan;
    const publishedAt = new Date(o.now.getTime() - age * DAY);
    const audience = i % 6 === 5 ? o.branches.filter((_, at) => at % 2 === 0) : [];
    const { id } = await publishCourse(tx, contentOf(plan, i, pool), { audience, ownerId: o.ownerId, publishedAt, newId: () => random.id(publishedAt) });
    courses.push({ no: i + 1, id, taken });
  }
  return courses;
}

type Article = Extract<LessonContent, { kind: 'article' }>;
type Question = Extract<LessonContent, { kind: 'quiz' }>['quiz']['questions'][number];

function lessonPool(contents: CourseContent[]): { articles: Article[]; questions: Question[] } {
  const lessons = contents.flatMap((content) => content.chapters.flatMap((chapter) => chapter.lessons));
  return {
    articles: lessons.filter((lesson) => lesson.kind === 'article'),
    questions: lessons.flatMap((lesson) => (lesson.kind === 'quiz' ? lesson.quiz.questions : [])),
  };
}

function contentOf([title, summary, domain, level, size]: Plan, course: number, pool: ReturnType<typeof lessonPool>): CourseContent {
  const count = LESSONS[size];
  const lessons = Array.from({ length: count }, (_, place): LessonContent => {
    const ends = place % CHAPTER === CHAPTER - 1 || place === count - 1;
    return ends ? quizOf(course, place, pool.questions) : articleOf(course, place, pool.articles, count > CHAPTER && place % 11 === 7);
  });
  const chapters = Array.from({ length: Math.ceil(count / CHAPTER) }, (_, i) => ({ title: `第 ${i + 1} 章`, lessons: lessons.slice(i * CHAPTER, (i + 1) * CHAPTER) }));
  return {
    id: `seed-${course + 1}`, title, summary, description: `${title}：${summary}。`, outcomes: ['说清要点', '用在工作里'], domain, level,
    kind: size === 'micro' ? 'micro' : 'course', teacher: '内训师团队', requirements: '', minimumReading: true, skills: [{ skill: SKILLS[domain], level }], chapters,
  };
}

function articleOf(course: number, place: number, articles: Article[], optional: boolean): LessonContent {
  const one = articles[(course * 7 + place) % articles.length]!;
  return { ...one, key: `lesson-${place + 1}`, title: `${place + 1}. ${one.title}`, required: !optional };
}

function quizOf(course: number, place: number, questions: Question[]): LessonContent {
  const start = course * 13 + place * 3;
  const asked = Array.from({ length: QUESTIONS }, (_, i) => ({ ...questions[(start + i) % questions.length]!, key: `q${i + 1}` }));
  return { key: `lesson-${place + 1}`, title: `${place + 1}. 测验`, required: true, kind: 'quiz', body: '', quiz: { passMark: 80, attempts: 0, questions: asked } };
}
