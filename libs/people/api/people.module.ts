import { Module } from '@nestjs/common';
import { AccessReviewsService } from './access-reviews.service.ts';
import { PeopleController } from './people.controller.ts';
import { PeopleService } from './people.service.ts';
import { RoleRequestsService } from './role-requests.service.ts';
import { RolesController } from './roles.controller.ts';
import { RolesService } from './roles.service.ts';

@Module({ controllers: [PeopleController, RolesController], providers: [PeopleService, RolesService, RoleRequestsService, AccessReviewsService], exports: [PeopleService] })
export class PeopleModule {}
