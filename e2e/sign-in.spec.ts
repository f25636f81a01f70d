import { expect, test } from '@playwright/test';
import { enterAs, expectAccessible, signIn, watchForFaults } from './journey.ts';

test('a visitor picks a demo person and is in', async ({ page }) => {
  const faults = watchForFaults(page);
  await page.goto('/');
  await expect(page).toHaveURL(/\/login/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('登录');
  await expectAccessible(page);
  await page.getByRole('button', { name: /顾明远/ }).click();
  await expect(page).not.toHaveURL(/\/login/);
  await expect(page.getByRole('banner')).toContainText('顾明远');
  // the anonymous question who is signed in is answered 401, and the browser says so
  expect(faults.filter((fault) => !fault.includes('401'))).toEqual([]);
});

test('a wrong password says so, the fifth locks in words, and another person is not concerned', async ({ page }) => {
  await page.goto('/login');
  const alert = page.getByRole('alert');
  for (let failure = 1; failure <= 4; failure++) {
    await signIn(page, 'judge1', 'not-the-password');
    await expect(alert).toContainText('账号或密码不正确');
  }
  await signIn(page, 'judge1', 'not-the-password');
  await expect(alert).toContainText('账号已锁定，请 15 分钟后再试');
  await expectAccessible(page);
  await signIn(page, 'judge1');
  await expect(alert).toContainText('账号已锁定');
  await signIn(page, 'judge2');
  await expect(page).not.toHaveURL(/\/login/);
});

test('a page asked for before signing in opens after it', async ({ page }) => {
  await page.goto('/me');
  await expect(page).toHaveURL(/\/login\?/);
  await page.getByLabel('账号', { exact: true }).fill('judge3');
  await page.getByLabel('密码', { exact: true }).fill('demo-Pass-2026');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/me$/);
});

test('incident-21 an address of another site is not followed after signing in', async ({ page }) => {
  for (const next of ['//evil.example', '/\\evil.example', 'https://evil.example', '/\t/evil.example', 'javascript:alert(1)']) {
    await page.context().clearCookies();
    await page.goto(`/login?next=${encodeURIComponent(next)}`);
    await page.getByRole('button', { name: /周启航/ }).click();
    await expect(page).toHaveURL(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  }
});

test('language and look change at once and stay with the person', async ({ page, browser }) => {
  await enterAs(page, 'secadmin');
  await page.goto('/me');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('我的');
  await page.getByRole('main').getByText('English', { exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.getByRole('main').getByText('Dark', { exact: true }).click();
  await expectAccessible(page);
  const elsewhere = await browser.newPage();
  await enterAs(elsewhere, 'secadmin');
  await elsewhere.goto('/me');
  await expect(elsewhere.locator('html')).toHaveAttribute('lang', 'en');
  await elsewhere.close();
});

test('a person sees their logins, ends another one and signs out', async ({ page, browser }) => {
  const other = await browser.newPage();
  await enterAs(other, 'auditor');
  await enterAs(page, 'auditor');
  await page.goto('/me');
  await expect(page.getByText('当前设备')).toHaveCount(1);
  await page.getByRole('button', { name: '结束其他全部登录' }).click();
  await expect(page.getByText('目前只有这台设备登录着。')).toBeVisible();
  await other.goto('/me');
  await expect(other).toHaveURL(/\/login/);
  await other.close();
  await page.getByRole('main').getByRole('button', { name: '退出登录' }).click();
  await expect(page).toHaveURL(/\/login/);
  await page.goto('/me');
  await expect(page).toHaveURL(/\/login/);
});
