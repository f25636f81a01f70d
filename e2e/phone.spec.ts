import { devices, expect, test } from '@playwright/test';
import { enterAs, expectAccessible, expectFits, watchForFaults } from './journey.ts';

const { defaultBrowserType: _, ...phone } = devices['iPhone 13'];
test.use({ ...phone, viewport: { width: 390, height: 844 }, locale: 'zh-CN' });

test('on a phone: tabs at the foot, a course from the catalogue, a lesson with its outline in a drawer', async ({ page }) => {
  const faults = watchForFaults(page);
  await enterAs(page, 'judge3');
  await page.goto('/');
  const tabs = page.getByRole('navigation').filter({ has: page.getByRole('link', { name: '课程' }) }).last();
  await expect(tabs).toBeInViewport();
  await expectFits(page);
  await expectAccessible(page);
  await tabs.getByRole('link', { name: '课程' }).tap();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('课程');
  await page.getByRole('button', { name: /^筛选/ }).tap();
  await page.getByRole('dialog').getByText('内部管理全流程').tap();
  await page.getByRole('dialog').getByRole('button', { name: /查看 1 门课程/ }).tap();
  await expectFits(page);
  await page.getByRole('link', { name: /公文与会议纪要/ }).first().tap();
  await page.getByRole('button', { name: /开始学习|继续学习|重新学习/ }).first().tap();
  await expect(page.getByText(/计入完成/)).toBeVisible();
  await expectFits(page);
  await expectAccessible(page);
  await page.getByRole('button', { name: '展开大纲' }).tap();
  await expect(page.getByRole('dialog')).toContainText('课程大纲');
  await expectAccessible(page);
  expect(faults).toEqual([]);
});

test('on a phone the manager reads the team as cards', async ({ page }) => {
  await enterAs(page, 'manager');
  await page.goto('/team');
  await expect(page.getByRole('heading', { name: '需要处理' })).toBeVisible();
  await expect(page.getByRole('table')).toHaveCount(0);
  await expectFits(page);
  await expectAccessible(page);
});
