export { AttentionReasonText } from './components/attention-reason.tsx';
export { CourseCardView } from './components/course-card.tsx';
export { CourseFacts } from './components/course-facts.tsx';
export { CourseTile } from './components/course-tile.tsx';
export { toneOf } from './components/domain.ts';
export { LearningStateTag } from './components/learning-state.tsx';
export { coursePath, finishPath, lessonPath, statisticsPath } from './paths.ts';
export { courses } from './routes.tsx';
export { courseFinish, courseHeader } from './slots.ts';
