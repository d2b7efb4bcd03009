import { expect, test } from 'vitest';
import { fromHex } from '../workspace/color';
import { CHROMA_MAX, hexOfOklch, hexOfText, intoGamut, isInGamut, toOklch } from './oklch';

const oklch = (hex: string) => toOklch(fromHex(hex) ?? [0, 0, 0]);

test('the primaries are where CSS Color 4 has them', () => {
  const red = oklch('#ff0000');
  expect(red.l).toBeCloseTo(0.62796, 4);
  expect(red.c).toBeCloseTo(0.25768, 4);
  expect(red.h).toBeCloseTo(29.234, 2);
  const blue = oklch('#0000ff');
  expect(blue.l).toBeCloseTo(0.45201, 4);
  expect(blue.c).toBeCloseTo(0.31321, 4);
  expect(blue.h).toBeCloseTo(264.052, 2);
});

test('every color comes back as itself, and none has more chroma than the slider', () => {
  for (let code = 0; code < 0x1000; code++) {
    const hex = hexOfText(code.toString(16).padStart(3, '0')) ?? '';
    expect(hexOfOklch(oklch(hex))).toBe(hex);
    expect(oklch(hex).c).toBeLessThan(CHROMA_MAX);
  }
});

test('what sRGB has not keeps lightness and hue, and as much chroma as there is', () => {
  const wanted = { l: 0.7, c: 0.33, h: 150 };
  expect(isInGamut(wanted)).toBe(false);
  const clipped = intoGamut(wanted);
  expect([clipped.l, clipped.h]).toEqual([0.7, 150]);
  expect(isInGamut(clipped)).toBe(true);
  expect(isInGamut({ ...clipped, c: clipped.c + 0.005 })).toBe(false);
  const shown = oklch(hexOfOklch(wanted));
  expect(shown.h).toBeCloseTo(150, 0);
  expect(shown.l).toBeCloseTo(0.7, 2);
});

test('a grey has no hue', () => {
  expect(oklch('#808080').h).toBe(0);
  expect(hexOfOklch({ l: 1, c: 0.2, h: 90 })).toBe('#ffffff');
});

test('colors are read as people and rules write them', () => {
  expect(hexOfText(' #ABC ')).toBe('#aabbcc');
  expect(hexOfText('A1b2C3')).toBe('#a1b2c3');
  expect(hexOfText('lab(100 0 0)')).toBe('#ffffff');
  expect(hexOfText('lab(53.585% 0 0)')).toBe('#808080');
  expect(hexOfText('lab(54.29 80.81 69.89)')).toBe('#ff0000');
  expect(hexOfText('sage')).toBeNull();
  expect(hexOfText('#12')).toBeNull();
});
