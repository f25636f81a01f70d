import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { accessRoom } from '@zhixing/access/api';
import { clientOf } from '@zhixing/access/testing';
import { peopleRoom } from '@zhixing/people/api';
import { makePerson } from '@zhixing/people/testing';
import { writeWorkbook } from '@zhixing/platform/api';
import { testApp, type TestApplication, type TestClient } from '@zhixing/platform/testing';

let bank: TestApplication;
let hr: TestClient;

beforeAll(async () => {
  bank = await testApp([peopleRoom, accessRoom]);
  const person = await bank.write((tx) => makePerson(tx, { roles: ['system_admin'] }));
  hr = await clientOf(bank, person.id);
});
afterAll(() => bank.close());

const csv = (text: string) => hr.upload('/holidays', '节假日.csv', new TextEncoder().encode(text));
const ofYear = async (year: number) => (await hr.get(`/holidays?year=${year}`)).body.items;

test('a calendar comes in as CSV or XLSX and replaces what was known of its days', async () => {
  expect(await csv('日期,类型,名称\n2031-10-01,放假,国庆节\n2031-10-11,上班,国庆节\n')).toMatchObject({ status: 200, body: { stored: 2, errors: [] } });
  const sheet = await writeWorkbook({ name: 'x', sheets: [{ title: 'x', columns: ['日期', '类型', '名称'].map((title) => ({ title, width: 12 })), rows: [['2031-10-11', '调休', '国庆节调休'], [new Date('2031-10-02'), '放假', '国庆节']] }] });
  expect(await hr.upload('/holidays', 'x.xlsx', new Uint8Array(sheet))).toMatchObject({ status: 200, body: { stored: 2 } });
  expect(await ofYear(2031)).toEqual([{ day: '2031-10-01', kind: 'holiday', name: '国庆节' }, { day: '2031-10-02', kind: 'holiday', name: '国庆节' }, { day: '2031-10-11', kind: 'workday', name: '国庆节调休' }]);
});

test('with one row at fault nothing is stored, and every fault has its row', async () => {
  expect((await csv('2032-01-01,放假,元旦\n2032-13-01,放假,元旦\n2032-01-02,别的,元旦\n')).body).toEqual({ stored: 0, errors: [{ row: 2, problem: 'day' }, { row: 3, problem: 'kind' }] });
  expect(await ofYear(2032)).toEqual([]);
});

test('what is no table is refused', async () => {
  expect((await hr.upload('/holidays', 'x.csv', new Uint8Array([0, 1, 2, 255, 254, 0]))).status).toBe(422);
});
