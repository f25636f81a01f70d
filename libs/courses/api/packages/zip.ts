import { open } from 'node:fs/promises';
import { AppError } from '@zhixing/platform/plain';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { contentPaths, fileLimit, LIMITS, megabytes, type PackageSource } from './source.ts';
import { decodeName } from './text.ts';

/** A signature of APPNOTE.TXT 4.3.7 (first file) or 4.3.16 (an empty zip). */
const MAGIC = ['504b0304', '504b0506'];
/** Of an entry in the central directory, APPNOTE.TXT 4.3.12. */
const ENTRY = '504b0102';
const UTF8_NAME = 0x800;
const UNIX = 3;
/** Ratios of small files say nothing: a blank page of 10 kB compresses 400 times. */
const RATIO_FROM = 1024 * 1024;
/** Fixed part of a local file header, APPNOTE.TXT 4.3.7. */
const LOCAL_HEADER = 30;

interface Member {
  name: string;
  entry: Entry;
}

/**
 * A course in a zip, refused by its directory before anything is unpacked: hostile names, links, encryption, duplicates, overlaps (Fifield's bomb), and more than LIMITS.
 * Files are inflated one at a time and only when read, and never past the size they state. `name` = the file's name without extension. @throws AppError courses.package_…
 */
export async function openZip(path: string, name: string): Promise<PackageSource & AsyncDisposable> {
  if (!MAGIC.includes(await signature(path, 0))) throw new AppError('courses.package_not_zip');
  // names are decoded here: yauzl knows only CP437 and UTF-8, and Windows in China writes GBK
  const zip = await openPromise(path, { autoClose: false, decodeStrings: false, validateEntrySizes: true }).catch(damaged(name));
  try {
    if (zip.entryCount > LIMITS.entries) throw new AppError('courses.package_too_many_entries', { limit: LIMITS.entries });
    const members = await directory(zip, name);
    // the type says boolean, yauzl keeps the offset behind the last entry it read
    await checkDirectoryEnds(path, Number(zip.readEntryCursor));
    await checkOverlaps(zip, members);
    const files = contentPaths(new Map(members.filter((one) => !one.name.endsWith('/')).map((one) => [one.name, one])));
    return {
      name,
      paths: [...files.keys()],
      read: (file) => inflate(zip, files.get(file)!, fileLimit(file)),
      [Symbol.asyncDispose]: async () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

const damaged = (entry: string) => (): never => {
  throw new AppError('courses.package_damaged', { entry });
};

/** The four bytes at a place of a file. */
async function signature(path: string, at: number): Promise<string> {
  await using file = await open(path);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, at);
  return buffer.toString('hex', 0, bytesRead);
}

/** No entry may stand behind the last one that was counted: a count wraps at 65,536, and other programs would see what we do not. */
async function checkDirectoryEnds(path: string, at: number): Promise<void> {
  if ((await signature(path, at)) === ENTRY) throw new AppError('courses.package_too_many_entries', { limit: LIMITS.entries });
}

/** Every entry as the central directory states it. @throws AppError at the first one that is not safe */
async function directory(zip: ZipFile, name: string): Promise<Member[]> {
  const members: Member[] = [];
  const seen = new Set<string>();
  let packed = 0;
  let total = 0;
  const entries = zip.eachEntry();
  for (;;) {
    const { value: entry, done } = await entries.next().catch(damaged(name));
    if (done) break;
    const member = { name: decodeName(entry.fileNameRaw as Buffer, (entry.generalPurposeBitFlag & UTF8_NAME) !== 0), entry };
    checkEntry(member);
    const folded = member.name.normalize('NFC').toLowerCase().replace(/\/$/, '');
    if (seen.has(folded)) throw new AppError('courses.package_duplicate_name', { entry: shown(member.name) });
    seen.add(folded);
    packed += entry.compressedSize;
    total += entry.uncompressedSize;
    if (total > LIMITS.total) throw new AppError('courses.package_too_large', { limit: megabytes(LIMITS.total) });
    members.push(member);
  }
  checkRatio(name, total, packed);
  return members;
}

function checkEntry({ name, entry }: Member): void {
  const values = { entry: shown(name) };
  if (unsafe(name)) throw new AppError('courses.package_unsafe_name', values);
  if (special(entry)) throw new AppError('courses.package_link', values);
  if (entry.isEncrypted()) throw new AppError('courses.package_encrypted', values);
  if (!entry.canDecodeFileData()) throw new AppError('courses.package_damaged', values);
  checkRatio(name, entry.uncompressedSize, entry.compressedSize);
}

/** A name as an error shows it: without control characters and direction marks, at most 100 characters. */
const shown = (name: string): string => name.replace(/[\p{Cc}\p{Cf}]/gu, '�').slice(0, 100);

const unsafe = (name: string): boolean =>
  name === '' || name.length > 255 || /[\p{Cc}\\]/u.test(name) || /^([a-z]:|\/)/i.test(name) || name.split('/').some((part) => part === '..' || part === '.');

/** Symbolic links, devices, pipes: what a file is by its Unix mode, when Unix made the zip. */
function special(entry: Entry): boolean {
  const type = (entry.externalFileAttributes >>> 16) & 0o170000;
  return entry.versionMadeBy >>> 8 === UNIX && type !== 0 && type !== 0o100000 && type !== 0o040000;
}

function checkRatio(name: string, size: number, packed: number): void {
  if (size > RATIO_FROM && size > packed * LIMITS.ratio) throw new AppError('courses.package_ratio', { entry: shown(name), limit: LIMITS.ratio });
}

/** No byte of the file may belong to two entries. Data lies behind the local header, whose lengths may differ from the directory's. */
async function checkOverlaps(zip: ZipFile, members: Member[]): Promise<void> {
  let end = 0;
  for (const { name, entry } of members.toSorted((a, b) => a.entry.relativeOffsetOfLocalHeader - b.entry.relativeOffsetOfLocalHeader)) {
    const start = entry.relativeOffsetOfLocalHeader;
    if (start < end) throw new AppError('courses.package_overlap', { entry: shown(name) });
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true }).catch(damaged(shown(name)));
    end = Math.max(fileDataStart, start + LOCAL_HEADER) + entry.compressedSize;
    if (end > zip.fileSize) throw new AppError('courses.package_damaged', { entry: shown(name) });
  }
}

/** yauzl counts the bytes while inflating and fails at the first one past the stated size; `limit` holds before that. */
async function inflate(zip: ZipFile, { name, entry }: Member, limit: number): Promise<Buffer> {
  if (entry.uncompressedSize > limit) throw new AppError('courses.package_entry_too_large', { entry: shown(name), limit: megabytes(limit) });
  const parts: Buffer[] = [];
  try {
    for await (const part of await zip.openReadStreamPromise(entry)) parts.push(part as Buffer);
  } catch (error) {
    const lie = error instanceof Error && /bytes in the stream|size mismatch/.test(error.message);
    throw new AppError(lie ? 'courses.package_size_lie' : 'courses.package_damaged', { entry: shown(name) });
  }
  return Buffer.concat(parts);
}
