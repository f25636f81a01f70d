import { peoplePermissions } from '@zhixing/people/contract';
import type { Room } from '@zhixing/platform/api';
import { seedPeople } from './demo.ts';
import { peopleEntities } from './people.entities.ts';
import { PeopleModule } from './people.module.ts';
import { roleEntities } from './roles.entities.ts';

export { Department, DepartmentMembership, ManagerRelation, Person, Position } from './people.entities.ts';
export { RoleGrant } from './roles.entities.ts';
export { PeopleModule } from './people.module.ts';
export { PeopleService } from './people.service.ts';
export { administrationScope, departmentsOf, lieWithin, scopeOf, worksWithin } from './roles.policy.ts';
export { type CardRow, personCard } from './people.view.ts';

export const peopleRoom: Room = { name: 'people', module: PeopleModule, entities: [...peopleEntities, ...roleEntities], permissions: peoplePermissions, errors: {}, demo: seedPeople };
