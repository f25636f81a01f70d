import { expect, test } from '@playwright/test';
import { enterAs, expectAccessible, watchForFaults } from './journey.ts';
import { answerPaper, submitPaper } from './paper.ts';

test('find a course by pinyin, learn it, fail its quiz, pass it, and the finish page keeps the record', async ({ page }) => {
  const faults = watchForFaults(page);
  await enterAs(page, 'employee2');
  await page.goto('/courses');
  await page.getByRole('searchbox').fill('jrzstp');
  await expect(page).toHaveURL(/q=jrzstp/);
  await expect(page.getByText('共 1 门课程')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: /金融知识图谱入门/ }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('金融知识图谱入门');
  await expectAccessible(page);

  await page.getByRole('button', { name: '开始学习' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('从一张股权图认识知识图谱');
  await expect(page.getByText('计入完成：阅读后标记完成')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: '标记完成' }).click();
  await expect(page.getByText('必修 1 / 3')).toBeVisible();
  await page.getByRole('link', { name: '下一课时' }).or(page.getByRole('button', { name: '下一课时' })).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('图谱与大模型怎样配合');
  await page.getByRole('button', { name: '标记完成' }).click();
  await expect(page.getByText('必修 2 / 3')).toBeVisible();
  await page.getByRole('link', { name: '下一课时' }).or(page.getByRole('button', { name: '下一课时' })).first().click();

  await page.getByRole('button', { name: '开始作答' }).click();
  const count = await answerPaper(page, (i) => i < 1);
  await expectAccessible(page);
  // what is saved is on the server: the page comes back as it was left
  await page.reload();
  await expect(page.locator('input:checked')).not.toHaveCount(0);
  await expect(page.getByText(`已答 ${count} / ${count} 题`)).toBeVisible();
  await submitPaper(page);
  await expect(page.getByText('这次没有通过')).toBeVisible();
  await expect(page.getByText('解析').first()).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: '再答一次' }).first().click();
  await answerPaper(page, () => true);
  await submitPaper(page);
  await expect(page.getByRole('heading', { name: '通过了' })).toBeVisible();
  await page.getByRole('button', { name: '查看学习结果' }).or(page.getByRole('link', { name: '查看学习结果' })).first().click();
  await expect(page.getByRole('heading', { level: 1, name: '恭喜，课程已完成' })).toBeVisible();
  await expect(page).toHaveURL(/\/finish$/);
  await expect(page.getByRole('main')).toContainText('大模型应用团队');
  await expect(page.getByRole('main')).toContainText('100');
  await expectAccessible(page);

  await page.goto('/record?state=finished');
  await expect(page.getByRole('main')).toContainText('金融知识图谱入门');
  await expectAccessible(page);
  expect(faults).toEqual([]);
});

test('a lesson with measured reading asks for time, counts down, and lets itself be marked when the server has seen it read', async ({ page }) => {
  await enterAs(page, 'sysadmin');
  await page.goto('/courses?q=tishici');
  await page.getByRole('link', { name: /提示词工程实战/ }).first().click();
  await page.getByRole('button', { name: /开始学习|继续学习/ }).or(page.getByRole('link', { name: /继续学习/ })).first().click();
  await page.getByRole('navigation', { name: /大纲/ }).or(page.getByRole('complementary')).first().getByText('可复用的模板库').or(page.getByRole('link', { name: /模板/ })).first().click();
  const mark = page.getByRole('button', { name: /标记完成|还需/ });
  await expect(mark).toContainText('还需');
  await expect(page.getByText(/选修，不计入完成：至少阅读/)).toBeVisible();
  await page.mouse.wheel(0, 200);
  await expect(page.getByRole('button', { name: '标记完成' })).toBeEnabled({ timeout: 50_000 });
  await page.getByRole('button', { name: '标记完成' }).click();
  await expect(page.getByRole('button', { name: '已完成' }).or(page.getByText('已完成', { exact: true })).first()).toBeVisible();
});

test('nothing found says so and offers the nearest; a filter lives in the address', async ({ page }) => {
  await enterAs(page, 'judge2');
  await page.goto('/courses?q=' + encodeURIComponent('量子计算机维修'));
  await expect(page.getByText('没有符合条件的课程')).toBeVisible();
  await expect(page.getByText('最接近的课程')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: '清除筛选' }).first().click();
  await expect(page.getByText(/共 \d+ 门课程/)).toBeVisible();
  await page.getByRole('checkbox', { name: /合规与安全/ }).click();
  await expect(page).toHaveURL(/domain=compliance-safety/);
  await page.reload();
  await expect(page.getByRole('checkbox', { name: /合规与安全/ })).toBeChecked();
  await expect(page.getByText('共 1 门课程')).toBeVisible();
});
