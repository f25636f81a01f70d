import type { FinishedExport } from './exports.ts';
import { rowsOf, type Workbook, writeWorkbook } from './workbook.ts';
import { writeZip } from './write-zip.ts';

/** The file of an export: what its source made, or of its tables an XLSX, or with `json` a zip of the XLSX and the JSON. */
export async function exportFile(gathered: Workbook | FinishedExport): Promise<FinishedExport> {
  if ('bytes' in gathered) return gathered;
  const name = gathered.name.replace(/[/\\]/g, '_');
  const rows = rowsOf(gathered);
  const xlsx = await writeWorkbook(gathered);
  if (gathered.json === undefined) return { name: `${name}.xlsx`, bytes: xlsx, rows, facts: {} };
  const bytes = await writeZip([
    { name: `${name}.xlsx`, bytes: xlsx },
    { name: `${name}.json`, bytes: Buffer.from(JSON.stringify(gathered.json, undefined, 1)) },
  ]);
  return { name: `${name}.zip`, bytes, rows, facts: {} };
}
