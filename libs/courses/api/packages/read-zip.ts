import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { AppError } from '@zhixing/platform/plain';
import type { ReadPackage } from './package.ts';
import type { ThreadAnswer, ThreadOrder } from './package-thread.ts';
import { openZip } from './zip.ts';

/** Packages read at once in one process; the others wait for their turn. */
const LANES = 2;
/** Of a thread, in MB, and how long one package may take: far more than a course of ordinary pages needs. */
const MEMORY = 1_024;
const SECONDS = 60;
/** Milliseconds after which a thread with nothing to do ends. */
const IDLE = 60_000;

/** Beside this file: in the sources as TypeScript, in the bundle as JavaScript. */
const IN_SOURCES = import.meta.url.endsWith('.ts');
const THREAD = new URL(IN_SOURCES ? './package-thread.ts' : './package-thread.js', import.meta.url);

/** One thread, started for its first package, and those who wait for it. */
interface Lane {
  waiting: number;
  turn: Promise<unknown>;
  thread?: Worker;
  idle?: NodeJS.Timeout;
}

const lanes = Array.from({ length: LANES }, (): Lane => ({ waiting: 0, turn: Promise.resolve() }));

/**
 * Reads a zip in a thread of its own: what parses Markdown slows down with the square of hostile pages, and this thread answers everybody meanwhile. The zip stays
 * open until disposed of, for its pictures.
 * @throws AppError courses.package_…; `courses.package_too_complex` when it takes more than a minute or more memory than any course needs
 */
export async function readZip(path: string, name: string, { seconds = SECONDS } = {}): Promise<ReadPackage & AsyncDisposable> {
  const answer = await inTurn({ path, name }, seconds);
  if ('refused' in answer) throw new AppError(answer.refused.code, answer.refused.values, answer.refused.issues);
  const source = await openZip(path, name);
  return {
    ...answer.read,
    pictures: answer.read.pictures.map((picture) => ({ ...picture, read: () => source.read(picture.path) })),
    [Symbol.asyncDispose]: () => source[Symbol.asyncDispose](),
  };
}

async function inTurn(order: ThreadOrder, seconds: number): Promise<ThreadAnswer> {
  const lane = lanes.reduce((one, other) => (other.waiting < one.waiting ? other : one));
  lane.waiting++;
  const answer = lane.turn.then(() => ask(lane, order, seconds));
  lane.turn = answer.catch(() => undefined);
  return answer.finally(() => lane.waiting--);
}

async function ask(lane: Lane, order: ThreadOrder, seconds: number): Promise<ThreadAnswer> {
  clearTimeout(lane.idle);
  const thread = (lane.thread ??= start());
  thread.ref();
  try {
    thread.postMessage(order);
    const [answer] = (await once(thread, 'message', { signal: AbortSignal.timeout(seconds * 1000) })) as [ThreadAnswer];
    thread.unref();
    lane.idle = setTimeout(() => void end(lane, thread), IDLE).unref();
    return answer;
  } catch (error) {
    await end(lane, thread);
    const { name, code } = error as NodeJS.ErrnoException;
    if (name === 'AbortError' || code === 'ERR_WORKER_OUT_OF_MEMORY') throw new AppError('courses.package_too_complex', { seconds });
    throw error;
  }
}

function start(): Worker {
  const execArgv = IN_SOURCES ? ['--experimental-transform-types', '--disable-warning=ExperimentalWarning'] : [];
  return new Worker(THREAD, { resourceLimits: { maxOldGenerationSizeMb: MEMORY }, execArgv });
}

async function end(lane: Lane, thread: Worker): Promise<void> {
  if (lane.thread === thread) delete lane.thread;
  await thread.terminate();
}
