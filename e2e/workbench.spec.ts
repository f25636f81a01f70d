import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { enterAs, expectAccessible, expectFits, watchForFaults } from './journey.ts';

/** Orders the pack, says what for, and takes the file the browser is given; the page shows its SHA-256. */
async function madePack(page: Page): Promise<{ name: string; sha256: string }> {
  await page.getByRole('button', { name: '生成证据包' }).click();
  await page.getByRole('dialog').getByLabel('导出原因').fill('外部审计取证');
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  const sha256 = createHash('sha256').update(await readFile(await download.path())).digest('hex');
  await expect(page.getByText(sha256)).toBeVisible();
  return { name: download.suggestedFilename(), sha256 };
}

test('L&D opens the workbench, follows a figure to its people, and makes the evidence of a campaign; the auditor makes the same, byte for byte', async ({ page, browser }) => {
  test.setTimeout(120_000);
  const faults = watchForFaults(page);
  await enterAs(page, 'ldadmin');
  await page.goto('/');
  await page.getByRole('navigation').getByRole('link', { name: '工作台' }).first().click();
  const campaigns = page.getByRole('region', { name: '进行中的任务' });
  const row = campaigns.getByRole('row').filter({ hasText: '反洗钱与数据安全年度必修' });
  await expect(row).toBeVisible();
  await expect(page.getByRole('heading', { name: '正确率偏低的题目' })).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectFits(page);
  await expectAccessible(page);
  await page.setViewportSize({ width: 1366, height: 768 });

  const late = row.getByRole('link', { name: /逾期/ });
  const number = await late.innerText();
  await late.click();
  await expect(page).toHaveURL(/tab=people&status=overdue,completed_late/);
  await expect(page.getByRole('main')).toContainText(number);
  await page.getByRole('link', { name: '概览' }).click();
  const evidence = page.getByRole('region', { name: '证据包' });
  await expect(evidence.getByText('按时完成')).toBeVisible();
  const day = await evidence.getByLabel('截至日期').inputValue();
  const mine = await madePack(page);
  expect(mine.name).toBe(`证据包 反洗钱与数据安全年度必修 ${day}.zip`);
  await expectAccessible(page);
  expect(faults).toEqual([]);

  const auditor = await (await browser.newContext()).newPage();
  const theirs = watchForFaults(auditor);
  await enterAs(auditor, 'auditor');
  await auditor.goto('/');
  await auditor.getByRole('link', { name: '培训证据包' }).click();
  await expect(auditor.getByRole('table')).toBeVisible();
  await expectAccessible(auditor);
  await auditor.getByRole('link', { name: '反洗钱与数据安全年度必修' }).click();
  await auditor.getByLabel('截至日期').fill(day);
  expect((await madePack(auditor)).sha256).toBe(mine.sha256);
  await auditor.setViewportSize({ width: 390, height: 844 });
  await expectFits(auditor);
  await expectAccessible(auditor);
  await auditor.goto('/audit/evidence-packs?tab=made');
  await expect(auditor.getByRole('row').filter({ hasText: mine.sha256 })).toHaveCount(2);
  await expectAccessible(auditor);
  expect(theirs).toEqual([]);
  await auditor.context().close();
});
