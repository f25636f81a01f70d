import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { extract } from 'tar-stream';
import { z } from 'zod';

const Hash = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * The first entry of a backup, `manifest.json`: what else is in it. Then come the tables, `tables/SCHEMA.TABLE`, as COPY text in the order
 * in which foreign keys let them load, and the files, `files/SHA256`.
 */
export const Manifest = z.object({
  format: z.literal(1),
  madeAt: z.iso.datetime(),
  /** Names of the migrations that made the schema, in their order. */
  migrations: z.array(z.string()),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()), rows: z.int(), sha256: Hash })),
  sequences: z.array(z.object({ name: z.string(), value: z.string() })),
  files: z.array(z.object({ sha256: Hash, size: z.int() })),
  /** Files that people have and whose bytes the storage had lost already. */
  missing: z.array(Hash),
});
export type Manifest = z.infer<typeof Manifest>;

export const MANIFEST = 'manifest.json';
export const tableEntry = (name: string) => `tables/${name}`;
export const fileEntry = (sha256: string) => `files/${sha256}`;

/** The entries of an archive one after the other; each must be read to its end. */
export async function* entriesOf(file: string): AsyncGenerator<{ name: string; content: Readable }> {
  const archive = extract();
  const source = createReadStream(file);
  source.once('error', (error) => archive.destroy(error)).pipe(archive);
  try {
    for await (const entry of archive) yield { name: entry.header.name, content: Readable.from(entry, { objectMode: false }) };
  } finally {
    source.destroy();
  }
}

/** SHA-256 of all that comes. */
export async function hashOf(content: AsyncIterable<Buffer | string>): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of content) hash.update(chunk);
  return hash.digest('hex');
}

/**
 * Reads an archive to its end and compares every entry with the manifest.
 * @throws Error naming the first entry that is damaged or missing
 */
export async function verifyArchive(file: string): Promise<Manifest> {
  await access(file);
  let manifest: Manifest | undefined;
  let reading = MANIFEST;
  const expected = new Map<string, string>();
  try {
    for await (const { name, content } of entriesOf(file)) {
      reading = name;
      if (!manifest) {
        if (name !== MANIFEST) throw new Error(`it does not begin with ${MANIFEST}`);
        manifest = Manifest.parse(JSON.parse(await text(content)));
        for (const table of manifest.tables) expected.set(tableEntry(table.name), table.sha256);
        for (const { sha256 } of manifest.files) expected.set(fileEntry(sha256), sha256);
      } else {
        if ((await hashOf(content)) !== expected.get(name)) throw new Error('its SHA-256 is not the one in the manifest');
        expected.delete(name);
      }
    }
  } catch (error) {
    throw new Error(`${file} is damaged at ${reading}: ${(error as Error).message}`, { cause: error });
  }
  const [lacking] = manifest ? expected.keys() : [MANIFEST];
  if (!manifest || lacking) throw new Error(`${file} is damaged: it ends before ${lacking}`);
  return manifest;
}
