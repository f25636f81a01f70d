import { randomBytes } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { coursesErrors } from '@zhixing/courses/contract';
import { openZip, readPackage } from './index.ts';
import { withFile, type ZipEntry, zipOf } from './testing.ts';


const PAGE: ZipEntry = { name: '01-intro.md', data: '# 简介\n\n正文' };

/** Opens a zip and reads all of it, as an import does. */
const readAll = (bytes: Buffer) =>
  withFile(bytes, async (path) => {
    await using zip = await openZip(path, 'course');
    const read: Record<string, Buffer> = {};
    for (const name of zip.paths) read[name] = await zip.read(name);
    return read;
  });

const refused = (bytes: Buffer, code: keyof typeof coursesErrors, values: object = {}) => expect(readAll(bytes)).rejects.toMatchObject({ code, values });

test.each([
  ['../../x', '../../x'],
  ['an absolute path', '/etc/passwd'],
  ['a drive letter', 'C:/windows/x'],
  ['a drive letter and backslashes', 'C:\\windows\\x'],
  ['backslashes that climb', '..\\..\\x'],
  ['a dot in between', 'a/./b.md'],
  ['climbing in between', 'a/../../b.md'],
])('asvs-33, incident-6, incident-20: an entry named with %s is refused', async (_, name) => {
  await refused(zipOf([PAGE, { name }]), 'courses.package_unsafe_name', { entry: name });
});

test('asvs-34: names with NUL, line breaks or 256 bytes are refused, and shown without control characters', async () => {
  await refused(zipOf([PAGE, { name: 'a\0.md' }]), 'courses.package_unsafe_name', { entry: 'a\uFFFD.md' });
  await refused(zipOf([PAGE, { name: 'a\r\nX-Evil: 1.md' }]), 'courses.package_unsafe_name', { entry: 'a\uFFFD\uFFFDX-Evil: 1.md' });
  await refused(zipOf([PAGE, { name: `${'a'.repeat(256)}.md` }]), 'courses.package_unsafe_name', { entry: 'a'.repeat(100) });
});

test('asvs-33: symbolic links and devices are refused, even where their names are harmless', async () => {
  await refused(zipOf([PAGE, { name: 'link.md', data: '/etc/passwd', mode: 0o120777 }]), 'courses.package_link', { entry: 'link.md' });
  await refused(zipOf([PAGE, { name: 'pipe.md', mode: 0o010644 }]), 'courses.package_link', { entry: 'pipe.md' });
});

test('asvs-31, uploads: more than 5,000 entries are refused before anything is unpacked, 70,000 too', async () => {
  const many = (count: number) => zipOf(Array.from({ length: count }, (_, i) => ({ name: `${i}.md`, store: true })));
  await refused(many(5_001), 'courses.package_too_many_entries', { limit: 5_000 });
  // the count wraps to 4,464
  await refused(many(70_000), 'courses.package_too_many_entries');
});

test('asvs-31, uploads: what claims to unpack to more than 500 MB is refused', async () => {
  const big: ZipEntry = { data: randomBytes(1_000_000), name: '' };
  await refused(zipOf(Array.from({ length: 6 }, (_, i) => ({ ...big, name: `${i}.png`, size: 99_000_000 }))), 'courses.package_too_large');
});

test('asvs-31, uploads: an entry compressed more than 100 times over is refused', async () => {
  await refused(zipOf([PAGE, { name: 'zeros.png', data: Buffer.alloc(10_000_000) }]), 'courses.package_ratio', { entry: 'zeros.png' });
});

test('asvs-31, uploads: names that are the same on some systems are refused', async () => {
  await refused(zipOf([PAGE, { name: '01-INTRO.md' }]), 'courses.package_duplicate_name', { entry: '01-INTRO.md' });
  await refused(zipOf([{ name: 'caf\u00e9.md' }, { name: 'cafe\u0301.md' }]), 'courses.package_duplicate_name');
});

test('uploads: encrypted entries are refused', async () => {
  await refused(zipOf([PAGE, { name: 'secret.md', flags: 0x801 }]), 'courses.package_encrypted', { entry: 'secret.md' });
});

test('asvs-31, uploads: entries that share data are refused (Fifield)', async () => {
  await refused(zipOf([PAGE, { name: '02-again.md', data: PAGE.data!, sameAs: 0 }]), 'courses.package_overlap');
});

test('asvs-31, uploads: an entry that inflates past the size it states is cut off', async () => {
  await refused(zipOf([PAGE, { name: 'lie.md', data: 'a'.repeat(100_000), size: 10 }]), 'courses.package_size_lie', { entry: 'lie.md' });
  await refused(zipOf([PAGE, { name: 'short.md', data: 'abc', size: 10_000 }]), 'courses.package_size_lie', { entry: 'short.md' });
});

test('asvs-31: a hostile entry takes no more memory than it states', async () => {
  const bytes = zipOf([{ name: 'bomb.md', data: Buffer.alloc(200_000_000), size: 1_000 }]);
  const before = process.memoryUsage().arrayBuffers;
  await refused(bytes, 'courses.package_size_lie');
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(5_000_000);
});

test('asvs-29: a text of more than 5 MB and a picture of more than 20 MB are not read', async () => {
  const noise = (bytes: number) => Buffer.from(Array.from({ length: 1_000_000 }, (_, i) => (i * 7919) % 251)).toString('latin1').repeat(Math.ceil(bytes / 1_000_000));
  await refused(zipOf([{ name: '01-long.md', data: Buffer.from(noise(5_300_000), 'latin1'), store: true }]), 'courses.package_entry_too_large', { entry: '01-long.md', limit: '5 MB' });
  await refused(zipOf([{ name: 'big.png', data: Buffer.from(noise(21_000_000), 'latin1'), store: true }]), 'courses.package_entry_too_large', { entry: 'big.png', limit: '20 MB' });
});

test('uploads: what is no zip, or a broken one, is refused with the reason', async () => {
  await refused(Buffer.from('%PDF-1.7 not a zip'), 'courses.package_not_zip');
  await refused(Buffer.from('MZ\x90\0'), 'courses.package_not_zip');
  await refused(Buffer.alloc(0), 'courses.package_not_zip');
  const whole = zipOf([PAGE]);
  await refused(whole.subarray(0, whole.length - 30), 'courses.package_damaged');
  const torn = zipOf([{ ...PAGE, data: '正文'.repeat(1_000) }]);
  torn.fill(0xff, 45, 60);
  await refused(torn, 'courses.package_damaged', { entry: '01-intro.md' });
});

test('incident-17, uploads: zips within zips and programs are ignored files, never unpacked', async () => {
  let nested = zipOf([{ name: 'evil.php', data: '<?php' }]);
  for (let i = 0; i < 5; i++) nested = zipOf([{ name: `level-${i}.zip`, data: nested }]);
  const bytes = zipOf([PAGE, { name: 'inner.zip', data: nested }, { name: 'setup.exe', data: 'MZ' }, { name: 'shell.php', data: '<?php' }]);
  await withFile(bytes, async (path) => {
    await using zip = await openZip(path, 'course');
    const { warnings, chapters } = await readPackage(zip);
    expect(chapters[0]!.lessons).toHaveLength(1);
    expect(warnings.map(({ kind, subject }) => `${kind} ${subject}`)).toEqual(['ignored_file inner.zip', 'ignored_file setup.exe', 'ignored_file shell.php']);
  });
});

test('a wrapping folder, what systems leave behind, and names in GBK', async () => {
  const gbk = Buffer.from([0xb5, 0xda, 0xd2, 0xbb, 0xd5, 0xc2]);
  const name = Buffer.concat([Buffer.from('course/01-'), gbk, Buffer.from('.md')]);
  const read = await readAll(zipOf([{ name: 'course/', mode: 0o040755, store: true }, { name, data: 'x', flags: 0 }, { name: '__MACOSX/course/._01.md' }, { name: 'course/.DS_Store' }, { name: 'course/02-汇总.md', data: 'y', flags: 0 }]));
  expect(Object.keys(read)).toEqual(['01-第一章.md', '02-汇总.md']);
});
