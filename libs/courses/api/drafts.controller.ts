import { Body, Controller, Delete, Get, Header, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { CourseDraft, DraftLesson, DraftLessonParams, DraftList, EditDraft, ExportQuery, ImportQuery, ImportReport, PictureParams, PublishedVersion, PublishVersion, VersionParams } from '@zhixing/courses/contract';
import { Actor, Allow, download, Downloads, IfMatch, ReaderLanguage, Returns, Upload } from '@zhixing/platform/api';
import { ById, Done, type Language } from '@zhixing/platform/contract';
import { DraftsService } from './drafts.service.ts';
import { ExportService } from './export.service.ts';
import { ImportService } from './import.service.ts';

/** By the ending of the stored name, which the import gave after looking at the bytes: an SVG shows no type of its own. */
const PICTURE_TYPES: Record<string, string> = { png: 'image/png', jpg: 'image/jpeg', gif: 'image/gif', webp: 'image/webp', svg: 'image/svg+xml' };

@Controller('courses')
export class DraftsController {
  constructor(
    private readonly drafts: DraftsService,
    private readonly imports: ImportService,
    private readonly exports: ExportService,
  ) {}

  @Post('import')
  @Allow('course:write')
  @HttpCode(200)
  @Returns(ImportReport)
  import(@Actor() actor: Actor, @ReaderLanguage() language: Language, @Query({ schema: ImportQuery }) query: ImportQuery, @Upload() upload: Upload) {
    return this.imports.fromZip(actor, upload, query, language);
  }

  @Get('drafts')
  @Allow('course:write')
  @Returns(DraftList)
  all(@Actor() actor: Actor) {
    return this.drafts.all(actor);
  }

  @Get(':id/draft')
  @Allow('course:write')
  @Returns(CourseDraft)
  one(@Actor() actor: Actor, @ReaderLanguage() language: Language, @Param({ schema: ById }) { id }: ById) {
    return this.drafts.one(actor, id, language);
  }

  @Patch(':id/draft')
  @Allow('course:write')
  @Returns(CourseDraft)
  async edit(@Actor() actor: Actor, @ReaderLanguage() language: Language, @Param({ schema: ById }) { id }: ById, @IfMatch() revision: number, @Body({ schema: EditDraft }) facts: EditDraft) {
    await this.drafts.edit(actor, id, revision, facts);
    return this.drafts.one(actor, id, language);
  }

  @Delete(':id/draft')
  @Allow('course:write')
  @Returns(Done)
  async discard(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById) {
    await this.drafts.discard(actor, id);
    return { done: true };
  }

  @Get(':id/draft/lessons/:key')
  @Allow('course:write')
  @Returns(DraftLesson)
  lesson(@Actor() actor: Actor, @Param({ schema: DraftLessonParams }) lesson: DraftLessonParams) {
    return this.drafts.lesson(actor, lesson);
  }

  @Post(':id/versions/:number/publish')
  @Allow('course:write')
  @HttpCode(200)
  @Returns(PublishedVersion)
  publish(@Actor() actor: Actor, @Param({ schema: VersionParams }) version: VersionParams, @Body({ schema: PublishVersion }) said: PublishVersion) {
    return this.drafts.publish(actor, version, said);
  }

  @Get(':id/export')
  @Allow('course:write')
  @Downloads()
  async export(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById, @Query({ schema: ExportQuery }) query: ExportQuery) {
    const { stream, name } = await this.exports.zip(actor, id, query);
    return download(stream, { name, type: 'application/zip' });
  }

  @Get(':id/pictures/:file')
  @Allow('course:read')
  @Downloads()
  @Header('cache-control', 'private, max-age=31536000, immutable')
  async picture(@Actor() actor: Actor, @Param({ schema: PictureParams }) { id, file }: PictureParams) {
    const { stream, size } = await this.exports.picture(actor, id, file);
    return download(stream, { name: file, type: PICTURE_TYPES[file.split('.')[1]!]!, size });
  }
}
