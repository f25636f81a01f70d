import { Module } from '@nestjs/common';
import { PeopleModule } from '@zhixing/people/api';
import { SkillsModule } from '@zhixing/skills/api';
import { AttemptsController } from './attempts.controller.ts';
import { AttemptsService } from './attempts.service.ts';
import { CourseFinder } from './course-finder.ts';
import { CoursesController } from './courses.controller.ts';
import { CoursesService } from './courses.service.ts';
import { DraftsController } from './drafts.controller.ts';
import { DraftsService } from './drafts.service.ts';
import { ExportService } from './export.service.ts';
import { ImportService } from './import.service.ts';
import { LessonsService } from './lessons.service.ts';
import { ProgressService } from './progress.service.ts';
import { RegistrationsController } from './registrations.controller.ts';
import { RegistrationsService } from './registrations.service.ts';
import { StatisticsExport } from './statistics-export.ts';
import { StatisticsService } from './statistics.service.ts';

@Module({
  imports: [PeopleModule, SkillsModule],
  // drafts first: /courses/drafts is not /courses/:id
  controllers: [DraftsController, CoursesController, RegistrationsController, AttemptsController],
  providers: [CoursesService, CourseFinder, RegistrationsService, LessonsService, AttemptsService, ProgressService, StatisticsService, StatisticsExport, DraftsService, ImportService, ExportService],
  exports: [CoursesService],
})
export class CoursesModule {}
