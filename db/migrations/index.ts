export { Platform1795392000000 } from './1795392000000-platform.ts';
export { People1795392001000 } from './1795392001000-people.ts';
export { Access1795392002000 } from './1795392002000-access.ts';
export { Courses1795392003000 } from './1795392003000-courses.ts';
export { Files1795500001000 } from './1795500001000-files.ts';
export { Jobs1795500002000 } from './1795500002000-jobs.ts';
export { CourseDrafts1795500003000 } from './1795500003000-course-drafts.ts';
export { TeamFigures1795500004000 } from './1795500004000-team-figures.ts';
