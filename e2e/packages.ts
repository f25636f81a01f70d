import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ZipFile } from 'yazl';

/** A folder as a zip; `change` may put other text in place of a file's. */
export async function zipOf(folder: string, change: (path: string, text: string) => string = (_, text) => text): Promise<Buffer> {
  const zip = new ZipFile();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const path = relative(folder, file);
    const bytes = readFileSync(file);
    zip.addBuffer(/\.mdx?$/.test(path) ? Buffer.from(change(path, bytes.toString('utf8'))) : bytes, path);
  }
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
