import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Module } from '@nestjs/common';
import { accessRoom } from '@zhixing/access/api';
import { clientOf } from '@zhixing/access/testing';
import { type Person, peopleRoom } from '@zhixing/people/api';
import { makePerson } from '@zhixing/people/testing';
import { defineEvents, definePermissions, EVERYONE } from '@zhixing/platform/contract';
import { testApp, type TestApplication } from '@zhixing/platform/testing';
import pg from 'pg';
import readExcelFile from 'read-excel-file/node';
import yauzl from 'yauzl';
import { z } from 'zod';
import { AppError, type Delivery, emit, type EventHandler, exportKind, type ExportSource, first, type Progress, type Room, statement, subscriber, Worker } from '@zhixing/platform/api';

const events = defineEvents({ 'things.happened': z.strictObject({ number: z.int() }) });

/** What the handler got, and what it shall do. */
const heard: { number: number; last: boolean }[] = [];
let failing = (_number: number, _last: boolean): boolean => false;

class Listener implements EventHandler<{ number: number }> {
  async handle({ number }: { number: number }, { last }: Delivery): Promise<void> {
    heard.push({ number, last });
    if (failing(number, last)) throw new Error(`cannot take ${number}`);
  }
}

let gathering = async (_progress: Progress): Promise<void> => {};
const HOSTILE = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\u0000=1', '<f>1</f>', '曾守拙'];

class Things implements ExportSource<{ limit: number }> {
  async gather(_actor: unknown, { limit }: { limit: number }, progress: Progress) {
    await progress(0, limit);
    await gathering(progress);
    return { name: '清单', watermark: '=张三 000123', sheets: [{ title: '清单', columns: [{ title: '姓名', width: 20 }, { title: '数', width: 8 }], rows: HOSTILE.slice(0, limit).map((text, at) => [text, at]) }] };
  }
}

@Module({ providers: [Listener, Things] })
class ThingsModule {}

const thingsRoom: Room = {
  name: 'things', module: ThingsModule, entities: [], permissions: definePermissions({ 'thing:read': [EVERYONE], 'thing:administer': ['ld_admin'] }), errors: { 'things.none': { status: 409, zh: '没有东西。', en: 'There is nothing.' } },
  subscribers: [subscriber('things.listen', events['things.happened'], Listener)],
  exports: [exportKind('things', 'thing:read', z.strictObject({ limit: z.int().default(9) }), Things), exportKind('secret-things', 'thing:administer', z.strictObject({ limit: z.int().default(9) }), Things)],
};
const rooms = [peopleRoom, accessRoom, thingsRoom];

let bank: TestApplication;
let person: Person;
beforeAll(async () => {
  bank = await testApp(rooms);
  person = await bank.write((tx) => makePerson(tx));
});
afterAll(() => bank.close());

const happen = (number: number) => bank.write((tx) => emit(tx, events['things.happened'], { number }));
const numbers = () => heard.splice(0).map((one) => one.number).sort((one, other) => one - other);

test('an event reaches its subscriber once; one of a transaction rolled back never', async () => {
  await expect(bank.write(async (tx) => {
    await emit(tx, events['things.happened'], { number: 0 });
    throw new Error('rolled back');
  })).rejects.toThrow('rolled back');
  await happen(1);
  await happen(2);
  await bank.work();
  await bank.work();
  expect(numbers()).toEqual([1, 2]);
});

test('an event whose transaction commits late is not passed over', async () => {
  const early = new pg.Client(process.env.DATABASE_URL);
  await early.connect();
  try {
    await early.query('begin');
    await early.query(`insert into platform.outbox (transaction_id, event, payload, at) values (pg_current_xact_id()::text::bigint, 'things.happened', '{"number": 10}', platform.now())`);
    await happen(11);
    await bank.work();
    expect(numbers()).toEqual([]);
    await early.query('commit');
    await bank.work();
    expect(numbers()).toEqual([10, 11]);
  } finally {
    await early.end();
  }
});

test('fault-4 two workers that move at once hand each event over once', async () => {
  const other = await Worker.open(bank.app, rooms, false);
  try {
    for (let number = 100; number < 150; number++) await happen(number);
    await Promise.all([bank.work(), other.moveEvents(), other.moveEvents()]);
    await bank.work();
    expect(numbers()).toEqual(Array.from({ length: 50 }, (_, at) => 100 + at));
  } finally {
    await other.stop();
  }
});

test('a handler that fails is tried again; what fails at every try lies with the dead letters, with its reason', async () => {
  failing = (number, last) => number === 21 || !last;
  await happen(20);
  await happen(21);
  await bank.work();
  failing = () => false;
  const tries = heard.splice(0);
  expect(tries.filter((one) => one.number === 20)).toHaveLength(6);
  expect(tries.filter((one) => one.number === 21).map((one) => one.last)).toEqual([false, false, false, false, false, true]);
  const letters = await bank.database.rows(statement('test.letters', `select data, source_name, source_output->>'message' as reason from pgboss.job where name = 'platform.dead_letters'`));
  expect(letters).toEqual([{ data: { number: 21 }, source_name: 'things.listen', reason: 'cannot take 21' }]);
});

const client = () => clientOf(bank, person.id);

test('asvs-6 an export becomes a file of plain cells under who took it out; its order, rows and taker are audited', async () => {
  const mine = await client();
  const ordered = await mine.post('/exports', { kind: 'things', parameters: {} });
  expect(ordered).toMatchObject({ status: 202, body: { kind: 'things', status: 'queued', file: null, failure: null } });
  await bank.work();
  const { body: job } = await mine.get(`/jobs/${ordered.body.id}`);
  expect(job).toMatchObject({ status: 'done', done: 9, total: 9, file: { name: '清单.xlsx' } });

  const bytes = await downloaded(mine, job.file.id);
  const [sheet] = await readExcelFile(bytes);
  const [watermark, header, ...rows] = sheet!.data;
  expect(watermark![0]).toBe("'=张三 000123");
  expect(header).toEqual(['姓名', '数']);
  expect(rows.map((row) => row[0])).toEqual(["'=1+1", "'+1", "'-1", "'@SUM(A1)", "'\t=1", "'\r=1", "'=1", '<f>1</f>', '曾守拙']);
  expect(rows.map((row) => row[1])).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  expect(await sheetXml(bytes)).not.toMatch(/<f[ >]/);

  const audited = await bank.database.rows(statement('test.exported', `select person_id, facts from platform.audit_entry where action = 'export' and object_id = $1`), [job.id]);
  expect(audited).toEqual([{ person_id: person.id, facts: { kind: 'things', rows: 9, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) } }]);
});

test('jobs of others are not found, an export needs its permission, and parameters its schema', async () => {
  const mine = await client();
  const { body: job } = await mine.post('/exports', { kind: 'things', parameters: {} });
  await bank.work();
  const stranger = await clientOf(bank, (await bank.write((tx) => makePerson(tx))).id);
  expect((await stranger.get(`/jobs/${job.id}`)).status).toBe(404);
  const { file } = (await mine.get(`/jobs/${job.id}`)).body;
  expect((await stranger.get(`/files/${file.id}`)).status).toBe(404);
  expect((await mine.post('/exports', { kind: 'nothing' })).status).toBe(404);
  expect((await mine.post('/exports', { kind: 'secret-things' })).status).toBe(403);
  expect((await mine.post('/exports', { kind: 'things', parameters: { limit: 'all' } })).body).toMatchObject({ status: 400, issues: [{ path: 'parameters.limit' }] });
});

test('a failure says why in the language of the reader, and is not tried again', async () => {
  const mine = await client();
  let tries = 0;
  gathering = async () => {
    tries++;
    throw new AppError('things.none');
  };
  const { body: job } = await mine.post('/exports', { kind: 'things' });
  await bank.work();
  expect((await mine.get(`/jobs/${job.id}`)).body).toMatchObject({ status: 'failed', failure: '没有东西。', file: null });
  expect(tries).toBe(1);
  gathering = async () => {
    throw new TypeError('a mistake of ours');
  };
  const { body: other } = await mine.post('/exports', { kind: 'things' });
  await bank.work();
  gathering = async () => {};
  expect((await mine.get(`/jobs/${other.id}`)).body).toMatchObject({ status: 'failed', failure: expect.stringContaining('系统出现错误') });
});

test('fault-3 a job that was taken over has one file, that of the newest holder', async () => {
  const mine = await client();
  const { body: job } = await mine.post('/exports', { kind: 'things' });
  let entered = () => {};
  const inside = new Promise<void>((resolve) => (entered = resolve));
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  let tries = 0;
  gathering = async () => {
    if (++tries > 1) return;
    entered();
    await held;
  };
  const first_ = bank.work();
  await inside;
  await bank.write((tx) => emit(tx, { name: 'platform.job_ordered', payload: z.object({ jobId: z.string() }) }, { jobId: job.id }));
  const other = await Worker.open(bank.app, rooms, false);
  await other.drain();
  const done = (await mine.get(`/jobs/${job.id}`)).body;
  release();
  await first_;
  await other.stop();
  gathering = async () => {};
  expect(tries).toBe(2);
  expect(done).toMatchObject({ status: 'done', file: { name: '清单.xlsx' } });
  expect((await mine.get(`/jobs/${job.id}`)).body).toEqual(done);
  expect(await first(bank.database, statement('test.takers', `select count(*)::int as n from platform.audit_entry where action = 'export' and object_id = $1`), [job.id])).toEqual({ n: 1 });
});

test('five unfinished jobs are the limit, also for orders that come at once', async () => {
  const many = await clientOf(bank, (await bank.write((tx) => makePerson(tx))).id);
  const answers = await Promise.all(Array.from({ length: 8 }, () => many.post('/exports', { kind: 'things' })));
  expect(answers.map((one) => one.status).sort()).toEqual([202, 202, 202, 202, 202, 409, 409, 409]);
  await bank.work();
});

async function downloaded(from: Awaited<ReturnType<typeof client>>, id: string): Promise<Buffer> {
  const answer = await bank.app.inject({ method: 'GET', url: `/api/v1/files/${id}`, headers: from.headers });
  expect(answer.statusCode).toBe(200);
  return answer.rawPayload;
}

/** The XML of the first sheet, as a spreadsheet program reads it. */
async function sheetXml(xlsx: Buffer): Promise<string> {
  const zip = await yauzl.fromBufferPromise(xlsx);
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName !== 'xl/worksheets/sheet1.xml') continue;
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks).toString();
  }
  throw new Error('no sheet');
}
