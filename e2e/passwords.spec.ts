import { expect, test } from '@playwright/test';
import { enterAs, expectAccessible, expectFits, signIn, watchForFaults } from './journey.ts';

test('a first password by a link that works once; the person changes it, and their other login ends', async ({ page, browser }) => {
  const faults = watchForFaults(page);
  await enterAs(page, 'secadmin');
  const { items } = (await page.request.get('/api/v1/people?q=SF0050').then((answer) => answer.json())) as { items: { id: string }[] };
  await page.goto(`/system/people/${items[0]!.id}`);
  const account = page.getByRole('region', { name: '登录账号' });
  await expect(account).toContainText('尚未激活');
  await account.getByRole('button', { name: '生成设置密码的链接' }).click();
  const link = await account.getByRole('status').locator('code').innerText();
  await expectAccessible(page);

  const mine = await (await browser.newContext()).newPage();
  await mine.goto(link);
  await mine.getByLabel('新密码', { exact: true }).fill('iloveyou');
  await mine.getByLabel('再输一次新密码').fill('iloveyou');
  await mine.getByRole('button', { name: '设置密码' }).click();
  await expect(mine.getByRole('alert')).toContainText('太常见');
  await expectAccessible(mine);
  await mine.getByLabel('新密码', { exact: true }).fill('行远自迩登高自卑');
  await mine.getByLabel('再输一次新密码').fill('行远自迩登高自卑');
  await mine.getByRole('button', { name: '设置密码' }).click();
  await expect(mine).toHaveURL(/\/login$/);
  await signIn(mine, 'sf0050', '行远自迩登高自卑');
  await expect(mine).toHaveURL(/\/$/);

  const used = await (await browser.newContext()).newPage();
  await used.goto(link);
  await expect(used.getByRole('main')).toContainText('链接无效，或已使用、已过期');
  await signIn(used, 'sf0050', '行远自迩登高自卑');
  await expect(used).toHaveURL(/\/$/);

  await mine.setViewportSize({ width: 390, height: 844 });
  await mine.goto('/me/password');
  await mine.getByLabel('当前密码').fill('行远自迩登高自卑');
  await mine.getByLabel('新密码', { exact: true }).fill('千里之行始于足下');
  await mine.getByLabel('再输一次新密码').fill('千里之行始于足下');
  await expectFits(mine);
  await expectAccessible(mine);
  await mine.getByRole('button', { name: '修改密码' }).click();
  await expect(mine.getByText('密码已修改，其他登录已结束')).toBeVisible();
  await used.reload();
  await expect(used).toHaveURL(/\/login/);
  expect(faults).toEqual([]);
  await mine.context().close();
  await used.context().close();
});
