import { Module } from '@nestjs/common';
import { AccessReviewsService } from './access-reviews.service.ts';
import { bulkChangeModule } from './bulk-changes/index.ts';
import { DepartmentsController } from './departments.controller.ts';
import { DepartmentsService } from './departments.service.ts';
import { DirectoryService } from './directory.service.ts';
import { FirstAdministratorsService } from './first-administrators.service.ts';
import { HolidaysController } from './holidays.controller.ts';
import { HolidaysService } from './holidays.service.ts';
import { hrImportModule } from './hr-imports/index.ts';
import { LeaversService } from './leavers.service.ts';
import { ManagersService } from './managers.service.ts';
import { OrganisationService } from './organisation.service.ts';
import { PeopleController } from './people.controller.ts';
import { PeopleDay } from './people-day.ts';
import { PeopleFinder } from './people-finder.ts';
import { PeopleService } from './people.service.ts';
import { RoleRequestsService } from './role-requests.service.ts';
import { RolesController } from './roles.controller.ts';
import { RolesService } from './roles.service.ts';

@Module({
  controllers: [PeopleController, DepartmentsController, HolidaysController, RolesController, ...bulkChangeModule.controllers, ...hrImportModule.controllers],
  providers: [
    PeopleService, DirectoryService, OrganisationService, LeaversService, ManagersService, DepartmentsService, HolidaysService, PeopleDay, PeopleFinder,
    RolesService, RoleRequestsService, AccessReviewsService, FirstAdministratorsService,
    ...bulkChangeModule.providers, ...hrImportModule.providers,
  ],
  exports: [PeopleService, OrganisationService, LeaversService, ManagersService],
})
export class PeopleModule {}
