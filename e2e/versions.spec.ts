import { expect, type Page, test } from '@playwright/test';
import { ZipFile } from 'yazl';
import { enterAs, expectAccessible, expectFits, watchForFaults } from './journey.ts';

const send = { headers: { 'x-requested-with': 'journey' } };
const SLUG = 'journey-versions';
const TITLE = '版本更新演练';

/** A package of articles, numbered. */
async function packageOf(...titles: string[]): Promise<Buffer> {
  const zip = new ZipFile();
  titles.forEach((title, i) => zip.addBuffer(Buffer.from(`# ${title}\n\n${title}的正文。\n`), `${String(i + 1).padStart(2, '0')}-${['intro', 'rules', 'cases'][i]}.md`));
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Imports lessons as the next draft of the course, over the API. @returns the course's id */
async function draft(page: Page, ...titles: string[]): Promise<string> {
  const file = { name: `${SLUG}.zip`, mimeType: 'application/zip', buffer: await packageOf(...titles) };
  const imported = await page.request.post(`/api/v1/courses/import?title=${encodeURIComponent(TITLE)}`, { ...send, multipart: { file } });
  expect(imported.status()).toBe(200);
  const { courseId } = (await imported.json()) as { courseId: string };
  const { revision } = (await (await page.request.get(`/api/v1/courses/${courseId}/draft`)).json()) as { revision: number };
  const facts = { summary: '演练课程更新', domain: 'compliance-safety', minimumReading: false };
  expect((await page.request.patch(`/api/v1/courses/${courseId}/draft`, { headers: { ...send.headers, 'if-match': `"${revision}"` }, data: facts })).status()).toBe(200);
  return courseId;
}

test('an author classes a change; a learner moves to the new version with what is done; L&D grants who has done enough', async ({ page, browser }) => {
  const faults = watchForFaults(page);
  await enterAs(page, 'ldadmin');
  const id = await draft(page, '入门', '规则');
  expect((await page.request.post(`/api/v1/courses/${id}/versions/1/publish`, { ...send, data: {} })).status()).toBe(200);

  // two people learn the first version
  const learn = async (login: string, ...lessons: string[]) => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
    const other = await context.newPage();
    await enterAs(other, login);
    const registration = ((await (await other.request.post(`/api/v1/courses/${id}/registrations`, { ...send, data: {} })).json()) as { id: string }).id;
    for (const key of lessons)
      for (const kind of ['opened', 'marked_done']) {
        const event = { id: crypto.randomUUID(), kind, clientTime: '2026-01-01T00:00:00.000Z' };
        expect((await other.request.post(`/api/v1/registrations/${registration}/lessons/${key}/events`, { ...send, data: event })).status()).toBe(200);
      }
    return { context, page: other, registration };
  };
  const keys = ((await (await page.request.get(`/api/v1/courses/${id}`)).json()) as { chapters: { lessons: { key: string }[] }[] }).chapters.flatMap((chapter) => chapter.lessons.map((lesson) => lesson.key));
  const learner = await learn('manager', keys[0]!);
  const nearly = await learn('trainer', keys[0]!);

  // the second version asks for its class
  await draft(page, '入门', '规则', '案例');
  await page.goto(`/administration/courses/${id}/draft`);
  await page.getByRole('button', { name: '发布', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: '发布第 2 版' }).click();
  await expect(dialog.getByRole('alert')).toHaveText('请选择变更类别');
  await dialog.getByRole('radio', { name: /实质性变更/ }).check();
  await expect(dialog.getByRole('combobox', { name: '补学课程' })).toBeVisible();
  await dialog.getByLabel('变更说明').fill('新增案例，处罚标准有变');
  await dialog.getByRole('checkbox', { name: /允许在学员工转入新版本/ }).check();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: '发布第 2 版' }).click();
  await expect(page).toHaveURL(`/courses/${id}`);

  // the learner takes the finished lesson along, on a phone
  await learner.page.goto(`/courses/${id}`);
  const notice = learner.page.getByRole('region', { name: '课程已更新到第 2 版' });
  await expect(notice).toContainText('第 2 版 · 实质性变更');
  await expect(notice).toContainText('处罚标准有变');
  await expectAccessible(learner.page);
  await expectFits(learner.page);
  await notice.getByRole('button', { name: '带着 1 节已完成的课时转入新版本' }).click();
  await expect(learner.page).toHaveURL(/\/registrations\/.+\/lessons\//);
  await expect(learner.page).not.toHaveURL(new RegExp(learner.registration));
  await expect(learner.page.getByRole('progressbar').first()).toHaveAttribute('aria-valuenow', '33');
  await learner.context.close();

  // a shorter third version: whoever has done all of it is granted, after a dry run
  await draft(page, '入门');
  expect((await page.request.post(`/api/v1/courses/${id}/versions/3/publish`, { ...send, data: { change: 'minor', note: '合并课时' } })).status()).toBe(200);
  await page.goto(`/administration/courses/${id}`);
  const history = page.getByRole('table').filter({ hasText: '变更类别' });
  await expect(history.getByRole('row')).toHaveCount(4);
  await expect(history).toContainText('处罚标准有变');
  await page.getByRole('button', { name: '按现行规则试算' }).click();
  await expect(dialog).toContainText('2 人将按第 3 版记为完成');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: '确认，2 人记为完成' }).click();
  await expect(history.getByRole('row').nth(1)).toContainText('2');
  await nearly.page.goto(`/courses/${id}`);
  await expect(nearly.page.getByRole('main')).toContainText('已完成');
  await nearly.context.close();
  expect(faults).toEqual([]);
});

test('L&D corrects a grade by name and with a reason', async ({ page }) => {
  const faults = watchForFaults(page);
  await enterAs(page, 'ldadmin');
  await page.goto('/administration/courses');
  await page.getByRole('link', { name: /大模型基础与银行应用/ }).first().click();
  await page.getByRole('link', { name: '测验成绩' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('测验成绩');
  await expectAccessible(page);
  await page.getByRole('button', { name: /^更正成绩：/ }).last().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: '更正', exact: true }).click();
  await expect(dialog.getByText('请填写 0 到 100 的整数')).toBeVisible();
  await dialog.getByLabel('更正后的成绩').fill('100');
  await dialog.getByLabel('更正理由').fill('第 3 题答案有误，全部给分');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: '更正', exact: true }).click();
  await expect(page.getByRole('table')).toContainText('第 3 题答案有误，全部给分');
  expect(faults).toEqual([]);
});
