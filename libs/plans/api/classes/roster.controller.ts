import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import {
  AddMembers, AttendanceChanges, AttendanceSheet, ByHalfDay, CheckedIn, CheckIn, CheckInCode, ClassReport, MarkAttendance, NominateToClass, OpenClasses, RemoveMember, Roster,
} from '@zhixing/plans/contract';
import { Actor, Allow, Idempotency, Idempotent, type IdempotentRequest, Returns } from '@zhixing/platform/api';
import { ById, Done, PageQuery } from '@zhixing/platform/contract';
import { AttendanceService } from './attendance.service.ts';
import { CheckInService } from './check-in.service.ts';
import { RosterService } from './roster.service.ts';

const DONE: Done = { done: true };

/** Who takes part in a class, and who was there. */
@Controller('classes')
export class RosterController {
  constructor(
    private readonly rosters: RosterService,
    private readonly attendance: AttendanceService,
    private readonly checkIns: CheckInService,
    private readonly idempotency: Idempotency,
  ) {}

  @Get('open')
  @Allow('assignment:write')
  @Returns(OpenClasses)
  open(@Actor() actor: Actor) {
    return this.rosters.open(actor);
  }

  @Post('check-in')
  @Allow('class:own')
  @HttpCode(200)
  @Returns(CheckedIn)
  checkIn(@Actor() actor: Actor, @Body({ schema: CheckIn }) body: CheckIn) {
    return this.checkIns.checkIn(actor, body);
  }

  @Post(':id/nominations')
  @Allow('assignment:write')
  @Returns(Done, 201)
  nominate(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById, @Idempotent() request: IdempotentRequest, @Body({ schema: NominateToClass }) body: NominateToClass) {
    return this.idempotency.transaction(request, body, async (tx) => {
      await this.rosters.nominate(tx, actor, id, body);
      return DONE;
    });
  }

  @Get(':id/roster')
  @Allow('class:administer')
  @Returns(Roster)
  roster(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById) {
    return this.rosters.list(actor, id);
  }

  @Post(':id/members')
  @Allow('class:administer')
  @Returns(Done, 201)
  add(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById, @Idempotent() request: IdempotentRequest, @Body({ schema: AddMembers }) body: AddMembers) {
    return this.idempotency.transaction(request, body, async (tx) => {
      await this.rosters.add(tx, actor, id, body);
      return DONE;
    });
  }

  @Post(':id/members/removal')
  @Allow('class:administer')
  @Returns(Done, 201)
  remove(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById, @Idempotent() request: IdempotentRequest, @Body({ schema: RemoveMember }) body: RemoveMember) {
    return this.idempotency.transaction(request, body, async (tx) => {
      await this.rosters.remove(tx, actor, id, body);
      return DONE;
    });
  }

  @Get(':id/attendance')
  @Allow('class:administer')
  @Returns(AttendanceSheet)
  sheet(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById) {
    return this.attendance.sheet(actor, id);
  }

  @Put(':id/attendance')
  @Allow('class:administer')
  @Returns(AttendanceSheet)
  mark(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById, @Body({ schema: MarkAttendance }) body: MarkAttendance) {
    return this.attendance.mark(actor, id, body);
  }

  @Get(':id/attendance/changes')
  @Allow('class:administer')
  @Returns(AttendanceChanges)
  changes(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById, @Query({ schema: PageQuery }) query: PageQuery) {
    return this.attendance.changes(actor, id, query);
  }

  @Get(':id/half-days/:halfDayId/check-in-code')
  @Allow('class:administer')
  @Returns(CheckInCode)
  code(@Actor() actor: Actor, @Param({ schema: ByHalfDay }) { id, halfDayId }: ByHalfDay) {
    return this.checkIns.code(actor, id, halfDayId);
  }

  @Get(':id/report')
  @Allow('class:administer')
  @Returns(ClassReport)
  report(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById) {
    return this.attendance.report(actor, id);
  }
}
