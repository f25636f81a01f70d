import { Controller, Get } from '@nestjs/common';
import { Home } from '@zhixing/insights/contract';
import { Actor, Allow, Returns } from '@zhixing/platform/api';
import { HomeService } from './home.service.ts';

@Controller('insights/home')
export class HomeController {
  constructor(private readonly homes: HomeService) {}

  @Get()
  @Allow('home:read')
  @Returns(Home)
  home(@Actor() actor: Actor) {
    return this.homes.home(actor);
  }
}
