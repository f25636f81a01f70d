import { fileURLToPath } from 'node:url';
import type { PersonCard } from '@zhixing/people/contract';

import { type CardRow, Department, ManagerRelation, Person, personCard } from '@zhixing/people/api';
import { DemoRandom, type DemoSeed, statement, type Transaction } from '@zhixing/platform/api';
import { offerEvidence } from '@zhixing/skills/api';
import type { CourseContent } from './content.ts';
import { readCourses } from './course-files.ts';
import { COURSE_SKILLS, courseEvidence, type FinishedCourse } from './course-skills.ts';
import { Course, CourseVersion, Lesson, Question } from './courses.entities.ts';
import { DemoHistory, type DemoPlan, type DemoVersion, workingTime } from './demo-history.ts';
import { tellDemo } from './demo-messages.ts';
import { publishCourse, publishVersion } from './publication.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Days since publication, owner, departments it is open to, how many in a hundred people take it, and months between reviews where the domain's are too many: one is past due, two are due soon. */
const CATALOGUE: Record<string, { age: number; owner: string; audience?: string[]; taken: number; reviewMonths?: number }> = {
  'llm-safety-compliance': { age: 178, owner: 'SF0005', taken: 86, reviewMonths: 6 },
  'llm-foundations-banking': { age: 165, owner: 'SF0004', taken: 72 },
  'prompt-engineering-practice': { age: 130, owner: 'SF0004', taken: 40 },
  'meeting-minutes-assistant': { age: 96, owner: 'SF0004', taken: 34, reviewMonths: 3 },
  'rag-policy-assistant': { age: 80, owner: 'SF0004', taken: 24 },
  'credit-risk-signals': { age: 63, owner: 'SF0004', taken: 34, reviewMonths: 3 },
  'credit-report-drafting': { age: 41, owner: 'SF0004', audience: ['RISK', 'CORP', 'HR'], taken: 30 },
  'knowledge-graph-intro': { age: 16, owner: 'SF0004', taken: 16 },
};

/** The lesson that the second version of the foundations course brought. */
const ADDED = { course: 'llm-foundations-banking', lesson: 'case-due-diligence', age: 48, note: '新增延伸阅读《尽调助手落地复盘》，不计入完成条件。' };

/** The eight demo courses as their files tell them. */
export const demoContents = (): Promise<CourseContent[]> => readCourses(fileURLToPath(new URL('./demo', import.meta.url)));

const ALL_CARDS = statement('courses.demo_cards', 'select * from people.card order by staff_number');

/** Who has been away for weeks and is not known to be back. */
const AWAY = statement('courses.demo_away', `select person_id from people.absence where valid_from < ($1::timestamptz - interval '25 days')::date and valid_until is null`);

/** What was finished by whom on which day, with the skills of the course. */
const FINISHED = statement(
  'courses.demo_finished',
  `select k.registration_id as id, k.person_id, k.course_id, c.title, ${COURSE_SKILLS} as skills, (k.completed_at at time zone 'Asia/Shanghai')::date::text as "on"
     from courses.completion_record k join courses.course c on c.id = k.course_id order by k.completed_at, k.id`,
);

/** Eight courses in seven business domains and half a year of people learning, stalling, failing and returning. */
export const seedCourses: DemoSeed = async (tx, { now }) => {
  const random = new DemoRandom(731);
  const contents = await demoContents();
  const people = (await tx.rows<CardRow>(ALL_CARDS)).map(personCard);
  const versions = await publish(tx, contents, people, now, random);
  const history = new DemoHistory(random, now);
  const away = new Set((await tx.rows<{ person_id: string }>(AWAY, [now])).map((row) => row.person_id));
  const told = new Set(tellNamed(history, versions, people, await directReports(tx, people), now));
  for (const person of people) {
    const ability = 0.72 + random.next() * 0.28;
    const diligence = random.next();
    for (const [slug, { taken, audience }] of Object.entries(CATALOGUE)) {
      const open = !audience || versions.get(slug)!.at(-1)!.openTo.has(person.department.id);
      if (!open || told.has(`${person.id} ${slug}`) || !random.chance((taken / 100) * (0.6 + 0.6 * diligence))) continue;
      const plan = anyPlan(random, versions.get(slug)![0]!.version.publishedAt, ability, diligence, now);
      // whoever is away never opened what everybody must do, so that there is somebody whose due date is paused
      const { startAt: _startAt, ...unopened } = plan;
      history.add(person, versionAt(versions.get(slug)!, plan.registeredAt), slug === 'llm-safety-compliance' && away.has(person.id) ? unopened : plan);
    }
  }
  await history.store(tx);
  await offerEvidence(tx, (await tx.rows<FinishedCourse>(FINISHED)).flatMap(courseEvidence));
  await tellDemo(tx, now);
};

type Published = DemoVersion & { openTo: Set<string> };

async function publish(tx: Transaction, contents: CourseContent[], people: PersonCard[], now: Date, random: DemoRandom): Promise<Map<string, Published[]>> {
  const departments = await tx.manager.find(Department);
  const versions = new Map<string, Published[]>();
  for (const content of contents) {
    const { age, owner, audience, reviewMonths } = CATALOGUE[content.id]!;
    const openTo = departments.filter((one) => audience?.includes(one.code)).map((one) => one.id);
    const publication = (days: number) => {
      const publishedAt = workingTime(new Date(now.getTime() - days * DAY), random);
      return { audience: openTo, ownerId: people.find((person) => person.staffNumber === owner)!.id, publishedAt, newId: () => random.id(publishedAt) };
    };
    const subtree = new Set(departments.filter((one) => one.path.some((id) => openTo.includes(id))).map((one) => one.id));
    const first = content.id === ADDED.course ? without(content, ADDED.lesson) : content;
    const course = await publishCourse(tx, first, publication(age));
    if (reviewMonths) await tx.manager.update(Course, course.id, { reviewMonths });
    const published = [await loadVersion(tx, course, course.currentVersionId, subtree)];
    if (first !== content) {
      const next = await publishVersion(tx, course, content, { ...publication(ADDED.age), change: 'minor', note: ADDED.note, carryOver: true });
      published.push(await loadVersion(tx, course, next.id, subtree));
    }
    versions.set(content.id, published);
  }
  return versions;
}

const without = (content: CourseContent, key: string): CourseContent => ({
  ...content,
  chapters: content.chapters.map((chapter) => ({ ...chapter, lessons: chapter.lessons.filter((lesson) => lesson.key !== key) })),
});

async function loadVersion(tx: Transaction, course: Course, versionId: string, openTo: Set<string>): Promise<Published> {
  const version = await tx.manager.findOneByOrFail(CourseVersion, { id: versionId });
  const lessons = await tx.manager.find(Lesson, { where: { versionId }, order: { place: 'asc' } });
  const questions = await tx.manager.createQueryBuilder(Question, 'q').innerJoin('q.lesson', 'l').where('l.versionId = :versionId', { versionId }).orderBy('q.place').getMany();
  return { course, version, lessons, questions, openTo };
}

/** The version that was current at that moment. */
const versionAt = (versions: Published[], at: Date): Published => versions.findLast((one) => one.version.publishedAt <= at) ?? versions[0]!;

/** How a person without a story takes a course: most finish, some stop half-way, some never open it. */
function anyPlan(random: DemoRandom, publishedAt: Date, ability: number, diligence: number, now: Date): DemoPlan {
  const day = new Date(now.getTime() - (now.getTime() - publishedAt.getTime() - DAY) * Math.sqrt(random.next()));
  const registeredAt = workingTime(day, random);
  const moment = registeredAt > now ? new Date(now.getTime() - HOUR) : registeredAt < publishedAt ? new Date(publishedAt.getTime() + HOUR) : registeredAt;
  const fate = random.next();
  const plan: DemoPlan = { registeredAt: moment, lessons: Infinity, ability, pause: diligence > 0.3 ? [1, 4] : [4, 18] };
  if (fate < 0.07) return plan;
  const startAt = workingTime(new Date(moment.getTime() + random.int(0, 4) * DAY), random);
  if (startAt > now || startAt < moment) return plan;
  return { ...plan, startAt, lessons: fate > 0.14 + 0.14 * (1 - diligence) ? Infinity : random.int(1, 5) };
}

/** Staff numbers of the direct reports of the demo manager. */
async function directReports(tx: Transaction, people: PersonCard[]): Promise<PersonCard[]> {
  const manager = await tx.manager.findOneByOrFail(Person, { staffNumber: 'SF0003' });
  const relations = await tx.manager.findBy(ManagerRelation, { managerId: manager.id });
  return people.filter((person) => relations.some((relation) => relation.personId === person.id));
}

/**
 * The people a visitor signs in as, and three of the demo manager's reports, have a story each.
 * @returns "person course" pairs that are told
 */
function tellNamed(history: DemoHistory, versions: Map<string, Published[]>, people: PersonCard[], reports: PersonCard[], now: Date): string[] {
  const told: string[] = [];
  const before = (days: number, hours = 0) => new Date(now.getTime() - days * DAY - hours * HOUR);
  const all = (person: PersonCard) => Object.keys(CATALOGUE).forEach((slug) => told.push(`${person.id} ${slug}`));
  const tell = (person: PersonCard, slug: string, plan: Partial<DemoPlan> & { registeredAt: Date }) => {
    told.push(`${person.id} ${slug}`);
    history.add(person, versionAt(versions.get(slug)!, plan.registeredAt), { lessons: Infinity, ability: 1.2, pause: [1, 1], ...plan });
  };
  const named = (staffNumber: string) => people.find((person) => person.staffNumber === staffNumber)!;
  const [employee, employee2, manager, administrator, trainer] = ['SF0001', 'SF0002', 'SF0003', 'SF0004', 'SF0005'].map(named) as [PersonCard, PersonCard, PersonCard, PersonCard, PersonCard];

  [employee, employee2, manager].forEach(all);
  tell(employee, 'llm-safety-compliance', { registeredAt: before(120), startAt: before(118), pause: [2, 5] });
  tell(employee, 'meeting-minutes-assistant', { registeredAt: before(34), startAt: before(34, -1) });
  tell(employee, 'llm-foundations-banking', { registeredAt: before(9), startAt: before(8, 2), lessons: 4, pause: [2, 3] });
  tell(employee, 'credit-risk-signals', { registeredAt: before(2), startAt: before(1, 3), stuckAt: { lesson: 'risk-signals-quiz', times: 1 }, pause: [0, 0] });
  tell(employee, 'rag-policy-assistant', { registeredAt: before(0, 2), startAt: before(0, 1), lessons: 1 });
  tell(employee, 'credit-report-drafting', { registeredAt: before(6) });

  tell(employee2, 'llm-safety-compliance', { registeredAt: before(150), startAt: before(149), pause: [1, 3] });
  tell(employee2, 'llm-foundations-banking', { registeredAt: before(100), startAt: before(97), pause: [1, 4] });
  tell(employee2, 'rag-policy-assistant', { registeredAt: before(5), startAt: before(4, 2), pause: [1, 1] });

  tell(manager, 'llm-safety-compliance', { registeredAt: before(140), startAt: before(139), pause: [2, 6] });
  tell(manager, 'llm-foundations-banking', { registeredAt: before(20), startAt: before(12), lessons: 3, pause: [3, 4] });

  tell(administrator, 'llm-safety-compliance', { registeredAt: before(170), startAt: before(169), pause: [1, 3] });
  tell(administrator, 'meeting-minutes-assistant', { registeredAt: before(3), startAt: before(2, 1), lessons: 1 });
  tell(trainer, 'llm-foundations-banking', { registeredAt: before(25), startAt: before(24), pause: [1, 2] });

  const [stalled, unopened, failing] = reports.filter((person) => person.id !== employee.id) as [PersonCard, PersonCard, PersonCard];
  tell(stalled, 'llm-foundations-banking', { registeredAt: before(40), startAt: before(38), lessons: 2, pause: [5, 8] });
  tell(unopened, 'llm-safety-compliance', { registeredAt: before(23) });
  tell(failing, 'llm-safety-compliance', { registeredAt: before(30), startAt: before(29), stuckAt: { lesson: 'quiz-masking-and-injection', times: 2 }, pause: [2, 5] });
  return told;
}
