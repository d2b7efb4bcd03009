import { expect, test } from 'vitest';
import { paintSpot, spotsBetween } from './brush';
import { sideOf } from './edge-side';
import { MaskDocument } from './mask-document';
import { difference, sideMask, twoColors } from './testing';

const HARD = { size: 20, softness: 0, erases: false };

function emptyMask(): MaskDocument {
  return new MaskDocument(new Uint8Array(100 * 60), 100, 60);
}

test('a hard spot has the area of its circle, and an eraser takes it away', () => {
  const mask = emptyMask();
  paintSpot(mask, 50, 30, HARD, null);
  const area = mask.levels.filter((level) => level === 255).length;
  expect(area).toBeGreaterThan(Math.PI * 100 * 0.9);
  expect(area).toBeLessThan(Math.PI * 100 * 1.1);
  paintSpot(mask, 50, 30, { ...HARD, size: 24, erases: true }, null);
  expect(mask.levels.some((level) => level > 0)).toBe(false);
});

test('a soft spot fades to its rim, and painting twice does not fill it', () => {
  const mask = emptyMask();
  const soft = { ...HARD, size: 40, softness: 1 };
  paintSpot(mask, 50, 30, soft, null);
  paintSpot(mask, 50, 30, soft, null);
  const row = [50, 55, 60, 65].map((x) => mask.levels[30 * 100 + x] ?? 0);
  expect(row).toEqual([...row].sort((a, b) => b - a));
  expect(row[3]).toBeLessThan(80);
});

test('a spot at the corner stays in the photo', () => {
  const mask = emptyMask();
  paintSpot(mask, 0, 0, HARD, null);
  expect(mask.levels[99]).toBe(0);
  expect(mask.levels[0]).toBe(255);
});

test('the spots of a line end at its end and lie close', () => {
  const spots = spotsBetween({ x: 0, y: 0 }, { x: 30, y: 40 }, 20);
  expect(spots.at(-1)).toEqual({ x: 30, y: 40 });
  expect(spots.length).toBeGreaterThanOrEqual(50 / (20 * 0.15));
});

test('a brush that follows edges keeps to the side on which it began', () => {
  const isRight = (x: number, y: number) => x > 50 + 5 * Math.sin(y / 6);
  const photo = twoColors(100, 60, isRight);
  const mask = emptyMask();
  const side = sideOf(photo, 60, 30);
  for (const spot of spotsBetween({ x: 60, y: 5 }, { x: 60, y: 55 }, 40))
    paintSpot(mask, spot.x, spot.y, { ...HARD, size: 40 }, side);
  const wrong = mask.levels.filter((level, at) => level > 0 && !isRight(at % 100, Math.floor(at / 100)));
  expect(wrong.length).toBeLessThan(10);
  expect(mask.levels.filter((level) => level === 255).length).toBeGreaterThan(1400);
});

test('every step is undone and redone, and an undone step is gone after another one', () => {
  const mask = emptyMask();
  const steps = [20, 50, 80].map((x) => {
    mask.begin();
    paintSpot(mask, x, 30, HARD, null);
    expect(mask.end()).toBe(true);
    return mask.levels.slice();
  });
  mask.undo();
  mask.undo();
  expect(difference(mask.levels, steps[0] ?? new Uint8Array())).toBe(0);
  mask.redo();
  expect(difference(mask.levels, steps[1] ?? new Uint8Array())).toBe(0);
  expect(mask.replace(sideMask(100, 60, () => true))).toBe(true);
  expect(mask.canRedo).toBe(false);
  mask.undo();
  expect(difference(mask.levels, steps[1] ?? new Uint8Array())).toBe(0);
});

test('a stroke that changes nothing is no step, and one that is broken off leaves nothing', () => {
  const mask = emptyMask();
  mask.begin();
  paintSpot(mask, 50, 30, { ...HARD, erases: true }, null);
  expect(mask.end()).toBe(false);
  mask.begin();
  paintSpot(mask, 50, 30, HARD, null);
  mask.abort();
  expect(mask.levels.some((level) => level > 0)).toBe(false);
  expect(mask.canUndo).toBe(false);
});
