import { expect, test } from '@playwright/test';
import { enterAs, expectAccessible, expectFits, watchForFaults } from './journey.ts';

test('by the keyboard alone: Ctrl-K, initials, arrow, Enter, and Escape gives the focus back', async ({ page }) => {
  const faults = watchForFaults(page);
  await enterAs(page, 'employee');
  await page.goto('/');
  const button = page.getByRole('button', { name: '搜索课程、员工、页面' });
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: '全站搜索' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(button).toBeFocused();

  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox', { name: '全站搜索' });
  await field.fill('zdwdzs');
  const hit = page.getByRole('option', { name: /制度问答助手/ }).first();
  await expect(hit).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('ArrowDown');
  await expect(hit).toHaveAttribute('aria-selected', 'false');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('制度问答助手');
  expect(faults).toEqual([]);
});

test('the page of results keeps the words in its address and says when nothing is found', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await enterAs(page, 'employee');
  await page.goto('/search?q=%E4%BF%A1%E8%B4%B7');
  await expect(page.getByRole('region', { name: '课程' }).getByRole('link').first()).toBeVisible();
  await expectAccessible(page);
  await expectFits(page);
  await page.getByRole('searchbox').fill('没有这样的词');
  await expect(page.getByText('没有找到与“没有这样的词”有关的内容')).toBeVisible();
  await expect(page).toHaveURL(/q=/);
  await expectAccessible(page);
});

test('an employee finds a colleague and sees whom they report to', async ({ page }) => {
  const faults = watchForFaults(page);
  await enterAs(page, 'employee');
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('/');
  await page.getByRole('combobox', { name: '全站搜索' }).fill('沈若溪');
  await page.getByRole('option', { name: /沈若溪/ }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('沈若溪');
  await expect(page.getByRole('region', { name: '汇报给' }).getByRole('link')).toHaveCount(1);
  await expectAccessible(page);
  expect(faults).toEqual([]);
});
