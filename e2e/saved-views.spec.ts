import { expect, test } from '@playwright/test';
import { enterAs, expectAccessible, expectFits } from './journey.ts';

test('somebody keeps the filters of the people list as a view, finds them as a tab, and deletes it', async ({ page }) => {
  await enterAs(page, 'sysadmin');
  await page.goto('/system/people?state=on_leave');
  await page.getByRole('button', { name: '保存为视图' }).click();
  await page.getByLabel('视图名称').fill('休假中');
  await expectAccessible(page);
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
  const views = page.getByRole('navigation', { name: '视图' });
  await expect(views.getByRole('link', { name: '休假中' })).toHaveAttribute('aria-current', 'page');
  await expectAccessible(page);
  await views.getByRole('link', { name: '全部' }).click();
  await expect(page).toHaveURL(/\/system\/people$/);
  await views.getByRole('link', { name: '休假中' }).click();
  await expect(page).toHaveURL(/state=on_leave$/);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectFits(page);
  await page.getByRole('button', { name: '删除视图' }).click();
  await expect(views.getByRole('link', { name: '休假中' })).toHaveCount(0);
});
