import { expect, test } from '@playwright/test';
import { enterAs, expectAccessible, expectFits, watchForFaults } from './journey.ts';

test('L&D brings in past results: the dry run names what is wrong, the rest is stored with its day, and the person finds it in their record', async ({ page, browser }) => {
  test.setTimeout(120_000);
  const faults = watchForFaults(page);
  await enterAs(page, 'ldadmin');
  await page.goto('/administration/results');
  await expectAccessible(page);
  await expectFits(page);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: /模板/ }).click();
  expect((await download).suggestedFilename()).toMatch(/\.xlsx$/);

  const lines = ['工号,课程,完成日期,成绩,学时', 'SF0008,金融知识图谱入门,2024-03-05,91,2', 'SF9999,金融知识图谱入门,2024-03-05,80,1', 'SF0008,没有这门课,2024-02-30,80,1'];
  await page.getByLabel('选择成绩文件').setInputFiles({ name: '线下成绩.csv', mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF${lines.join('\r\n')}`) });
  await expect(page.getByText('将新增 1 条记录')).toBeVisible({ timeout: 30_000 });
  await expectAccessible(page);
  await page.getByRole('link', { name: /错误/ }).click();
  await expect(page.getByText('SF9999').first()).toBeVisible();
  await expect(page.getByText(/2024-02-30/).first()).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: '确认导入' }).click();
  await expect(page.getByText('已新增 1 条记录')).toBeVisible({ timeout: 30_000 });
  await expectFits(page);

  // the same file once more says what stands already, and is discarded
  await page.goto('/administration/results');
  await page.getByLabel('选择成绩文件').setInputFiles({ name: '线下成绩（重复）.csv', mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF${lines.slice(0, 2).join('\r\n')}`) });
  await expect(page.getByText('没有可导入的记录')).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: '放弃' }).click();
  await expect(page.getByRole('status').filter({ hasText: '已放弃' })).toBeVisible();
  expect(faults).toEqual([]);

  const theirs = await (await browser.newContext()).newPage();
  await enterAs(theirs, 'judge3');
  await theirs.goto('/record?state=finished');
  const record = theirs.getByRole('main').getByRole('listitem').filter({ hasText: '金融知识图谱入门' }).filter({ hasText: '2024年3月5日' });
  await expect(record).toContainText('来源：导入');
  await theirs.goto('/hours?year=2024');
  await expect(theirs.getByRole('main').getByRole('listitem').filter({ hasText: '金融知识图谱入门' })).toContainText('历史导入');
  await theirs.context().close();
});
