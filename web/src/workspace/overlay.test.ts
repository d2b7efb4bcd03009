import { expect, test } from 'vitest';
import { HUES, paintScreen, screenOf, tableOf, type Look } from './overlay';
import type { FoundInstance } from './photo-view';
import { anchorsOf, foundAt, guardedArea, regionMap, shareOf } from './region-map';

const SIZE = { width: 40, height: 40 };
const one = square('Window', 'Window-1', 4, 24);
const inside = square('Handle', 'Handle-1', 10, 6);
const map = regionMap([inside, one], SIZE, 'Window');
const look: Look = {
  concept: 'Window',
  acted: false,
  tinted: true,
  stateOf: () => 'include',
  numberOf: () => 1,
  highlighted: null,
  solo: null,
  opacity: 0.5,
  onlyProtected: false,
};

function square(concept: string, id: string, from: number, side: number): FoundInstance {
  return {
    instance: { concept, instance_id: id, area: side * side } as FoundInstance['instance'],
    paint: (into, value) => {
      for (let y = from; y < from + side; y++)
        into.fill(value, y * SIZE.width + from, y * SIZE.width + from + side);
    },
  };
}

function pixelsWith(
  changed: Partial<Look>,
  guarded: Uint8Array = new Uint8Array(1600),
): (x: number, y: number) => number[] {
  const screen = screenOf(map, guarded, SIZE, { scale: 1, x: 0, y: 0 }, 1);
  const image = { data: new Uint8ClampedArray(6400) } as ImageData;
  paintScreen(screen, tableOf(map, { ...look, ...changed }), image);
  return (x, y) => [...image.data.subarray((y * 40 + x) * 4, (y * 40 + x) * 4 + 4)];
}

function luminance(color: number): number {
  const linear = [color >> 16, (color >> 8) & 255, color & 255].map((code) => {
    const value = code / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (linear[0] ?? 0) + 0.7152 * (linear[1] ?? 0) + 0.0722 * (linear[2] ?? 0);
}

test('of the two lines of an outline one stands out by 3:1 from whatever is below', () => {
  for (const hue of HUES)
    for (let below = 0; below <= 1; below += 0.01) {
      const contrast = (line: number) => (Math.max(line, below) + 0.05) / (Math.min(line, below) + 0.05);
      expect(Math.max(contrast(luminance(hue)), contrast(0))).toBeGreaterThanOrEqual(3);
    }
});

test('the chosen concept has a line and a tint, and nothing else is covered', () => {
  const pixel = pixelsWith({});
  expect(pixel(4, 16)).toEqual([0xfe, 0x90, 0xb3, 255]);
  expect(pixel(6, 16)).toEqual([0, 0, 0, 255]);
  expect(pixel(16, 16)).toEqual([0xfe, 0x90, 0xb3, 128]);
  expect(pixel(35, 35)[3]).toBe(0);
});

test('once the rule changes something, the chosen concept has a line alone, and a tint where it is pointed at', () => {
  const pixel = pixelsWith({ tinted: false });
  expect(pixel(4, 16)).toEqual([0xfe, 0x90, 0xb3, 255]);
  expect(pixel(16, 16)[3]).toBe(0);
  expect(pixelsWith({ tinted: false, highlighted: 'Window-1' })(16, 16)[3]).toBeGreaterThan(0);
});

test('what has its color already has none, until it is pointed at', () => {
  expect(pixelsWith({ acted: true })(4, 16)[3]).toBe(0);
  expect(pixelsWith({ acted: true, highlighted: 'Window-1' })(4, 16)).toEqual([255, 255, 255, 255]);
});

test('what is left out has no tint and a broken line', () => {
  const pixel = pixelsWith({ stateOf: () => 'exclude' });
  expect(pixel(16, 16)[3]).toBe(0);
  const line = Array.from({ length: 20 }, (_, y) => pixel(4, 6 + y)[0]);
  expect(line).toContain(0xfe);
  expect(line).toContain(0);
});

test('what is protected is hatched, and alone is not dimmed', () => {
  const guarded = guardedArea([one], SIZE, () => true);
  const row = Array.from({ length: 14 }, (_, x) => pixelsWith({ onlyProtected: true }, guarded)(8 + x, 20));
  expect(row.some(([r, , , a]) => r === 255 && a === 230)).toBe(true);
  expect(pixelsWith({ onlyProtected: true }, guarded)(35, 35)).toEqual([0, 0, 0, 166]);
  expect(shareOf(guarded)).toBeCloseTo((24 * 24) / 1600);
});

test('a pointer finds the smaller one, and a number stands inside', () => {
  const pointed = regionMap([inside, one], SIZE);
  expect(foundAt(pointed, 12.5, 12.5)?.instance.instance_id).toBe('Handle-1');
  expect(foundAt(pointed, 20, 20)?.instance.instance_id).toBe('Window-1');
  expect(foundAt(pointed, 39, 39)).toBeUndefined();
  expect(anchorsOf(map)[2]).toMatchObject({ x: 16, top: 4, width: 24 });
});
