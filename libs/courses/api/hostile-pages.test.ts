import { performance } from 'node:perf_hooks';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { accessRoom } from '@zhixing/access/api';
import { clientOf } from '@zhixing/access/testing';
import { peopleRoom } from '@zhixing/people/api';
import { makePerson } from '@zhixing/people/testing';
import { type TestApplication, testApp, type TestClient } from '@zhixing/platform/testing';
import { coursesRoom } from './index.ts';
import { openZip, readPackage, readZip } from './packages/index.ts';
import { withFile, zipOf } from './packages/testing.ts';

let bank: TestApplication;
let trainer: TestClient;

beforeAll(async () => {
  bank = await testApp([peopleRoom, accessRoom, coursesRoom]);
  trainer = await clientOf(bank, (await bank.write((tx) => makePerson(tx, { roles: ['trainer'] }))).id);
});
afterAll(() => bank.close());

/** A zip of one page that says one thing again and again. */
const pageOf = (part: string, characters: number): Buffer => zipOf([{ name: '1.md', data: part.repeat(Math.ceil(characters / part.length)) }]);

/** How much of its time the event loop of this thread was busy, from 0 to 1. */
async function busy(work: () => Promise<unknown>): Promise<number> {
  const before = performance.eventLoopUtilization();
  await work();
  return performance.eventLoopUtilization(before).utilization;
}

describe('asvs-5 hostile Markdown', () => {
  test('holds up whoever parses it, but not the thread that answers', async () => {
    await withFile(pageOf('[', 24_000), async (path) => {
      const here = await busy(async () => {
        await using zip = await openZip(path, 'x');
        await readPackage(zip);
      });
      const elsewhere = await busy(async () => void (await readZip(path, 'x'))[Symbol.asyncDispose]());
      expect(here).toBeGreaterThan(0.8);
      expect(elsewhere).toBeLessThan(here / 2);
    });
  });

  test.each([['brackets', '['], ['asterisks', '**a '], ['quotations', '>'], ['images', '!['], ['underscores', '_a_']])('1 MB of %s is refused, and others are answered meanwhile', async (_, part) => {
    let answered = 0;
    let over = false;
    const others = (async () => {
      while (!over) {
        expect((await trainer.get('/courses')).status).toBe(200);
        answered++;
      }
    })();
    const { status, body } = await trainer.upload('/courses/import', 'x.zip', new Uint8Array(zipOf([{ name: '1.md', data: part.repeat(2 ** 20 / part.length), store: true }])));
    over = true;
    await others;
    expect({ status, code: body.code }).toEqual({ status: 422, code: 'courses.package_entry_too_large' });
    expect(answered).toBeGreaterThan(0);
  });

  test('a page that is never read to its end is given up', async () => {
    await withFile(pageOf('[', 199_000), async (path) => {
      await expect(readZip(path, 'x', { seconds: 1 })).rejects.toMatchObject({ code: 'courses.package_too_complex', values: { seconds: 1 } });
    });
  });

  test('what is wrong with a package is said as before', async () => {
    const { status, body } = await trainer.upload('/courses/import', 'x.zip', new Uint8Array(zipOf([{ name: 'course.yaml', data: 'id: x\nlevel: 9\n' }])));
    expect({ status, code: body.code, file: body.issues[0].path.split(':')[0] }).toEqual({ status: 422, code: 'courses.package_invalid', file: 'course.yaml' });
  });
});
