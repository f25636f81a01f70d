import { expect, type Page, test } from '@playwright/test';
import { enterAs, expectAccessible, expectFits, watchForFaults } from './journey.ts';

/** An export somebody orders elsewhere; its message comes when the worker is done. */
async function orderExport(page: Page): Promise<string> {
  const headers = { 'x-requested-with': 'journey', 'idempotency-key': crypto.randomUUID() };
  const { items } = (await (await page.request.get('/api/v1/courses/statistics')).json()) as { items: { id: string }[] };
  const ordered = await page.request.post('/api/v1/exports', { headers, data: { kind: 'course-statistics', parameters: { courseId: items[0]!.id }, reason: '核对学习情况' } });
  expect(ordered.status()).toBe(202);
  const { id } = (await ordered.json()) as { id: string };
  return id;
}

test('a message arrives while the page is open, leads to the file it is about, and is read', async ({ page }) => {
  const faults = watchForFaults(page);
  await enterAs(page, 'trainer');
  await page.goto('/courses');
  await page.request.post('/api/v1/notifications/read', { headers: { 'x-requested-with': 'journey' }, data: {} });
  await page.reload();
  const bell = page.getByRole('button', { name: '消息', exact: true });
  await expect(bell).toBeVisible();
  await page.waitForLoadState('networkidle');
  await orderExport(page);
  const ringing = page.getByRole('button', { name: '消息，1 条未读' });
  await expect(ringing).toBeVisible();
  await ringing.focus();
  await page.keyboard.press('Enter');
  const panel = page.getByRole('region', { name: '最新消息' });
  await expect(panel.getByRole('listitem').first()).toContainText('导出已完成');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await expect(ringing).toBeFocused();
  await page.keyboard.press('Enter');
  const [download] = await Promise.all([page.waitForEvent('download'), panel.getByRole('link', { name: /导出已完成/ }).first().click()]);
  expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
  await expect(bell).toBeVisible();
  expect(faults).toEqual([]);
});

test('all messages on their page: the unread ones, all marked as read at once; how they come is chosen and stays', async ({ page }) => {
  const faults = watchForFaults(page);
  await enterAs(page, 'ldadmin');
  const id = await orderExport(page);
  await expect.poll(async () => ((await (await page.request.get(`/api/v1/jobs/${id}`)).json()) as { status: string }).status).toBe('done');
  await expect.poll(async () => ((await (await page.request.get('/api/v1/notifications/count')).json()) as { unread: number }).unread).toBeGreaterThan(0);
  await page.goto('/notifications?show=unread');
  await expect(page.getByRole('main').getByRole('link', { name: /导出已完成/ }).first()).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('main').getByRole('button', { name: '全部标为已读' }).click();
  await expect(page.getByText('没有未读消息')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: '全部', exact: true }).click();
  await expect(page.getByRole('main').getByRole('link', { name: /导出已完成/ }).first()).toBeVisible();

  await page.getByRole('button', { name: '个人菜单' }).click();
  await page.getByRole('menuitem', { name: '通知设置' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('通知设置');
  await page.getByRole('switch', { name: '我的学习：邮件' }).click();
  await expect(page.getByText('已保存')).toBeVisible();
  await page.getByLabel('结束').fill('07:30');
  await page.getByLabel('结束').blur();
  await page.reload();
  await expect(page.getByRole('switch', { name: '我的学习：邮件' })).not.toBeChecked();
  await expect(page.getByLabel('结束')).toHaveValue('07:30');
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectFits(page);
  expect(faults).toEqual([]);
});

test('the system administrator sees that all mail arrived', async ({ page }) => {
  const faults = watchForFaults(page);
  await enterAs(page, 'sysadmin');
  await page.goto('/');
  await page.getByRole('link', { name: '邮件发送' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('邮件发送');
  await expect(page.getByText('写入数据目录中的文件')).toBeVisible();
  await expect(page.getByText('没有发送失败的邮件')).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectFits(page);
  expect(faults).toEqual([]);
});
