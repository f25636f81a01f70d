import { expect, type Page, test } from '@playwright/test';
import { enterAs, expectAccessible } from './journey.ts';

/** Pages with personal data of others, by a login that sees them; the crawl walks all of them with axe. */
const PERSONAL: [string, string[]][] = [
  ['manager', ['/team']],
  ['sysadmin', ['/system/people', '/system/departments', '/system/hr-imports', '/system/messages', '/system/corrections']],
  ['secadmin', ['/system/roles']],
  ['auditor', ['/system/audit']],
];

const watermark = (page: Page) => page.locator('[data-watermark]');

async function ready(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible();
}

for (const [login, paths] of PERSONAL)
  test(`pages with data of others bear the name, staff number and time of ${login}`, async ({ page }) => {
    await enterAs(page, login);
    const { person } = (await (await page.request.get('/api/v1/auth/me')).json()) as { person: { displayName: string; staffNumber: string } };
    for (const path of paths) {
      await ready(page, path);
      await expect(watermark(page)).toHaveAttribute('data-watermark', `${person.displayName} ${person.staffNumber}`);
      const shown = decodeURIComponent((await watermark(page).getAttribute('style')) ?? '');
      expect(shown).toContain(person.staffNumber);
      expect(shown).toMatch(/(20\d\d年\d+月\d+日|\d+ \w+ 20\d\d)\D+\d\d:\d\d/); // in the language another journey left
    }
  });

test('the mark takes no click, is printed, and hides nothing from axe', async ({ page }) => {
  await enterAs(page, 'sysadmin');
  await ready(page, '/system/people');
  await expectAccessible(page);
  await page.getByRole('main').getByRole('row').nth(1).getByRole('link').first().click();
  await expect(page).toHaveURL(/\/system\/people\/[0-9a-f-]{36}/);
  await expect(watermark(page)).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(watermark(page)).toBeVisible();
});

test('pages of one’s own bear none', async ({ page }) => {
  await enterAs(page, 'manager');
  for (const path of ['/', '/courses', '/record', '/me']) {
    await ready(page, path);
    await expect(watermark(page)).toHaveCount(0);
  }
});
