import { Body, Controller, Get, Put } from '@nestjs/common';
import { ReportSchedule } from '@zhixing/insights/contract';
import { Actor, Allow, Returns } from '@zhixing/platform/api';
import { ReportScheduleService } from './schedule.service.ts';

@Controller('insights/team/report-schedule')
export class ReportScheduleController {
  constructor(private readonly schedules: ReportScheduleService) {}

  @Get()
  @Allow('team:read')
  @Returns(ReportSchedule)
  find(@Actor() actor: Actor) {
    return this.schedules.find(actor);
  }

  @Put()
  @Allow('team:read')
  @Returns(ReportSchedule)
  save(@Actor() actor: Actor, @Body({ schema: ReportSchedule }) body: ReportSchedule) {
    return this.schedules.save(actor, body);
  }
}
