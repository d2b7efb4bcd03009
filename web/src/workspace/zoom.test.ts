import { expect, test } from 'vitest';
import { bounded, fitted, moved, scaledAt, wheelFactor, WHOLE } from './zoom';

const sizes = fitted({ width: 400, height: 600 }, { width: 1600, height: 1200 });

test('the whole photo is as large as its frame allows, in the middle', () => {
  expect(sizes.content).toEqual({ width: 400, height: 300 });
  expect(bounded(WHOLE, sizes)).toEqual({ scale: 1, x: 0, y: 150 });
});

test('what is under the pointer stays there while it grows', () => {
  const before = scaledAt(WHOLE, 3, 200, 300, sizes);
  const after = scaledAt(before, 1.5, 120, 250, sizes);
  const photoX = (view: typeof before) => (120 - view.x) / view.scale;
  expect(photoX(after)).toBeCloseTo(photoX(before));
});

test('no gap opens at the edges, however far it is moved', () => {
  const grown = scaledAt(WHOLE, 4, 200, 300, sizes);
  expect(moved(grown, 9000, 9000, sizes)).toEqual({ scale: 4, x: 0, y: 0 });
  expect(moved(grown, -9000, -9000, sizes)).toEqual({ scale: 4, x: -1200, y: -600 });
});

test('nobody gets smaller than whole or deeper than four pixels of the screen for one', () => {
  expect(scaledAt(WHOLE, 0.1, 0, 0, sizes).scale).toBe(1);
  expect(scaledAt(WHOLE, 1e6, 0, 0, sizes).scale).toBe(16);
});

test('a wheel that tells lines moves as one that tells pixels, and a jump is held back', () => {
  expect(wheelFactor({ deltaY: 3, deltaMode: 1, ctrlKey: false })).toBe(
    wheelFactor({ deltaY: 48, deltaMode: 0, ctrlKey: false }),
  );
  expect(wheelFactor({ deltaY: -5000, deltaMode: 0, ctrlKey: false })).toBeLessThan(1.5);
});
