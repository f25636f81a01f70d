import { expect, test } from '@jest/globals';
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import { rewriteZip, writeZip } from './write-zip.ts';

const FILES = [{ name: '表格.xlsx', bytes: Buffer.from('一二三') }, { name: 'a/b.txt', bytes: Buffer.from('text') }];

test('a zip has no time of its own: written again from one of another day it is the same bytes', async () => {
  const zip = new ZipFile();
  for (const { name, bytes } of FILES) zip.addBuffer(bytes, name, { mtime: new Date('2031-05-06T07:08:09Z') });
  zip.end();
  const dated = await buffer(zip.outputStream);
  const written = await writeZip(FILES);
  expect(dated.equals(written)).toBe(false);
  expect((await rewriteZip(dated)).equals(written)).toBe(true);
  expect((await writeZip([...FILES].reverse())).equals(written)).toBe(false);
});
