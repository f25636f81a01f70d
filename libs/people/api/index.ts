import { peopleErrors, peoplePages, peoplePermissions } from '@zhixing/people/contract';
import type { Room } from '@zhixing/platform/api';
import { seedPeople } from './demo.ts';
import { hrImportEntities, hrImportLists } from './hr-imports/index.ts';
import { organisationEntities } from './organisation.entities.ts';
import { peopleEntities } from './people.entities.ts';
import { PeopleDay } from './people-day.ts';
import { peopleSource } from './people-finder.ts';
import { PeopleModule } from './people.module.ts';

export { DepartmentPlace, Employment, Holiday, Leave } from './organisation.entities.ts';
export { Delegation, Department, DepartmentMembership, JobLevel, ManagerRelation, Person, Position, RoleGrant } from './people.entities.ts';
export { PeopleModule } from './people.module.ts';
export { ManagersService } from './managers.service.ts';
export { OrganisationService } from './organisation.service.ts';
export { PeopleService } from './people.service.ts';
export { type CardRow, personCard } from './people.view.ts';

export const peopleRoom: Room = {
  name: 'people',
  module: PeopleModule,
  entities: [...peopleEntities, ...organisationEntities, ...hrImportEntities],
  permissions: peoplePermissions,
  errors: peopleErrors,
  pages: peoplePages,
  search: [peopleSource],
  ...hrImportLists,
  tasks: [{ name: 'people.day', cron: '0 0 * * *', by: PeopleDay }, ...hrImportLists.tasks],
  demo: seedPeople,
};
