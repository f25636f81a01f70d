import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { CreateDepartment, DepartmentHistory, DepartmentsQuery, DepartmentTree, EndOn, Made, MergeDepartment, MoveDepartment, RenameDepartment } from '@zhixing/people/contract';
import { Actor, Allow, Database, Returns } from '@zhixing/platform/api';
import { ById, Done } from '@zhixing/platform/contract';
import { DepartmentsService } from './departments.service.ts';

const DONE: Done = { done: true };

@Controller('departments')
export class DepartmentsController {
  constructor(
    private readonly database: Database,
    private readonly departments: DepartmentsService,
  ) {}

  @Get()
  @Allow('people:read')
  @Returns(DepartmentTree)
  tree(@Actor() actor: Actor, @Query({ schema: DepartmentsQuery }) { asOf }: DepartmentsQuery) {
    return this.departments.tree(actor, asOf);
  }

  @Get(':id')
  @Allow('people:read')
  @Returns(DepartmentHistory)
  history(@Param({ schema: ById }) { id }: ById) {
    return this.departments.history(id);
  }

  @Post()
  @Allow('organisation:write')
  @HttpCode(201)
  @Returns(Made, 201)
  async create(@Actor() actor: Actor, @Body({ schema: CreateDepartment }) body: CreateDepartment) {
    return { id: await this.database.transaction((tx) => this.departments.create(tx, actor, body)) };
  }

  @Patch(':id')
  @Allow('organisation:write')
  @Returns(Done)
  async rename(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById, @Body({ schema: RenameDepartment }) body: RenameDepartment) {
    await this.database.transaction((tx) => this.departments.rename(tx, actor, id, body));
    return DONE;
  }

  @Post(':id/move')
  @Allow('organisation:write')
  @HttpCode(200)
  @Returns(Done)
  async move(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById, @Body({ schema: MoveDepartment }) body: MoveDepartment) {
    await this.database.transaction((tx) => this.departments.move(tx, actor, id, body));
    return DONE;
  }

  @Post(':id/merge')
  @Allow('organisation:write')
  @HttpCode(200)
  @Returns(Done)
  async merge(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById, @Body({ schema: MergeDepartment }) body: MergeDepartment) {
    await this.database.transaction((tx) => this.departments.merge(tx, actor, id, body));
    return DONE;
  }

  @Post(':id/close')
  @Allow('organisation:write')
  @HttpCode(200)
  @Returns(Done)
  async close(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById, @Body({ schema: EndOn }) { on }: EndOn) {
    await this.database.transaction((tx) => this.departments.close(tx, actor, id, on));
    return DONE;
  }
}
