import { expect } from '@jest/globals';
import type { ResultRow, ResultsImportView } from '@zhixing/plans/contract';
import { ResultsApplyRunner } from '@zhixing/plans/testing';
import type { TestApplication, TestClient } from '@zhixing/platform/testing';
import pg from 'pg';
import { v7 as uuid } from 'uuid';
import writeExcelFile from 'write-excel-file/node';

export type Bytes = Uint8Array<ArrayBuffer>;
export type Cells = (string | number | Date)[];
export const HEADING = ['工号', '姓名', '课程', '完成日期', '成绩', '学时'];

export const csv = (rows: Cells[], heading = HEADING): Bytes => Buffer.from([heading, ...rows].map((cells) => cells.join(',')).join('\n')) as Bytes;

/** A workbook: numbers and days as such, everything else as text. */
export async function xlsx(rows: Cells[]): Promise<Bytes> {
  const cell = (value: Cells[number]) => (value instanceof Date ? { type: Date, value, format: 'yyyy-mm-dd' } : typeof value === 'number' ? { type: Number, value } : { type: String, value });
  return (await writeExcelFile([{ sheet: '成绩', data: [HEADING, ...rows].map((cells) => cells.map(cell)) }]).toBuffer()) as Bytes;
}

/** Files of results as one administrator sends and decides on them. */
export class ResultsDesk {
  constructor(
    private readonly bank: TestApplication,
    private readonly client: TestClient,
  ) {}

  /** Sends a file; nobody has read it yet. */
  async receive(bytes: Bytes): Promise<ResultsImportView> {
    const answer = await this.client.upload('/results-imports', '成绩.csv', bytes);
    expect(answer.status).toBe(202);
    return answer.body as ResultsImportView;
  }

  /** Sends a file and lets a worker read it. */
  async sent(bytes: Bytes): Promise<ResultsImportView> {
    const { id } = await this.receive(bytes);
    await this.bank.work();
    return this.read(id);
  }

  /** Lets a worker store what a file says. */
  async stored(id: string): Promise<ResultsImportView> {
    expect((await this.decide(id, 'confirm')).status).toBe(202);
    await this.bank.work();
    return this.read(id);
  }

  async read(id: string): Promise<ResultsImportView> {
    return (await this.client.get(`/results-imports/${id}`)).body as ResultsImportView;
  }

  decide(id: string, act: 'confirm' | 'discard') {
    return this.client.post(`/results-imports/${id}/${act}`);
  }

  async rows(id: string, kind: ResultRow['kind']): Promise<ResultRow[]> {
    return (await this.client.get(`/results-imports/${id}/rows?kind=${kind}&limit=100`)).body.items as ResultRow[];
  }

  /** What is said to be wrong, row after row. */
  async wrong(id: string): Promise<string[]> {
    return (await this.rows(id, 'error')).flatMap((row) => row.errors.map((error) => error.message));
  }
}

/** Lets a worker apply an import, and kills its connection where it wants to store something of that person and course. @param last whether it was its last try */
export async function killWorker(bank: TestApplication, importId: string, { personId, courseId }: { personId: string; courseId: string }, last = false): Promise<void> {
  const holder = new pg.Client({ connectionString: process.env.DATABASE_URL });
  const killer = new pg.Client({ connectionString: Object.assign(new URL((JSON.parse(process.env.TEST_PG_URLS!) as { superuser: string }).superuser), { pathname: new URL(process.env.DATABASE_URL!).pathname }).href });
  await Promise.all([holder.connect(), killer.connect()]);
  await holder.query('begin');
  await holder.query(`insert into courses.registration (id, person_id, course_id, version_id, seq, status, required_done, required_total, registered_at)
                      select $1, $2, id, current_version_id, 1, 'open', 0, 1, platform.now() from courses.course where id = $3`, [uuid(), personId, courseId]);
  const killed = bank.app.get(ResultsApplyRunner).handle({ importId }, { last, signal: new AbortController().signal }).catch((error: Error) => error);
  for (let stopped = 0; !stopped; ) ({ rowCount: stopped } = await killer.query(`select pg_terminate_backend(pid) from pg_stat_activity where wait_event_type = 'Lock' and query like 'with given as%' and pid <> pg_backend_pid()`) as { rowCount: number });
  expect(await killed).toBeInstanceOf(Error);
  await holder.query('rollback');
  await Promise.all([holder.end(), killer.end()]);
}
