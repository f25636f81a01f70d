import { Body, Controller, Patch } from '@nestjs/common';
import { Preferences } from '@zhixing/people/contract';
import { Actor, Allow, Returns } from '@zhixing/platform/api';
import { PeopleService } from './people.service.ts';

@Controller('people')
export class PeopleController {
  constructor(private readonly people: PeopleService) {}

  @Patch('me')
  @Allow('preferences:write')
  @Returns(Preferences)
  savePreferences(@Actor() actor: Actor, @Body({ schema: Preferences }) body: Preferences) {
    return this.people.savePreferences(actor, body);
  }
}
