import { peopleErrors, peoplePages, peoplePermissions, roleErrors, rolePages, rolePermissions } from '@zhixing/people/contract';
import type { Room } from '@zhixing/platform/api';
import { accessReviewTask } from './access-reviews.service.ts';
import { seedPeople } from './demo.ts';
import { peopleActs } from './acts.ts';
import { peopleAudienceKinds } from './audience.ts';
import { peopleFigures } from './figures.ts';
import { bulkChangeEntities, bulkChangeLists } from './bulk-changes/index.ts';
import { hrImportLists } from './hr-imports/index.ts';
import { organisationEntities } from './organisation.entities.ts';
import { peopleEntities } from './people.entities.ts';
import { PeopleDay } from './people-day.ts';
import { peopleSource } from './people-finder.ts';
import { peoplePersonalData, peopleRetention } from './personal-data.ts';
import { PeopleModule } from './people.module.ts';
import { roleMessages } from './roles.messages.ts';
import { roleEntities } from './roles.entities.ts';

export { holdsOn } from './dated.ts';
export { DepartmentPlace, Employment, Holiday, Leave } from './organisation.entities.ts';
export { Delegation, Department, DepartmentMembership, JobLevel, ManagerRelation, Person, Position } from './people.entities.ts';
export { RoleGrant } from './roles.entities.ts';
export { PeopleModule } from './people.module.ts';
export { FirstAdministratorsService, type FirstPerson } from './first-administrators.service.ts';
export { LeaversService } from './leavers.service.ts';
export { ManagersService } from './managers.service.ts';
export { OrganisationService } from './organisation.service.ts';
export { PeopleService } from './people.service.ts';
export { AccessReviewsService } from './access-reviews.service.ts';
export { administrationScope, anyWithin, departmentsOf, lieWithin, peopleScope, scopeOf, worksWithin } from './roles.policy.ts';
export { type CardRow, personCard } from './people.view.ts';
export { dayOf, folded, type Heading, headingOf, quoted, type TableColumn, unsafe } from './hr-imports/cells.rules.ts';
export { readTable } from './hr-imports/read-table.ts';
export type { TableRow } from './hr-imports/table.ts';
export { type NumberedPerson, personsNumbered, type PlaceThen, placesOn } from './past-places.ts';

export const peopleRoom: Room = {
  name: 'people',
  module: PeopleModule,
  entities: [...peopleEntities, ...organisationEntities, ...roleEntities, ...bulkChangeEntities],
  permissions: { ...peoplePermissions, ...rolePermissions },
  errors: { ...peopleErrors, ...roleErrors },
  pages: { ...peoplePages, ...rolePages },
  search: [peopleSource],
  ...hrImportLists,
  subscribers: bulkChangeLists.subscribers,
  messages: [...hrImportLists.messages, ...Object.values(roleMessages)],
  tasks: [{ name: 'people.day', cron: '0 0 * * *', by: PeopleDay }, accessReviewTask, ...hrImportLists.tasks],
  acts: peopleActs,
  audience: peopleAudienceKinds,
  personalData: peoplePersonalData,
  retention: [...peopleRetention, ...bulkChangeLists.retention],
  figures: [peopleFigures],
  demo: seedPeople,
};
