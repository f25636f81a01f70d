import { Injectable } from '@nestjs/common';
import { Database, type EventHandler } from '@zhixing/platform/api';
import { CompletionsService } from './completions.service.ts';

/** Books the hours of imported history, each once. */
@Injectable()
export class ImportedHoursService implements EventHandler<{ completionIds: string[] }> {
  constructor(
    private readonly database: Database,
    private readonly completions: CompletionsService,
  ) {}

  async handle({ completionIds }: { completionIds: string[] }): Promise<void> {
    await this.database.transaction((tx) => this.completions.imported(tx, completionIds));
  }
}
