import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { clientOf } from '@zhixing/access/testing';
import { makePerson } from '@zhixing/people/testing';
import { Sweep } from '@zhixing/platform/api';
import { type TestApplication, testApp, type TestClient } from '@zhixing/platform/testing';
import { rooms } from './rooms.ts';
import { Clamd, EICAR } from './testing/clamd.ts';

let clamd: Clamd;
let bank: TestApplication;
let data: string;
let employee: TestClient;
let trainer: TestClient;

beforeAll(async () => {
  clamd = await Clamd.start();
  data = mkdtempSync(join(tmpdir(), 'zhixing-scan-'));
  bank = await testApp(rooms, { DATA_DIR: data, SCANNER_URL: clamd.url(4) });
  const person = async (...roles: string[]) => clientOf(bank, (await bank.write((tx) => makePerson(tx, { roles }))).id);
  [employee, trainer] = [await person(), await person('trainer')];
});
afterAll(async () => {
  await bank.close();
  await clamd.stop();
  rmSync(data, { recursive: true, force: true });
});
beforeEach(() => {
  clamd.mood = 'good';
});

const bytes = (content: string | Buffer): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(content as string));
/** Everything below DATA_DIR that holds bytes of uploads. */
const lying = () => readdirSync(data, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map(({ name }) => name);

describe('asvs-35 a virus scanner', () => {
  test('lets clean files pass, small and large ones', async () => {
    for (const content of ['报表', randomBytes(3 * 2 ** 20)]) expect((await employee.upload('/files', 'a.bin', bytes(content))).status).toBe(201);
    expect(clamd.asked).toBe(2);
  });

  test('finds the EICAR file at every door that takes files: refused, and nothing of it is stored', async () => {
    const before = lying();
    const doors: [TestClient, string, string][] = [[employee, '/files', 'a.txt'], [trainer, '/courses/import', 'a.zip']];
    for (const [client, path, name] of doors) {
      const { status, body } = await client.upload(path, name, bytes(EICAR));
      expect({ path, status, code: body.code }).toEqual({ path, status: 422, code: 'files.infected' });
      expect(body.detail).not.toMatch(/eicar/i);
    }
    expect((await employee.upload('/files', 'b.bin', bytes(Buffer.concat([randomBytes(2 ** 20), Buffer.from(EICAR)])))).status).toBe(422);
    expect(lying()).toEqual(before);
  });

  test('a scanner that is silent, busy or gives up is no permission: 503, nothing stored, and well again afterwards', async () => {
    const before = lying();
    for (const mood of ['silent', 'busy', 'limit'] as const) {
      clamd.mood = mood;
      const { status, body } = await employee.upload('/files', 'a.bin', bytes(randomBytes(2 ** 20)));
      expect({ mood, status, code: body.code }).toEqual({ mood, status: 503, code: 'unavailable' });
    }
    expect(lying()).toEqual(before);
    clamd.mood = 'good';
    expect((await employee.upload('/files', 'a.bin', bytes('x'))).status).toBe(201);
  });

  test('a scanner that is gone is no permission either; without one nothing is scanned', async () => {
    const gone = await Clamd.start();
    const url = gone.url(4);
    await gone.stop();
    const closed = await testApp(rooms, { SCANNER_URL: url });
    const open = await testApp(rooms);
    try {
      const at = async (one: TestApplication) => clientOf(one, (await one.write((tx) => makePerson(tx))).id);
      expect((await (await at(closed)).upload('/files', 'a.txt', bytes('x'))).status).toBe(503);
      expect((await (await at(open)).upload('/files', 'a.txt', bytes('x'))).status).toBe(201);
      await closed.app.get(Sweep).run();
    } finally {
      await closed.close();
      await open.close();
    }
  });
});
