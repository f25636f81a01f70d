import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';
import { enterAs, expectAccessible, expectFits, signIn, watchForFaults } from './journey.ts';

// several people, several sign-ins each
test.describe.configure({ timeout: 120_000 });

const PASSWORD = '行远自迩登高自卑';
const headers = { 'x-requested-with': 'journey' };

/** Gives somebody nobody else signs in as their first password. @returns their id */
async function activate(browser: Browser, staffNumber: string): Promise<string> {
  const page = await browser.newPage();
  await enterAs(page, 'secadmin');
  const { items } = (await page.request.get(`/api/v1/people?q=${staffNumber}`).then((answer) => answer.json())) as { items: { id: string }[] };
  const { link } = (await page.request.post(`/api/v1/accounts/${items[0]!.id}/activation`, { headers }).then((answer) => answer.json())) as { link: string };
  expect((await page.request.post('/api/v1/auth/activation', { headers, data: { token: link.split('#')[1], password: PASSWORD } })).status()).toBe(200);
  await page.close();
  return items[0]!.id;
}

/** What the app of a person shows: the key is read from the page, spaces and all. Each call gives a code of a later step, since one opens a login only once. */
function appOf(key: string): () => string {
  const secret = Secret.fromBase32(key.replaceAll(' ', ''));
  let last = 0;
  return () => {
    last = Math.max(Math.floor(Date.now() / 30_000), last + 1);
    return TOTP.generate({ secret, timestamp: last * 30_000 });
  };
}

const panelOf = (page: Page) => page.getByRole('main').getByRole('region', { name: '双因素认证', exact: true });

test('a person sets a second factor up, signs in with a code, with a recovery code, and switches it off', async ({ page, browser }) => {
  await activate(browser, 'SF0051');
  await signIn(page, 'sf0051', PASSWORD);
  await expect(page).toHaveURL(/\/$/);
  const faults = watchForFaults(page);
  await page.goto('/me');
  const panel = panelOf(page);
  await expect(panel).toContainText('未启用');
  await panel.getByRole('button', { name: '设置双因素认证' }).click();
  await panel.getByLabel('登录密码').fill(PASSWORD);
  await panel.getByRole('button', { name: '下一步' }).click();
  await expect(panel.getByRole('img', { name: /二维码/ })).toBeVisible();
  await expectAccessible(page);
  const code = appOf(await panel.locator('code').innerText());
  await panel.getByLabel('应用显示的 6 位验证码').fill(code());
  await panel.getByRole('button', { name: '启用' }).click();
  await expect(panel.getByRole('listitem')).toHaveCount(10);
  const codes = await panel.getByRole('listitem').allInnerTexts();
  await expectAccessible(page);
  await panel.getByRole('button', { name: '我已保存，完成' }).click();
  await expect(panel).toContainText('还剩 10 个');
  expect(faults).toEqual([]);

  await page.getByRole('main').getByRole('button', { name: '退出登录' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('登录');
  await signIn(page, 'sf0051', PASSWORD);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('输入动态验证码');
  await expectAccessible(page);
  await page.getByLabel('动态验证码').fill('000000');
  await page.getByRole('button', { name: '继续登录' }).click();
  await expect(page.getByRole('alert')).toContainText('验证码不正确');
  await page.getByLabel('动态验证码').fill(code());
  await page.getByRole('button', { name: '继续登录' }).click();
  await expect(page).toHaveURL(/\/$/);

  await page.context().clearCookies();
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page, 'sf0051', PASSWORD);
  await page.getByRole('button', { name: '手机不在身边？用恢复码登录' }).click();
  await expectFits(page);
  await expectAccessible(page);
  await page.getByLabel('恢复码', { exact: true }).fill(codes[0]!);
  await page.getByRole('button', { name: '继续登录' }).click();
  await expect(page).toHaveURL(/\/$/);
  await page.goto('/me');
  await expect(panel).toContainText('还剩 9 个');
  await expectFits(page);
  await panel.getByRole('button', { name: '停用' }).click();
  await panel.getByLabel('登录密码').fill(PASSWORD);
  await panel.getByLabel('动态验证码或恢复码').fill(codes[1]!);
  await panel.getByRole('button', { name: '停用' }).click();
  await expect(panel).toContainText('未启用');
});

test('a security administrator resets the second factor of somebody who lost the phone', async ({ page, browser }) => {
  const id = await activate(browser, 'SF0052');
  const theirs = await (await browser.newContext()).newPage();
  await signIn(theirs, 'sf0052', PASSWORD);
  await expect(theirs).toHaveURL(/\/$/);
  await theirs.goto('/me');
  const panel = panelOf(theirs);
  await panel.getByRole('button', { name: '设置双因素认证' }).click();
  await panel.getByLabel('登录密码').fill(PASSWORD);
  await panel.getByRole('button', { name: '下一步' }).click();
  await panel.getByLabel('应用显示的 6 位验证码').fill(appOf(await panel.locator('code').innerText())());
  await panel.getByRole('button', { name: '启用' }).click();
  await panel.getByRole('button', { name: '我已保存，完成' }).click();

  await enterAs(page, 'secadmin2');
  await page.goto(`/system/people/${id}`);
  const account = page.getByRole('region', { name: '登录账号' });
  await account.getByRole('button', { name: '重置双因素认证' }).click();
  const dialog = page.getByRole('dialog', { name: '重置双因素认证' });
  await expectAccessible(page);
  await dialog.getByRole('button', { name: '重置双因素认证' }).click();
  await expect(account).toContainText('未启用');
  await theirs.reload();
  await expect(theirs).toHaveURL(/\/login/);
  await signIn(theirs, 'sf0052', PASSWORD);
  await expect(theirs).toHaveURL(/\/$/);
  await theirs.context().close();
});

test.describe('where it is required', () => {
  const port = Number(new URL(process.env.ZHIXING_E2E_ORIGIN!).port) + 1000;
  const origin = `http://127.0.0.1:${port}`;
  let server: ChildProcess;

  // a second process on the bank of the journeys, with the setting of production
  test.beforeAll(async () => {
    server = spawn(process.execPath, ['apps/api/src/start.ts'], {
      cwd: fileURLToPath(new URL('..', import.meta.url)), stdio: 'ignore',
      env: { ...process.env, NODE_ENV: 'test', DEMO: '1', HOST: '127.0.0.1', PORT: String(port), DATA_DIR: process.env.ZHIXING_E2E_DATA, DATABASE_URL: '', LOG_LEVEL: 'error', SECOND_FACTOR: 'required' },
    });
    await expect(async () => expect((await fetch(`${origin}/readyz`)).status).toBe(200)).toPass({ timeout: 60_000 });
  });
  test.afterAll(async () => {
    server.kill('SIGTERM');
    await once(server, 'exit');
  });

  test('somebody who becomes an administrator is led to it first, on a phone too, and then to where they were going', async ({ browser }) => {
    const id = await activate(browser, 'SF0053');
    const page = await (await browser.newContext({ baseURL: origin, viewport: { width: 390, height: 844 } })).newPage();
    await signIn(page, 'sf0053', PASSWORD);
    await expect(page).toHaveURL(`${origin}/`);

    const [asks, decides] = [await browser.newPage(), await browser.newPage()];
    await enterAs(asks, 'secadmin');
    await enterAs(decides, 'secadmin2');
    const { id: request } = (await asks.request.post('/api/v1/roles/ld_admin/grants', { headers, data: { personId: id, reason: '接任培训管理' } }).then((answer) => answer.json())) as { id: string };
    expect((await decides.request.post(`/api/v1/role-requests/${request}/approve`, { headers })).status()).toBe(200);

    // the news of the role reaches the open page, whose next request is refused
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('先设置双因素认证', { timeout: 30_000 });
    await page.goto('/courses');
    await expect(page).toHaveURL(/\/second-factor\?next=%2Fcourses$/);
    await expectFits(page);
    await expectAccessible(page);
    await page.getByLabel('登录密码').fill(PASSWORD);
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByLabel('应用显示的 6 位验证码').fill('000000');
    await page.getByRole('button', { name: '启用' }).click();
    await expect(page.getByRole('alert')).toContainText('验证码不正确');
    await expectFits(page);
    await page.getByLabel('应用显示的 6 位验证码').fill(appOf(await page.getByRole('main').locator('code').innerText())());
    await page.getByRole('button', { name: '启用' }).click();
    await page.getByRole('button', { name: '我已保存，完成' }).click();
    await expect(page).toHaveURL(`${origin}/courses`);
    await expect(page.getByRole('navigation').first()).toBeVisible();
    await page.goto('/me');
    await expect(panelOf(page)).toContainText('须保持启用');
    await expect(panelOf(page).getByRole('button', { name: '停用' })).toHaveCount(0);
    for (const one of [asks, decides]) await one.close();
    await page.context().close();
  });
});
