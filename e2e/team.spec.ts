import { expect, test } from '@playwright/test';
import { type Question, rightKeys } from './answers.ts';
import { DEMO_PASSWORD, enterAs, expectAccessible, expectFits, watchForFaults } from './journey.ts';

test('the manager sees who is late and who stands still and why, and opens the person', async ({ page }) => {
  const faults = watchForFaults(page);
  await enterAs(page, 'manager');
  await page.goto('/');
  await page.getByRole('link', { name: '团队' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('团队');
  await expect(page.getByRole('listitem').filter({ hasText: '必修合规率' })).toContainText(/\d+%/);
  const acting = page.getByRole('region', { name: '需要处理' });
  await expect(acting).toContainText('已逾期');
  const more = acting.getByRole('button', { name: '显示更多' });
  await expect(async () => {
    if (await more.isEnabled()) await more.click();
    await expect(acting).toContainText('没有学习', { timeout: 500 });
  }).toPass();
  await expect(acting).toContainText('次未通过');
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

test('the manager reminds of what is due, the button says when that may be done again, and the message leads the employee to it', async ({ page, browser }) => {
  const faults = watchForFaults(page);
  await enterAs(page, 'manager');
  await page.goto('/team?scope=line');
  const acting = page.getByRole('region', { name: '需要处理' });
  const late = acting.getByRole('listitem').filter({ hasText: '已逾期' }).filter({ has: page.getByRole('button', { name: /^提醒/ }) }).first();
  const name = await late.getByRole('link').first().innerText();
  await late.getByRole('button', { name: /^提醒/ }).click();
  const reminded = acting.getByRole('listitem').filter({ hasText: name }).filter({ hasText: '已逾期' });
  await expect(reminded.getByRole('button', { name: /起可再提醒/ })).toBeDisabled();
  await expect(reminded).toContainText('上次提醒：今天');
  await acting.getByRole('checkbox').first().check();
  await expect(acting.getByRole('button', { name: '提醒 1 人次' })).toBeVisible();
  await page.getByLabel(/与哪天相比/).fill('2020-01-31');
  await expect(page.getByRole('listitem').filter({ hasText: '必修合规率' })).toContainText('1月31日没有必修任务');
  await page.getByRole('button', { name: '必修合规率：计算方法' }).focus();
  await expect(page.getByRole('tooltip')).toContainText('没有逾期必修的人数 ÷ 有必修任务的人数');
  await expectAccessible(page);

  await page.goto('/team?scope=line&q=SF0001');
  await page.getByRole('table').getByRole('link', { name: /周启航/ }).first().click();
  const owed = page.getByRole('region', { name: '学习任务' }).getByRole('listitem').filter({ hasText: '智能授信报告撰写专项' });
  await owed.getByRole('button', { name: /^提醒/ }).click();
  await expect(owed.getByRole('button', { name: /起可再提醒/ })).toBeDisabled();
  await expect(owed).toContainText('上次提醒：今天');
  await expectAccessible(page);

  const desk = await browser.newPage();
  await enterAs(desk, 'employee');
  await desk.goto('/notifications');
  await desk.getByRole('link', { name: /提醒您完成：智能授信报告撰写专项/ }).click();
  await expect(desk).toHaveURL(/\/obligations\//);
  await expect(desk.getByRole('heading', { level: 1 })).toHaveText('信贷尽调报告的人机协作写法');
  await desk.close();
  expect(faults).toEqual([]);
});

test('on a phone a manager who comes from a message reminds or approves with the second tap', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await enterAs(page, 'manager');
  await page.goto('/team?scope=line');
  const acting = page.getByRole('region', { name: '需要处理' });
  await expect(acting.getByRole('button', { name: /^提醒/ }).first()).toBeVisible();
  await expectFits(page);
  await page.getByRole('link', { name: /项申请待您审批/ }).click();
  await expect(page.getByRole('button', { name: /^批准/ }).first()).toBeVisible();
  await expectFits(page);
  await expectAccessible(page);
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

test('a team page that is open follows what its people finish', async ({ page, browser }) => {
  await enterAs(page, 'manager');
  await page.goto('/team?scope=line');
  const figure = page.getByRole('listitem').filter({ hasText: '本月完成' });
  const before = await figure.innerText();
  const learner = await browser.newContext({ baseURL: new URL(page.url()).origin });
  const { request } = learner;
  const headers = { 'x-requested-with': 'journey' };
  expect((await request.post('/api/v1/auth/login', { data: { login: 'employee', password: DEMO_PASSWORD } })).status()).toBe(200);
  const course = (await (await request.get('/api/v1/courses?q=会议纪要')).json()).items[0].id;
  const { id } = await (await request.post(`/api/v1/courses/${course}/registrations`, { headers })).json();
  const { chapters } = await (await request.get(`/api/v1/registrations/${id}`)).json();
  for (const { key, kind } of chapters.flatMap((chapter: { lessons: { key: string; kind: string }[] }) => chapter.lessons)) {
    if (kind === 'article') {
      for (const event of ['opened', 'marked_done']) await request.post(`/api/v1/registrations/${id}/lessons/${key}/events`, { headers, data: { id: crypto.randomUUID(), kind: event, clientTime: new Date().toISOString() } });
      continue;
    }
    const { id: attempt, questions } = await (await request.post(`/api/v1/registrations/${id}/lessons/${key}/attempts`, { headers })).json();
    await request.put(`/api/v1/attempts/${attempt}/answers`, { headers, data: { answers: (questions as Question[]).map((question) => ({ questionId: question.id, sequence: 1, choices: rightKeys(question) })) } });
    await request.post(`/api/v1/attempts/${attempt}/submit`, { headers });
  }
  await expect(figure).not.toHaveText(before);
  await learner.close();
});
