import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, type Page, test } from '@playwright/test';
import { enterAs, expectAccessible, expectFits, watchForFaults } from './journey.ts';
import { zipOf } from './packages.ts';

const FIXTURE = fileURLToPath(new URL('./fixtures/course', import.meta.url));
/** A real course beside the checkout, when there is one: the same journey runs on it. */
const REAL = process.env.REAL_COURSE;

/** Marks of the layouts that must never be seen as text. */
const MARKS = ['{#if', '{:else}', '{/if}', '[[', '<Youtube'];

interface DraftView { chapters: { lessons: { key: string; kind: 'article' | 'quiz' }[] }[] }
interface Lesson { questions: { stem: string; choices: { text: string; correct: boolean }[] }[] }

/** Imports a package over the page and answers the id of its course. */
async function importPackage(page: Page, name: string, zip: Buffer, title?: string): Promise<string> {
  await page.goto('/administration/courses');
  await page.getByRole('link', { name: '导入课程' }).click();
  if (title) await page.getByLabel('课程名称（可选）').fill(title);
  const answer = page.waitForResponse((response) => response.url().includes('/courses/import'), { timeout: 120_000 });
  await page.getByLabel('选择课程包（.zip 文件）').setInputFiles({ name: `${name}.zip`, mimeType: 'application/zip', buffer: zip });
  await expect(page.getByRole('heading', { name: '课程包内容' })).toBeVisible({ timeout: 120_000 });
  return ((await (await answer).json()) as { courseId: string }).courseId;
}

async function lessonsOf(page: Page, courseId: string) {
  const draft = (await (await page.request.get(`/api/v1/courses/${courseId}/draft`)).json()) as DraftView;
  return draft.chapters.flatMap((chapter) => chapter.lessons);
}

/** Every lesson of the draft, as its preview shows it. */
async function walk(page: Page, courseId: string): Promise<Map<string, Lesson>> {
  const quizzes = new Map<string, Lesson>();
  for (const { key, kind } of await lessonsOf(page, courseId)) {
    await page.goto(`/administration/courses/${courseId}/draft/lessons/${key}`);
    const article = page.getByRole('article').first();
    await expect(article.getByRole('heading', { level: 1 })).toBeVisible();
    await page.waitForLoadState('networkidle');
    const seen = await article.evaluate((element) => {
      const copy = element.cloneNode(true) as typeof element;
      for (const code of copy.querySelectorAll('pre, code')) code.remove();
      return copy.textContent;
    });
    expect({ key, marks: MARKS.filter((mark) => seen.includes(mark)) }).toEqual({ key, marks: [] });
    const broken = await article.evaluate(async (element) => {
      const pictures = [...element.querySelectorAll('img')];
      for (const picture of pictures) picture.loading = 'eager';
      await Promise.all(pictures.map((picture) => picture.decode().catch(() => undefined)));
      return pictures.filter((picture) => picture.naturalWidth === 0).map((picture) => picture.src);
    });
    expect({ key, broken }).toEqual({ key, broken: [] });
    await expectFits(page);
    if (kind === 'quiz') quizzes.set(key, (await (await page.request.get(`/api/v1/courses/${courseId}/draft/lessons/${key}`)).json()) as Lesson);
  }
  return quizzes;
}

async function publish(page: Page, courseId: string, version: number): Promise<void> {
  await page.goto(`/administration/courses/${courseId}/draft`);
  await page.getByRole('button', { name: '发布', exact: true }).click();
  await expect(page.getByRole('dialog')).toContainText(`第 ${version} 版`);
  if (version > 1) await page.getByRole('dialog').getByRole('radio', { name: /一般变更/ }).check();
  await expectAccessible(page);
  await page.getByRole('dialog').getByRole('button', { name: `发布第 ${version} 版` }).click();
  await expect(page).toHaveURL(`/courses/${courseId}`);
}

const send = { headers: { 'x-requested-with': 'journey' } };
const words = (markdown: string): string => markdown.replace(/[`*$\\]/g, '').replace(/\s+/g, ' ').trim();

/** Takes a quiz over the API with the right answers of the draft; answers its score. */
async function takeQuiz(page: Page, registrationId: string, key: string, draft: Lesson): Promise<number> {
  const started = await page.request.post(`/api/v1/registrations/${registrationId}/lessons/${key}/attempts`, { ...send, data: {} });
  const attempt = (await started.json()) as { id: string; questions: { id: string; stem: string; choices: { key: string; text: string }[] }[] };
  const answers = attempt.questions.map((question) => {
    const right = draft.questions.find((one) => one.stem === question.stem && one.choices.every((choice) => question.choices.some((other) => other.text === choice.text)))!;
    const texts = right.choices.filter((choice) => choice.correct).map((choice) => choice.text);
    return { questionId: question.id, sequence: 1, choices: question.choices.filter((choice) => texts.includes(choice.text)).map((choice) => choice.key) };
  });
  await page.request.put(`/api/v1/attempts/${attempt.id}/answers`, { ...send, data: { answers } });
  const submitted = (await (await page.request.post(`/api/v1/attempts/${attempt.id}/submit`, { ...send, data: {} })).json()) as { attempt: { score: number } };
  return submitted.attempt.score;
}

async function register(page: Page, courseId: string): Promise<string> {
  return ((await (await page.request.post(`/api/v1/courses/${courseId}/registrations`, { ...send, data: {} })).json()) as { id: string }).id;
}

test('a package that is no zip is refused, and the reason stays on the page', async ({ page }) => {
  await enterAs(page, 'ldadmin');
  await page.goto('/administration/courses/import');
  await expectAccessible(page);
  await page.getByLabel('选择课程包（.zip 文件）').setInputFiles({ name: 'letter.zip', mimeType: 'application/zip', buffer: Buffer.from('no zip at all') });
  await expect(page.getByRole('alert')).toContainText('这不是 zip 文件');
  await expectAccessible(page);
  await page.getByLabel('选择课程包（.zip 文件）').setInputFiles({ name: 'letter.txt', mimeType: 'text/plain', buffer: Buffer.from('text') });
  await expect(page.getByText('请选择一个 .zip 文件。')).toBeVisible();
});

test('an upload shows how far it is and can be cancelled; a trainer may import too, an employee may not', async ({ page, browser }) => {
  await enterAs(page, 'trainer');
  await page.goto('/administration/courses/import');
  // as slow as a line that does not answer
  await page.route('**/courses/import**', () => undefined);
  await page.getByLabel('选择课程包（.zip 文件）').setInputFiles({ name: 'letters.zip', mimeType: 'application/zip', buffer: await zipOf(FIXTURE) });
  await expect(page.getByRole('progressbar', { name: '上传进度' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: '取消' }).click();
  await expect(page.getByText('已取消，没有导入任何内容。')).toBeVisible();
  await expect(page.getByText('把课程包拖到这里')).toBeVisible();

  const other = await (await browser.newContext()).newPage();
  await enterAs(other, 'employee2');
  expect((await other.request.get('/api/v1/courses/drafts')).status()).toBe(403);
});

test('L&D imports a course, looks at every page, publishes it; a learner takes it; a second version leaves the learner where they are', async ({ page, browser }) => {
  test.setTimeout(240_000);
  const faults = watchForFaults(page);
  await enterAs(page, 'ldadmin');
  const courseId = await importPackage(page, 'credit-letters', await zipOf(FIXTURE), '信贷来信分类');
  await expect(page.getByRole('status').filter({ hasText: '新课程，已保存为草稿。' })).toBeVisible();
  for (const kind of ['目录之外的页面', '不支持的组件', '所有选项都正确', '缺少图片']) await expect(page.getByRole('heading', { name: kind })).toBeVisible();
  await page.getByText('GradioDemo', { exact: true }).click();
  await expect(page.getByText('chapter1/3.mdx:26')).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('link', { name: '查看草稿' }).click();
  await expect(page.getByText('12 课时，其中 12 个必修')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('navigation', { name: '草稿内容' }).getByRole('link', { name: '课程信息' }).click();
  await page.getByLabel('讲师').fill('苏婉清');
  await page.getByRole('checkbox', { name: /要求最短阅读时间/ }).uncheck();
  await expectAccessible(page);
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('课程信息已保存')).toBeVisible();
  await page.goto('/administration/courses?tab=drafts');
  await expect(page.getByRole('link', { name: '信贷来信分类' })).toBeVisible();
  await expectAccessible(page);

  const quizzes = await walk(page, courseId);
  expect(quizzes.size).toBe(2);
  await expectAccessible(page);
  await publish(page, courseId, 1);

  const learner = await (await browser.newContext()).newPage();
  const learnerFaults = watchForFaults(learner);
  await enterAs(learner, 'judge3');
  await learner.goto(`/courses/${courseId}`);
  await learner.getByRole('button', { name: '开始学习' }).click();
  await expect(learner).toHaveURL(/\/lessons\//);
  const registration = /registrations\/([^/]+)/.exec(learner.url())![1]!;
  const lesson = (key: string) => learner.goto(`/registrations/${registration}/lessons/${key}`);

  await lesson('chapter1-2');
  await expect(learner.locator('.katex').first()).toBeVisible();
  await expect(learner.getByRole('img', { name: '示意图' })).toBeVisible();
  const card = learner.getByRole('link', { name: /YouTube/ });
  await expect(card).toHaveAttribute('rel', /noopener/);
  await expect(card).toContainText('外部资源');
  await expect(learner.getByText('张量在 GPU 上时')).toBeVisible();
  await learner.getByRole('tab', { name: 'PyTorch' }).focus();
  await learner.keyboard.press('ArrowRight');
  await expect(learner.getByRole('tab', { name: 'TensorFlow' })).toBeFocused();
  await expect(learner.getByText('张量在 GPU 上时')).toBeHidden();
  await expectAccessible(learner);

  await lesson('chapter1-3');
  await expect(learner.getByRole('tab', { name: 'TensorFlow', selected: true })).toBeVisible();
  await expect(learner.getByText('用 Keras 微调')).toBeVisible();
  const picture = learner.getByRole('button', { name: /放大图片：四个类别的命中率/ });
  await picture.focus();
  await learner.keyboard.press('Enter');
  await expect(learner.getByRole('dialog')).toBeVisible();
  await expectAccessible(learner);
  await learner.keyboard.press('Escape');
  await expect(learner.getByRole('dialog')).toHaveCount(0);
  await expect(picture).toBeFocused();

  await lesson('chapter1-4');
  await expect(learner.getByText('下面检查你对本章的掌握')).toBeVisible();
  await learner.getByRole('button', { name: '开始作答' }).click();
  for (const { stem, choices } of quizzes.get('chapter1-4')!.questions) {
    const question = learner.getByRole('group').filter({ hasText: words(stem.split('\n')[0]!) });
    for (const choice of choices.filter((one) => one.correct)) await question.locator('label').filter({ hasText: words(choice.text) }).first().click();
  }
  await expect(learner.getByText('已保存').first()).toBeVisible();
  await expectAccessible(learner);
  await learner.getByRole('button', { name: '提交', exact: true }).click();
  await learner.getByRole('dialog').getByRole('button', { name: '确认提交' }).click();
  await expect(learner.getByRole('heading', { name: '通过了' })).toBeVisible();
  await expect(learner.getByText('模型只给出建议。')).toBeVisible();
  await expectAccessible(learner);

  const again = await importPackage(page, 'credit-letters', await zipOf(FIXTURE), '信贷来信分类');
  expect(again).toBe(courseId);
  await expect(page.getByRole('status').filter({ hasText: '没有变化' })).toBeVisible();

  const edited = await zipOf(FIXTURE, (path, text) => (path === 'chapter3/1.md' ? `${text}\n\n4. 新增一条：打印件当日销毁。\n` : text));
  expect(await importPackage(page, 'credit-letters', edited)).toBe(courseId);
  await expect(page.getByRole('status').filter({ hasText: '第 2 版' })).toBeVisible();
  await expect(page.getByText('1 人正在学习第 1 版，他们将继续学完该版本。')).toBeVisible();
  await publish(page, courseId, 2);

  await learner.goto(`/courses/${courseId}`);
  await expect(learner.getByText(/课程已更新到第 2 版/)).toBeVisible();
  await lesson('chapter3-1');
  await expect(learner.getByText('客户姓名、证件号、账号')).toBeVisible();
  await expect(learner.getByText('打印件当日销毁')).toHaveCount(0);
  const lessons = ((await (await learner.request.get(`/api/v1/registrations/${registration}`)).json()) as DraftView).chapters.flatMap((chapter) => chapter.lessons);
  for (const { key, kind } of lessons.filter((one) => one.key !== 'chapter1-4')) {
    if (kind === 'quiz') expect(await takeQuiz(learner, registration, key, quizzes.get(key)!)).toBe(100);
    else {
      await lesson(key);
      await learner.getByRole('button', { name: '标记完成' }).click();
      await expect(learner.getByText('已完成').or(learner.getByRole('heading', { name: '恭喜，课程已完成' })).first()).toBeVisible();
    }
  }
  await learner.goto(`/registrations/${registration}/finish`);
  await expect(learner.getByRole('heading', { level: 1, name: '恭喜，课程已完成' })).toBeVisible();
  expect(faults).toEqual([]);
  expect(learnerFaults).toEqual([]);
});

if (REAL)
  test('a real course comes in complete: every page is walked, every quiz can be passed', async ({ page }) => {
    test.setTimeout(600_000);
    const faults = watchForFaults(page);
    await enterAs(page, 'ldadmin');
    const courseId = await importPackage(page, basename(REAL), await zipOf(REAL));
    await expectAccessible(page);
    const quizzes = await walk(page, courseId);
    expect(quizzes.size).toBeGreaterThan(0);
    await publish(page, courseId, 1);
    const registration = await register(page, courseId);
    for (const [key, quiz] of quizzes) expect({ key, score: await takeQuiz(page, registration, key, quiz) }).toEqual({ key, score: 100 });
    await importPackage(page, basename(REAL), await zipOf(REAL));
    await expect(page.getByRole('status').filter({ hasText: '没有变化' })).toBeVisible();
    expect(faults).toEqual([]);
  });
