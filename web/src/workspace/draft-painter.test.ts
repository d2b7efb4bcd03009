import { beforeAll, expect, test } from 'vitest';
import { DraftPainter, type Layer } from './draft-painter';

beforeAll(() => {
  // happy-dom has none.
  globalThis.ImageData ??= class {
    readonly colorSpace = 'srgb';
    constructor(
      readonly data: Uint8ClampedArray,
      readonly width: number,
      readonly height: number,
    ) {}
  } as unknown as typeof ImageData;
});

const GREY = [128, 128, 128, 255];
/** 3 by 2 pixels of grey; the middle column is the first layer's, the corner at the right the second's. */
const photo = () => new ImageData(new Uint8ClampedArray([GREY, GREY, GREY, GREY, GREY, GREY].flat()), 3, 2);
const OWNERS = Uint8Array.of(0, 1, 0, 0, 1, 2);
const recolor = (r: number, g: number, b: number): Layer => ({
  action: { action: 'recolor', value: '#000000' },
  color: [r, g, b],
  anchor: 0.2158605,
});
const at = (image: ImageData, pixel: number) => [...image.data.slice(pixel * 4, pixel * 4 + 4)];

test('a surface that is as light as its anchor shows exactly the color, and the rest stays', () => {
  const painter = new DraftPainter(photo(), OWNERS, 2);
  painter.paint([recolor(30, 60, 90), recolor(200, 10, 10)]);
  expect(at(painter.image, 1)).toEqual([30, 60, 90, 255]);
  expect(at(painter.image, 4)).toEqual([30, 60, 90, 255]);
  expect(at(painter.image, 5)).toEqual([200, 10, 10, 255]);
  expect(at(painter.image, 0)).toEqual(GREY);
});

test('only the layer that changed is painted again, within its own rectangle', () => {
  const painter = new DraftPainter(photo(), OWNERS, 2);
  const first = [recolor(30, 60, 90), recolor(200, 10, 10)];
  expect(painter.paint(first)).toEqual([
    { x: 1, y: 0, width: 1, height: 2 },
    { x: 2, y: 1, width: 1, height: 1 },
  ]);
  expect(painter.paint(first)).toEqual([]);
  expect(painter.paint([recolor(31, 60, 90), recolor(200, 10, 10)])).toEqual([
    { x: 1, y: 0, width: 1, height: 2 },
  ]);
  expect(at(painter.image, 1)).toEqual([31, 60, 90, 255]);
});

test('a tone works on each channel, and a stop more is lighter', () => {
  const painter = new DraftPainter(photo(), OWNERS, 2);
  painter.paint([
    { action: { action: 'tone', exposure: 1 }, color: null, anchor: 1 },
    { action: { action: 'tone', temperature: 50 }, color: null, anchor: 1 },
  ]);
  const [lighter = 0] = at(painter.image, 1);
  expect(lighter).toBeGreaterThan(170);
  const [red = 0, green = 0, blue = 0] = at(painter.image, 5);
  expect(red).toBeGreaterThan(green);
  expect(green).toBeGreaterThan(blue);
});
