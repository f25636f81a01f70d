import { Pool } from 'undici';
import { type Learner, type Manager, REQUESTS, type Send } from './requests.ts';

/** What the parent process asks for: send `request` to `origin` over so many connections for so many seconds. */
export interface Order {
  origin: string;
  request: string;
  connections: number;
  seconds: number;
  learners: Learner[];
  managers: Manager[];
  words?: string[];
}

/** What came of it; latencies in milliseconds of whole units of work. */
export interface Outcome {
  count: number;
  seconds: number;
  p50: number;
  p95: number;
  p99: number;
}

let turn = 0;

/** Sends without pause over every connection; each unit of work belongs to the next person. The first wrong answer ends it. */
async function generate({ origin, request, connections, seconds, learners, managers, words = [] }: Order): Promise<Outcome> {
  const pool = new Pool(origin, { connections, pipelining: 1 });
  const send: Send = async (method, path, { cookie, body }) => {
    const answer = await pool.request({
      method, path: `/api/v1${path}`,
      headers: { 'x-requested-with': 'bench', ...(cookie ? { cookie } : {}), ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const text = await answer.body.text();
    if (answer.statusCode !== 200) throw new Error(`${method} ${path}: ${answer.statusCode} ${text.slice(0, 500)}`);
    return JSON.parse(text);
  };
  const latencies: number[] = [];
  const began = performance.now();
  const until = began + seconds * 1000;
  await Promise.all(Array.from({ length: connections }, async () => {
    for (let at = performance.now(); at < until; at = performance.now()) {
      const mine = turn++;
      await REQUESTS[request]!(send, { learner: learners[mine % learners.length]!, manager: managers[mine % managers.length]!, word: words[mine % words.length]!, turn: mine });
      latencies.push(performance.now() - at);
    }
  }));
  const took = (performance.now() - began) / 1000;
  await pool.close();
  latencies.sort((one, other) => one - other);
  const percentile = (share: number) => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))]!;
  return { count: latencies.length, seconds: took, p50: percentile(0.5), p95: percentile(0.95), p99: percentile(0.99) };
}

process.on('message', (order: Order) => {
  generate(order).then((outcome) => process.send!(outcome), (error: Error) => process.send!({ error: error.message }));
});
