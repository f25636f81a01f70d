import { expect, type Page, test } from '@playwright/test';
import { enterAs, expectAccessible, expectFits, watchForFaults } from './journey.ts';

/** Picks a course by what the field finds. */
async function pickCourse(page: Page, within: string, words: string, option: RegExp): Promise<void> {
  const field = page.getByRole('group', { name: within }).getByRole('combobox', { name: '课程', exact: true });
  await field.click();
  await field.fill(words);
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option').filter({ hasText: option }).first().click();
  await expect(page.locator('.ant-select-dropdown:visible')).toHaveCount(0);
}

test('L&D makes a path by keyboard and publishes it, an employee follows it and sees the next step; a shorter version completes it', async ({ page, browser }) => {
  test.setTimeout(120_000);
  const faults = watchForFaults(page);
  const title = `安全用好大模型 ${crypto.randomUUID().slice(0, 8)}`;
  await enterAs(page, 'ldadmin');
  await page.goto('/administration/paths');
  await expectAccessible(page);
  await page.getByRole('link', { name: '新建路径' }).click();
  await page.getByLabel('名称', { exact: true }).fill(title);
  await page.getByRole('group', { name: '第 1 步' }).getByLabel('步骤名称').fill('走向图谱');
  await pickCourse(page, '第 1 步', '知识图谱', /图谱/);
  await page.getByRole('button', { name: '添加步骤' }).click();
  await page.getByRole('button', { name: '保存草稿' }).click();
  await expect(page.getByText('请填写步骤名称')).toBeVisible();
  await page.getByRole('group', { name: '第 2 步' }).getByLabel('步骤名称').fill('守住底线');
  await pickCourse(page, '第 2 步', '大模型安全', /安全/);
  await page.getByRole('button', { name: '上移第 2 步' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('已移到第 1 步')).toBeAttached();
  await expect(page.getByRole('group', { name: '第 1 步' }).getByLabel('步骤名称')).toHaveValue('守住底线');
  await expect(page.getByRole('button', { name: '下移第 1 步' })).toBeFocused();
  await expectAccessible(page);
  await page.getByRole('button', { name: '保存草稿' }).click();
  await expect(page).toHaveURL(/\/administration\/paths\/[0-9a-f-]{36}$/);
  await page.getByRole('button', { name: '发布', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: '发布第 1 版' });
  await expect(dialog).toContainText('可以看到并加入');
  await dialog.getByRole('button', { name: '发布', exact: true }).click();
  await expect(page.getByText('草稿与已发布的版本相同。')).toBeVisible();

  const theirs = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
  const theirFaults = watchForFaults(theirs);
  await enterAs(theirs, 'employee');
  await theirs.goto('/paths');
  await expectAccessible(theirs);
  await expectFits(theirs);
  await theirs.getByRole('searchbox', { name: '搜索学习路径' }).fill(title);
  await theirs.getByRole('link', { name: title }).click();
  await theirs.getByRole('button', { name: '加入这条路径' }).click();
  await expect(theirs.getByRole('progressbar', { name: `${title}的进度` })).toHaveAttribute('aria-valuenow', '50');
  await expect(theirs.getByRole('listitem').filter({ hasText: '走向图谱' }).first()).toContainText('下一步');
  await expectAccessible(theirs);
  await expectFits(theirs);

  await page.reload();
  await page.getByRole('button', { name: '移除第 2 步' }).click();
  await expect(page.getByText('有未保存的修改')).toBeVisible();
  await page.getByRole('button', { name: '保存草稿' }).click();
  await page.getByRole('button', { name: '发布', exact: true }).click();
  await expect(page.getByRole('dialog', { name: '发布第 2 版' })).toContainText('1 位在学员工');
  await page.getByRole('dialog').getByRole('button', { name: '发布', exact: true }).click();
  await expect(page.getByText('草稿与已发布的版本相同。')).toBeVisible();
  await expect(async () => {
    await theirs.reload();
    await expect(theirs.getByText('完成时间')).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 30_000 });
  await expect(theirs.getByRole('progressbar', { name: `${title}的进度` })).toHaveAttribute('aria-valuenow', '100');
  expect([...faults, ...theirFaults]).toEqual([]);
});

test('home shows the path to the role one aims at, and its next step', async ({ page }) => {
  const faults = watchForFaults(page);
  await enterAs(page, 'employee');
  await page.goto('/');
  const panel = page.getByRole('region', { name: '我的目标岗位路径' });
  await expect(panel.getByRole('listitem').filter({ hasText: '下一步' })).toHaveCount(1);
  await expectAccessible(page);
  await panel.getByRole('link', { name: '学习地图' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('学习地图');
  expect(faults).toEqual([]);
});

test('a manager assigns a path to a report, who finds it among the tasks and goes on from there', async ({ page, browser }) => {
  const faults = watchForFaults(page);
  const reason = `本季度人人会用 ${crypto.randomUUID().slice(0, 8)}`;
  await enterAs(page, 'manager');
  const [person] = (await (await page.request.get('/api/v1/people/found?q=SF0001')).json()).items as { id: string }[];
  await page.goto(`/team/assignments/new?people=${person!.id}`);
  await page.getByRole('combobox', { name: '学习内容', exact: true }).selectOption({ label: '学习路径' });
  const field = page.getByRole('combobox', { name: '学习路径', exact: true });
  await field.click();
  await field.fill('新人第一课');
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option').filter({ hasText: '新人第一课' }).first().click();
  await page.getByLabel('原因').fill(reason);
  await expectAccessible(page);
  await page.getByRole('button', { name: '指派', exact: true }).click();
  await expect(page).toHaveURL(/\/team\/assignments$/);

  const theirs = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
  await enterAs(theirs, 'employee');
  const mine = theirs.getByRole('listitem').filter({ hasText: reason });
  await expect(async () => {
    await theirs.goto('/assignments');
    await expect(mine).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 30_000 });
  await expectFits(theirs);
  await mine.getByRole('link', { name: /去学习|开始|继续|查看/ }).click();
  await expect(theirs).toHaveURL(/\/paths\//);
  expect(faults).toEqual([]);
  await theirs.context().close();
});
