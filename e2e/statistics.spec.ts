import { expect, test } from '@playwright/test';
import { enterAs, expectAccessible, watchForFaults } from './journey.ts';

test('L&D reads where a course loses people, which question is hardest and who is stuck', async ({ page }) => {
  const faults = watchForFaults(page);
  await enterAs(page, 'ldadmin');
  await page.goto('/administration/courses');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('课程管理');
  await expectAccessible(page);
  await page.getByRole('link', { name: /大模型基础与银行应用/ }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('大模型基础与银行应用');
  for (const part of ['学习漏斗', '各课时', '各题正确率', '需要关注的学员']) await expect(page.getByRole('heading', { name: part })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('combobox').first().selectOption({ index: 1 });
  await expect(page).toHaveURL(/version=1/);
  await expect(page.getByRole('heading', { name: '学习漏斗' })).toBeVisible();
  expect(faults).toEqual([]);
});

test('a trainer sees the course they own and no other', async ({ page }) => {
  await enterAs(page, 'trainer');
  await page.goto('/administration/courses');
  await expect(page.getByRole('main')).toContainText('大模型安全、合规与数据保护');
  await expect(page.getByRole('main')).not.toContainText('提示词工程实战');
});
