import { coursesAudience } from '@zhixing/courses/contract';
import { type AudienceKind, audienceKind } from '@zhixing/platform/api';

/** What audience rules may ask of somebody's learning. */
export const coursesAudienceKinds: AudienceKind[] = [
  audienceKind({
    kind: 'courses.completed', title: { zh: '已完成课程', en: 'Completed a course' }, value: coursesAudience['courses.completed'],
    predicate: ({ courseId, withinMonths }, bind, person) =>
      `exists (select from courses.taken t where t.person_id = ${person} and t.course_id = ${bind(courseId)}::uuid
                and t.completed_at >= ${withinMonths ? `platform.now() - make_interval(months => ${bind(withinMonths)}::int)` : `'-infinity'`})`,
    names: ({ courseId }) => ({ of: 'course', ids: [courseId] }),
    words: ({ withinMonths }, [name]) =>
      withinMonths ? { zh: `${withinMonths} 个月内完成过《${name}》`, en: `completed ${name} within ${withinMonths} months` } : { zh: `完成过《${name}》`, en: `completed ${name}` },
  }),
  audienceKind({
    kind: 'courses.learning', title: { zh: '正在学习课程', en: 'Taking a course' }, value: coursesAudience['courses.learning'],
    predicate: ({ courseId }, bind, person) =>
      `exists (select from courses.taken t where t.person_id = ${person} and t.course_id = ${bind(courseId)}::uuid and t.status = 'open' and t.started_at is not null)`,
    names: ({ courseId }) => ({ of: 'course', ids: [courseId] }),
    words: (_, [name]) => ({ zh: `正在学习《${name}》`, en: `taking ${name}` }),
  }),
];
