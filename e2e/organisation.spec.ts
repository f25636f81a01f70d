import { expect, test } from '@playwright/test';
import { enterAs, expectAccessible, watchForFaults } from './journey.ts';

test('HR moves a department by its dialog, sees it in its new place and in its history, and takes the move back', async ({ page }) => {
  await enterAs(page, 'sysadmin');
  const faults = watchForFaults(page);
  await page.goto('/system/departments');
  const tree = page.getByRole('tree', { name: '部门树' });
  await expect(page.getByText(/\d+ 个部门，\d+ 人/)).toBeVisible();
  await expectAccessible(page);

  await tree.getByText('反洗钱中心').click();
  const chosen = page.getByRole('region', { name: '反洗钱中心' });
  await expect(chosen.getByText('法律合规部 / 反洗钱中心')).toBeVisible();
  await chosen.getByRole('button', { name: '移动' }).click();

  const dialog = page.getByRole('dialog', { name: '移动“反洗钱中心”' });
  await expect(dialog.getByText('部门及其下级共 6 人随之移动')).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: '移动' }).click();
  await expect(dialog.getByText('请填写此项')).toBeVisible();
  await dialog.getByLabel('上级部门').fill('风险管理部');
  await dialog.getByText('示范银行 / 风险管理部', { exact: true }).click();
  await dialog.getByRole('button', { name: '移动' }).click();

  await expect(dialog).toBeHidden();
  await expect(chosen.getByText('风险管理部 / 反洗钱中心')).toBeVisible();
  await expect(chosen.getByText('法律合规部 / 反洗钱中心')).toBeVisible();
  await page.getByRole('button', { name: '撤销', exact: true }).click();
  await expect(chosen.getByText('风险管理部 / 反洗钱中心')).toBeHidden();
  expect(faults).toEqual([]);
});

test('HR finds a person by initials, shuts them out and lets them in again, and reads where they worked', async ({ page }) => {
  await enterAs(page, 'sysadmin');
  const faults = watchForFaults(page);
  await page.goto('/system/people');
  await page.getByRole('searchbox', { name: '查找员工' }).fill('blx');
  await expect(page).toHaveURL(/q=blx/);
  // nobody signs in as her: other journeys go on undisturbed
  await page.getByRole('link', { name: '白立新' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '白立新' })).toBeVisible();
  await page.getByRole('button', { name: '办理' }).click();
  await page.getByRole('menuitem', { name: '停用账号' }).click();
  await expect(page.getByText('已停用', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: '撤销', exact: true }).click();
  await expect(page.getByText('在职', { exact: true })).toBeVisible();
  await page.getByRole('link', { name: '历程' }).click();
  await expect(page.getByRole('region', { name: '部门与岗位' })).toContainText('人力资源部 · 部门总经理');
  await expectAccessible(page);
  expect(faults).toEqual([]);
});
