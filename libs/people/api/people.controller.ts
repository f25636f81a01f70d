import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import {
  AddManager, ByRow, Choices, Colleague, Delegate, EditPerson, EndOn, FindPeople, FoundPeople, HirePerson, Made, PeopleList, PeopleQuery, PersonView, Preferences, RehirePerson, ReportList, StartLeave, TransferPerson,
} from '@zhixing/people/contract';
import { Actor, Allow, Database, IfMatch, Returns } from '@zhixing/platform/api';
import { ById, Done } from '@zhixing/platform/contract';
import { DirectoryService } from './directory.service.ts';
import { ManagersService } from './managers.service.ts';
import { OrganisationService } from './organisation.service.ts';
import { PeopleService } from './people.service.ts';

const DONE: Done = { done: true };

@Controller('people')
export class PeopleController {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleService,
    private readonly directory: DirectoryService,
    private readonly organisation: OrganisationService,
    private readonly managers: ManagersService,
  ) {}

  @Patch('me')
  @Allow('preferences:write')
  @Returns(Preferences)
  savePreferences(@Actor() actor: Actor, @Body({ schema: Preferences }) body: Preferences) {
    return this.people.savePreferences(actor, body);
  }

  @Get('found')
  @Allow('person:find')
  @Returns(FoundPeople)
  find(@Query({ schema: FindPeople }) { q, ...page }: FindPeople) {
    return this.people.find(q, page);
  }

  @Get('choices')
  @Allow('people:read')
  @Returns(Choices)
  choices() {
    return this.directory.choices();
  }

  @Get()
  @Allow('people:read')
  @Returns(PeopleList)
  list(@Actor() actor: Actor, @Query({ schema: PeopleQuery }) query: PeopleQuery) {
    return this.directory.list(actor, query);
  }

  @Get(':id')
  @Allow('people:read')
  @Returns(PersonView)
  person(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById) {
    return this.directory.person(actor, id);
  }

  @Get(':id/card')
  @Allow('person:find')
  @Returns(Colleague)
  colleague(@Param({ schema: ById }) { id }: ById) {
    return this.people.colleague(id);
  }

  @Get(':id/reports')
  @Allow('people:read')
  @Returns(ReportList)
  reports(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById) {
    return this.directory.reports(actor, id);
  }

  @Post()
  @Allow('organisation:write')
  @HttpCode(201)
  @Returns(Made, 201)
  async hire(@Actor() actor: Actor, @Body({ schema: HirePerson }) body: HirePerson) {
    return { id: await this.database.transaction((tx) => this.organisation.hire(tx, actor, body)) };
  }

  @Patch(':id')
  @Allow('organisation:write')
  @Returns(Done)
  async edit(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById, @IfMatch() revision: number, @Body({ schema: EditPerson }) body: EditPerson) {
    await this.database.transaction((tx) => this.organisation.edit(tx, actor, id, revision, body));
    return DONE;
  }

  @Post(':id/transfer')
  @Allow('organisation:write')
  @HttpCode(200)
  @Returns(Done)
  async transfer(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById, @Body({ schema: TransferPerson }) body: TransferPerson) {
    await this.database.transaction((tx) => this.organisation.transfer(tx, actor, id, body));
    return DONE;
  }

  @Post(':id/leave')
  @Allow('organisation:write')
  @HttpCode(200)
  @Returns(Done)
  async startLeave(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById, @Body({ schema: StartLeave }) body: StartLeave) {
    await this.database.transaction((tx) => this.organisation.startLeave(tx, actor, id, body));
    return DONE;
  }

  @Post(':id/leave/:rowId/end')
  @Allow('organisation:write')
  @HttpCode(200)
  @Returns(Done)
  async endLeave(@Actor() actor: Actor, @Param({ schema: ByRow }) { id, rowId }: ByRow, @Body({ schema: EndOn }) { on }: EndOn) {
    await this.database.transaction((tx) => this.organisation.endLeave(tx, actor, id, rowId, on));
    return DONE;
  }

  @Post(':id/end')
  @Allow('organisation:write')
  @HttpCode(200)
  @Returns(Done)
  async end(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById, @Body({ schema: EndOn }) { on }: EndOn) {
    await this.database.transaction((tx) => this.organisation.endEmployment(tx, actor, id, on));
    return DONE;
  }

  @Post(':id/rehire')
  @Allow('organisation:write')
  @HttpCode(200)
  @Returns(Done)
  async rehire(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById, @Body({ schema: RehirePerson }) body: RehirePerson) {
    await this.database.transaction((tx) => this.organisation.rehire(tx, actor, id, body));
    return DONE;
  }

  @Post(':id/managers')
  @Allow('organisation:write')
  @HttpCode(200)
  @Returns(Done)
  async addManager(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById, @Body({ schema: AddManager }) body: AddManager) {
    await this.database.transaction((tx) => this.managers.add(tx, actor, id, body));
    return DONE;
  }

  @Post(':id/managers/:rowId/end')
  @Allow('organisation:write')
  @HttpCode(200)
  @Returns(Done)
  async endManager(@Actor() actor: Actor, @Param({ schema: ByRow }) { id, rowId }: ByRow, @Body({ schema: EndOn }) { on }: EndOn) {
    await this.database.transaction((tx) => this.managers.end(tx, actor, id, rowId, on));
    return DONE;
  }

  @Post(':id/delegations')
  @Allow('organisation:write')
  @HttpCode(200)
  @Returns(Done)
  async delegate(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById, @Body({ schema: Delegate }) body: Delegate) {
    await this.database.transaction((tx) => this.managers.delegate(tx, actor, id, body));
    return DONE;
  }

  @Post(':id/delegations/:rowId/end')
  @Allow('organisation:write')
  @HttpCode(200)
  @Returns(Done)
  async endDelegation(@Actor() actor: Actor, @Param({ schema: ByRow }) { id, rowId }: ByRow, @Body({ schema: EndOn }) { on }: EndOn) {
    await this.database.transaction((tx) => this.managers.endDelegation(tx, actor, id, rowId, on));
    return DONE;
  }

  @Post(':id/disable')
  @Allow('person:disable')
  @HttpCode(200)
  @Returns(Done)
  async disable(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById) {
    await this.database.transaction((tx) => this.organisation.setDisabled(tx, actor, id, true));
    return DONE;
  }

  @Post(':id/enable')
  @Allow('person:disable')
  @HttpCode(200)
  @Returns(Done)
  async enable(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById) {
    await this.database.transaction((tx) => this.organisation.setDisabled(tx, actor, id, false));
    return DONE;
  }
}
