import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { AppError } from '@zhixing/platform/plain';
import type { ReadPackage } from './package.ts';
import type { ThreadAnswer } from './package-thread.ts';
import { openZip } from './zip.ts';

/** Of the thread that reads, in MB, and how long it may take: far more than a course of ordinary pages needs. */
const MEMORY = 1_024;
const SECONDS = 60;

/** Beside this file: in the sources as TypeScript, in the bundle as JavaScript. */
const IN_SOURCES = import.meta.url.endsWith('.ts');
const THREAD = new URL(IN_SOURCES ? './package-thread.ts' : './package-thread.js', import.meta.url);

/**
 * Reads a zip in a thread of its own: what parses Markdown slows down with the square of hostile pages, and this thread answers everybody meanwhile. The zip stays
 * open until disposed of, for its pictures.
 * @throws AppError courses.package_…; `courses.package_too_complex` when it takes more than a minute or more memory than any course needs
 */
export async function readZip(path: string, name: string, { seconds = SECONDS } = {}): Promise<ReadPackage & AsyncDisposable> {
  const answer = await inThread({ path, name }, seconds);
  if ('refused' in answer) throw new AppError(answer.refused.code, answer.refused.values, answer.refused.issues);
  const source = await openZip(path, name);
  return {
    ...answer.read,
    pictures: answer.read.pictures.map((picture) => ({ ...picture, read: () => source.read(picture.path) })),
    [Symbol.asyncDispose]: () => source[Symbol.asyncDispose](),
  };
}

async function inThread(workerData: { path: string; name: string }, seconds: number): Promise<ThreadAnswer> {
  const execArgv = IN_SOURCES ? ['--experimental-transform-types', '--disable-warning=ExperimentalWarning'] : [];
  const thread = new Worker(THREAD, { workerData, resourceLimits: { maxOldGenerationSizeMb: MEMORY }, execArgv });
  try {
    const [answer] = (await once(thread, 'message', { signal: AbortSignal.timeout(seconds * 1000) })) as [ThreadAnswer];
    return answer;
  } catch (error) {
    const { name, code } = error as NodeJS.ErrnoException;
    if (name === 'AbortError' || code === 'ERR_WORKER_OUT_OF_MEMORY') throw new AppError('courses.package_too_complex', { seconds });
    throw error;
  } finally {
    await thread.terminate();
  }
}
