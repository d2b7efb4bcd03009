import { expect, test } from 'vitest';
import { clicked } from './region';
import { segmentsOf } from './segments';
import { difference, sideMask, twoColors } from './testing';

const WIDTH = 120;
const HEIGHT = 80;
const isRight = (x: number, y: number) => x > 60 + 6 * Math.sin(y / 7);
const photo = noisy(twoColors(WIDTH, HEIGHT, isRight));
const segments = segmentsOf(photo);
const right = sideMask(WIDTH, HEIGHT, isRight);
const nothing = new Uint8Array(WIDTH * HEIGHT);

/** Even in every run. */
function noisy(image: ImageData): ImageData {
  let state = 1;
  for (let at = 0; at < image.data.length; at++) {
    state = (state * 48271) % 2147483647;
    image.data[at] = (image.data[at] ?? 0) + (state % 9) - 4;
  }
  return image;
}

test('segments end at the edges of the photo, whatever its noise', () => {
  const wrong = new Map<number, number>();
  right.forEach((level, at) => {
    const segment = segments.of[at] ?? 0;
    wrong.set(segment, (wrong.get(segment) ?? 0) + (level > 0 ? 1 : 0));
  });
  const mixed = [...wrong].reduce(
    (sum, [segment, on]) => sum + Math.min(on, (segments.size[segment] ?? 0) - on),
    0,
  );
  expect(mixed).toBeLessThan(WIDTH * HEIGHT * 0.02);
});

test('neighbors know each other with the same border', () => {
  const borders = new Map<string, number>();
  for (let s = 0; s < segments.count; s++)
    for (let e = segments.first[s] ?? 0; e < (segments.first[s + 1] ?? 0); e++)
      borders.set(`${s}-${segments.neighbor[e]}`, segments.border[e] ?? 0);
  expect(borders.size).toBeGreaterThan(0);
  for (const [key, border] of borders) expect(borders.get(key.split('-').reverse().join('-'))).toBe(border);
});

test('a click into nothing takes the surface up to its edges', () => {
  const mask = clicked(segments, nothing, { at: 40 * WIDTH + 100, adds: true });
  expect(difference(mask, right)).toBeLessThan(WIDTH * HEIGHT * 0.02);
});

test('a click completes a mask that ends in the middle of a surface', () => {
  const half = sideMask(WIDTH, HEIGHT, (x, y) => isRight(x, y) && y < 40);
  const mask = clicked(segments, half, { at: 60 * WIDTH + 100, adds: true });
  expect(difference(mask, right)).toBeLessThan(WIDTH * HEIGHT * 0.02);
});

test('a click takes what is too much, and not what is right', () => {
  const tooMuch = sideMask(WIDTH, HEIGHT, (x, y) => isRight(x, y) || (y > 50 && x > 20));
  const mask = clicked(segments, tooMuch, { at: 65 * WIDTH + 35, adds: false });
  expect(difference(mask, right)).toBeLessThan(WIDTH * HEIGHT * 0.03);
});

test('a click does not take back what lies nearer to an earlier one of the other kind', () => {
  const stripes = noisy(twoColors(WIDTH, HEIGHT, (x) => x >= 40 && x < 60));
  const cut = segmentsOf(stripes);
  const taken = clicked(
    cut,
    sideMask(WIDTH, HEIGHT, () => true),
    { at: 40 * WIDTH + 50, adds: false },
  );
  const earlier = [{ at: 40 * WIDTH + 50, adds: false }];
  const added = clicked(cut, new Uint8Array(WIDTH * HEIGHT), { at: 40 * WIDTH + 20, adds: true }, earlier);
  expect(taken[40 * WIDTH + 50]).toBe(0);
  expect(added[40 * WIDTH + 20]).toBe(255);
  expect(added[40 * WIDTH + 50]).toBe(0);
});
