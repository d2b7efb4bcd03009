import { expect, test } from 'vitest';
import { moved, transformOf, WHOLE, zoomedAt } from './linked-zoom';

test('what is under the pointer stays there', () => {
  const view = zoomedAt(WHOLE, 2, 0.25, 0.5);

  expect(view).toEqual({ scale: 2, x: -0.25, y: -0.5 });
  expect(zoomedAt(view, 0.5, 0.25, 0.5)).toEqual({ scale: 1, x: 0, y: 0 });
});

test('a picture never leaves its pane, and never gets too large', () => {
  expect(zoomedAt(WHOLE, 100, 0, 0).scale).toBe(8);
  expect(moved(zoomedAt(WHOLE, 2, 0.5, 0.5), 5, -5)).toEqual({ scale: 2, x: 0, y: -1 });
  expect(moved(WHOLE, 0.3, 0.3)).toEqual(WHOLE);
});

test('a view is in parts of its pane, whatever its size', () => {
  expect(transformOf({ scale: 2, x: -0.25, y: 0 })).toBe('translate(-25%, 0%) scale(2)');
});
