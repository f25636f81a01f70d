import type { Catalogue, CourseCard, CourseKind, CourseSkill, CourseView, Domain, LearningState, LessonKind, LessonRule, OutlineChapter, OutlineLesson, RegistrationStatus, TaughtSkill } from '@zhixing/courses/contract';
import type { SkillDefinition } from '@zhixing/skills/contract';
import type { OwnedCourse } from './courses.policy.ts';
import { lessonState } from './progress.rules.ts';

/** A course card as SQL gives it. */
export interface CardRow {
  id: string;
  slug: string;
  title: string;
  summary: string;
  domain: Domain;
  level: number;
  kind: CourseKind;
  minutes: number;
  lessons: number;
  registration_id: string | null;
  status: RegistrationStatus | null;
  percent: number | null;
  state: LearningState;
}

export interface CatalogueRow {
  items: (CardRow & { published_at: string })[];
  total: number;
  matching: number;
  facets: { facet: keyof Catalogue['facets']; value: string; count: number }[];
}

export interface CourseRow extends CardRow, OwnedCourse {
  audience: string[];
  skills: CourseSkill[];
  version_id: string;
  version: number;
  latest_version: number;
  version_title: string;
  description: string;
  outcomes: string[];
  teacher: string;
  requirements: string;
  published_at: Date;
  version_minutes: number;
  required_total: number;
  learners: number;
  finished: number;
  finished_at: Date | null;
}

export interface OutlineRow {
  chapter_title: string;
  id: string;
  key: string;
  title: string;
  kind: LessonKind;
  required: boolean;
  minutes: number;
  minimum_seconds: number;
  pass_mark: number;
  attempts: number;
  questions: number;
  opened_at: Date | null;
  completed_at: Date | null;
  best_score: number | null;
  read_seconds: number;
}

export const courseCard = ({ registration_id, status, percent, state, id, slug, title, summary, domain, level, kind, minutes, lessons }: CardRow): CourseCard => ({
  id, slug, title, summary, domain, level, kind, minutes, lessons,
  mine: registration_id ? { id: registration_id, status: status!, percent: percent!, state } : null,
});

export const facetsOf = (rows: CatalogueRow['facets']): Catalogue['facets'] => {
  const of = (facet: string) => rows.filter((row) => row.facet === facet).map(({ value, count }) => ({ value, count }));
  return { domain: of('domain'), level: of('level'), kind: of('kind'), duration: of('duration'), state: of('state'), skill: of('skill') };
};

export const lessonRule = (row: Pick<OutlineRow, 'kind' | 'minimum_seconds' | 'pass_mark' | 'attempts' | 'questions'>): LessonRule =>
  row.kind === 'quiz' ? { kind: 'quiz', passMark: row.pass_mark, attempts: row.attempts, questions: row.questions } : { kind: 'article', minimumSeconds: row.minimum_seconds };

export const outlineLesson = (row: OutlineRow): OutlineLesson => ({
  key: row.key,
  title: row.title,
  kind: row.kind,
  required: row.required,
  minutes: row.minutes,
  rule: lessonRule(row),
  state: lessonState(row),
  earned: row.completed_at ? { at: row.completed_at.toISOString(), score: row.best_score } : null,
});

/** Consecutive lessons of one chapter belong together; chapters keep their order. */
export function outline(rows: readonly OutlineRow[]): OutlineChapter[] {
  const chapters: OutlineChapter[] = [];
  for (const row of rows) {
    if (chapters.at(-1)?.title !== row.chapter_title) chapters.push({ title: row.chapter_title, lessons: [] });
    chapters.at(-1)!.lessons.push(outlineLesson(row));
  }
  return chapters;
}

/** The skills of a course with the words of the framework. */
export const taughtSkills = (skills: readonly CourseSkill[], definitions: ReadonlyMap<string, SkillDefinition>): TaughtSkill[] =>
  skills.flatMap(({ skill, level }) => {
    const found = definitions.get(skill);
    return found ? [{ skill: found, level, anchor: found.anchors[level - 1]! }] : [];
  });

export const courseView = (row: CourseRow, rows: OutlineRow[], audience: string[], skills: TaughtSkill[], resumeLessonKey: string | null, can: CourseView['can']): CourseView => ({
  ...courseCard(row),
  title: row.version_title,
  minutes: row.version_minutes,
  lessons: rows.length,
  description: row.description,
  outcomes: row.outcomes,
  skills,
  teacher: row.teacher,
  requirements: row.requirements,
  version: row.version,
  latestVersion: row.latest_version,
  publishedAt: row.published_at.toISOString(),
  requiredTotal: row.required_total,
  learners: row.learners,
  finished: row.finished,
  audience,
  resumeLessonKey,
  completedAt: row.finished_at?.toISOString() ?? null,
  chapters: outline(rows),
  can,
});
