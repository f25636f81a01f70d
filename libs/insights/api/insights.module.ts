import { Module } from '@nestjs/common';
import { PeopleModule } from '@zhixing/people/api';
import { HomeController } from './home.controller.ts';
import { HomeService } from './home.service.ts';
import { TeamController } from './team.controller.ts';
import { TeamExport } from './team-export.ts';
import { TeamNews } from './team-news.ts';
import { TeamService } from './team.service.ts';

@Module({ imports: [PeopleModule], controllers: [HomeController, TeamController], providers: [HomeService, TeamService, TeamExport, TeamNews] })
export class InsightsModule {}
