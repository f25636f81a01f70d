import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import { browserPath } from './browser.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const port = 3100 + (process.pid % 800);
const origin = (process.env.ZHIXING_E2E_ORIGIN ??= `http://127.0.0.1:${port}`);
// each run has its own bank; workers read this file again and must agree on the folder
const data = (process.env.ZHIXING_E2E_DATA ??= mkdtempSync(join(tmpdir(), 'zhixing-journeys-')));

export default defineConfig({
  testDir: '.',
  outputDir: 'results/traces',
  workers: 2,
  fullyParallel: false,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [['list'], ['json']] : [['list']],
  use: {
    baseURL: origin,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1366, height: 768 },
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: await browserPath(),
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    },
  },
  // the crawl changes language and look of the persons it walks as; it comes when the journeys are done
  projects: [
    { name: 'journeys', testIgnore: 'crawl.spec.ts' },
    // a trace of every page would take as long as the pages; the messages name the address
    { name: 'crawl', testMatch: 'crawl.spec.ts', dependencies: ['journeys'], use: { trace: 'off', screenshot: 'only-on-failure' } },
  ],
  webServer: {
    command: `"${process.execPath}" apps/api/src/start.ts`,
    cwd: root,
    url: `${origin}/readyz`,
    timeout: 180_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
    stdout: 'ignore',
    env: { NODE_ENV: 'test', DEMO: '1', HOST: '127.0.0.1', PORT: new URL(origin).port, DATA_DIR: data, DATABASE_URL: '', LOG_LEVEL: 'error' },
  },
});
