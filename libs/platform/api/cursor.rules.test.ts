import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { z } from 'zod';
import { decodeCursor, encodeCursor, page } from './cursor.ts';

test('a cursor comes back as it went out', () => {
  fc.assert(fc.property(fc.string(), fc.uuid(), (key, id) => expect(decodeCursor(z.tuple([z.string(), z.uuid()]), encodeCursor([key, id]))).toEqual([key, id])));
});

test('a cursor of another list, or none of ours, is refused by name', () => {
  const schema = z.tuple([z.int(), z.uuid()]);
  for (const cursor of ['nonsense', encodeCursor(['text', 'x']), encodeCursor([])])
    expect(() => decodeCursor(schema, cursor)).toThrow(expect.objectContaining({ code: 'invalid', issues: [{ path: 'cursor', message: 'unreadable' }] }));
  expect(decodeCursor(schema, undefined)).toBeNull();
});

test('the one row too many says there is a next page and is not shown', () => {
  const same = (row: number) => row;
  expect(page([1, 2, 3], 2, (row) => [row], same)).toEqual({ items: [1, 2], nextCursor: encodeCursor([2]) });
  expect(page([1, 2], 2, (row) => [row], same)).toEqual({ items: [1, 2], nextCursor: null });
  expect(page([], 2, (row) => [row], same)).toEqual({ items: [], nextCursor: null });
});
