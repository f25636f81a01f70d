import { expect, test } from '@jest/globals';
import { fieldsOf, readFields } from './skill-form.rules.ts';

const text = (words: string) => ({ zh: words, en: `${words} in English` });
const skill = { name: text('名称'), description: text('说明'), halfLifeMonths: 12, anchors: [1, 2, 3, 4, 5].map((level) => text(`锚点${level}`)) };

test('what the form is filled with is what it sends', () => {
  expect(readFields(fieldsOf(skill))).toEqual({ skill });
});

test('every field that cannot be sent is named by its path', () => {
  expect(readFields({ ...fieldsOf(skill), 'anchors.2.en': ' ', halfLifeMonths: '0', 'name.zh': '长'.repeat(41) })).toEqual({ wrong: ['name.zh', 'halfLifeMonths', 'anchors.2.en'] });
});
