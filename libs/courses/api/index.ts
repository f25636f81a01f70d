import { coursesErrors, coursesPermissions } from '@zhixing/courses/contract';
import type { Room } from '@zhixing/platform/api';
import { contentEntities } from './courses.entities.ts';
import { CoursesModule } from './courses.module.ts';
import { registrationEntities } from './registrations.entities.ts';

export { CoursesModule } from './courses.module.ts';

export const coursesRoom: Room = { name: 'courses', module: CoursesModule, entities: [...contentEntities, ...registrationEntities], permissions: coursesPermissions, errors: coursesErrors };
