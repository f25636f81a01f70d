import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { Made } from '@zhixing/people/contract';
import { AddMaterial, ByMaterial, CancelClass, ClassesQuery, ClassList, ClassView, CloseClass, CopyClass, MyClass, MyClasses, SaveClass } from '@zhixing/plans/contract';
import { Actor, Allow, Database, download, Downloads, Idempotency, Idempotent, type IdempotentRequest, IfMatch, Returns } from '@zhixing/platform/api';
import { ById, Done } from '@zhixing/platform/contract';
import { ClassesService } from './classes.service.ts';
import { MaterialsService } from './materials.service.ts';
import { ParticipantService } from './participant.service.ts';

@Controller('classes')
export class ClassesController {
  constructor(
    private readonly classes: ClassesService,
    private readonly participants: ParticipantService,
    private readonly materials: MaterialsService,
    private readonly idempotency: Idempotency,
    private readonly database: Database,
  ) {}

  @Get()
  @Allow('class:administer')
  @Returns(ClassList)
  list(@Actor() actor: Actor, @Query({ schema: ClassesQuery }) query: ClassesQuery) {
    return this.classes.list(actor, query);
  }

  @Post()
  @Allow('class:administer')
  @Returns(Made, 201)
  create(@Actor() actor: Actor, @Idempotent() request: IdempotentRequest, @Body({ schema: SaveClass }) body: SaveClass) {
    return this.idempotency.transaction(request, body, (tx) => this.classes.create(tx, actor, body));
  }

  @Get('mine')
  @Allow('class:own')
  @Returns(MyClasses)
  mine(@Actor() actor: Actor) {
    return this.participants.list(actor);
  }

  @Get(':id')
  @Allow('class:administer')
  @Returns(ClassView)
  one(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById) {
    return this.classes.one(actor, id);
  }

  @Put(':id')
  @Allow('class:administer')
  @Returns(ClassView)
  edit(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById, @IfMatch() revision: number, @Body({ schema: SaveClass }) body: SaveClass) {
    return this.classes.edit(actor, id, revision, body);
  }

  @Post(':id/publish')
  @Allow('class:administer')
  @HttpCode(200)
  @Returns(ClassView)
  publish(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById) {
    return this.database.transaction((tx) => this.classes.publish(tx, actor, id));
  }

  @Post(':id/cancel')
  @Allow('class:administer')
  @HttpCode(200)
  @Returns(ClassView)
  cancel(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById, @Body({ schema: CancelClass }) { reason }: CancelClass) {
    return this.database.transaction((tx) => this.classes.cancel(tx, actor, id, reason));
  }

  @Post(':id/close')
  @Allow('class:administer')
  @HttpCode(200)
  @Returns(ClassView)
  close(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById, @Body({ schema: CloseClass }) body: CloseClass) {
    return this.database.transaction((tx) => this.classes.close(tx, actor, id, body));
  }

  @Post(':id/copy')
  @Allow('class:administer')
  @Returns(Made, 201)
  copy(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById, @Idempotent() request: IdempotentRequest, @Body({ schema: CopyClass }) body: CopyClass) {
    return this.idempotency.transaction(request, body, (tx) => this.classes.copy(tx, actor, id, body));
  }

  @Get(':id/mine')
  @Allow('class:own')
  @Returns(MyClass)
  mineOf(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById) {
    return this.participants.one(actor, id);
  }

  @Post(':id/materials')
  @Allow('class:administer')
  @Returns(ClassView, 201)
  addMaterial(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById, @Body({ schema: AddMaterial }) { fileId }: AddMaterial) {
    return this.materials.add(actor, id, fileId);
  }

  @Get(':id/materials/:materialId')
  @Allow('class:own')
  @Downloads()
  async material(@Actor() actor: Actor, @Param({ schema: ByMaterial }) { id, materialId }: ByMaterial) {
    const { stream, name, type, size } = await this.materials.open(actor, id, materialId);
    return download(stream, { name, type, size });
  }

  @Delete(':id/materials/:materialId')
  @Allow('class:administer')
  @Returns(Done)
  async removeMaterial(@Actor() actor: Actor, @Param({ schema: ByMaterial }) { id, materialId }: ByMaterial): Promise<Done> {
    await this.materials.remove(actor, id, materialId);
    return { done: true };
  }
}
