import { Module } from '@nestjs/common';
import { HomeController } from './home.controller.ts';
import { HomeService } from './home.service.ts';
import { TeamController } from './team.controller.ts';
import { TeamNews } from './team-news.ts';
import { TeamService } from './team.service.ts';

@Module({ controllers: [HomeController, TeamController], providers: [HomeService, TeamService, TeamNews] })
export class InsightsModule {}
