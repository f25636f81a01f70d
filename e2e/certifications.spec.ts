import { expect, type Page, test } from '@playwright/test';
import { ZipFile } from 'yazl';
import { enterAs, expectAccessible, expectFits, watchForFaults } from './journey.ts';

const send = { headers: { 'x-requested-with': 'journey' } };
const PHONE = { viewport: { width: 390, height: 844 } };

/** Picks by what an antd field finds. */
async function pick(page: Page, name: string | RegExp, words: string): Promise<void> {
  const field = page.getByRole('combobox', { name });
  await field.click();
  await field.fill(words);
  await page.locator('.ant-select-item-option').filter({ hasText: words }).first().click();
}

/** Goes through a course of articles, as its learner does. */
async function learn(page: Page, courseId: string): Promise<void> {
  const { id } = (await (await page.request.post(`/api/v1/courses/${courseId}/registrations`, { ...send, data: {} })).json()) as { id: string };
  const { chapters } = (await (await page.request.get(`/api/v1/registrations/${id}`)).json()) as { chapters: { lessons: { key: string }[] }[] };
  for (const { key } of chapters.flatMap((chapter) => chapter.lessons))
    for (const kind of ['opened', 'marked_done']) {
      const event = { id: crypto.randomUUID(), kind, clientTime: '2026-01-01T00:00:00.000Z' };
      expect((await page.request.post(`/api/v1/registrations/${id}/lessons/${key}/events`, { ...send, data: event })).status()).toBe(200);
    }
}

/** A course of one short article that everybody may read, published over the API. @returns its id */
async function shortCourse(page: Page, title: string): Promise<string> {
  const zip = new ZipFile();
  zip.addBuffer(Buffer.from('# 标注规范\n\n先脱敏，再标注。\n'), '01-rules.md');
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  const file = { name: `journey-${crypto.randomUUID().slice(0, 8)}.zip`, mimeType: 'application/zip', buffer: Buffer.concat(chunks) };
  const { courseId } = (await (await page.request.post(`/api/v1/courses/import?title=${encodeURIComponent(title)}`, { ...send, multipart: { file } })).json()) as { courseId: string };
  const { revision } = (await (await page.request.get(`/api/v1/courses/${courseId}/draft`)).json()) as { revision: number };
  const facts = { summary: '标注人员须知', domain: 'llm-technology', minimumReading: false };
  expect((await page.request.patch(`/api/v1/courses/${courseId}/draft`, { headers: { ...send.headers, 'if-match': `"${revision}"` }, data: facts })).status()).toBe(200);
  expect((await page.request.post(`/api/v1/courses/${courseId}/versions/1/publish`, { ...send, data: {} })).status()).toBe(200);
  return courseId;
}

test('L&D makes a certification for a position; who lacks it is reported, is certified by the course and renews it inside the window', async ({ page, browser }) => {
  test.setTimeout(120_000);
  const faults = watchForFaults(page);
  const title = `数据标注上岗资格 ${crypto.randomUUID().slice(0, 8)}`;
  await enterAs(page, 'ldadmin');
  const lesson = `数据标注规范 ${title.slice(-8)}`;
  const courseId = await shortCourse(page, lesson);
  await page.goto('/administration/certifications');
  await expectAccessible(page);
  await page.getByRole('link', { name: '新建资格' }).click();
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(page.getByText('请填写名称，2 至 80 字')).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('名称').fill(title);
  await page.getByLabel('颁发机构').fill('示范银行');
  await pick(page, /课程/, lesson);
  // so short that its window is always open
  await page.getByLabel('有效期（月）').fill('1');
  await page.getByLabel('续证窗口（天）').fill('31');
  await page.getByLabel('添加岗位').selectOption({ label: '贷后管理岗' });
  await page.getByRole('button', { name: '添加技能' }).click();
  await page.getByLabel('第 1 项技能', { exact: true }).selectOption({ label: '数据处理' });
  await page.getByLabel('第 1 项技能的等级').selectOption({ label: '1 级' });
  await expectAccessible(page);
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(page.getByRole('heading', { name: title })).toBeVisible();
  await expect(page.getByText('贷后管理岗').first()).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: '数据处理 · 1 级' })).toBeVisible();
  await expectAccessible(page);

  await page.goto('/administration/certifications?tab=report');
  await page.getByRole('button', { name: title }).click();
  await expect(page.getByRole('region', { name: '未持证人员' }).getByRole('listitem').first()).toBeVisible();
  await expectAccessible(page);
  await expectFits(page);

  const theirs = await (await browser.newContext(PHONE)).newPage();
  const theirFaults = watchForFaults(theirs);
  await enterAs(theirs, 'employee');
  await theirs.goto('/certifications');
  const mine = theirs.getByRole('listitem').filter({ hasText: title });
  await expect(mine).toContainText('岗位要求');
  await expect(mine.getByRole('link', { name: /去学习|续证/ })).toBeVisible();
  await learn(theirs, courseId);
  await expect(async () => {
    await theirs.reload();
    await expect(mine).toContainText('历次记录（1 期）', { timeout: 2000 });
  }).toPass({ timeout: 30_000 });
  await expectAccessible(theirs);
  await expectFits(theirs);
  await mine.getByRole('link', { name: /续证/ }).click();
  await expect(theirs).toHaveURL(`/courses/${courseId}`);
  await learn(theirs, courseId);
  await theirs.goto('/certifications');
  await expect(async () => {
    await theirs.reload();
    await expect(mine).toContainText('历次记录（2 期）', { timeout: 2000 });
  }).toPass({ timeout: 30_000 });
  await mine.getByText('历次记录').click();
  await expect(mine.getByRole('listitem')).toHaveCount(2);
  await expect(mine).not.toContainText('空档');
  expect([...faults, ...theirFaults]).toEqual([]);
  await theirs.context().close();
});

test('a certificate of another body is handed in with its scan, checked by L&D and held by its dates', async ({ page, browser }) => {
  const number = `AML-${crypto.randomUUID().slice(0, 8)}`;
  const faults = watchForFaults(page);
  await enterAs(page, 'employee2');
  await page.goto('/certifications');
  await page.getByRole('button', { name: '提交外部证书' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: '提交', exact: true }).click();
  await expect(dialog.getByText('请上传证书扫描件')).toBeVisible();
  await expectAccessible(page);
  await dialog.getByLabel('资格', { exact: true }).selectOption({ label: '反洗钱岗位资格' });
  await dialog.getByLabel('证书编号').fill(number);
  await dialog.getByLabel('颁发日期').fill('2026-01-15');
  await dialog.getByLabel('有效期至').fill('2099-01-14');
  await dialog.locator('input[type=file]').setInputFiles({ name: '资格证书.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF\n') });
  await expect(dialog.getByText('资格证书.pdf')).toBeVisible();
  await dialog.getByRole('button', { name: '提交', exact: true }).click();
  const mine = page.getByRole('listitem').filter({ hasText: '反洗钱岗位资格' });
  await expect(mine).toContainText('证书审核中');
  await expect(mine).toContainText(number);

  const office = await (await browser.newContext()).newPage();
  await enterAs(office, 'ldadmin');
  await office.goto('/administration/certifications?tab=check');
  const waiting = office.getByRole('listitem').filter({ hasText: number });
  await expectAccessible(office);
  const download = office.waitForEvent('download');
  await waiting.getByRole('link', { name: /查看材料/ }).click();
  expect((await download).suggestedFilename()).toBe('资格证书.pdf');
  await waiting.getByRole('button', { name: /^通过/ }).click();
  await expect(waiting).toHaveCount(0);
  await office.context().close();

  await page.reload();
  await expect(mine).toContainText('有效期至 2099年1月14日');
  await expect(mine).not.toContainText('审核中');
  expect(faults).toEqual([]);
});
