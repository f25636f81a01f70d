import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Metrics } from '@zhixing/platform/api';
import { type TestApplication, testApp } from '@zhixing/platform/testing';
import { rooms } from './rooms.ts';

let bank: TestApplication;
let scrape: () => Promise<string>;

beforeAll(async () => {
  bank = await testApp(rooms, { METRICS_PORT: '0' });
  const port = await bank.app.get(Metrics).listen();
  scrape = async () => (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
});
afterAll(() => bank.close());

test('requests by route and status, the pool and Node itself are measured; no address of a request is shown', async () => {
  await bank.anonymous.get('/courses/0199aaaa-0000-7000-8000-000000000001');
  const text = await scrape();
  expect(text).toContain('http_request_duration_seconds_count{method="GET",route="/api/v1/courses/:id",status="401"} 1');
  for (const name of ['database_pool_connections{state="total"}', 'database_pool_connections{state="waiting"}', 'nodejs_eventloop_lag_seconds', 'process_resident_memory_bytes']) expect(text).toContain(name);
  expect(text).not.toContain('0199aaaa');
});

test('a figure that cannot be read is missing, the others are there', async () => {
  bank.app.get(Metrics).gauge('test_backlog', 'Made for this test', ['status'], () => [{ labels: { status: 'queued' }, value: 3 }]);
  bank.app.get(Metrics).gauge('test_broken', 'Made for this test', [], () => Promise.reject(new Error('no such table')));
  const text = await scrape();
  expect(text).toContain('test_backlog{status="queued"} 3');
  expect(text).not.toMatch(/^test_broken/m);
  expect(text).toContain('process_resident_memory_bytes');
});

test('asvs-60 the public port shows no metrics, whoever asks', async () => {
  for (const path of ['/metrics', '/api/metrics', '/api/v1/metrics']) expect({ path, status: (await bank.app.inject(path)).statusCode }).toEqual({ path, status: 404 });
});
