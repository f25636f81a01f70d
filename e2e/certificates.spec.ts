import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { RIGHT_CHOICES } from './answers.ts';
import { enterAs, expectAccessible, expectFits, watchForFaults } from './journey.ts';

test('a finished course brings a certificate, a visitor verifies it, an administrator revokes it, the visitor sees it revoked', async ({ page, browser }) => {
  const faults = watchForFaults(page);
  await enterAs(page, 'judge2');
  await page.goto('/courses?q=' + encodeURIComponent('公文与会议纪要'));
  await page.getByRole('link', { name: /公文与会议纪要/ }).first().click();
  await page.getByRole('button', { name: '开始学习' }).click();
  await page.getByRole('button', { name: '标记完成' }).click();
  await page.getByRole('link', { name: '下一课时' }).or(page.getByRole('button', { name: '下一课时' })).first().click();
  await page.getByRole('button', { name: '开始作答' }).click();
  const questions = page.getByRole('group', { name: /^第 \d+ 题/ });
  await expect(questions.first()).toBeVisible();
  for (const question of await questions.all()) {
    const words = (await question.innerText()).replace(/\s+/g, ' ');
    const wanted = RIGHT_CHOICES.get([...RIGHT_CHOICES.keys()].find((stem) => words.includes(stem))!)!;
    for (const choice of await question.locator('label').all()) {
      if (wanted.includes((await choice.innerText()).replace(/\s+/g, ' ').replace(/^[A-J] /, '').trim())) await choice.click();
    }
  }
  await expect(page.getByText('已保存').first()).toBeVisible();
  await page.getByRole('button', { name: '提交', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: '确认提交' }).click();
  await page.getByRole('link', { name: '查看学习结果' }).or(page.getByRole('button', { name: '查看学习结果' })).first().click();

  // the card of the finish page, the paper, the sheet
  await expect(page.getByRole('heading', { name: '您已获得证书' })).toBeVisible();
  await expectAccessible(page);
  const [paper] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '下载证书' }).click()]);
  expect(paper.suggestedFilename()).toMatch(/^ZX-\d{4}-\d{6}-[2-9A-HJ-NP-Z]{4}\.pdf$/);
  expect((await readFile(await paper.path())).subarray(0, 5).toString()).toBe('%PDF-');
  await page.getByRole('button', { name: '查看证书' }).click();
  await expect(page.getByRole('article', { name: '证书' })).toContainText('公文与会议纪要');
  await expectAccessible(page);
  const address = new URL((await page.getByRole('link', { name: /\/verify\// }).getAttribute('href'))!).pathname;
  const number = address.split('/').at(-1)!;
  await page.goto('/certificates');
  await expect(page.getByText(number)).toBeVisible();
  await expectAccessible(page);
  await page.goto('/hours');
  await expect(page.getByRole('heading', { name: '学时明细' })).toBeVisible();
  await expectAccessible(page);
  await page.goto('/points');
  await expect(page.getByText('+20').first()).toBeVisible();
  await page.getByLabel('在部门月榜上显示我的姓名').click();
  await expect(page.getByLabel('在部门月榜上显示我的姓名')).not.toBeChecked();
  await page.getByLabel('在部门月榜上显示我的姓名').click();
  await expect(page.getByLabel('在部门月榜上显示我的姓名')).toBeChecked();
  await expectAccessible(page);
  expect(faults).toEqual([]);

  // somebody without a login, on a telephone
  const visitor = await (await browser.newContext({ baseURL: new URL(page.url()).origin, viewport: { width: 390, height: 844 }, locale: 'zh-CN' })).newPage();
  await visitor.goto('/verify');
  await visitor.getByLabel('证书编号').fill(number.toLowerCase());
  await visitor.getByRole('button', { name: '核验' }).click();
  await expect(visitor.getByRole('heading', { name: '证书有效' })).toBeVisible();
  await expect(visitor.getByText('*')).toBeVisible();
  await expectAccessible(visitor);
  await expectFits(visitor);
  await visitor.getByLabel('证书编号').fill('ZX-2026-999999-AAAA');
  await visitor.getByRole('button', { name: '核验' }).click();
  await expect(visitor.getByText('没有这张证书')).toBeVisible();
  await expectAccessible(visitor);

  // the administrator finds it by its number, puts it in doubt, and decides
  const administrator = await (await browser.newContext({ baseURL: new URL(page.url()).origin, locale: 'zh-CN' })).newPage();
  const adminFaults = watchForFaults(administrator);
  await enterAs(administrator, 'ldadmin');
  await administrator.goto(`/administration/certificates?q=${number}`);
  await expectAccessible(administrator);
  await administrator.getByRole('link', { name: number }).click();
  await administrator.getByRole('button', { name: '提出复核' }).click();
  await administrator.getByLabel('理由').fill('重新评分后低于及格线');
  await expectAccessible(administrator);
  await administrator.getByRole('dialog').getByRole('button', { name: '提出' }).click();
  await expect(administrator.getByText('这张证书正在复核')).toBeVisible();
  await administrator.getByRole('button', { name: '撤销证书' }).click();
  await administrator.getByRole('dialog').getByRole('button', { name: '撤销' }).click();
  await expect(administrator.getByText('请填写理由')).toBeVisible();
  await administrator.getByLabel('理由').fill('复核确认成绩低于及格线');
  await administrator.getByRole('dialog').getByRole('button', { name: '撤销' }).click();
  await expect(administrator.getByText('撤销证书（成绩更正）')).toBeVisible();
  await expectAccessible(administrator);
  expect(adminFaults).toEqual([]);

  await visitor.goto(address);
  await expect(visitor.getByRole('heading', { name: '证书已撤销' })).toBeVisible();
  await expect(visitor.getByText('成绩更正')).toBeVisible();
  await expect(visitor.getByText('低于及格线')).toHaveCount(0);
  await expectAccessible(visitor);

  // the holder is told, and keeps no paper
  await page.goto('/certificates');
  await expect(page.getByText('已撤销').first()).toBeVisible();
  await page.getByRole('link', { name: '公文与会议纪要' }).first().click();
  await expect(page.getByText(/这张证书已于.*撤销/)).toBeVisible();
  await expect(page.getByRole('link', { name: '下载证书' })).toHaveCount(0);
});

test('an administrator corrects somebody’s hours and sets next year’s rule', async ({ page }) => {
  const faults = watchForFaults(page);
  await enterAs(page, 'ldadmin');
  await page.goto('/system/people?q=SF0020');
  await page.getByRole('table').getByRole('link').first().click();
  await page.getByRole('button', { name: '更正学时' }).click();
  await page.getByLabel('分钟数').fill('90');
  await page.getByLabel('理由').fill('外部培训证明已核');
  await expectAccessible(page);
  await page.getByRole('dialog').getByRole('button', { name: '记入' }).click();
  await expect(page.getByText('外部培训证明已核')).toBeVisible();
  await expectAccessible(page);
  await page.goto('/administration/recognition-rules');
  await page.getByLabel('学时合计').fill('100');
  await page.getByRole('button', { name: '保存', exact: true }).first().click();
  await expect(page.getByText('100 小时，其中正式 30 小时')).toBeVisible();
  await expectAccessible(page);
  expect(faults).toEqual([]);
});
