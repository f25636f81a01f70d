import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import { type Workbook, writeWorkbook } from './workbook.ts';

/** The file of an export: an XLSX, or with `json` a zip of the XLSX and the JSON. */
export async function exportFile(workbook: Workbook): Promise<{ name: string; bytes: Buffer }> {
  const name = workbook.name.replace(/[/\\]/g, '_');
  const xlsx = await writeWorkbook(workbook);
  if (workbook.json === undefined) return { name: `${name}.xlsx`, bytes: xlsx };
  const zip = new ZipFile();
  zip.addBuffer(xlsx, `${name}.xlsx`);
  zip.addBuffer(Buffer.from(JSON.stringify(workbook.json, undefined, 1)), `${name}.json`);
  zip.end();
  return { name: `${name}.zip`, bytes: await buffer(zip.outputStream) };
}
