import { parentPort } from 'node:worker_threads';
import { AppError } from '@zhixing/platform/plain';
import type { ReadPackage } from './package.ts';
import type { PackagePicture } from './pictures.ts';
import { readPackage } from './read.ts';
import { openZip } from './zip.ts';

/** A zip to be read; `name` without extension. */
export interface ThreadOrder {
  path: string;
  name: string;
}

/** A package without the means to read its pictures, which do not leave a thread. */
export type ThreadPackage = Omit<ReadPackage, 'pictures'> & { pictures: Omit<PackagePicture, 'read'>[] };

/** What the thread says to each order: the package, or why there is none. */
export type ThreadAnswer = { read: ThreadPackage } | { refused: Pick<AppError, 'code' | 'values' | 'issues'> };

async function answer({ path, name }: ThreadOrder): Promise<ThreadAnswer> {
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

parentPort!.on('message', async (order: ThreadOrder) => parentPort!.postMessage(await answer(order)));
