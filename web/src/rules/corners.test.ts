import { expect, test } from 'vitest';
import { CORNERS_AT_FIRST, withCorner } from './corners';

test('a corner goes where it is put, and no further than the photo', () => {
  expect(withCorner(CORNERS_AT_FIRST, 0, 0.1, -2)).toEqual([[0.1, 0], ...CORNERS_AT_FIRST.slice(1)]);
});

test('corners that no rectangle has in any perspective are not taken', () => {
  expect(withCorner(CORNERS_AT_FIRST, 0, 0.9, 0.9), 'beyond the opposite one').toBeNull();
  expect(withCorner(CORNERS_AT_FIRST, 0, 0.7, 0.3), 'on another one').toBeNull();
  expect(withCorner(CORNERS_AT_FIRST, 0, 0.5, 0.5), 'in line with its neighbors').toBeNull();
});
