import { Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ById, Done, StoredFile } from '@zhixing/platform/contract';
import { Actor } from './actor.ts';
import { Database } from './database.ts';
import { download, Downloads } from './download.ts';
import { cleanFileName } from './file-name.ts';
import { Files } from './files.ts';
import { Allow, Returns } from './guard.ts';
import { Idempotency, Idempotent, type IdempotentRequest } from './idempotency.ts';
import { Upload } from './upload.ts';

/** Bytes that one upload may have; rooms that take files of their own have limits of their own. */
const LIMIT = 512 * 2 ** 20;

/** One's own files. Another's are not found. */
@Controller('files')
export class FilesController {
  constructor(
    private readonly files: Files,
    private readonly database: Database,
    private readonly idempotency: Idempotency,
  ) {}

  @Post()
  @Allow('file:own')
  @HttpCode(201)
  @Returns(StoredFile, 201)
  async create(@Actor() actor: Actor, @Idempotent() request: IdempotentRequest, @Upload() upload: Upload) {
    const name = cleanFileName(upload.name);
    const kept = await this.files.keep(upload.stream, { limit: LIMIT });
    return this.idempotency.transaction(request, { name, sha256: kept.sha256 }, async (tx) => {
      const id = await this.files.add(tx, kept, { name, personId: actor.personId });
      return { id, name, ...kept };
    });
  }

  @Get(':id')
  @Allow('file:own')
  @Downloads()
  async read(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById) {
    const file = await this.files.find(id, actor.personId);
    return download(await this.files.open(file.sha256), file);
  }

  @Delete(':id')
  @Allow('file:own')
  @Returns(Done)
  async remove(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById) {
    await this.files.find(id, actor.personId);
    await this.database.transaction((tx) => this.files.remove(tx, id));
    return { done: true };
  }
}
