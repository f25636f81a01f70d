import { expect, test } from '@playwright/test';
import { enterAs } from './journey.ts';

test('a tab has one stream for all it wants to hear, and none while it wants nothing', async ({ page }) => {
  await enterAs(page, 'manager');
  const streams: string[] = [];
  const gone: string[] = [];
  page.on('request', (request) => void (request.url().includes('/events?') && streams.push(request.url())));
  // given up by the page or ended by the server
  for (const end of ['requestfailed', 'requestfinished'] as const) page.on(end as 'requestfailed', (request) => void (request.url().includes('/events?') && gone.push(request.url())));
  await page.goto('/team');
  await expect.poll(() => streams.filter((url) => url.includes('team')).length).toBe(1);
  await page.getByRole('button', { name: /导出/ }).first().click();
  await page.getByRole('dialog').getByLabel('导出原因').fill('团队例会');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: /下载/ })).toBeVisible({ timeout: 30_000 });
  // the job was heard of on a stream that also held the team, never beside it
  expect(streams.filter((url) => url.includes('job')).every((url) => url.includes('team'))).toBe(true);
  await expect.poll(() => streams.length - gone.length).toBe(1);
});
