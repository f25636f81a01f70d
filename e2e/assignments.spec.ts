import { type Browser, type BrowserContextOptions, expect, type Page, test } from '@playwright/test';
import { enterAs, expectAccessible, expectFits, watchForFaults } from './journey.ts';

const DAY = 86_400_000;
const BEIJING = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });

/** A calendar day in Beijing so many days from now. */
const dayIn = (days: number): string => BEIJING.format(new Date(Date.now() + days * DAY));

/** `2026-12-15` as the interface says it in the year it falls. */
const monthDay = (day: string): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;

/** Another person at another device. */
const beside = async (browser: Browser, options: BrowserContextOptions = {}): Promise<Page> => (await browser.newContext(options)).newPage();

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** Picks by what an antd field finds. */
async function pick(page: Page, name: string | RegExp, words: string, option: RegExp): Promise<void> {
  const field = page.getByRole('combobox', { name });
  await field.click();
  await field.fill(words);
  await page.locator('.ant-select-item-option').filter({ hasText: option }).first().click();
  await expect(page.locator('.ant-select-dropdown:visible')).toHaveCount(0);
}

test('L&D makes a yearly assignment in the wizard, activates it, the employee sees it with its due date, and a waiver shows as waived', async ({ page, browser }) => {
  test.setTimeout(120_000);
  const faults = watchForFaults(page);
  const title = `年度反洗钱培训 ${crypto.randomUUID().slice(0, 8)}`;
  const due = dayIn(40);
  await enterAs(page, 'ldadmin');
  await page.goto('/administration/assignments');
  await expectAccessible(page);
  await page.getByRole('link', { name: '新建指派' }).first().click();
  await page.getByRole('button', { name: '保存，下一步' }).click();
  await expect(page.getByText('请选择学习内容')).toBeVisible();
  await expectAccessible(page);
  await pick(page, '课程', '知识图谱', /金融知识图谱入门/);
  await page.getByLabel('名称').fill(title);
  await page.getByLabel('原因').fill('监管要求每年完成一次');
  await page.getByRole('button', { name: '保存，下一步' }).click();

  await expect(page).toHaveURL(/edit\?step=audience/);
  await page.getByRole('button', { name: '添加条件', exact: true }).click();
  await page.getByRole('combobox', { name: '条件', exact: true }).selectOption({ label: '指定员工' });
  await expect(page.getByText('补全条件后显示人数')).toBeVisible();
  await pick(page, '指定员工', 'SF0007', /SF0007/);
  await expect(page.getByRole('status').filter({ hasText: '人符合' })).toContainText('1');
  await expectAccessible(page);
  await page.getByRole('button', { name: '保存，下一步' }).click();

  await page.getByLabel('截止方式').selectOption('yearly');
  await page.getByLabel('月', { exact: true }).selectOption(String(Number(due.slice(5, 7))));
  await page.getByLabel('日', { exact: true }).selectOption(String(Number(due.slice(8))));
  await expect(page.getByText(`每年 ${monthDay(due)}截止，提前 60 天开始。`).first()).toBeVisible();
  await page.getByLabel('此前完成过的员工').selectOption('ignore');
  await expectAccessible(page);
  await page.getByRole('button', { name: '保存，下一步' }).click();
  await expectAccessible(page);
  await page.getByRole('button', { name: '保存，下一步' }).click();
  await expect(page.getByText('没有发现冲突。')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: '发布', exact: true }).click();
  await expect(page).toHaveURL(/assignments\/[0-9a-f-]+$/);
  const address = page.url();

  await page.getByRole('link', { name: '运行记录' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: '发布' })).toContainText('已完成');
  await expectAccessible(page);

  const theirs = await beside(browser);
  const theirFaults = watchForFaults(theirs);
  await enterAs(theirs, 'judge2');
  await theirs.goto('/assignments');
  const row = theirs.getByRole('listitem').filter({ hasText: title });
  await expect(row).toContainText('监管要求每年完成一次');
  await expect(row).toContainText(`${monthDay(due)}截止`);
  await expect(row).toContainText('还有 40 天');
  await expectAccessible(theirs);
  await row.getByRole('link', { name: '金融知识图谱入门', exact: true }).click();
  await expect(theirs.getByRole('region', { name: '经过' })).toContainText('需要完成');
  await expectAccessible(theirs);
  await theirs.getByRole('region', { name: '要点' }).getByRole('link', { name: '金融知识图谱入门' }).click();
  await expect(theirs.getByRole('link', { name: new RegExp(`必修 · .*${monthDay(due)}截止`) })).toBeVisible();
  await expectAccessible(theirs);

  await page.goto(`${address}?tab=people`);
  await page.getByRole('table').getByRole('link').first().click();
  await page.getByRole('button', { name: '免修', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: '批准免修' }).click();
  await expect(dialog).toContainText('请上传证明文件或填写链接');
  await expectAccessible(page);
  await dialog.getByLabel('免修原因').fill('已持有外部认证');
  await dialog.getByLabel('证明链接').fill('https://oa.example.com/approvals/1');
  await dialog.getByRole('button', { name: '批准免修' }).click();
  await expect(page.getByRole('region', { name: '免修' })).toContainText('已持有外部认证');
  await expect(page.getByRole('banner').or(page.getByRole('main')).last()).toContainText('已免修');

  await theirs.goto('/assignments?state=all');
  await expect(theirs.getByRole('listitem').filter({ hasText: title })).toContainText('已免修');
  await page.goto(address);
  await expect(page.getByRole('row', { name: /已免修/ })).toContainText('1');
  await expectAccessible(page);
  expect([...faults, ...theirFaults]).toEqual([]);
  await theirs.context().close();
});

test('a manager assigns to a report, the report asks for more time on a phone, and the manager approves in two taps', async ({ page, browser }) => {
  test.setTimeout(120_000);
  const faults = watchForFaults(page);
  const reason = `近期客户材料多 ${crypto.randomUUID().slice(0, 8)}`;
  await enterAs(page, 'manager');
  await page.goto('/team/assignments');
  await expectAccessible(page);
  await page.getByRole('link', { name: '指派学习' }).click();
  await page.getByRole('button', { name: '指派', exact: true }).click();
  await expect(page.getByText('请至少选择一人')).toBeVisible();
  await pick(page, '添加员工', 'SF0001', /SF0001/);
  await expect(page.getByRole('button', { name: /^移除/ })).toBeVisible();
  await pick(page, '课程', '提示词', /提示词工程实战/);
  await page.getByLabel('截止日期').fill(dayIn(3));
  await page.getByLabel('原因').fill(reason);
  await expectAccessible(page);
  await page.getByRole('button', { name: '指派', exact: true }).click();
  await expect(page).toHaveURL(/\/team\/assignments$/);
  await page.getByRole('link', { name: '主管指派' }).click();
  await page.getByRole('table').getByRole('link', { name: '提示词工程实战' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('提示词工程实战');
  await expect(async () => {
    await page.reload();
    await expect(page.getByRole('row', { name: /^已指派/ })).toContainText('1', { timeout: 2_000 });
  }).toPass();
  await expectAccessible(page);

  const phone = await beside(browser, PHONE);
  const phoneFaults = watchForFaults(phone);
  await enterAs(phone, 'employee');
  const mine = phone.getByRole('listitem').filter({ hasText: reason });
  await expect(async () => {
    await phone.goto('/assignments');
    await expect(mine).toContainText('即将到期', { timeout: 2_000 });
  }).toPass();
  await expectFits(phone);
  await expectAccessible(phone);
  await mine.getByRole('link').first().tap();
  await phone.getByRole('button', { name: '申请延期' }).tap();
  await phone.getByRole('dialog').getByLabel('希望延期至').fill(dayIn(10));
  await phone.getByRole('dialog').getByLabel('申请理由').fill(reason);
  await expectAccessible(phone);
  await phone.getByRole('dialog').getByRole('button', { name: '提交申请' }).tap();
  await expect(phone.getByRole('region', { name: '延期申请' })).toContainText('待审批');
  await expectFits(phone);
  await expectAccessible(phone);
  const address = phone.url();

  const office = await beside(browser, PHONE);
  const officeFaults = watchForFaults(office);
  await enterAs(office, 'manager');
  await office.goto('/team/approvals');
  const asked = office.getByRole('listitem').filter({ hasText: reason });
  await expect(asked).toContainText('多 7 天');
  await expectFits(office);
  await expectAccessible(office);
  await asked.getByRole('button', { name: /^批准/ }).tap();
  await expect(asked).toHaveCount(0);

  await phone.goto(address);
  await expect(phone.getByRole('region', { name: '延期申请' })).toContainText('已批准');
  await expect(phone.getByRole('region', { name: '经过' })).toContainText('延期获批');
  expect([...faults, ...phoneFaults, ...officeFaults]).toEqual([]);
  await Promise.all([phone.context().close(), office.context().close()]);
});
