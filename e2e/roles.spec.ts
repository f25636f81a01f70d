import { expect, test } from '@playwright/test';
import { enterAs, expectAccessible, expectFits, watchForFaults } from './journey.ts';

test('a branch gets its L&D administrator: one security administrator asks, another approves', async ({ page, browser }) => {
  const faults = watchForFaults(page);
  await enterAs(page, 'secadmin');
  await page.goto('/');
  await page.getByRole('link', { name: '角色权限' }).click();
  await expect(page.getByRole('region', { name: '安全管理员' })).toContainText('授予、批准、收回角色');
  await expectAccessible(page);

  await page.getByRole('link', { name: /^培训管理员：\d+ 人$/ }).click();
  await expect(page.getByRole('heading', { name: '培训管理员', level: 1 })).toBeVisible();
  await page.getByRole('button', { name: '授予角色' }).click();
  const dialog = page.getByRole('dialog', { name: '授予角色：培训管理员' });
  await expect(dialog).toContainText('须由另一位安全管理员批准');
  await dialog.getByRole('button', { name: '提交申请' }).click();
  await expect(dialog.getByRole('alert').filter({ hasText: '请选择一位员工' })).toBeVisible();
  await dialog.getByLabel('授予给').last().fill('zwy');
  await dialog.getByRole('radio', { name: /查文渊/ }).check();
  await dialog.getByLabel('管辖范围').selectOption('department');
  await dialog.getByLabel('机构', { exact: true }).last().fill('公司金融');
  await dialog.getByRole('radio', { name: /公司金融部/ }).check();
  await dialog.getByLabel('授权理由').fill('负责公司金融条线培训');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: '提交申请' }).click();
  await expect(page.getByText('已提交，等待另一位安全管理员批准')).toBeVisible();
  await expect(dialog).toBeHidden();

  await page.goto('/system/roles?tab=requests');
  const mine = page.getByRole('listitem').filter({ hasText: '查文渊' });
  await expect(mine).toContainText('须由另一位安全管理员批准');
  await expect(mine.getByRole('button', { name: /^批准/ })).toHaveCount(0);
  await expectAccessible(page);

  const second = await (await browser.newContext()).newPage();
  await enterAs(second, 'secadmin2');
  await second.goto('/system/roles?tab=requests');
  await second.getByRole('button', { name: '批准 查文渊 的培训管理员申请' }).click();
  await expect(second.getByRole('listitem').filter({ hasText: '查文渊' })).toContainText('已批准');
  await second.goto('/system/roles/ld_admin');
  const grant = second.getByRole('listitem').filter({ hasText: '查文渊' });
  await expect(grant).toContainText('公司金融部及其下级');
  await expect(grant).toContainText('授予人：曾守拙');
  await second.setViewportSize({ width: 390, height: 844 });
  await expectFits(second);
  await expectAccessible(second);

  const granted = await (await browser.newContext()).newPage();
  await enterAs(granted, 'judge3');
  await granted.goto('/administration/courses');
  await expect(granted.getByRole('heading', { level: 1 })).toHaveText('课程管理');

  await second.getByRole('button', { name: /^收回角色：查文渊/ }).click();
  await second.getByRole('dialog').getByRole('button', { name: '收回' }).click();
  await expect(second.getByText('已收回')).toBeVisible();
  await granted.reload();
  await expect(granted.getByRole('heading', { name: '课程管理', level: 1 })).toHaveCount(0);
  expect(faults).toEqual([]);
  await second.context().close();
  await granted.context().close();
});

test('the quarterly review goes through every grant; nobody confirms their own', async ({ page }) => {
  const faults = watchForFaults(page);
  await enterAs(page, 'secadmin');
  await page.goto('/system/roles?tab=reviews');
  await page.getByRole('button', { name: '开始本季度复核' }).click();
  await page.getByRole('link', { name: /季度权限复核$/ }).first().click();
  await expect(page.getByRole('heading', { name: /季度权限复核$/, level: 1 })).toBeVisible();
  await expect(page.getByRole('button', { name: '确认保留 曾守拙 的安全管理员' })).toHaveCount(0);
  await page.getByRole('button', { name: '确认保留 解知行 的内训师' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: '解知行' })).toContainText('已确认');
  await expect(page.getByRole('progressbar', { name: '已处理' })).toHaveAttribute('aria-valuetext', /^1 \/ \d+$/);
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectFits(page);
  await expectAccessible(page);
  expect(faults).toEqual([]);
});

test('an auditor reads roles and cannot give them', async ({ page }) => {
  await enterAs(page, 'auditor');
  await page.goto('/system/roles/trainer');
  await expect(page.getByRole('listitem').filter({ hasText: '解知行' })).toBeVisible();
  await expect(page.getByRole('button', { name: '授予角色' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^收回/ })).toHaveCount(0);
});
