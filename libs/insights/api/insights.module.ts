import { Module } from '@nestjs/common';
import { PeopleModule } from '@zhixing/people/api';
import { RecognitionModule } from '@zhixing/recognition/api';
import { EvidencePolicy } from './evidence-packs/evidence.policy.ts';
import { EvidenceFacts } from './evidence-packs/evidence-facts.service.ts';
import { EvidencePackExport } from './evidence-packs/evidence-pack.export.ts';
import { EvidencePacksController } from './evidence-packs/evidence-packs.controller.ts';
import { EvidencePacksService } from './evidence-packs/evidence-packs.service.ts';
import { HomeController } from './home.controller.ts';
import { HomeService } from './home.service.ts';
import { TeamController } from './team.controller.ts';
import { TeamExport } from './team-export.ts';
import { TeamNews } from './team-news.ts';
import { TeamReportExport } from './team-report/report.export.ts';
import { ReportScheduleController } from './team-report/schedule.controller.ts';
import { ReportScheduleService } from './team-report/schedule.service.ts';
import { SendReports } from './team-report/send-reports.task.ts';
import { TeamService } from './team.service.ts';
import { WorkbenchController } from './workbench/workbench.controller.ts';
import { WorkbenchService } from './workbench/workbench.service.ts';

@Module({
  imports: [PeopleModule, RecognitionModule],
  controllers: [HomeController, TeamController, ReportScheduleController, EvidencePacksController, WorkbenchController],
  providers: [HomeService, TeamService, TeamExport, TeamReportExport, ReportScheduleService, SendReports, TeamNews, EvidencePolicy, EvidenceFacts, EvidencePacksService, EvidencePackExport, WorkbenchService],
})
export class InsightsModule {}
