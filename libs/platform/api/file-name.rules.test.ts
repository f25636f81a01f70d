import { expect, test } from '@jest/globals';
import { attachment, cleanFileName } from './file-name.ts';

test('folders, control characters, direction marks and leading dots are taken off a name', () => {
  expect(['../../etc/passwd', 'C:\\x\\报告.docx', 'gpj.\u202eexe', ' .hidden. ', 'a\r\nb.txt', 'a<b>:c?.txt', '', '///', '..'].map(cleanFileName))
    .toEqual(['passwd', '报告.docx', 'gpj.exe', 'hidden', 'ab.txt', 'a_b__c_.txt', 'file', 'file', 'file']);
});

test('a long name is cut between characters to 200 bytes and keeps its extension', () => {
  const cut = cleanFileName(`${'名'.repeat(300)}.csv`);
  expect([Buffer.byteLength(cut) <= 200, cut.endsWith('名.csv')]).toEqual([true, true]);
});

test('a disposition is ASCII, quotes nothing open, and carries the whole name beside', () => {
  expect(attachment('it\'s 100% (名).csv')).toBe("attachment; filename=\"it's 100_ (_).csv\"; filename*=UTF-8''it%27s%20100%25%20%28%E5%90%8D%29.csv");
});
