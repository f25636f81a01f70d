import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Print } from './document.ts';
import { PdfPrinter } from './pdf-printer.ts';

const run = promisify(execFile);
const printer = new PdfPrinter();
let folder: string;

beforeAll(async () => {
  for (const tool of ['pdftotext', 'pdftoppm', 'zbarimg']) {
    await run('which', [tool]).catch(() => { throw new Error(`${tool} is missing, with which this test reads what is on the paper: apt-get install poppler-utils zbar-tools`); });
  }
  folder = await mkdtemp(join(tmpdir(), 'zhixing-pdf-'));
});
afterAll(async () => {
  await printer.onModuleDestroy();
  await rm(folder, { recursive: true, force: true });
});

const PRINT: Print = {
  language: 'zh-CN', number: 'ZX-2026-000123-7KQM', holder: '林晓雨', issuer: '示范银行', title: '大模型安全使用与合规', kind: 'course', score: 92, earnedOn: '2026-03-05', validUntil: null,
  issuedAt: Date.UTC(2026, 2, 5, 8), verifyAt: 'https://zhixing.example/verify/ZX-2026-000123-7KQM',
};

/** What a person reads on the paper, and what a telephone reads from its code. */
async function read(print: Print): Promise<{ text: string; code: string; pages: string }> {
  const file = join(folder, 'certificate.pdf');
  await writeFile(file, await printer.print(print));
  const text = (await run('pdftotext', ['-layout', file, '-'])).stdout;
  await run('pdftoppm', ['-r', '150', '-png', '-singlefile', file, join(folder, 'certificate')]);
  const code = (await run('zbarimg', ['--raw', '-q', join(folder, 'certificate.png')])).stdout.trim();
  return { text, code, pages: (await run('pdfinfo', [file])).stdout };
}

test('the paper says who, what, when and which number; its code leads to the page that verifies it', async () => {
  const { text, code, pages } = await read(PRINT);
  for (const words of ['知行', '示范银行', '结业证书', '林晓雨', '大模型安全使用与合规', '2026年3月5日', '92 分', PRINT.number]) expect(text).toContain(words);
  expect(code).toBe(PRINT.verifyAt);
  expect(pages).toMatch(/Pages:\s+1\n/);
  expect(pages).toMatch(/Page size:\s+841\.89 x 595\.28 pts \(A4\)/);
});

test('it is read in English too', async () => {
  const { text, code } = await read({ ...PRINT, language: 'en', validUntil: '2028-03-05' });
  for (const words of ['This is to certify that', '林晓雨', '5 March 2026', '5 March 2028', 'with a score of 92', PRINT.number]) expect(text).toContain(words);
  expect(code).toBe(PRINT.verifyAt);
});

test('a long name and a long title stay on the page', async () => {
  const { text, code, pages } = await read({ ...PRINT, holder: '阿卜杜拉·买买提江·艾合买提·吐尔逊', title: '面向对公信贷全流程的大模型应用：从尽职调查、授信审查到贷后预警的知识图谱与检索增强实践'.repeat(2).slice(0, 80) });
  expect(text).toContain('吐尔逊');
  expect(code).toBe(PRINT.verifyAt);
  expect(pages).toMatch(/Pages:\s+1\n/);
});

test('the same certificate is the same bytes, however many are drawn at once', async () => {
  const [one, ...others] = await Promise.all(Array.from({ length: 4 }, () => printer.print(PRINT)));
  for (const other of others) expect(other.equals(one!)).toBe(true);
  expect((await printer.print({ ...PRINT, language: 'en' })).equals(one!)).toBe(false);
});
