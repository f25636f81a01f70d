import { Module } from '@nestjs/common';
import { PeopleModule } from '@zhixing/people/api';
import { SkillsModule } from '@zhixing/skills/api';
import { AttemptsController } from './attempts.controller.ts';
import { AttemptsService } from './attempts.service.ts';
import { CarryOverService } from './carry-over.service.ts';
import { CourseFinder } from './course-finder.ts';
import { CoursesController } from './courses.controller.ts';
import { CoursesService } from './courses.service.ts';
import { DraftsController } from './drafts.controller.ts';
import { DraftsService } from './drafts.service.ts';
import { ExportService } from './export.service.ts';
import { GradesController } from './grades.controller.ts';
import { GradesService } from './grades.service.ts';
import { ImportService } from './import.service.ts';
import { LessonsService } from './lessons.service.ts';
import { ProgressService } from './progress.service.ts';
import { RegistrationsController } from './registrations.controller.ts';
import { RegistrationsService } from './registrations.service.ts';
import { ReviewsController } from './reviews/reviews.controller.ts';
import { ReviewsService } from './reviews/reviews.service.ts';
import { StatisticsExport } from './statistics-export.ts';
import { StatisticsService } from './statistics.service.ts';
import { VersionsController } from './versions.controller.ts';
import { VersionsService } from './versions.service.ts';

@Module({
  imports: [PeopleModule, SkillsModule],
  // drafts first: /courses/drafts is not /courses/:id
  controllers: [DraftsController, CoursesController, RegistrationsController, AttemptsController, VersionsController, GradesController, ReviewsController],
  providers: [CoursesService, CourseFinder, RegistrationsService, LessonsService, AttemptsService, ProgressService, StatisticsService, StatisticsExport, DraftsService, ImportService, ExportService, VersionsService, CarryOverService, GradesService, ReviewsService],
  exports: [CoursesService],
})
export class CoursesModule {}
