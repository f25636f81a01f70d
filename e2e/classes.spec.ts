import { type Browser, type BrowserContextOptions, expect, type Page, test } from '@playwright/test';
import { enterAs, expectAccessible, expectFits, watchForFaults } from './journey.ts';

const BEIJING = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' });
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** Day and hour in Beijing so many minutes from now. */
const beijing = (minutes = 0): { day: string; time: string } => {
  const [day = '', time = ''] = BEIJING.format(new Date(Date.now() + minutes * 60_000)).split(' ');
  return { day, time };
};

/** Another person at another device. */
const beside = async (browser: Browser, options: BrowserContextOptions = {}): Promise<Page> => (await browser.newContext(options)).newPage();

/** Picks by what an antd field finds. */
async function pick(page: Page, name: string | RegExp, words: string, option: RegExp): Promise<void> {
  const field = page.getByRole('combobox', { name });
  await field.click();
  await field.fill(words);
  await page.locator('.ant-select-item-option').filter({ hasText: option }).first().click();
  await expect(page.locator('.ant-select-dropdown:visible')).toHaveCount(0);
}

test('L&D makes a class, a manager nominates, the participant checks in by the code on a phone, the sheet is filled by keyboard, the class closes with its report', async ({ page, browser }) => {
  test.setTimeout(180_000);
  const faults = watchForFaults(page);
  const title = `智能体应用培训班 ${crypto.randomUUID().slice(0, 8)}`;
  const { day } = beijing();
  const late = beijing(90);
  await enterAs(page, 'ldadmin');
  await page.goto('/administration/classes');
  await expectAccessible(page);
  await page.getByRole('link', { name: '新建培训班' }).click();
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(page.getByText('请填写名称')).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('名称').fill(title);
  await page.getByLabel('地点').fill('总行三楼');
  await page.getByLabel('开班日期').fill(day);
  await page.getByLabel('结束日期').fill(day);
  await page.getByLabel('日期', { exact: true }).fill(day);
  await page.getByLabel('开始').fill('00:00');
  await page.getByLabel('结束', { exact: true }).fill(late.day === day ? late.time : '23:59');
  await page.getByLabel('主题').fill('智能体与工具调用');
  await page.getByLabel('选派截止日期').fill(day);
  await page.getByRole('button', { name: '添加部门' }).click();
  await pick(page, '部门', '风险管理部', /风险管理部$/);
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(page.getByRole('heading', { name: title })).toBeVisible();
  await page.getByRole('button', { name: '发布', exact: true }).click();
  await expect(page.getByText('进行中')).toBeVisible();
  const address = page.url();
  await expectAccessible(page);

  const boss = await beside(browser);
  const theirFaults = watchForFaults(boss);
  await enterAs(boss, 'manager');
  await boss.goto('/team/assignments?tab=nominations');
  await boss.getByRole('button', { name: `选派 ${title}` }).click();
  await pick(boss, '添加员工', 'SF0001', /SF0001/);
  await boss.getByLabel(/理由|原因/).fill('承担贷后预警智能体试点');
  await expectAccessible(boss);
  await boss.getByRole('dialog').getByRole('button', { name: '选派', exact: true }).click();
  await expect(boss.getByText('已选派，学员会收到通知')).toBeVisible();
  await expect(boss.getByRole('listitem').filter({ hasText: title })).toContainText('已选派 1 / 3 人');

  await page.getByRole('link', { name: '名单', exact: true }).click();
  await page.getByRole('button', { name: '添加学员' }).click();
  await pick(page, '添加员工', 'SF0060', /SF0060/);
  await page.getByRole('dialog').getByRole('button', { name: '添加', exact: true }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'SF0060' })).toContainText('培训管理员添加');
  await expect(page.getByRole('listitem').filter({ hasText: 'SF0001' })).toContainText('承担贷后预警智能体试点');
  await expectAccessible(page);

  await page.getByRole('link', { name: '考勤', exact: true }).click();
  await page.getByRole('region', { name: '签到', exact: true }).getByRole('link').first().click();
  await expect(page.getByText('已签到 0 人')).toBeVisible();
  await expectAccessible(page);
  const shown = async () => (await page.getByText(/^签到码 ?\d{6}$/).textContent())!.replace(/\D/g, '');

  const theirs = await beside(browser, PHONE);
  const phoneFaults = watchForFaults(theirs);
  await enterAs(theirs, 'employee');
  await theirs.goto('/classes');
  await expectFits(theirs);
  await expectAccessible(theirs);
  await theirs.getByRole('link', { name: title }).click();
  await expect(theirs.getByText('智能体与工具调用')).toBeVisible();
  await expectFits(theirs);
  await expectAccessible(theirs);
  await theirs.getByRole('link', { name: /^签到/ }).click();
  await theirs.getByLabel('签到码').fill(await shown());
  await theirs.getByRole('button', { name: '签到', exact: true }).click();
  await expect(theirs.getByText('签到成功')).toBeVisible();
  await expectFits(theirs);
  await expectAccessible(theirs);
  await expect(page.getByText('已签到 1 人')).toBeVisible();

  await page.goto(`${address}?tab=attendance`);
  await page.getByRole('button', { name: /周启航，.*出席$/ }).focus();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('2');
  await page.keyboard.press('ArrowUp');
  const marked = page.getByRole('button', { name: /：部分出席$/ });
  await expect(marked).toHaveCount(1);
  await expectAccessible(page);
  await page.getByRole('button', { name: '保存 1 项' }).click();
  await expect(page.getByText('考勤已保存')).toBeVisible();
  await expect(page.getByRole('region', { name: '考勤记录' }).getByRole('listitem')).toHaveCount(2);

  await page.getByRole('button', { name: '结班', exact: true }).click();
  await page.getByLabel('费用（元）').fill('12000');
  await expectAccessible(page);
  await page.getByRole('dialog').getByRole('button', { name: '结班', exact: true }).click();
  await expect(page.getByText('已结班', { exact: true }).first()).toBeVisible();
  await page.getByRole('link', { name: '结班报告' }).click();
  await expect(page.getByText('12,000')).toBeVisible();
  await expect(page.getByRole('row', { name: /SF0060/ })).toContainText('已结业');
  await expectAccessible(page);
  expect([...faults, ...theirFaults, ...phoneFaults]).toEqual([]);
});

test('a survey is made, opened, answered on a phone without a name, and hidden while few have answered; last year’s is shown', async ({ page, browser }) => {
  test.setTimeout(120_000);
  const faults = watchForFaults(page);
  await enterAs(page, 'ldadmin');
  await page.goto('/administration/classes?state=closed');
  await page.getByRole('link', { name: '大模型应用骨干培训班（第一期）' }).first().click();
  await page.getByRole('link', { name: '问卷', exact: true }).click();
  await expect(page.getByRole('row', { name: /合适/ })).toBeVisible();
  await expectAccessible(page);

  await page.goto('/administration/classes');
  await page.getByRole('link', { name: /年大模型应用工程师培训班$/ }).first().click();
  await page.getByRole('link', { name: '问卷', exact: true }).click();
  await expectAccessible(page);
  await page.getByRole('button', { name: '添加题目' }).click();
  await page.getByLabel('题目', { exact: true }).last().fill('讲师讲解是否清楚');
  await page.getByRole('button', { name: '保存问卷' }).click();
  await expect(page.getByText('问卷已保存')).toBeVisible();
  await page.getByRole('button', { name: '发布问卷' }).click();
  await expect(page.getByText('匿名问卷满 5 份才显示结果')).toBeVisible();
  await expectAccessible(page);

  const theirs = await beside(browser, PHONE);
  const theirFaults = watchForFaults(theirs);
  await enterAs(theirs, 'employee');
  await theirs.goto('/classes');
  await theirs.getByRole('link', { name: /年大模型应用工程师培训班$/ }).click();
  await theirs.getByRole('link', { name: '填写问卷' }).click();
  await theirs.getByRole('radio', { name: '5' }).first().check();
  await theirs.getByRole('checkbox', { name: '智能体' }).check();
  await theirs.getByLabel('您的建议').fill('多讲授信流程改造');
  await expectFits(theirs);
  await expectAccessible(theirs);
  await theirs.getByRole('button', { name: '提交' }).click();
  await expect(theirs.getByText('问卷已提交，谢谢')).toBeVisible();
  await page.reload();
  await expect(page.getByText(/已填写 1 \/ \d+ 人/)).toBeVisible();
  await expect(page.getByText('匿名问卷满 5 份才显示结果')).toBeVisible();
  expect([...faults, ...theirFaults]).toEqual([]);
});
