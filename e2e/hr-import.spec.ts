import { expect, test } from '@playwright/test';
import { enterAs, expectAccessible, expectFits, watchForFaults } from './journey.ts';

const HEADING = '工号,姓名,部门编码,岗位,直属上级工号,邮箱,生效日期,状态';

/** Three who are new, one who changes, and two rows that are wrong. */
const FILE = [
  HEADING,
  'SF9001,欧阳听雨,RISK-PL,贷后管理岗,SF0003,sf9001@bank.example,2026-03-05,在职',
  'SF9002,"上官, 若水",RISK-PL,贷后管理岗,SF0003,sf9002@bank.example,2026-03-05,在职',
  'SF9003,司徒明月,RISK-PL,贷后管理岗,SF0003,不是邮箱,2026-03-05,在职',
  'SF9004,慕容晚晴,RISK-XX,贷后管理岗,SF0003,sf9004@bank.example,2026-03-05,在职',
  'SF9005,诸葛清风,RISK-PL,贷后管理岗,SF9001,sf9005@bank.example,2026-03-05,休假',
].join('\r\n');

test('the system administrator imports an HR file with errors: reads them by line, types how many are affected, and finds the new people', async ({ page }) => {
  const faults = watchForFaults(page);
  await enterAs(page, 'sysadmin');
  await page.goto('/system/hr-imports');
  await expect(page.getByRole('heading', { name: '人事导入', level: 1 })).toBeVisible();
  await expectAccessible(page);

  await page.getByLabel('选择人事文件').setInputFiles({ name: '照片.png', mimeType: 'image/png', buffer: Buffer.from('x') });
  await expect(page.getByRole('alert')).toHaveText('请选择一个工作簿或文本表格文件。');
  await page.getByRole('radio', { name: /部分员工/ }).check();
  await page.getByLabel('选择人事文件').setInputFiles({ name: '三月新员工.csv', mimeType: 'text/csv', buffer: Buffer.from(`\ufeff${FILE}`, 'utf16le') });

  await expect(page.getByRole('heading', { name: '三月新员工.csv', level: 1 })).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: '待确认' })).toBeVisible();
  const errors = page.getByRole('table');
  await expect(errors.getByText('第 4 行“邮箱”：“不是邮箱”不是邮件地址。')).toBeVisible();
  await expect(errors.getByText('第 5 行“部门编码”：没有编码为“RISK-XX”的部门；新部门请填写名称和上级编码。')).toBeVisible();
  await expectAccessible(page);
  await expectFits(page);

  await page.getByRole('link', { name: /新增/ }).click();
  await expect(page.getByRole('cell', { name: '上官, 若水 SF9002' })).toBeVisible();
  await expectAccessible(page);

  await page.getByLabel('输入受影响的人数').fill('2');
  const refused = page.waitForResponse((response) => response.url().endsWith('/confirm'));
  await page.getByRole('button', { name: '执行导入' }).click();
  expect((await refused).status()).toBe(422);
  await expect(page.getByRole('alert')).toContainText('人数不符');
  await page.getByLabel('输入受影响的人数').fill('3');
  await page.getByRole('button', { name: '执行导入' }).click();
  await expect(page.getByRole('status').filter({ hasText: '已执行' })).toBeVisible();
  await expectAccessible(page);
  const found = async () => (await (await page.request.get('/api/v1/people?q=欧阳听雨&state=active,left')).json()).items;
  expect(await found()).toMatchObject([{ staffNumber: 'SF9001', state: 'active' }]);

  const address = page.url();
  await page.goto('/system/hr-imports');
  await expect(page.getByRole('row', { name: /三月新员工\.csv/ })).toContainText('已执行');
  await page.setViewportSize({ width: 390, height: 844 });
  await expectFits(page);

  await page.goto(address);
  await page.getByRole('button', { name: '撤销这次变更' }).click();
  await expect(page.getByText(/由此入职的人会取消任职/)).toBeVisible();
  await expectAccessible(page);
  await expectFits(page);
  await page.getByRole('button', { name: '确认撤销' }).click();
  await expect(page.getByText('全部恢复到变更之前。')).toBeVisible();
  expect(await found()).toMatchObject([{ staffNumber: 'SF9001', state: 'left' }]);
  expect(faults.filter((fault) => !fault.includes('422'))).toEqual([]);
});

test('a file that is no table is refused in words', async ({ page }) => {
  await enterAs(page, 'sysadmin');
  await page.goto('/system/hr-imports');
  await page.getByLabel('选择人事文件').setInputFiles({ name: '压缩包.csv', mimeType: 'text/csv', buffer: Buffer.from('504b0506000000000000000000000000000000000000', 'hex') });
  await expect(page.getByRole('alert')).toContainText('不是');
  await expect(page.getByRole('status').filter({ hasText: '无法处理' })).toBeVisible();
  await expectAccessible(page);
});
