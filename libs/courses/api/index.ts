import { coursesErrors, coursesPages, coursesPermissions, CourseStatisticsExport } from '@zhixing/courses/contract';
import { exportKind, type Room } from '@zhixing/platform/api';
import { courseActs } from './acts.ts';
import { coursesAudienceKinds } from './audience.ts';
import { contentEntities } from './courses.entities.ts';
import { courseSource } from './course-finder.ts';
import { CoursesModule } from './courses.module.ts';
import { seedCourses } from './demo.ts';
import { draftEntities } from './drafts.entities.ts';
import { coursesFigures } from './figures.ts';
import { coursesPersonalData, coursesRetention } from './personal-data.ts';
import { coursesMessages } from './messages.ts';
import { registrationEntities } from './registrations.entities.ts';
import { StatisticsExport } from './statistics-export.ts';

export { attention, type AttentionColumns, attentionReason, needsAttention } from './attention.ts';
export { type CalledCourse, type CompletedOn, completedBy, coursesCalled, importCompletions, type PastCompletion } from './completion-imports.ts';
export { type Completion, completion, completionOf, completions, completionsOf } from './completions.ts';
export type { CourseContent, LessonContent } from './content.ts';
export { CoursesModule } from './courses.module.ts';
export { CoursesService } from './courses.service.ts';
export { ImportService } from './import.service.ts';
export { DraftsService } from './drafts.service.ts';
export { type GradeCorrectionFact, gradeCorrection } from './grades.service.ts';
export { openFolder, openZip } from './packages/index.ts';
export { type CardRow as CourseCardRow, courseCard } from './courses.view.ts';
export { demoContents } from './demo.ts';
export { publishCourse } from './publication.ts';
export { reviewDueOn } from './reviews/reviews.queries.ts';
export { LEARNING_STATE, newestRegistration, PERCENT, visible } from './visibility.ts';
export { reasonDays, reasonWords, stateWord } from './words.ts';

export const coursesRoom: Room = {
  name: 'courses',
  module: CoursesModule,
  entities: [...contentEntities, ...draftEntities, ...registrationEntities],
  permissions: coursesPermissions,
  pages: coursesPages,
  errors: coursesErrors,
  exports: [exportKind('course-statistics', 'course:statistics', CourseStatisticsExport, StatisticsExport, { personal: true })],
  acts: courseActs,
  audience: coursesAudienceKinds,
  search: [courseSource],
  personalData: coursesPersonalData,
  retention: coursesRetention,
  messages: Object.values(coursesMessages),
  figures: [coursesFigures],
  demo: seedCourses,
};
