import { expect, test } from '@playwright/test';
import { enterAs, expectAccessible, watchForFaults } from './journey.ts';

const file = (text: string) => ({ name: '节假日.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });

test('a calendar with a mistake is refused by its row, the mended one is there', async ({ page }) => {
  const faults = watchForFaults(page);
  await enterAs(page, 'sysadmin');
  await page.goto('/system/holidays');
  const choose = page.locator('input[type=file]');
  await choose.setInputFiles(file('日期,类别,名称\n2031-01-01,放假,元旦\n2031-13-01,放假,错误\n'));
  await expect(page.getByText('第 3 行：日期看不懂')).toBeVisible();
  await expectAccessible(page);
  await choose.setInputFiles(file('日期,类别,名称\n2031-01-01,放假,元旦\n2031-01-04,上班,调休上班\n'));
  await expect(page.getByText('已更新 2 天。')).toBeVisible();
  await page.goto('/system/holidays?year=2031');
  await expect(page.getByRole('row', { name: /2031年1月4日 周六 上班 调休上班/ })).toBeVisible();
  await expectAccessible(page);
  expect(faults).toEqual([]);
});
