import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { type Question, rightKeys } from './answers.ts';
import { enterAs, expectAccessible } from './journey.ts';
import { type OwnBank, startOwnBank } from './own-bank.ts';

// Time is moved, which would sign out everybody else: a bank of its own.

let bank: OwnBank;

test.beforeAll(async () => {
  test.setTimeout(240_000);
  bank = await startOwnBank();
});
test.afterAll(() => bank.stop());

interface Registration { id: string; chapters: { lessons: { key: string; kind: 'article' | 'quiz' }[] }[] }

const headers = { 'x-requested-with': 'journey' };

/** A call that must succeed. */
async function say<T>(page: Page, method: 'get' | 'post' | 'put', path: string, data?: unknown): Promise<T> {
  const answer = await page.request[method](`${bank.origin}/api/v1${path}`, { headers, ...(data === undefined ? {} : { data }) });
  expect(answer.ok(), `${method} ${path}: ${await answer.text()}`).toBe(true);
  return (await answer.json()) as T;
}

/** Learns a course of few lessons to its end. @returns its title */
async function finishCourse(page: Page, words: string): Promise<string> {
  const { items } = await say<{ items: { id: string; title: string }[] }>(page, 'get', `/courses?q=${words}`);
  const { id } = await say<{ id: string }>(page, 'post', `/courses/${items[0]!.id}/registrations`);
  const { chapters } = await say<Registration>(page, 'get', `/registrations/${id}`);
  for (const { key, kind } of chapters.flatMap((chapter) => chapter.lessons)) {
    const lesson = `/registrations/${id}/lessons/${key}`;
    const event = (name: string) => say(page, 'post', `${lesson}/events`, { id: crypto.randomUUID(), kind: name, clientTime: new Date().toISOString() });
    await event('opened');
    if (kind === 'article') await event('marked_done');
    else {
      const paper = await say<{ id: string; questions: Question[] }>(page, 'post', `${lesson}/attempts`);
      await say(page, 'put', `/attempts/${paper.id}/answers`, { answers: paper.questions.map((question) => ({ questionId: question.id, sequence: 1, choices: rightKeys(question) })) });
      await say(page, 'post', `/attempts/${paper.id}/submit`);
    }
  }
  return items[0]!.title;
}

/** Moves the bank's time to half past nine in Beijing on the day after. */
async function nextMorning(page: Page): Promise<void> {
  const { now } = await say<{ now: string }>(page, 'post', '/test/clock', { seconds: 0 });
  const hours = new Date(now).getUTCHours() + new Date(now).getUTCMinutes() / 60;
  await say(page, 'post', '/test/clock', { seconds: Math.round((24 + 1.5 - ((hours + 8) % 24) + 8) * 3600) });
}

/** What lies in the mail folder for an address, head and text readable. */
function mailsTo(address: string): string[] {
  const folder = join(bank.data, 'mail');
  if (!existsSync(folder)) return [];
  return readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8')).filter((mail) => mail.includes(address)).map((mail) => {
    const at = mail.indexOf('\r\n\r\n');
    const head = mail.slice(0, at).replace(/\r\n\s+/g, ' ').replace(/=\?UTF-8\?B\?(.*?)\?=\s*/g, (_, words: string) => Buffer.from(words, 'base64').toString());
    const body = mail.slice(at + 4);
    const text = /base64/.test(head) ? Buffer.from(body, 'base64').toString() : body.replace(/=\r\n/g, '').replace(/(=[0-9A-F]{2})+/g, (bytes) => Buffer.from(bytes.replaceAll('=', ''), 'hex').toString());
    return `${head}\n\n${text}`;
  });
}

test('a course finished today is told at once in the application and, next morning, in the one mail of the day, which leads to the record', async ({ browser }) => {
  test.setTimeout(120_000);
  const context = await browser.newContext({ baseURL: bank.origin, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  const page = await context.newPage();
  await enterAs(page, 'employee2');
  const { person } = await say<{ person: { staffNumber: string; displayName: string } }>(page, 'get', '/auth/me');
  const address = `${person.staffNumber.toLowerCase()}@bank.example`;
  await say(page, 'post', '/notifications/read', {});
  await page.goto('/courses');
  await page.waitForLoadState('networkidle');

  const title = await finishCourse(page, 'jrzstp');
  await expect(page.getByRole('button', { name: /^消息，\d+ 条未读$/ })).toBeVisible();
  // the worker takes in what was said one after the other; of the demo bank some may be news too
  const said = async () => (await say<{ items: { title: string }[] }>(page, 'get', '/notifications')).items.map((item) => item.title);
  await expect.poll(said).toContain(`已完成课程《${title}》`);
  await say(page, 'post', '/test/tasks', { name: 'messages.send' });
  expect(mailsTo(address)).toEqual([]);

  await nextMorning(page);
  for (const name of ['messages.digest', 'messages.send', 'messages.digest', 'messages.send']) await say(page, 'post', '/test/tasks', { name });
  const mails = mailsTo(address);
  expect(mails).toHaveLength(1);
  expect(mails[0]).toMatch(/知行：您有 \d+ 条新消息/);
  expect(mails[0]).toContain(`${person.displayName}，您好：`);
  expect(mails[0]).toContain(`已完成课程《${title}》`);

  const link = new RegExp(`${bank.origin}(/\\S+)`).exec(mails[0]!.slice(mails[0]!.indexOf(title)))![1]!;
  await enterAs(page, 'employee2'); // yesterday's login has ended
  await page.goto(link);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('main')).toContainText(title);
  await page.goto('/notifications');
  await expect(page.getByRole('main').getByRole('link', { name: new RegExp(`已完成课程《${title}》`) })).toBeVisible();
  await expectAccessible(page);
  await context.close();
});
