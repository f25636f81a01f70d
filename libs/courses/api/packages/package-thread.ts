import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '@zhixing/platform/plain';
import type { ReadPackage } from './package.ts';
import type { PackagePicture } from './pictures.ts';
import { readPackage } from './read.ts';
import { openZip } from './zip.ts';

/** A package without the means to read its pictures, which do not leave a thread. */
export type ThreadPackage = Omit<ReadPackage, 'pictures'> & { pictures: Omit<PackagePicture, 'read'>[] };

/** What the thread says once: the package, or why there is none. */
export type ThreadAnswer = { read: ThreadPackage } | { refused: Pick<AppError, 'code' | 'values' | 'issues'> };

async function answer({ path, name }: { path: string; name: string }): Promise<ThreadAnswer> {
  try {
    await using source = await openZip(path, name);
    const { pictures, ...read } = await readPackage(source);
    return { read: { ...read, pictures: pictures.map(({ read: _, ...picture }) => picture) } };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { code, values, issues } = error;
    return { refused: { code, values, issues } };
  }
}

parentPort!.postMessage(await answer(workerData as { path: string; name: string }));
