import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { accessRoom } from '@zhixing/access/api';
import { clientOf } from '@zhixing/access/testing';
import { Department, DepartmentPlace, JobLevel, peopleRoom } from '@zhixing/people/api';
import { hrCsv as csv, type HrFilePerson as Person, hrXlsx as xlsx, makePerson } from '@zhixing/people/testing';
import { statement } from '@zhixing/platform/api';
import { type Answer, testApp, type TestApplication, type TestClient } from '@zhixing/platform/testing';
import { v7 as uuid } from 'uuid';
import { datedRows } from './testing/dated-rows.ts';

let bank: TestApplication;
let administrator: TestClient;
const key = uuid().slice(-8);

/** Below a department of its own: partial files leave everybody else alone. */
beforeAll(async () => {
  bank = await testApp([peopleRoom, accessRoom]);
  administrator = await clientOf(bank, (await bank.write((tx) => makePerson(tx, { roles: ['system_admin'] }))).id);
  await bank.write(async (tx) => {
    const id = uuid();
    await tx.manager.insert(Department, { id, parentId: null, code: `HQ-${key}`, name: '总行', path: [id] } as Department);
    await tx.manager.insert(DepartmentPlace, { id: uuid(), departmentId: id, parentId: null, name: '总行', validFrom: '2020-01-01', validUntil: null });
    await tx.manager.insert(JobLevel, { id: uuid(), code: `L1-${key}`, name: `主管级${key}`, rank: 1 });
  });
});
afterAll(() => bank.close());

const number = (n: number) => `S${key}-${n}`;
const person = (n: number, o: Partial<Person> = {}): Person => ({
  hrKey: `H${key}-${n}`, staffNumber: number(n), name: '謇知夏', departmentCode: `RISK-${key}`, departmentName: '风险部', parentCode: `HQ-${key}`, position: `岗位${key}`, jobLevel: `L1-${key}`,
  manager: n === 0 ? '' : number(0), mail: `s${n}-${key}@bank.example`, from: '2026-01-05', state: '在职', ...o,
});

const send = async (bytes: Buffer, query = '?complete=false', name = '花名册.csv', headers = {}): Promise<Answer> => administrator.upload(`/hr-imports${query}`, name, Uint8Array.from(bytes), headers);
const view = async (id: string) => (await administrator.get(`/hr-imports/${id}`)).body;
const rows = async (id: string, kind: string) => (await administrator.get(`/hr-imports/${id}/rows?kind=${kind}&limit=100`)).body.items;

/** Sends a file and lets the worker check it. */
async function checked(people: Person[], query?: string) {
  const { status, body } = await send(csv(people), query);
  expect({ status, state: body.state }).toEqual({ status: 202, state: 'uploaded' });
  await bank.work();
  return view(body.id);
}

/** The same, confirmed and applied. */
async function applied(people: Person[], query?: string) {
  const { id, counts } = await checked(people, query);
  expect((await administrator.post(`/hr-imports/${id}/confirm`, { affected: counts.affected })).status).toBe(202);
  await bank.work();
  return view(id);
}

const STANDS = statement(
  'test.hr_stands',
  `select p.display_name as name, p.active, d.code as department, m.valid_from::text as since, b.staff_number as manager,
          (select count(*)::int from people.employment e where e.person_id = p.id) as employments,
          exists (select from people.leave l where l.person_id = p.id and l.valid_until is null) as away
     from people.person p
     left join people.department_membership m on m.person_id = p.id and m.valid_from <= $2 and (m.valid_until is null or m.valid_until > $2)
     left join people.department d on d.id = m.department_id
     left join people.manager_relation r on r.person_id = p.id and r.kind = 'line' and r.valid_from <= $2 and (r.valid_until is null or r.valid_until > $2)
     left join people.person b on b.id = r.manager_id
    where p.staff_number = $1`,
);
const TOLD = statement('test.hr_told', `select distinct link, "values" from platform.message_outbox where template = 'people.hr_import_waiting' and subject_id = $1`);
const TODAY = statement('test.hr_today', 'select platform.today()::text as today');
const today = async () => (await bank.database.rows<{ today: string }>(TODAY))[0]!.today;
const stands = async (n: number, day?: string) => (await bank.database.rows<Record<string, unknown>>(STANDS, [number(n), day ?? (await today())]))[0];

test('a file becomes a report, and confirmed the organisation; sent again it asks for nothing', async () => {
  const people = [person(0), person(1), person(2, { state: '休假' })];
  const report = await checked(people);
  expect(report).toMatchObject({ complete: false, source: 'upload', counts: { new: 3, changed: 0, missing: 0, same: 0, error: 0, departments: 1, affected: 3 }, can: { confirm: true, discard: true } });
  expect((await rows(report.id, 'new'))[1]).toMatchObject({ line: 3, key: number(1), name: '謇知夏', back: false, from: '2026-01-05' });
  expect(await rows(report.id, 'department')).toMatchObject([{ key: `RISK-${key}`, name: '风险部', kind: 'new' }]);
  expect(await stands(1)).toBeUndefined();

  expect(await administrator.post(`/hr-imports/${report.id}/confirm`, { affected: 3 })).toMatchObject({ status: 202, body: { state: 'applying' } });
  await bank.work();
  expect(await view(report.id)).toMatchObject({ state: 'applied', can: { confirm: false, discard: false } });
  expect(await stands(1)).toEqual({ name: '謇知夏', active: true, department: `RISK-${key}`, since: '2026-01-05', manager: number(0), employments: 1, away: false });
  expect(await stands(2)).toMatchObject({ away: true });

  const again = await checked(people);
  expect(again).toMatchObject({ state: 'checked', counts: { same: 3, affected: 0, departments: 0 }, can: { confirm: false } });
  expect(await administrator.post(`/hr-imports/${again.id}/confirm`, {})).toMatchObject({ status: 409, body: { code: 'people.bulk_change_closed' } });
});

test('transfer, another manager, another name, leaving and coming back; days ahead wait and the past stays', async () => {
  await applied([person(10, { manager: '' }), person(11, { manager: number(10) }), person(12, { manager: number(10) })]);
  const day = await today();
  const moved = person(11, { name: '謇知秋', departmentCode: `TECH-${key}`, departmentName: '科技部', manager: number(12), from: '' });
  const ahead = person(12, { departmentCode: `TECH-${key}`, departmentName: '科技部', manager: number(10), from: '2199-01-01' });
  const change = await applied([moved, ahead]);
  expect(change.counts).toMatchObject({ changed: 2, departments: 1 });
  expect((await rows(change.id, 'changed'))[0].changes).toEqual([
    { field: 'name', before: '謇知夏', after: '謇知秋' }, { field: 'departmentCode', before: `RISK-${key} 风险部`, after: `TECH-${key}` }, { field: 'manager', before: number(10), after: number(12) },
  ]);
  expect(await stands(11)).toMatchObject({ name: '謇知秋', department: `TECH-${key}`, since: day, manager: number(12) });
  expect(await stands(11, '2026-01-06')).toMatchObject({ department: `RISK-${key}`, manager: number(10) });
  expect(await stands(12)).toMatchObject({ department: `RISK-${key}` });
  expect(await stands(12, '2199-01-01')).toMatchObject({ department: `TECH-${key}`, since: '2199-01-01' });
  expect((await checked([moved, ahead])).counts).toMatchObject({ same: 2, affected: 0 });

  await applied([person(11, { state: '离职', from: '' })]);
  expect(await stands(11)).toMatchObject({ active: false, department: null, manager: null });
  const back = await applied([person(11, { manager: number(10), from: '' })]);
  expect(await rows(back.id, 'new')).toMatchObject([{ key: number(11), back: true, from: day }]);
  expect(await stands(11)).toMatchObject({ active: true, department: `RISK-${key}`, manager: number(10), employments: 2 });
});

test('wrong rows are named by line and column and change nothing; the others are applied', async () => {
  const people = [person(20, { manager: '' }), person(21, { mail: 'x', departmentCode: '?' }), person(22, { manager: 'NOBODY' }), person(23, { manager: number(24) }), person(24, { manager: number(23) }), person(20)];
  const report = await applied(people);
  expect(report).toMatchObject({ state: 'applied', counts: { new: 1, error: 5 } });
  expect((await rows(report.id, 'error')).map((row: { line: number; errors: { field: string; message: string }[] }) => [row.line, ...row.errors.map((one) => one.message)])).toEqual([
    [3, '第 3 行“部门编码”：“?”只能由字母、数字、点、横线和下划线组成，最多 40 位。', '第 3 行“邮箱”：“x”不是邮件地址。'],
    [4, '第 4 行“直属上级工号”：找不到工号为“NOBODY”的在职上级。'],
    [5, `第 5 行“直属上级工号”：汇报关系形成循环，经过工号“${number(24)}”。`],
    [6, `第 6 行“直属上级工号”：汇报关系形成循环，经过工号“${number(23)}”。`],
    [7, `第 7 行“工号”：“${number(20)}”已在第 2 行出现。`, `第 7 行“人力系统编号”：“H${key}-20”已在第 2 行出现。`, `第 7 行“邮箱”：“s20-${key}@bank.example”已在第 2 行出现。`],
  ]);
  expect([await stands(20), await stands(21)]).toEqual([expect.objectContaining({ active: true }), undefined]);
});

test('whoever is not in a complete file leaves, unless a row of nobody knows whom might be theirs', async () => {
  const { counts, id, state } = await checked([person(0)], '');
  expect(state).toBe('waiting_confirmation');
  expect(await administrator.post(`/hr-imports/${id}/confirm`, { affected: counts.affected - 1 })).toMatchObject({ status: 422, body: { code: 'people.bulk_change_number' } });
  expect(counts.missing).toBeGreaterThan(2);
  expect((await rows(id, 'missing')).every((row: { line: null; from: string }) => row.line === null && row.from)).toBe(true);
  expect((await administrator.post(`/hr-imports/${id}/discard`)).body.state).toBe('discarded');
  expect((await administrator.post(`/hr-imports/${id}/confirm`, { affected: counts.affected })).status).toBe(409);
  expect((await checked([person(0), person(1, { staffNumber: '' })], '')).counts).toMatchObject({ missing: 0, error: 1 });
});

test('what has changed since the report is not applied: the import waits with a new report', async () => {
  const first = await checked([person(30)]);
  await applied([person(30, { name: '謇知春' })]);
  await administrator.post(`/hr-imports/${first.id}/confirm`, { affected: 1 });
  await bank.work();
  expect(await view(first.id)).toMatchObject({ state: expect.stringMatching(/^(checked|waiting_confirmation)$/), counts: { new: 0, changed: 1 } });
  expect(await stands(30)).toMatchObject({ name: '謇知春' });
});

describe('an import is undone', () => {
  const undo = async (id: string) => {
    expect((await administrator.post(`/hr-imports/${id}/undo`)).status).toBe(202);
    await bank.work();
    return view(id);
  };
  const FACTS = statement('test.hr_facts', 'select staff_number, display_name, mail, hr_key, active from people.person where staff_number = any($1) order by 1');
  const facts = (...of: number[]) => bank.database.rows<Record<string, unknown>>(FACTS, [of.map(number)]);

  test('with people hired, moved, renamed, on leave and gone, departments made and renamed: every dated row is as it was, and whoever was hired cannot sign in', async () => {
    const team = [person(300, { manager: '' }), person(301, { manager: number(300) }), person(302, { manager: number(300) }), person(303, { manager: number(301) }), person(304, { manager: number(300), state: '休假' })];
    await applied(team);
    const before = [await datedRows(bank.database), await facts(300, 301, 302, 303, 304)];
    const done = await applied([
      person(301, { state: '离职', from: '' }),
      person(302, { name: '謇知秋', mail: `new-${key}@bank.example`, departmentCode: `NEW-${key}`, departmentName: '新设部', from: '' }),
      person(303, { departmentName: '风险管理部', manager: number(310), from: '' }),
      person(304, { departmentName: '风险管理部', manager: number(300), state: '在职', from: '' }),
      person(310, { departmentCode: `SUB-${key}`, departmentName: '新设处', parentCode: `NEW-${key}`, manager: number(300), from: '' }),
    ]);
    expect(done).toMatchObject({ state: 'applied', counts: { new: 1, changed: 3, missing: 1, departments: 3, error: 0 }, can: { undo: true } });
    expect(await stands(301)).toMatchObject({ active: false });

    expect(await undo(done.id)).toMatchObject({ state: 'undone', undone: { kept: 0 }, can: { undo: false } });
    expect([await datedRows(bank.database), await facts(300, 301, 302, 303, 304)]).toEqual(before);
    expect(await facts(310)).toMatchObject([{ active: false, display_name: '謇知夏' }]);
    expect((await administrator.post(`/hr-imports/${done.id}/undo`)).body.code).toBe('people.bulk_change_not_undoable');
    // the person is known, so that the next file makes them somebody of the bank again
    const again = await applied([person(310, { manager: number(300), from: '' })]);
    expect(again.counts).toMatchObject({ new: 1, error: 0 });
    expect(await stands(310)).toMatchObject({ active: true, employments: 1 });
  });

  test('whoever something happened to since stays, with the department they are in; the others are put back', async () => {
    const done = await applied([person(320, { departmentCode: `KEEP-${key}`, departmentName: '保留部' }), person(321, { departmentCode: `KEEP-${key}`, departmentName: '保留部' }), person(322)]);
    const [{ id }] = (await administrator.get(`/people?q=${number(320)}`)).body.items;
    expect((await administrator.post(`/people/${id}/leave`, { kind: 'sick', from: await today() })).status).toBe(200);
    expect(await undo(done.id)).toMatchObject({ state: 'undone', undone: { kept: 2 } });
    expect((await rows(done.id, 'kept')).map((row: { key: string; kept: string }) => [row.key, row.kept])).toEqual([[`KEEP-${key}`, 'department_used'], [number(320), 'changed_since']]);
    expect(await stands(320)).toMatchObject({ active: true, department: `KEEP-${key}` });
    expect([await stands(321), await stands(322)]).toMatchObject([{ active: false, employments: 0 }, { active: false, employments: 0 }]);
  });
});

test('the same request three times at once is one import', async () => {
  const bytes = csv([person(31)]);
  const sent = await Promise.all([1, 2, 3].map(() => send(bytes, '?complete=false', 'a.csv', { 'idempotency-key': `once-${key}` })));
  expect(new Set(sent.map((one) => one.body.id)).size).toBe(1);
  expect(await send(csv([person(32)]), '?complete=false', 'a.csv', { 'idempotency-key': `once-${key}` })).toMatchObject({ status: 422, body: { code: 'idempotency_mismatch' } });
});

describe('fault-20 files as they come', () => {
  const people = [person(40, { name: '单 以恒', position: `岗位${key}` })];
  const text = csv(people).toString();
  test.each<[string, () => Promise<Buffer> | Buffer]>([
    ['UTF-8 with its mark and CRLF', () => Buffer.from(`\ufeff${text.replaceAll('\n', '\r\n')}`)],
    ['UTF-16, little end first', () => Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16, big end first', () => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['semicolons', () => csv(people, ';')],
    ['a workbook', () => xlsx(people)],
    ['a workbook called CSV', () => xlsx(people)],
  ])('%s', async (_, bytes) => {
    const { body } = await send(await bytes());
    await bank.work();
    expect(await rows(body.id, 'error')).toEqual([]);
    expect(await view(body.id)).toMatchObject({ failure: null, counts: { new: 1, error: 0 } });
  });

  test('GBK', async () => {
    // 工号,姓名,部门编码,岗位 / 林,岗
    const gbk = Buffer.concat([Buffer.from('b9a4bac52cd0d5c3fb2cb2bfc3c5b1e0c2eb2cb8dacebb0a', 'hex'), Buffer.from(`${number(41)},`), Buffer.from('c1d6', 'hex'), Buffer.from(`,HQ-${key},`), Buffer.from('b8da', 'hex')]);
    const { body } = await send(gbk);
    await bank.work();
    expect(await rows(body.id, 'new')).toMatchObject([{ key: number(41), name: '林' }]);
  });

  test('a line break between quotes counts as a line', async () => {
    const { body } = await send(Buffer.from(`工号,姓名,部门编码,岗位\n"${number(42)}","林\n夏",HQ-${key},岗\n,,HQ-${key},\n`));
    await bank.work();
    expect((await rows(body.id, 'error')).map((row: { line: number }) => row.line)).toEqual([2, 4]);
  });

  test.each<[string, () => Promise<Buffer> | Buffer, string]>([
    ['nothing', () => Buffer.alloc(0), '文件是空的'],
    ['only empty lines', () => Buffer.from('\n\n ,, \n'), '文件是空的'],
    ['NUL bytes', () => Buffer.from('工号,姓名\0,部门编码'), '文件不是 XLSX'],
    ['a zip that is no workbook', () => Buffer.from('504b0506000000000000000000000000000000000000', 'hex'), '文件不是 XLSX'],
    ['a broken workbook', async () => (await xlsx(people)).subarray(0, 900), '文件不是 XLSX'],
    ['a thousand columns', () => Buffer.from(`${'x,'.repeat(1000)}\n`), '文件的列太多，最多 100 列'],
    ['a quote without its twin', () => Buffer.from(`${text}\n"x`), '从第 3 行起无法读取'],
    ['a line without end', () => Buffer.from(`${text}\n${'x'.repeat(200_000)}`), '从第 3 行起无法读取'],
    ['another heading', () => Buffer.from('a,b,c\n1,2,3\n'), '缺少这些列：工号'],
  ])('%s is refused in words', async (_, bytes, reason) => {
    const { body } = await send(await bytes());
    await bank.work();
    expect(await view(body.id)).toMatchObject({ state: 'failed', counts: null, failure: expect.stringContaining(reason) });
  });
});

/** The longest turn of the event loop, in milliseconds of this thread's own CPU: what others on the machine take does not count. */
function watchTurns(): { stop(): number } {
  let longest = 0;
  let before = process.threadCpuUsage();
  const timer = setInterval(() => {
    const { user, system } = process.threadCpuUsage(before);
    longest = Math.max(longest, (user + system) / 1000);
    before = process.threadCpuUsage();
  }, 5);
  return { stop: () => (clearInterval(timer), longest) };
}

test('10,000 people are taken on in one file while the application answers', async () => {
  const people = Array.from({ length: 10_000 }, (_, n) => person(100_000 + n, { manager: n ? number(100_000 + Math.floor((n - 1) / 8)) : '' }));
  const turns = watchTurns();
  const done = await applied(people);
  const longest = turns.stop();
  expect(done).toMatchObject({ state: 'applied', counts: { new: 10_000, error: 0 } });
  expect(longest).toBeLessThan(200);
  expect((await checked(people)).counts).toMatchObject({ same: 10_000, affected: 0 });
}, 180_000);

test('asvs-6 cells that a spreadsheet would compute are refused, in text and in a workbook', async () => {
  for (const bytes of [csv([person(60, { name: '=1+1', position: '@SUM(A1)' })]), await xlsx([person(60, { name: '=1+1', position: '@SUM(A1)' })])]) {
    const { body } = await send(bytes);
    await bank.work();
    expect((await rows(body.id, 'error'))[0].errors.map((one: { field: string }) => one.field)).toEqual(['name', 'position']);
  }
});

test('the report is exported, the template is a file that can be read back', async () => {
  const { id } = await checked([person(50), person(51, { mail: 'x' })]);
  const order = await administrator.post('/exports', { kind: 'hr-import', parameters: { importId: id } });
  await bank.work();
  expect((await administrator.get(`/jobs/${order.body.id}`)).body).toMatchObject({ status: 'done', file: { name: expect.stringMatching(/\.xlsx$/) } });
  expect(await administrator.get('/hr-imports/template')).toMatchObject({ status: 200, headers: { 'content-disposition': expect.stringContaining('attachment') } });
});

describe('a folder the HR system writes to', () => {
  let feed: TestApplication;
  let folder: string;
  let visit: () => Promise<void>;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hr-feed-'));
    feed = await testApp([peopleRoom, accessRoom], { HR_FEED_DIR: folder });
    const task = peopleRoom.tasks!.find((one) => one.name === 'people.hr_feed')!;
    visit = async () => {
      await feed.app.get<{ run(): Promise<void> }>(task.by, { strict: false }).run();
      await feed.work();
    };
  });
  afterAll(async () => {
    await feed.close();
    await rm(folder, { recursive: true });
  });
  const taken = async () => (await administrator.get('/hr-imports?limit=100')).body.items.filter((one: { source: string; name: string }) => one.source === 'feed' && one.name.includes(key));

  test('is taken in once a file looks the same at two visits, the same bytes once, and applied where little changes', async () => {
    await applied(Array.from({ length: 60 }, (_, n) => person(200 + n)));
    const little = csv([person(201, { name: '謇知冬' })]);
    await writeFile(join(folder, `${key}-partial-1.csv`), little.subarray(0, 40));
    await visit();
    await writeFile(join(folder, `${key}-partial-1.csv`), little);
    await writeFile(join(folder, `${key}.tmp`), little);
    await visit();
    expect(await taken()).toEqual([]);
    await visit();
    expect(await taken()).toMatchObject([{ state: 'applied', createdBy: null, complete: false, counts: { changed: 1 } }]);
    expect(await stands(201)).toMatchObject({ name: '謇知冬' });
    await writeFile(join(folder, `${key}-partial-2.csv`), little);
    await visit();
    await visit();
    expect(await taken()).toHaveLength(1);
  });

  test('waits for the number where many change', async () => {
    await writeFile(join(folder, `${key}-all.csv`), csv([person(0)]));
    await visit();
    await visit();
    const [waiting] = await taken();
    expect(waiting).toMatchObject({ state: 'waiting_confirmation', complete: true, can: { confirm: true } });
    expect(await bank.database.rows(TOLD, [waiting.id])).toMatchObject([{ link: `/system/hr-imports/${waiting.id}`, values: { affected: waiting.counts.affected, file: `${key}-all.csv` } }]);
    expect((await administrator.post(`/hr-imports/${waiting.id}/discard`)).status).toBe(200);
  });
});

test('the list shows the newest first, page by page', async () => {
  const first = (await administrator.get('/hr-imports?limit=2')).body;
  const second = (await administrator.get(`/hr-imports?limit=2&cursor=${first.nextCursor}`)).body;
  const times = [...first.items, ...second.items].map((one: { createdAt: string }) => one.createdAt);
  expect(times).toEqual([...times].sort().reverse());
});
