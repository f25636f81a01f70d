import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { ClassView } from '@zhixing/plans/contract';
import { type Actor, AppError, audit, Database, Files, first, type Kept, statement } from '@zhixing/platform/api';
import { v7 as uuid } from 'uuid';
import { ClassMaterialRow } from './classes.entities.ts';
import { mayAdminister } from './classes.policy.ts';
import { ClassesService } from './classes.service.ts';

const MATERIAL = statement(
  'plans.class_material',
  `select m.file_id, k.scope, k.state <> 'draft' and exists (select from plans.class_member r where r.class_id = k.id and r.person_id = $3 and r.state = 'booked') as member
     from plans.class_material m join plans.training_class k on k.id = m.class_id where m.class_id = $1 and m.id = $2`,
);

/** Files of a class for its participants. */
@Injectable()
export class MaterialsService {
  constructor(
    private readonly database: Database,
    private readonly files: Files,
    private readonly classes: ClassesService,
  ) {}

  /** A file of the actor's becomes a file of the house. @throws AppError not_found */
  async add(actor: Actor, id: string, fileId: string): Promise<ClassView> {
    await this.classes.find(actor, id);
    const file = await this.files.find(fileId, actor.personId);
    await this.database.transaction(async (tx) => {
      const material = uuid();
      const kept = await this.files.add(tx, file, { name: file.name, personId: null });
      await tx.manager.insert(ClassMaterialRow, { id: material, classId: id, fileId: kept, name: file.name, size: file.size, addedAt: () => 'platform.now()' });
      await audit(tx, actor, { action: 'class.add_material', object: { type: 'class', id }, facts: { materialId: material, name: file.name } });
    });
    return this.classes.one(actor, id);
  }

  /** @throws AppError not_found */
  async remove(actor: Actor, id: string, materialId: string): Promise<void> {
    await this.classes.find(actor, id);
    await this.database.transaction(async (tx) => {
      const { affected } = await tx.manager.delete(ClassMaterialRow, { id: materialId, classId: id });
      if (!affected) throw new AppError('not_found');
      await audit(tx, actor, { action: 'class.remove_material', object: { type: 'class', id }, facts: { materialId } });
    });
  }

  /** For participants and whoever administers the class. @throws AppError not_found */
  async open(actor: Actor, id: string, materialId: string): Promise<Kept & { name: string; stream: Readable }> {
    const found = await first<{ file_id: string; scope: string[] | null; member: boolean }>(this.database, MATERIAL, [id, materialId, actor.personId]);
    if (!found || !(found.member || mayAdminister(actor, found))) throw new AppError('not_found');
    const file = await this.files.find(found.file_id, null);
    return { ...file, stream: await this.files.open(file.sha256) };
  }
}
