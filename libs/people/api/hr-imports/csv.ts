import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { LIMITS, type TableRow, UnreadableTable } from './table.ts';

const MARKS: [bytes: string, encoding: string][] = [['efbbbf', 'utf-8'], ['fffe', 'utf-16le'], ['feff', 'utf-16be']];
const DELIMITERS = [',', ';', '\t'];

/** The rows of a CSV file in UTF-8, UTF-16 with its mark, or what Excel in China writes (GBK, GB18030); separated by comma, semicolon or tab. */
export async function* csvRows(path: string): AsyncGenerator<TableRow> {
  const encoding = await encodingOf(path);
  const parser = parse({ delimiter: await delimiterOf(path, encoding), info: true, max_record_size: LIMITS.line, relax_column_count: true, skip_empty_lines: true, trim: true });
  // what goes wrong comes out of the loop below
  pipeline(Readable.from(decoded(path, encoding)), parser, () => undefined);
  let before = 0;
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      yield { line: before + 1, cells: record };
      before = info.lines;
    }
  } catch (error) {
    if (error instanceof CsvError) throw new UnreadableTable('broken_line', { line: Number(error.lines) });
    throw error;
  }
}

/** The text of the file; the mark of its encoding is left out. */
async function* decoded(path: string, encoding: string, end?: number): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of createReadStream(path, end === undefined ? {} : { end })) yield decoder.decode(chunk as Buffer, { stream: true });
  if (end === undefined) yield decoder.decode();
}

/** By the mark; without one UTF-8 when every byte of the file is, else GB18030, which holds GBK. @throws UnreadableTable not_a_table */
async function encodingOf(path: string): Promise<string> {
  const beginning = await firstBytes(path);
  const marked = MARKS.find(([mark]) => beginning.toString('hex', 0, 3).startsWith(mark));
  if (marked) return marked[1];
  if (beginning.includes(0)) throw new UnreadableTable('not_a_table');
  try {
    const strict = new TextDecoder('utf-8', { fatal: true });
    for await (const chunk of createReadStream(path)) strict.decode(chunk as Buffer, { stream: true });
    strict.decode();
    return 'utf-8';
  } catch {
    return 'gb18030';
  }
}

/** The separator the heading has most of. */
async function delimiterOf(path: string, encoding: string): Promise<string> {
  let beginning = '';
  for await (const part of decoded(path, encoding, LIMITS.line)) beginning += part;
  const heading = beginning.trimStart().split(/\r?\n/, 1)[0]!;
  return DELIMITERS.toSorted((a, b) => heading.split(b).length - heading.split(a).length)[0]!;
}

async function firstBytes(path: string): Promise<Buffer> {
  await using file = await open(path);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0);
  return buffer.subarray(0, bytesRead);
}
