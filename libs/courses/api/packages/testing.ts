import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import type { PackageSource } from './source.ts';

/** A package that is nowhere but in a test. */
export const sourceOf = (files: Record<string, string | Buffer>, name = 'fixture'): PackageSource => ({
  name,
  paths: Object.keys(files).sort(),
  read: async (path) => Buffer.from(files[path]!),
});

/** One entry of a zip, and what its headers say about it when that is not the truth. */
export interface ZipEntry {
  name: string | Buffer;
  data?: string | Buffer;
  store?: boolean;
  flags?: number;
  size?: number;
  mode?: number;
  crc?: number;
  /** Points at the data of the entry with this number instead of bringing its own. */
  sameAs?: number;
}

const UTF8 = 0x800;

/** A zip made byte by byte, so that it can lie (APPNOTE.TXT 4.3). */
export function zipOf(entries: ZipEntry[]): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  const offsets: number[] = [];
  let offset = 0;
  for (const { name, data = '', store = false, flags = UTF8, size, mode = 0o100644, crc, sameAs } of entries) {
    const bytes = Buffer.from(name as string);
    const raw = Buffer.from(data as string);
    const packed = store ? raw : deflateRawSync(raw);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(flags, 2);
    fields.writeUInt16LE(store ? 0 : 8, 4);
    fields.writeUInt32LE(crc ?? crc32(raw), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(size ?? raw.length, 18);
    fields.writeUInt16LE(bytes.length, 22);
    const at = sameAs === undefined ? offset : offsets[sameAs]!;
    offsets.push(at);
    if (sameAs === undefined) {
      const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, bytes, packed]);
      locals.push(local);
      offset += local.length;
    }
    const header = Buffer.alloc(46);
    header.write('PK\x01\x02', 'latin1');
    header.writeUInt16LE((3 << 8) | 20, 4);
    fields.copy(header, 6);
    header.writeUInt32LE((mode << 16) >>> 0, 38);
    header.writeUInt32LE(at, 42);
    central.push(header, bytes);
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  // a count past 65,535 wraps, as in a zip that hides entries
  end.writeUInt16LE(entries.length & 0xffff, 8);
  end.writeUInt16LE(entries.length & 0xffff, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

/** Runs a test with bytes in a file of their own, which is gone afterwards. */
export async function withFile<T>(bytes: Buffer, use: (path: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'package-'));
  try {
    await writeFile(join(folder, 'course.zip'), bytes);
    return await use(join(folder, 'course.zip'));
  } finally {
    await rm(folder, { recursive: true });
  }
}
