import { expect, test } from 'vitest';
import { countsOf } from './album';

const found = [
  { idx: 0, concept: 'Window', instance_id: 'Window-1', source: 'model' },
  { idx: 0, concept: 'Window', instance_id: 'Window-2', source: 'model' },
  { idx: 2, concept: 'Window', instance_id: 'Window-1', source: 'user' },
] as const;

test('an album is counted over its photos', () => {
  const counts = countsOf(found);
  expect(counts.count('Window')).toBe(3);
  expect(counts.photosOf('Window')).toEqual([0, 2]);
  expect(counts.seen('Window-1')).toBe(2);
  expect(counts.seen('Window-2')).toBe(1);
  expect(counts.count('Door')).toBe(0);
});

test('a photo has a badge for an own mask and for what is left out on it', () => {
  const counts = countsOf(found);
  expect([0, 1, 2].map(counts.hasOwnMask)).toEqual([false, false, true]);
  expect([0, 1, 2].map((idx) => counts.hasOne(idx, ['Window-2']))).toEqual([true, false, false]);
});
