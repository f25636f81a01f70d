import { Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { HolidayImport, Holidays, HolidaysQuery } from '@zhixing/people/contract';
import { Actor, Allow, Returns, Upload } from '@zhixing/platform/api';
import { HolidaysService } from './holidays.service.ts';

@Controller('holidays')
export class HolidaysController {
  constructor(private readonly holidays: HolidaysService) {}

  @Get()
  @Allow('people:read')
  @Returns(Holidays)
  ofYear(@Actor() actor: Actor, @Query({ schema: HolidaysQuery }) { year }: HolidaysQuery) {
    return this.holidays.ofYear(actor, year);
  }

  @Post()
  @Allow('organisation:write')
  @HttpCode(200)
  @Returns(HolidayImport)
  take(@Actor() actor: Actor, @Upload() upload: Upload) {
    return this.holidays.take(actor, upload);
  }
}
