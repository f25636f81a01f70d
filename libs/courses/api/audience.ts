import { coursesAudience } from '@zhixing/courses/contract';
import { type AudienceKind, audienceKind, first, type Reader, statement } from '@zhixing/platform/api';

const TITLE = statement('courses.audience_title', 'select title from courses.course where id = $1');
const titleOf = async (reader: Reader, courseId: string): Promise<string> => (await first<{ title: string }>(reader, TITLE, [courseId]))?.title ?? '';

/** What audience rules may ask of somebody's learning. */
export const coursesAudienceKinds: AudienceKind[] = [
  audienceKind({
    kind: 'courses.completed', title: { zh: '已完成课程', en: 'Completed a course' }, value: coursesAudience['courses.completed'],
    predicate: ({ courseId, withinMonths }, bind, person) =>
      `exists (select from courses.taken t where t.person_id = ${person} and t.course_id = ${bind(courseId)}::uuid
                and t.completed_at >= ${withinMonths ? `platform.now() - make_interval(months => ${bind(withinMonths)}::int)` : `'-infinity'`})`,
    words: async ({ courseId, withinMonths }, reader) => {
      const title = await titleOf(reader, courseId);
      return withinMonths ? { zh: `${withinMonths} 个月内完成过《${title}》`, en: `completed ${title} within ${withinMonths} months` } : { zh: `完成过《${title}》`, en: `completed ${title}` };
    },
  }),
  audienceKind({
    kind: 'courses.learning', title: { zh: '正在学习课程', en: 'Taking a course' }, value: coursesAudience['courses.learning'],
    predicate: ({ courseId }, bind, person) =>
      `exists (select from courses.taken t where t.person_id = ${person} and t.course_id = ${bind(courseId)}::uuid and t.status = 'open' and t.started_at is not null)`,
    words: async ({ courseId }, reader) => {
      const title = await titleOf(reader, courseId);
      return { zh: `正在学习《${title}》`, en: `taking ${title}` };
    },
  }),
];
