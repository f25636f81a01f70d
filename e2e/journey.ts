import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, type Request } from '@playwright/test';

export const DEMO_PASSWORD = 'demo-Pass-2026';

/** Signs in over the form, as a person does. */
export async function signIn(page: Page, login: string, password = DEMO_PASSWORD): Promise<void> {
  await page.goto('/login');
  await page.getByLabel('账号', { exact: true }).fill(login);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
}

/** Signs in without the form, for journeys about something else. */
export async function enterAs(page: Page, login: string): Promise<void> {
  const answer = await page.request.post('/api/v1/auth/login', { data: { login, password: DEMO_PASSWORD } });
  expect(answer.status()).toBe(200);
}

/** WCAG 2.2 AA by axe-core: no violation on the page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  // what is fading in has no contrast yet
  await page.evaluate('Promise.all(document.getAnimations().filter((one) => one.effect?.getTiming().iterations !== Infinity).map((one) => one.finished.catch(() => undefined)))');
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
  expect(violations.map(({ id, nodes }) => ({ id, nodes: nodes.slice(0, 3).map((node) => `${node.target.join(' ')} ${node.failureSummary ?? ''}`) }))).toEqual([]);
}

/** No sideways scroll of the page. */
export async function expectFits(page: Page): Promise<void> {
  const beyond = await page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
  expect(beyond, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(0);
}

/** Collects what must not happen while a page is used: console errors, failed answers. */
export function watchForFaults(page: Page): string[] {
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()} (${page.url()})`);
  });
  page.on('pageerror', (error) => faults.push(`error: ${error.message} (${page.url()})`));
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status()} ${response.request().method()} ${response.url()}`);
  });
  return faults;
}

/** Counts the requests under way. The function it returns waits until a page says nowhere that it loads and has asked for nothing for a tenth of a second; Playwright's own `networkidle` takes half a second of every page. */
export function watchTraffic(page: Page): () => Promise<void> {
  const open = new Set<Request>();
  let last = 0;
  page.on('request', (request) => {
    if (request.resourceType() !== 'eventsource') open.add(request);
  });
  const ended = (request: Request): void => {
    open.delete(request);
    last = performance.now();
  };
  page.on('requestfinished', ended);
  page.on('requestfailed', ended);
  const loading = page.getByRole('status').filter({ hasText: /正在加载|Loading/ });
  return () => expect.poll(async () => open.size === 0 && performance.now() - last > 100 && (await loading.count()) === 0, { intervals: [25], timeout: 20_000 }).toBe(true);
}
