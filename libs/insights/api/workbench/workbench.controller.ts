import { Controller, Get } from '@nestjs/common';
import { HardQuestions, Workbench } from '@zhixing/insights/contract';
import { Actor, Allow, Returns } from '@zhixing/platform/api';
import { WorkbenchService } from './workbench.service.ts';

@Controller('insights/workbench')
export class WorkbenchController {
  constructor(private readonly workbench: WorkbenchService) {}

  @Get()
  @Allow('workbench:read')
  @Returns(Workbench)
  today(@Actor() actor: Actor) {
    return this.workbench.workbench(actor);
  }

  @Get('questions')
  @Allow('workbench:read')
  @Returns(HardQuestions)
  questions(@Actor() actor: Actor) {
    return this.workbench.questions(actor);
  }
}
