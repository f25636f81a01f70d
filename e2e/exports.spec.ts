import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import readExcelFile from 'read-excel-file/node';
import { enterAs, expectAccessible, expectFits, watchForFaults } from './journey.ts';

/** Fills in what the dialog asks for, and leaves the focus there. */
async function giveReason(page: Page): Promise<void> {
  await page.getByRole('dialog').getByLabel('导出原因').fill('团队例会');
}

/** Presses the export, by mouse or key, says what for, and reads the file the browser is given. */
async function exported(page: Page, press: () => Promise<void>): Promise<{ name: string; sheets: Awaited<ReturnType<typeof readExcelFile>> }> {
  await press();
  await giveReason(page);
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  return { name: download.suggestedFilename(), sheets: await readExcelFile(await readFile(await download.path())) };
}

test('the manager exports the team page; the file holds the people on it, and its link stays', async ({ page }) => {
  const faults = watchForFaults(page);
  await enterAs(page, 'manager');
  await page.goto('/team?scope=line');
  await expect(page.getByRole('table')).toBeVisible();
  const { name, sheets } = await exported(page, async () => {
    await page.getByRole('button', { name: '导出', exact: true }).focus();
    await page.keyboard.press('Enter');
  });
  expect(name).toBe('团队（全部下级）.xlsx');
  expect(sheets.map(({ sheet }) => sheet)).toEqual(['团队', '需要处理', '指标与口径']);
  const [watermark, header, ...people] = sheets[0]!.data;
  expect(watermark![0]).toContain('于北京时间');
  expect(header!.slice(0, 4)).toEqual(['姓名', '工号', '部门', '岗位']);
  const shown = (await page.request.get('/api/v1/insights/team?scope=line&limit=100').then((answer) => answer.json())) as { people: { line: number }; items: { person: { staffNumber: string } }[] };
  expect(people).toHaveLength(shown.people.line);
  expect(people.slice(0, shown.items.length).map((row) => row[1])).toEqual(shown.items.map(({ person }) => person.staffNumber));
  expect(people.map((row) => row[0])).toContain('周启航');

  await expect(page.getByRole('link', { name: '下载 团队（全部下级）.xlsx' })).toBeVisible();
  await expect(page.getByRole('main')).toContainText('24 小时内有效');
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectFits(page);
  await expectAccessible(page);
  expect(faults).toEqual([]);
});

test('L&D exports the statistics of a course', async ({ page }) => {
  const faults = watchForFaults(page);
  await enterAs(page, 'ldadmin');
  await page.goto('/administration/courses');
  await page.getByRole('link', { name: /大模型基础与银行应用/ }).first().click();
  await expect(page.getByRole('heading', { name: '学习漏斗' })).toBeVisible();
  const { name, sheets } = await exported(page, () => page.getByRole('button', { name: '导出统计' }).click());
  expect(name).toMatch(/^课程统计 大模型基础与银行应用 第 \d+ 版\.xlsx$/);
  expect(sheets.map(({ sheet }) => sheet)).toEqual(['学习漏斗', '各课时', '各题正确率', '需要关注的学员']);
  const registered = sheets[0]!.data[2]!;
  await expect(page.getByRole('region', { name: '学习漏斗' })).toContainText(`${Number(registered[1])} 人`);
  await expect(page.getByRole('link', { name: `下载 ${name}` })).toBeVisible();
  await expectAccessible(page);
  expect(faults).toEqual([]);
});

test('an export that fails says why, and can be tried again', async ({ page }) => {
  await enterAs(page, 'manager');
  await page.goto('/team');
  await page.route('**/api/v1/exports', (route) => route.fulfill({ status: 409, contentType: 'application/problem+json', json: { type: 'about:blank', title: 'limit_reached', status: 409, code: 'limit_reached', detail: '已达到上限（5）。', requestId: 'r' } }));
  await page.getByRole('button', { name: '导出', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: '导出' }).click();
  await expect(dialog.getByRole('alert')).toHaveText('请填写导出原因');
  await expectAccessible(page);
  await giveReason(page);
  await page.keyboard.press('Enter');
  const status = page.getByRole('status').filter({ hasText: '没能导出' });
  await expect(status).toContainText('已达到上限（5）。');
  await expectAccessible(page);
  await page.unroute('**/api/v1/exports');
  const [download] = await Promise.all([page.waitForEvent('download'), status.getByRole('button', { name: '重试' }).click()]);
  expect(download.suggestedFilename()).toBe('团队（直接下级）.xlsx');
});
