import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { accessRoom } from '@zhixing/access/api';
import { clientOf } from '@zhixing/access/testing';
import { type Department, peopleRoom } from '@zhixing/people/api';
import { FoundPeople, PeopleList, PersonView } from '@zhixing/people/contract';
import { makeDepartment, makePerson } from '@zhixing/people/testing';
import { testApp, type TestApplication, type TestClient } from '@zhixing/platform/testing';

let bank: TestApplication;
let reader: TestClient;
let root: Department;
let unit: Department;

/** Rare names, so that nobody made by another file of this worker is found. */
const NAMES = ['禚琰', '禚琰琬', '禚琬', '贠禚', 'Zhuo Yan'];

beforeAll(async () => {
  bank = await testApp([peopleRoom, accessRoom]);
  await bank.write(async (tx) => {
    root = await makeDepartment(tx, '查找部');
    unit = await makeDepartment(tx, '查找组', root);
    for (const [i, displayName] of NAMES.entries()) await makePerson(tx, { displayName, department: i % 2 ? unit : root, staffNumber: `QX-00${i}`, mail: `qx.mail${i}@bank.example` });
  });
  const person = await bank.write((tx) => makePerson(tx, { roles: ['security_admin'] }));
  reader = await clientOf(bank, person.id);
});
afterAll(() => bank.close());

const found = async (q: string, more = ''): Promise<string[]> => {
  const { status, body } = await reader.get(`/people/found?q=${encodeURIComponent(q)}${more}`);
  expect({ q, status }).toEqual({ q, status: 200 });
  return FoundPeople.parse(body).items.map((card) => card.displayName);
};

test.each([
  ['two hanzi: those who begin with them, then those who hold them', '禚琰', ['禚琰', '禚琰琬']],
  ['hanzi inside of a name', '琰琬', ['禚琰琬']],
  ['one hanzi: surnames', '贠', ['贠禚']],
  ['full pinyin', 'zhuoyan', ['Zhuo Yan', '禚琰', '禚琰琬']],
  ['pinyin with a space and capitals', 'Zhuo YanW', ['禚琰琬']],
  ['staff number in any case', 'qx-003', ['贠禚']],
  ['beginning of a staff number', 'QX-00', ['禚琰', '禚琰琬', '禚琬', '贠禚', 'Zhuo Yan']],
  ['mail', 'qx.mail2@bank.example', ['禚琬']],
  ['nothing', '禚禚', []],
  ['what SQL patterns mean is only text', 'qx%', []],
])('finds by %s', async (_name, q, expected) => {
  const names = await found(q);
  expect(names.filter((name) => NAMES.includes(name)).sort()).toEqual([...expected].sort());
});

test('initials come before longer ones, pages follow each other without gap or repeat', async () => {
  const whole = await found('qx');
  expect(whole.length).toBeGreaterThanOrEqual(5);
  const pages: string[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const { body }: { body: FoundPeople } = await reader.get(`/people/found?q=qx&limit=2${cursor ? `&cursor=${cursor}` : ''}`);
    pages.push(...body.items.map((card) => card.displayName));
    cursor = body.nextCursor;
  }
  expect(pages).toEqual(whole);
  expect((await found('zyw'))[0]).toBe('禚琰琬');
});

describe('the list of administration', () => {
  const list = async (query: string) => PeopleList.parse((await reader.get(`/people?${query}`)).body);

  test('a department with all below it, in the order of pinyin, counted on the first page only', async () => {
    const first = await list(`departmentId=${root.id}&limit=3`);
    expect(first.total).toBe(5);
    const second = await list(`departmentId=${root.id}&limit=3&cursor=${first.nextCursor}`);
    expect(second).toMatchObject({ total: null, nextCursor: null });
    expect(new Set([...first.items, ...second.items].map((row) => row.displayName))).toEqual(new Set(NAMES));
    expect((await list(`departmentId=${unit.id}`)).items.map((row) => row.displayName).sort()).toEqual(['禚琰琬', '贠禚'].sort());
    expect((await list(`departmentId=${unit.id}&q=禚琰`)).items.map((row) => row.displayName)).toEqual(['禚琰琬']);
  });

  test('by position, and by staff number instead of name', async () => {
    const { items: [row] } = await list('q=QX-002');
    const { memberships: [place] } = PersonView.parse((await reader.get(`/people/${row!.id}`)).body);
    expect((await list(`positionId=${place!.position.id}`)).items.map((one) => one.id)).toEqual([row!.id]);
    const numbers = (await list(`departmentId=${root.id}&sort=staffNumber`)).items.map((one) => one.staffNumber);
    expect(numbers).toEqual(['QX-000', 'QX-001', 'QX-002', 'QX-003', 'QX-004']);
    expect((await reader.get('/people?sort=mail')).status).toBe(400);
  });

  test('by state: leavers are shown when asked for', async () => {
    const { items: [row] } = await list('q=QX-004');
    const admin = await clientOf(bank, (await bank.write((tx) => makePerson(tx, { roles: ['system_admin'] }))).id);
    await admin.post(`/people/${row!.id}/end`, { on: '2026-01-01' });
    expect((await list('q=QX-004')).items).toEqual([]);
    expect((await list('q=QX-004&state=left')).items).toMatchObject([{ displayName: 'Zhuo Yan', state: 'left', department: { name: '查找部' } }]);
    expect(await found('qx-004')).toEqual([]);
  });

  test('what one may not read is refused', async () => {
    const nobody = await clientOf(bank, (await bank.write((tx) => makePerson(tx))).id);
    expect((await nobody.get('/people')).status).toBe(403);
    expect((await nobody.get('/people/found?q=qx')).status).toBe(200);
    expect((await reader.post(`/people/${root.id}/end`, { on: '2026-01-01' })).status).toBe(403);
  });
});
