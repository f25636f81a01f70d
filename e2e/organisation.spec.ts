import { expect, test } from '@playwright/test';
import { enterAs, expectAccessible, expectFits, watchForFaults } from './journey.ts';

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

test('HR drags a team to another department, and takes it back', async ({ page }) => {
  await enterAs(page, 'sysadmin');
  const faults = watchForFaults(page);
  await page.goto('/system/departments');
  const tree = page.getByRole('tree', { name: '部门树' });
  const team = tree.getByText('组织与编制团队');
  await team.click();
  const chosen = page.getByRole('region', { name: '组织与编制团队' });
  await expect(chosen.getByText('人力资源部 / 组织与编制团队')).toBeVisible();
  await team.dragTo(tree.getByText('法律合规部'));
  await expect(page.getByText('已移动“组织与编制团队”')).toBeVisible();
  await expect(chosen.getByText('法律合规部 / 组织与编制团队')).toBeVisible();
  await page.getByRole('button', { name: '撤销', exact: true }).click();
  await expect(chosen.getByText('法律合规部 / 组织与编制团队')).toBeHidden();
  expect(faults).toEqual([]);
});

test('HR chooses people, previews a transfer, types how many they are, applies it, and undoes it', async ({ page }) => {
  await enterAs(page, 'sysadmin');
  const faults = watchForFaults(page);
  await page.goto('/system/departments');
  await page.getByRole('tree', { name: '部门树' }).getByText('合规审查团队').click();
  await page.getByRole('region', { name: '合规审查团队' }).getByRole('link', { name: '查看员工' }).click();
  await expect(page).toHaveURL(/departmentId=/);
  await page.getByRole('checkbox', { name: '全选本页' }).check();
  const bar = page.getByRole('status').filter({ hasText: '已选 5 人' });
  await bar.getByRole('button', { name: '批量办理' }).click();
  await expectAccessible(page);
  await page.getByRole('menuitem', { name: '批量调动' }).click();
  const dialog = page.getByRole('dialog', { name: '批量调动' });
  await expectAccessible(page);
  await dialog.getByLabel('部门（选填）').fill('客户服务中心');
  await dialog.getByText('示范银行 / 零售金融部 / 客户服务中心', { exact: true }).click();
  await dialog.getByRole('button', { name: '预览' }).click();

  await expect(page.getByRole('heading', { name: '批量调动', level: 1 })).toBeVisible();
  await expect(page.getByRole('row', { name: /解知行/ })).toContainText('LEGAL-CR 合规审查团队 → RETAIL-CS 客户服务中心');
  await expectAccessible(page);
  await expectFits(page);
  await page.getByLabel('输入受影响的人数').fill('5');
  await page.getByRole('button', { name: '执行变更' }).click();
  await expect(page.getByText('变更已执行')).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: '已执行' })).toBeVisible();
  await expect(page.getByText(/执行，影响 5 人/)).toBeVisible();
  await page.getByRole('button', { name: '撤销这次变更' }).click();
  await expectAccessible(page);
  await page.getByRole('button', { name: '确认撤销' }).click();
  await expect(page.getByText('全部恢复到变更之前。')).toBeVisible();
  await page.getByRole('link', { name: '批量变更' }).click();
  await expect(page.getByRole('row', { name: /批量调动/ }).first()).toContainText('已撤销');
  await expectAccessible(page);
  expect(faults).toEqual([]);
});

test('on a phone HR reads people as cards, and the departments without sideways scroll', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await enterAs(page, 'sysadmin');
  await page.goto('/system/people?q=SF0011');
  await expect(page.getByRole('listitem').filter({ hasText: '闵思齐' })).toContainText('反洗钱监测岗');
  await expect(page.getByRole('table')).toHaveCount(0);
  await page.getByRole('checkbox', { name: '选择闵思齐' }).check();
  await expect(page.getByRole('button', { name: '批量办理' })).toBeVisible();
  await expectAccessible(page);
  await expectFits(page);
  await page.goto('/system/departments');
  await expect(page.getByRole('tree', { name: '部门树' })).toBeVisible();
  await expectFits(page);
});
