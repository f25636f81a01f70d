import { type APIRequestContext, expect, test } from '@playwright/test';
import { enterAs, expectAccessible, watchForFaults } from './journey.ts';

const headers = { 'x-requested-with': 'journey' };
const DAY = 86_400;
const BEIJING = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });

/** Moves the clock of the bank; logins of before have run out then. */
async function move(request: APIRequestContext, days: number, reset = false): Promise<Date> {
  const answer = await request.post('/api/v1/test/clock', { headers, data: { seconds: days * DAY, reset } });
  expect(answer.status()).toBe(200);
  return new Date((await answer.json()).now);
}

test.afterAll(async ({ playwright }, { project }) => {
  const request = await playwright.request.newContext({ baseURL: project.use.baseURL });
  await move(request, 0, true);
  await request.dispose();
});

test('what is past its due date is overdue, for its person and for the administrator; waived, it no longer is', async ({ page, browser }) => {
  test.setTimeout(120_000);
  const title = `限期培训 ${crypto.randomUUID().slice(0, 8)}`;
  await enterAs(page, 'ldadmin');
  const [course] = (await (await page.request.get('/api/v1/courses?q=提示词')).json()).items;
  const [person] = (await (await page.request.get('/api/v1/people/found?q=SF0007')).json()).items;
  const made = await page.request.post('/api/v1/assignments', {
    headers: { ...headers, 'idempotency-key': crypto.randomUUID() },
    data: { title, reason: '新制度发布', target: { kind: 'course', id: course.id }, audience: { kind: 'people.persons', value: { personIds: [person.id] } }, due: { kind: 'fixed', on: BEIJING.format(new Date(Date.now() + 10 * DAY * 1000)) }, earlier: 'ignore' },
  });
  const { id } = await made.json();
  expect((await page.request.post(`/api/v1/assignments/${id}/activate`, { headers, data: {} })).status()).toBe(200);
  await expect.poll(async () => (await (await page.request.get(`/api/v1/assignments/${id}/funnel`)).json()).assigned).toBe(1);

  // whoever walked the pages before left them in another language
  expect((await page.request.patch('/api/v1/people/me', { headers, data: { language: 'zh-CN' } })).status()).toBe(200);

  const now = await move(page.request, 13);
  const theirs = await (await browser.newContext()).newPage();
  for (const one of [page, theirs]) await one.clock.setFixedTime(now);
  const faults = watchForFaults(theirs);
  await enterAs(theirs, 'judge2');
  await theirs.goto('/assignments');
  const row = theirs.getByRole('region', { name: '逾期' }).getByRole('listitem').filter({ hasText: title });
  await expect(row).toContainText('已逾期 3 天');
  await expectAccessible(theirs);

  await enterAs(page, 'ldadmin');
  await page.goto(`/administration/assignments/${id}?tab=people&status=overdue`);
  await page.getByRole('table').getByRole('link').first().click();
  await page.getByRole('button', { name: '免修', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('免修原因').fill('长期外派');
  await dialog.getByLabel('证明链接').fill('https://oa.example.com/approvals/2');
  await dialog.getByRole('button', { name: '批准免修' }).click();
  await expect(page.getByRole('region', { name: '经过' })).toContainText('批准免修');

  await theirs.goto('/assignments?state=all');
  await expect(theirs.getByRole('listitem').filter({ hasText: title })).toContainText('已免修');
  await theirs.goto('/assignments');
  await expect(theirs.getByRole('link', { name: /^待完成 \d/ })).toBeVisible();
  await expect(theirs.getByRole('listitem').filter({ hasText: title })).toHaveCount(0);
  expect(faults).toEqual([]);
  await theirs.context().close();
});
