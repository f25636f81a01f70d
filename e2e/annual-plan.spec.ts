import { type Browser, expect, type Page, test } from '@playwright/test';
import { enterAs, expectAccessible, expectFits, watchForFaults } from './journey.ts';

/** Another person at another device. */
const beside = async (browser: Browser): Promise<Page> => (await browser.newContext()).newPage();

/** Picks by what an antd field finds. */
async function pick(page: Page, name: string, words: string, option: RegExp): Promise<void> {
  const field = page.getByRole('combobox', { name, exact: true });
  await field.click();
  await field.fill(words);
  await page.locator('.ant-select-item-option').filter({ hasText: option }).first().click();
  await expect(page.locator('.ant-select-dropdown:visible')).toHaveCount(0);
}

test('a manager proposes, L&D takes it into the plan and submits, another administrator approves, a class fulfils it, and plan against actual shows that', async ({ page, browser }) => {
  test.setTimeout(90_000);
  const faults = watchForFaults(page);
  const mark = crypto.randomUUID().slice(0, 8);
  // a year of its own, so that another try has another
  const year = String(2030 + Math.floor(Math.random() * 70));

  await enterAs(page, 'ldadmin');
  await page.goto('/administration/annual-plans');
  await expect(page.getByRole('row', { name: /已批准/ }).first()).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: '新建计划' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('年度').fill('1999');
  await dialog.getByRole('button', { name: '新建', exact: true }).click();
  await expect(dialog.getByText('请填写 2020 到 2100')).toBeVisible();
  await dialog.getByLabel('年度').fill(year);
  await pick(page, '部门', '风险管理部', /风险管理部$/);
  await dialog.getByLabel('复制自').selectOption('');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: '新建', exact: true }).click();
  await expect(page.getByRole('heading', { name: `风险管理部 ${year} 年度培训计划` })).toBeVisible();
  const address = page.url();

  const manager = await beside(browser);
  const managerFaults = watchForFaults(manager);
  await enterAs(manager, 'manager');
  await manager.goto('/team/needs');
  await manager.getByRole('button', { name: '提出需求' }).click();
  await manager.getByRole('dialog').getByRole('button', { name: '提出需求' }).click();
  await expect(manager.getByText('请填写 1 到 100,000')).toBeVisible();
  await manager.getByLabel('年度计划').selectOption({ label: `风险管理部 ${year} 年度培训计划` });
  await manager.getByLabel('需要培训什么').fill(`贷后预警智能体 ${mark}`);
  await manager.getByLabel('人数').fill('12');
  await manager.getByLabel('优先级').selectOption('high');
  await manager.getByLabel('为什么需要').fill('上线后需要核验智能体的结论');
  await expectAccessible(manager);
  await manager.getByRole('dialog').getByRole('button', { name: '提出需求' }).click();
  const asked = manager.getByRole('listitem').filter({ hasText: mark });
  await expect(asked).toContainText('待处理');
  await expectAccessible(manager);

  await page.reload();
  await page.getByRole('link', { name: /需求调研/ }).click();
  await expectAccessible(page);
  await page.getByRole('button', { name: `列入计划 贷后预警智能体 ${mark}` }).click();
  await expect(dialog.getByLabel('项目名称')).toHaveValue(`贷后预警智能体 ${mark}`);
  await dialog.getByLabel('计划月份').selectOption('9');
  await dialog.getByLabel('人均学时').fill('12');
  await dialog.getByRole('button', { name: '列入计划' }).click();
  await expect(dialog.getByText('请填写 0 到 100,000,000')).toBeVisible();
  await dialog.getByLabel('预算（元）').fill('36000');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: '列入计划' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: mark })).toContainText('已列入');
  await manager.reload();
  await expect(asked).toContainText(`列为 9 月的项目：贷后预警智能体 ${mark}`);

  // one item too many goes, comes back, and goes
  await page.getByRole('link', { name: '计划项目', exact: true }).click();
  await page.getByRole('button', { name: '添加项目' }).click();
  await dialog.getByLabel('项目名称').fill(`外部认证 ${mark}`);
  await dialog.getByLabel('类型').selectOption('external');
  for (const [label, value] of [['计划人数', '3'], ['人均学时', '24'], ['预算（元）', '27000']] as const) await dialog.getByLabel(label).fill(value);
  await dialog.getByRole('button', { name: '添加', exact: true }).click();
  const external = page.getByRole('button', { name: `外部认证 ${mark}` });
  await external.click();
  await dialog.getByRole('button', { name: '取消项目' }).click();
  await expect(external).toHaveCount(0);
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(external).toBeVisible();

  await page.getByRole('button', { name: '提交审批' }).click();
  await expect(page.getByText('您提交的计划须由其他培训管理员审批')).toBeVisible();
  await expect(page.getByRole('button', { name: '批准', exact: true })).toHaveCount(0);
  await expectAccessible(page);

  const approver = await beside(browser);
  await enterAs(approver, 'ldadmin2');
  await approver.goto(address);
  await approver.getByRole('button', { name: '批准', exact: true }).click();
  await expect(approver.getByText(/^批准人 邵悦然/)).toBeVisible();
  await approver.context().close();

  // after the approval a change says why
  await page.reload();
  await external.click();
  await dialog.getByRole('button', { name: '编辑项目' }).click();
  await dialog.getByLabel('预算（元）').fill('24000');
  await dialog.getByRole('button', { name: '保存' }).click();
  await expect(dialog.getByText('请写明原因')).toBeVisible();
  await dialog.getByLabel('调整原因').fill('供应商调整报价');
  await dialog.getByRole('button', { name: '保存' }).click();
  await dialog.getByRole('button', { name: '登记结果' }).click();
  await expectAccessible(page);
  await dialog.getByLabel('实际费用（元）').fill('23500');
  await dialog.getByRole('button', { name: '登记结果' }).click();
  await expect(dialog.getByText('已完成')).toBeVisible();
  await dialog.getByRole('button', { name: '关闭' }).click();

  await page.getByRole('button', { name: `贷后预警智能体 ${mark}` }).click();
  await dialog.getByRole('button', { name: '关联', exact: true }).click();
  await expectAccessible(page);
  await pick(page, '选择', '大模型应用骨干培训班', /第一期/);
  await dialog.getByRole('button', { name: '关联', exact: true }).click();
  await expect(dialog.getByText('已完成').first()).toBeVisible();
  await expect(dialog.getByRole('listitem')).toContainText('¥86,000');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: '关闭' }).click();

  await page.getByRole('link', { name: '计划与实际' }).click();
  const total = page.getByRole('table').first().getByRole('row', { name: /合计/ });
  await expect(total).toContainText('¥60,000');
  await expect(total).toContainText('¥109,500');
  await page.getByRole('combobox', { name: '类型' }).selectOption('external');
  await expect(total).toContainText('−¥500');
  await expectAccessible(page);
  await page.getByRole('link', { name: '调整记录' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: '供应商调整报价' })).toContainText('预算（元）：27,000 → 24,000');
  await expectAccessible(page);

  await page.setViewportSize({ width: 390, height: 844 });
  for (const tab of ['items', 'needs', 'comparison', 'revisions']) {
    await page.goto(`${address}?tab=${tab}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectFits(page);
  }
  await manager.context().close();
  expect([...faults, ...managerFaults]).toEqual([]);
});
