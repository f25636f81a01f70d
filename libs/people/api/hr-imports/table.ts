/** A row of a file as it was read: the line it begins on (the row of a sheet), its cells trimmed, empty ones ''. */
export interface TableRow {
  line: number;
  cells: string[];
}

type Reason = 'empty' | 'not_a_table' | 'broken_line' | 'too_many_columns' | 'too_many_rows' | 'unpacks_too_large';

/** Why a file is no table; `values` fill the sentence of the error `people.hr_import_<reason>`. */
export class UnreadableTable extends Error {
  readonly reason: Reason;
  readonly values: Record<string, string | number>;

  constructor(reason: Reason, values: Record<string, string | number> = {}) {
    super(reason);
    this.reason = reason;
    this.values = values;
  }
}

/** What a file may hold at most: rows beside the heading, columns, characters of a CSV line, bytes of an unpacked XLSX, files in it. */
export const LIMITS = { rows: 200_000, columns: 100, line: 65_536, unpacked: 256 * 2 ** 20, entries: 1_000 };

/** Passes rows on and counts them. @throws UnreadableTable too_many_rows, too_many_columns; empty when there is none */
export async function* withinLimits(rows: AsyncIterable<TableRow> | Iterable<TableRow>): AsyncGenerator<TableRow> {
  let count = 0;
  for await (const row of rows) {
    if (row.cells.length > LIMITS.columns) throw new UnreadableTable('too_many_columns', { limit: LIMITS.columns });
    if (row.cells.every((cell) => cell === '')) continue;
    if (++count > LIMITS.rows + 1) throw new UnreadableTable('too_many_rows', { limit: LIMITS.rows });
    yield row;
  }
  if (count === 0) throw new UnreadableTable('empty');
}
