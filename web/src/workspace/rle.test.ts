import { expect, test } from 'vitest';
import { paintMask, runsOf } from './rle';

test('COCO text is read as pycocotools writes it', () => {
  // pycocotools.mask.encode of a 4 x 4 mask whose middle 2 x 2 is set.
  expect(runsOf('52203')).toEqual([5, 2, 2, 2, 5]);
});

test('a mask is laid at half its size', () => {
  const half = new Uint8Array(4);
  // The right half of 4 x 4: eight pixels off, eight on.
  paintMask({ size: [4, 4], counts: '88' }, 3, half, 2, 2);
  expect([...half]).toEqual([0, 3, 0, 3]);
});

test('a mask is laid at twice its size', () => {
  const twice = new Uint8Array(16);
  paintMask({ size: [2, 2], counts: '22' }, 1, twice, 4, 4);
  expect([...twice]).toEqual([0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 1, 1]);
});
