import { expect, test } from '@playwright/test';
import { enterAs, expectAccessible, watchForFaults } from './journey.ts';

test('the manager sees who needs attention and why, opens the person, and the look is on record', async ({ page }) => {
  const faults = watchForFaults(page);
  await enterAs(page, 'manager');
  await page.goto('/');
  await page.getByRole('link', { name: '团队' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('团队');
  const attention = page.getByRole('region', { name: '需要关注' });
  await expect(attention).toContainText('没有学习');
  await expect(attention).toContainText('次未通过');
  await expectAccessible(page);

  await page.getByText('全部下级').first().click();
  await expect(page).toHaveURL(/scope=line/);
  await page.getByRole('searchbox').or(page.getByLabel('查找成员')).first().fill('zqh');
  await expect(page.getByRole('table')).toContainText('周启航');
  await page.getByRole('table').getByRole('link', { name: /周启航/ }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('周启航');
  await expect(page.getByRole('main')).toContainText('贷后管理岗');
  await expect(page.getByRole('main')).toContainText('大模型安全、合规与数据保护');
  await expect(page.getByRole('main')).toContainText('答题内容不对管理者显示');
  await expectAccessible(page);
  expect(faults).toEqual([]);
});

test('an employee has no team page, in the menu or by its address', async ({ page }) => {
  await enterAs(page, 'employee');
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('今天学什么');
  await expect(page.getByRole('link', { name: '团队' })).toHaveCount(0);
  await page.goto('/team');
  await expect(page.getByRole('main')).toContainText('权限');
  await expectAccessible(page);
});

test('what an employee finishes, the manager sees', async ({ page, browser }) => {
  await enterAs(page, 'employee');
  await page.goto('/');
  await expectAccessible(page);
  const next = page.getByRole('link', { name: /继续学习：制度问答助手/ });
  await expect(next).toBeVisible();
  await next.click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('把答案做可信');
  await page.getByRole('button', { name: '标记完成' }).click();
  await expect(page.getByText('必修 2 / 3')).toBeVisible();

  const office = await browser.newPage();
  await enterAs(office, 'manager');
  await office.goto('/team?scope=line&q=SF0001');
  await office.getByRole('table').getByRole('link', { name: /周启航/ }).first().click();
  await expect(office.getByRole('row', { name: /制度问答助手/ }).or(office.getByRole('listitem').filter({ hasText: '制度问答助手' })).first()).toContainText('66%');
  await office.close();
});
