import { buffer } from 'node:stream/consumers';
import { fromBufferPromise } from 'yauzl';
import { ZipFile } from 'yazl';

/** One file of a zip. */
export interface ZippedFile {
  name: string;
  bytes: Buffer;
}

/** The time that stands at every entry: the first a zip can say, without a zone. */
const EPOCH = new Date(1980, 0, 1);

/** A zip whose bytes follow from its files and their order alone, whenever and wherever it is written. */
export async function writeZip(files: readonly ZippedFile[]): Promise<Buffer> {
  const zip = new ZipFile();
  for (const { name, bytes } of files) zip.addBuffer(bytes, name, { mtime: EPOCH, mode: 0o100644, forceDosTimestamp: true });
  zip.end();
  return buffer(zip.outputStream);
}

/** The same files in a zip without times of its own. For what we made ourselves: sizes are not limited. */
export async function rewriteZip(bytes: Buffer): Promise<Buffer> {
  const zip = await fromBufferPromise(bytes);
  const files: ZippedFile[] = [];
  for await (const entry of zip.eachEntry()) files.push({ name: entry.fileName, bytes: await buffer(await zip.openReadStreamPromise(entry)) });
  return writeZip(files);
}
