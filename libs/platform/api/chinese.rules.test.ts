import { expect, test } from '@jest/globals';
import { romanise, romaniseName } from './chinese.ts';

test.each([
  ['曾守拙', 'zengshouzhuo', 'zsz'],
  ['查文渊', 'zhawenyuan', 'zwy'],
  ['单以恒', 'shanyiheng', 'syh'],
  ['解知行', 'xiezhixing', 'xzx'],
  ['区绍棠', 'oushaotang', 'ost'],
  ['仇柏舟', 'qiubaizhou', 'qbz'],
])('the surname of %s is read as a surname', (name, pinyin, initials) => {
  expect(romaniseName(name)).toEqual({ pinyin, initials });
});

test('a title keeps its Latin words', () => {
  expect(romanise('RAG 入门').pinyin).toBe('ragrumen');
});
