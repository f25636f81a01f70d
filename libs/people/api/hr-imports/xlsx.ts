import { once } from 'node:events';
import { readSheet } from 'read-excel-file/node';
import { openPromise } from 'yauzl';
import { LIMITS, type TableRow, UnreadableTable } from './table.ts';

/** The rows of the first sheet. Formulas come as the value the spreadsheet last showed, dates as `2026-03-05`. */
export async function* xlsxRows(path: string): AsyncGenerator<TableRow> {
  await checkSize(path);
  const sheet = await readSheet(path, { trim: true }).catch((): never => {
    throw new UnreadableTable('not_a_table');
  });
  for (const [at, cells] of sheet.entries()) yield { line: at + 1, cells: cells.map(textOf) };
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
}

/** Unpacks everything once and keeps nothing: yauzl stops where a file is longer than the directory says. @throws UnreadableTable */
async function checkSize(path: string): Promise<void> {
  const damaged = (): never => {
    throw new UnreadableTable('not_a_table');
  };
  const zip = await openPromise(path, { autoClose: false, validateEntrySizes: true }).catch(damaged);
  try {
    if (zip.entryCount > LIMITS.entries) damaged();
    let total = 0;
    for await (const entry of zip.eachEntry()) {
      total += entry.uncompressedSize;
      if (total > LIMITS.unpacked) throw new UnreadableTable('unpacks_too_large', { limit: LIMITS.unpacked / 2 ** 20 });
      const content = await zip.openReadStreamPromise(entry);
      await once(content.resume(), 'end');
    }
  } catch (error) {
    if (error instanceof UnreadableTable) throw error;
    damaged();
  } finally {
    zip.close();
  }
}
