import { expect, test } from '@playwright/test';
import { enterAs, expectAccessible, expectFits, watchForFaults } from './journey.ts';
import { answerPaper, submitPaper } from './paper.ts';

test('from a gap to its courses, through one of them, and back to a card that shows the level and why', async ({ page }) => {
  const faults = watchForFaults(page);
  await enterAs(page, 'employee2');
  await page.goto('/');
  await page.getByRole('link', { name: '我的技能' }).click();
  const gaps = page.getByRole('region', { name: '目标岗位与差距' });
  const gap = gaps.getByRole('listitem').filter({ hasText: '提示工程' });
  await expect(gap).toContainText('暂无佐证 → 4 级');
  await expectAccessible(page);
  await gap.getByRole('link', { name: /^找课程/ }).click();
  await expect(page).toHaveURL(/\/courses\?skill=prompt-engineering$/);
  await expect(page.getByRole('checkbox', { name: /^提示工程/ })).toBeChecked();
  await expect(page.getByRole('link', { name: /金融知识图谱入门/ })).toHaveCount(0);
  await expectAccessible(page);

  await page.getByRole('link', { name: /公文与会议纪要/ }).first().click();
  const taught = page.getByRole('region', { name: '完成后能达到的技能' });
  await expect(taught.getByRole('listitem').filter({ hasText: '提示工程' })).toContainText('1 级能写清角色、任务、材料和输出格式');
  await page.getByRole('button', { name: '开始学习' }).click();
  await page.getByRole('button', { name: '标记完成' }).click();
  await page.getByRole('link', { name: '下一课时' }).or(page.getByRole('button', { name: '下一课时' })).first().click();
  await page.getByRole('button', { name: '开始作答' }).click();
  await answerPaper(page, () => true);
  await submitPaper(page);
  await expect(page.getByRole('heading', { name: '通过了' })).toBeVisible();

  await page.goto('/skills');
  const skill = page.getByRole('region', { name: '技术', exact: true }).getByRole('group').filter({ hasText: '提示工程' });
  await expect(skill).toContainText('1 级目标 4 级');
  await skill.getByText('提示工程', { exact: true }).first().click();
  await expect(skill.getByRole('list', { name: '等级的依据' }).getByRole('link', { name: /公文与会议纪要/ })).toBeVisible();
  await expect(gap).toContainText('1 级 → 4 级');
  await expect(page.getByRole('region', { name: '佐证时间线' }).getByRole('listitem').first()).toContainText('公文与会议纪要');
  await expectAccessible(page);
  expect(faults).toEqual([]);
});

test('a self-assessment by the anchors stands beside the level on a phone, and another target moves the gaps', async ({ page }) => {
  const faults = watchForFaults(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await enterAs(page, 'trainer');
  await page.goto('/skills/profiles/data-engineer');
  await page.getByRole('button', { name: '设为我的目标' }).click();
  await expect(page.getByText('我的目标')).toBeVisible();
  await expectAccessible(page);
  await expectFits(page);
  await page.goto('/skills');
  await expect(page.getByRole('combobox', { name: '目标岗位' })).toHaveValue('data-engineer');
  const skill = page.getByRole('region', { name: '交付' }).getByRole('group').filter({ hasText: '治理' });
  await skill.getByText('治理', { exact: true }).first().click();
  await skill.getByRole('button', { name: '自评' }).click();
  const dialog = page.getByRole('dialog', { name: '自评：治理' });
  await dialog.getByRole('radio', { name: /^2 级/ }).check();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: '保存自评' }).click();
  await expect(skill).toContainText('自评 2 级');
  await expect(skill).toContainText('暂无佐证目标 3 级');
  await expectAccessible(page);
  await expectFits(page);
  expect(faults).toEqual([]);
});

test('the framework is drafted anew, published with its difference, and the version before stays readable', async ({ page }) => {
  const faults = watchForFaults(page);
  await enterAs(page, 'ldadmin');
  await page.goto('/administration/skills');
  await page.getByRole('link', { name: '项目管理' }).click();
  await page.getByLabel('1 级锚点（中文）').fill('');
  await page.getByRole('button', { name: '保存草稿' }).click();
  await expect(page.getByRole('alert')).toHaveText('请填写，且不要超过字数上限。');
  await expect(page.getByLabel('1 级锚点（中文）')).toBeFocused();
  await page.getByLabel('1 级锚点（中文）').fill('能每天更新任务清单，发现延期当天说出来并写明原因。');
  await expectAccessible(page);
  await page.getByRole('button', { name: '保存草稿' }).click();
  await page.getByRole('button', { name: /^发布第 \d+ 版$/ }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('deletion')).toContainText('能维护任务清单和会议纪要');
  await expect(dialog.getByRole('insertion')).toContainText('写明原因');
  await expectAccessible(page);
  await dialog.getByLabel('版本说明').fill('项目管理一级更具体');
  await dialog.getByRole('button', { name: /^发布第 \d+ 版$/ }).click();
  await expect(page.getByRole('row', { name: /项目管理一级更具体/ })).toBeVisible();
  await expectAccessible(page);

  await page.goto('/skills/framework?skill=project');
  await expect(page.getByText('能每天更新任务清单')).toBeVisible();
  await page.getByRole('link', { name: /^第 1 版/ }).click();
  await expect(page.getByText('能维护任务清单和会议纪要')).toBeVisible();
  await expectAccessible(page);
  expect(faults).toEqual([]);
});

test('a manager sees the skills of a member with their reasons, and search finds a skill by its initials', async ({ page }) => {
  const faults = watchForFaults(page);
  await enterAs(page, 'manager');
  await page.goto('/team?scope=line');
  await page.getByRole('searchbox').or(page.getByLabel('查找成员')).first().fill('zqh');
  await page.getByRole('table').getByRole('link', { name: /周启航/ }).first().click();
  await expect(page.getByRole('region', { name: '目标岗位与差距' })).toContainText('业务 AI 先锋');
  const skill = page.getByRole('region', { name: '技术', exact: true }).getByRole('group').filter({ hasText: 'AI 安全' });
  await skill.getByText('AI 安全', { exact: true }).first().click();
  await expect(skill).toContainText('大模型安全、合规与数据保护');
  await expect(skill.getByRole('button', { name: '自评' })).toHaveCount(0);
  await expectAccessible(page);

  await page.goto('/search?q=tsgc');
  await page.getByRole('region', { name: '技能' }).getByRole('link', { name: /提示工程/ }).click();
  await expect(page.getByRole('heading', { level: 2, name: '提示工程' })).toBeVisible();
  expect(faults).toEqual([]);
});

test('a claim is reviewed by somebody else: granted, and on the card as verified evidence', async ({ page, browser }) => {
  const faults = watchForFaults(page);
  const context = await browser.newContext();
  const owner = await context.newPage();
  await enterAs(owner, 'trainer');
  const claimed = await owner.request.post('/api/v1/evidence', { headers: { 'x-requested-with': 'journey', 'idempotency-key': crypto.randomUUID() }, data: { skillId: 'mlops', level: 2, note: '搭建过脱敏流水线' } });
  expect(claimed.ok()).toBe(true);
  await enterAs(page, 'ldadmin');
  await page.goto('/');
  await page.getByRole('link', { name: '技能评审' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('技能评审');
  const row = page.getByRole('listitem').filter({ hasText: '搭建过脱敏流水线' });
  await expect(row).toContainText('暂无佐证 → 2 级');
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectFits(page);
  await row.getByRole('button', { name: /^评审：/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: '提交意见' }).click();
  await expect(dialog.getByText('请填写理由')).toBeVisible();
  await dialog.getByLabel('理由').fill('查看过流水线与说明文档');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: '提交意见' }).click();
  await expect(row).toHaveCount(0);
  await owner.goto('/skills');
  await expect(owner.getByRole('region', { name: '佐证时间线' })).toContainText('主管或同事评价');
  await context.close();
  expect(faults).toEqual([]);
});
