import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { browserPath } from '@zhixing/e2e/browser.ts';
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import { root } from './http/bundle.ts';
import { freePort } from './http/processes.ts';
import type { Figure } from './run.ts';

// What a page weighs and when its largest part is painted, in headless Chromium on this machine, on the demo bank served by `npm start`.
// Cold: a browser that never saw the site, signed in by cookie. Warm: the same page again, with the browser's cache. Everything counts: code, styles, answers.

const RUNS = 3;
const PASSWORD = 'demo-Pass-2026';
/** kB gzip: home in all; other pages may bring 60 kB of their own, the first with a table 170 kB once. Seconds until the largest contentful paint. */
const HOME = 350;
const OWN = 60;
const FIRST_TABLE = 170;
const PAINTED = 1;

const PAGES: { name: string; login: string; limit: number; path(page: Page): Promise<string> }[] = [
  { name: 'home', login: 'employee', limit: HOME, path: async () => '/' },
  { name: 'catalogue', login: 'employee', limit: HOME + OWN, path: async () => '/courses' },
  { name: 'player', login: 'employee', limit: HOME + OWN, path: player },
  { name: 'team', login: 'manager', limit: HOME + OWN + FIRST_TABLE, path: async () => '/team' },
];

/** The address of the lesson where the person goes on. */
async function player(page: Page): Promise<string> {
  const home = await (await page.request.get('/api/v1/insights/home')).json() as { next: { registrationId: string; lessonKey: string }[] };
  const step = home.next.find((one) => one.registrationId)!;
  return `/registrations/${step.registrationId}/lessons/${step.lessonKey}`;
}

/** Runs in the page. */
const LARGEST_PAINT = `new Promise((resolve) => {
  new PerformanceObserver((list) => resolve(list.getEntries().at(-1).startTime)).observe({ type: 'largest-contentful-paint', buffered: true });
})`;

const middle = (values: number[]): number => values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)]!;

/** Opens an address and tells the kB that came over the wire and the second of the largest contentful paint. */
async function visit(page: Page, address: string): Promise<{ kilobytes: number; painted: number }> {
  let bytes = 0;
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  session.on('Network.loadingFinished', ({ encodedDataLength }) => { bytes += encodedDataLength; });
  await page.goto(address, { waitUntil: 'networkidle' });
  const painted = await page.evaluate<number>(LARGEST_PAINT);
  await session.detach();
  return { kilobytes: bytes / 1024, painted: painted / 1000 };
}

async function signedIn(browser: Browser, origin: string, login: string): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: origin, viewport: { width: 1366, height: 768 }, locale: 'zh-CN', extraHTTPHeaders: { 'accept-encoding': 'gzip' } });
  const answer = await context.request.post('/api/v1/auth/login', { data: { login, password: PASSWORD } });
  if (!answer.ok()) throw new Error(`${login} could not sign in: ${answer.status()} ${await answer.text()}`);
  return context;
}

export default async function measure(): Promise<Figure[]> {
  const directory = mkdtempSync(join(tmpdir(), 'zhixing-bench-'));
  const port = await freePort();
  const { NODE_ENV: _, ...inherited } = process.env;
  const server = spawn(process.execPath, ['apps/api/src/start.ts'], { cwd: root, env: { ...inherited, DATA_DIR: directory, DATABASE_URL: '', DEMO: '1', HOST: '127.0.0.1', PORT: String(port), PUBLIC_URL: '' }, stdio: ['ignore', 'ignore', 'inherit'] });
  const origin = `http://127.0.0.1:${port}`;
  const figures: Figure[] = [];
  let browser: Browser | undefined;
  try {
    while (!(await fetch(`${origin}/readyz`).then((answer) => answer.ok, () => false))) {
      if (server.exitCode !== null) throw new Error(`start.ts ended with ${server.exitCode}`);
      await pause(200);
    }
    browser = await chromium.launch({ executablePath: await browserPath(), args: ['--no-sandbox'] });
    for (const { name, login, limit, path } of PAGES) {
      const cold = [];
      const warm = [];
      for (let run = 0; run < RUNS; run++) {
        const context = await signedIn(browser, origin, login);
        const page = await context.newPage();
        const address = await path(page);
        cold.push(await visit(page, address));
        warm.push(await visit(page, address));
        await context.close();
      }
      for (const [state, visits] of [['cold', cold], ['warm', warm]] as const) {
        figures.push({ name: `${name}, ${state}: gzip over the wire`, value: middle(visits.map((one) => one.kilobytes)), unit: 'kB', limit });
        figures.push({ name: `${name}, ${state}: largest contentful paint`, value: middle(visits.map((one) => one.painted)), unit: 's', runs: visits.map((one) => one.painted), limit: PAINTED });
      }
    }
  } finally {
    await browser?.close();
    if (server.exitCode === null) {
      const exit = once(server, 'exit');
      server.kill('SIGTERM');
      await exit;
    }
    rmSync(directory, { recursive: true, force: true });
  }
  return figures;
}
