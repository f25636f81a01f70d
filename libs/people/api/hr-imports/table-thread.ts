import { open } from 'node:fs/promises';
import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { csvRows } from './csv.ts';
import { type TableRow, UnreadableTable, withinLimits } from './table.ts';
import { xlsxRows } from './xlsx.ts';

/** What the thread says: rows (then it waits to be asked for more), that there are none left, or why there are none. */
export type ThreadMessage = { rows: TableRow[] } | { done: true } | { unreadable: UnreadableTable['reason']; values: UnreadableTable['values'] };

const BATCH = 500;
const ZIP = '504b';

/** The bytes tell what a file is, not its name. */
async function rowsOf(path: string): Promise<AsyncGenerator<TableRow>> {
  await using file = await open(path);
  const { buffer } = await file.read(Buffer.alloc(2), 0, 2, 0);
  return buffer.toString('hex') === ZIP ? xlsxRows(path) : csvRows(path);
}

async function send(message: ThreadMessage): Promise<void> {
  parentPort!.postMessage(message);
  if ('rows' in message) await once(parentPort!, 'message');
}

try {
  let rows: TableRow[] = [];
  for await (const row of withinLimits(await rowsOf((workerData as { path: string }).path))) {
    rows.push(row);
    if (rows.length < BATCH) continue;
    await send({ rows });
    rows = [];
  }
  if (rows.length) await send({ rows });
  await send({ done: true });
} catch (error) {
  if (!(error instanceof UnreadableTable)) throw error;
  await send({ unreadable: error.reason, values: error.values });
} finally {
  parentPort!.close();
}
