import { listOf } from '@zhixing/platform/contract';
import { z } from 'zod';
import { readParameters, writeParameters } from './parameters.ts';

const Filter = z.strictObject({ q: z.string().optional(), level: listOf(z.coerce.number().int().max(3)), sort: z.enum(['newest', 'title']).default('newest') });

test('an address becomes typed values', () => {
  expect(readParameters(Filter, new URLSearchParams('q=大模型&level=1,2'))).toEqual({ q: '大模型', level: [1, 2], sort: 'newest' });
});

test('what is unknown or invalid in an old link counts as absent', () => {
  expect(readParameters(Filter, new URLSearchParams('level=9&sort=price&utm=x&q=a'))).toEqual({ q: 'a', level: [], sort: 'newest' });
});

test('empty values leave the address, others stay', () => {
  expect(writeParameters(new URLSearchParams('q=a&level=1&tab=all'), { q: '', level: [] }).toString()).toBe('tab=all');
  expect(decodeURIComponent(writeParameters(new URLSearchParams(), { level: [1, 3] }).toString())).toBe('level=1,3');
});
