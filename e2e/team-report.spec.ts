import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { enterAs, expectAccessible, expectFits, watchForFaults } from './journey.ts';

test('the manager follows the figure to whose certifications end, reminds one of them, takes the report out, and has it come every month', async ({ page }) => {
  test.setTimeout(90_000);
  const faults = watchForFaults(page);
  await enterAs(page, 'manager');
  await page.goto('/team?scope=line');
  await page.getByRole('link', { name: '60 天内到期资格' }).click();
  await expect(page).toHaveURL(/\/team\/certifications\?scope=line/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('即将到期的资格');
  const row = page.getByRole('main').getByRole('listitem').filter({ has: page.getByRole('button', { name: /^提醒/ }) }).first();
  await expect(row).toContainText('有效期至');
  await expect(row).toContainText('起可续证');
  const name = (await row.getByRole('link').innerText()).trim();
  await row.getByRole('button', { name: /^提醒/ }).click();
  await expect(page.getByRole('button', { name: new RegExp(`起可再提醒 ${name}`) })).toBeDisabled();
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectFits(page);
  await expectAccessible(page);
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.getByRole('link', { name, exact: true }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name);
  await page.goto('/team?scope=line');

  await page.getByRole('button', { name: 'PDF 报告' }).click();
  await page.getByRole('dialog').getByLabel('导出原因').fill('月度例会');
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  expect(download.suggestedFilename()).toMatch(/^团队报告（全部下级） \d{4}-\d\d-\d\d\.pdf$/);
  expect((await readFile(await download.path())).subarray(0, 5).toString()).toBe('%PDF-');

  await page.getByRole('button', { name: '定期报告' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('发送频率').selectOption({ label: '每月第一个工作日' });
  await dialog.getByLabel('范围').selectOption({ label: '全部下级' });
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectFits(page);
  await dialog.getByRole('button', { name: '保存' }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole('button', { name: '定期报告' }).click();
  await expect(dialog.getByLabel('发送频率')).toHaveValue('month');
  await dialog.getByLabel('发送频率').selectOption({ label: '不发送' });
  await expect(dialog.getByLabel('范围')).toBeHidden();
  await dialog.getByRole('button', { name: '保存' }).click();
  await expect(dialog).toBeHidden();
  expect(faults).toEqual([]);
});

test('L&D marks a course of the workbench as reviewed, and sets how often on its own page', async ({ page }) => {
  const faults = watchForFaults(page);
  await enterAs(page, 'ldadmin');
  await page.goto('/workbench');
  const reviews = page.getByRole('region', { name: '待复核的课程内容' });
  const row = reviews.getByRole('listitem').filter({ hasText: '公文与会议纪要' });
  await expect(row).toContainText('复核已逾期');
  await expectAccessible(page);
  await row.getByRole('button', { name: /^标记已复核/ }).click();
  await expect(row).toBeHidden();

  await reviews.getByRole('link', { name: '用大模型读懂贷后预警信号' }).click();
  const review = page.getByRole('region', { name: '内容复核' });
  await expect(review).toContainText('每 3 个月');
  await review.getByLabel('复核周期').selectOption('24');
  await expect(review.getByLabel('复核周期')).toHaveValue('24');
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectFits(page);
  await page.goto('/workbench');
  await expect(reviews.getByRole('listitem').first()).toBeVisible();
  await expect(reviews.getByRole('link', { name: '用大模型读懂贷后预警信号' })).toHaveCount(0);
  await expectFits(page);
  expect(faults).toEqual([]);
});
