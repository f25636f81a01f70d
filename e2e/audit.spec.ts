import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { enterAs, expectAccessible, expectFits, watchForFaults } from './journey.ts';

test('the auditor reads who looked at whose record, narrows the trail, opens an entry and checks the chain', async ({ page, browser }) => {
  const manager = await (await browser.newContext()).newPage();
  await enterAs(manager, 'manager');
  const team = (await manager.request.get('/api/v1/insights/team?scope=line&limit=100').then((answer) => answer.json())) as { items: { person: { id: string; displayName: string } }[] };
  await manager.goto(`/team/members/${team.items.find(({ person }) => person.displayName === '周启航')!.person.id}`);
  await expect(manager.getByRole('heading', { level: 1, name: '周启航' })).toBeVisible();
  await manager.context().close();

  const faults = watchForFaults(page);
  await enterAs(page, 'auditor');
  await page.goto('/');
  await page.getByRole('link', { name: '审计记录' }).click();
  await expect(page.getByRole('table')).toBeVisible();
  await page.getByRole('link', { name: '查看他人学习情况' }).click();
  await page.getByRole('searchbox', { name: '操作人' }).fill('顾明远');
  await expect(page).toHaveURL(/person=/);
  const row = page.getByRole('row').filter({ hasText: '周启航' }).first();
  await expect(row).toContainText('顾明远');
  await expectAccessible(page);

  await row.getByRole('button', { name: '查看成员学习情况' }).focus();
  await page.keyboard.press('Enter');
  const entry = page.getByRole('dialog', { name: '一条记录' });
  await expect(entry).toContainText('member.view');
  await expect(entry).toContainText('SF0003');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(entry).toBeHidden();

  await page.getByRole('button', { name: /^校验最近/ }).click();
  await expect(page.getByRole('status').filter({ hasText: '完好' })).toBeVisible();
  await page.getByLabel('自', { exact: true }).fill('2020-01-02');
  await page.getByLabel('至', { exact: true }).fill('2020-01-03');
  await expect(page.getByText('没有符合条件的记录')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: '清除筛选' }).first().click();
  await expect(page.getByRole('row').nth(1)).toBeVisible();
  await page.setViewportSize({ width: 390, height: 844 });
  await expectFits(page);
  await expectAccessible(page);
  expect(faults).toEqual([]);
});

test('a person sees what is kept, takes a copy, asks for a correction, and reads the answer of an administrator', async ({ page, browser }) => {
  const faults = watchForFaults(page);
  await enterAs(page, 'employee2');
  await page.goto('/');
  await page.getByRole('button', { name: /沈若溪/ }).click();
  await page.getByRole('menuitem', { name: '我的数据' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '我的数据' })).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: '基本信息' })).toContainText('1');
  await expectAccessible(page);
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '下载一份副本' }).click()]);
  expect(download.suggestedFilename()).toBe('我的数据.zip');
  expect((await readFile(await download.path())).subarray(0, 2).toString()).toBe('PK');

  await page.getByRole('button', { name: '申请更正' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: '提交' }).click();
  await expect(dialog.getByRole('alert')).toHaveText('请写明有什么错误');
  await dialog.getByLabel('涉及的内容').selectOption({ label: '部门与岗位' });
  await dialog.getByLabel(/有什么错误/).fill('岗位已调整为高级工程师');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: '提交' }).click();
  const mine = page.getByRole('listitem').filter({ hasText: '岗位已调整为高级工程师' });
  await expect(mine).toContainText('待答复');

  const administrator = await (await browser.newContext()).newPage();
  await enterAs(administrator, 'sysadmin');
  await administrator.goto('/system/corrections');
  await administrator.getByRole('listitem').filter({ hasText: '岗位已调整为高级工程师' }).getByRole('button', { name: '答复' }).click();
  await administrator.getByRole('dialog').getByLabel('答复内容').fill('已请人事更正');
  await expectAccessible(administrator);
  await administrator.getByRole('dialog').getByRole('button', { name: '答复' }).click();
  await expect(administrator.getByText('没有待答复的申请')).toBeVisible();
  await administrator.getByRole('link', { name: '已答复' }).click();
  await expect(administrator.getByRole('listitem').filter({ hasText: '已请人事更正' })).toContainText('沈若溪');
  await expectAccessible(administrator);
  await administrator.context().close();

  await page.reload();
  await expect(mine).toContainText('已请人事更正');
  expect(faults).toEqual([]);
});

test('who has not read the privacy notice meets it once, over any page, and cannot pass it by Escape', async ({ page }) => {
  const faults = watchForFaults(page);
  await enterAs(page, 'judge1');
  await page.goto('/courses');
  const notice = page.getByRole('dialog', { name: '隐私声明' });
  await expect(notice).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(notice).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectFits(page);
  await notice.getByRole('button', { name: '我已阅读' }).click();
  await expect(notice).toBeHidden();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.waitForLoadState('networkidle');
  await expect(notice).toBeHidden();
  await page.goto('/privacy');
  await expect(page.getByText(/您已于 .* 确认阅读/)).toBeVisible();
  await expectAccessible(page);
  expect(faults).toEqual([]);
});
