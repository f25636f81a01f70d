import { on } from 'node:events';
import { Worker } from 'node:worker_threads';
import { AppError } from '@zhixing/platform/api';
import type { TableRow } from './table.ts';
import type { ThreadMessage } from './table-thread.ts';

/** Of the thread that reads, in MB: 200,000 rows of a sheet fit well; what does not is no list of people. */
const MEMORY = 1_024;

/** Beside this file: in the sources as TypeScript, in the bundle as JavaScript. */
const THREAD = new URL(import.meta.url.endsWith('.ts') ? './table-thread.ts' : './table-thread.js', import.meta.url);

/**
 * The rows of a CSV or XLSX file in batches, read by a thread with memory of its own: unpacking and parsing a sheet would hold this one for seconds.
 * @throws AppError people.hr_import_… when the file is no table or too large
 */
export async function* readTable(path: string): AsyncGenerator<TableRow[]> {
  const thread = new Worker(THREAD, { workerData: { path }, resourceLimits: { maxOldGenerationSizeMb: MEMORY }, execArgv: [] });
  try {
    for await (const [message] of on(thread, 'message', { close: ['exit'] }) as AsyncIterable<[ThreadMessage]>) {
      if ('done' in message) return;
      if ('unreadable' in message) throw new AppError(`people.hr_import_${message.unreadable}`, message.values);
      yield message.rows;
      thread.postMessage('more');
    }
    throw new Error('the thread ended without a word');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY') throw new AppError('people.hr_import_unpacks_too_large', { limit: MEMORY });
    throw error;
  } finally {
    await thread.terminate();
  }
}
