import { expect, test } from 'vitest';
import { colorAt } from './photo-probe';

test('the color of a place is the mean of what is around it, and ends at the edge', () => {
  const width = 10;
  const data = new Uint8ClampedArray(width * width * 4);
  for (let pixel = 0; pixel < width * width; pixel++)
    data.set(pixel % width < 5 ? [255, 0, 0, 255] : [0, 0, 100, 255], pixel * 4);
  const photo = { data, width, height: width } as ImageData;
  expect(colorAt(photo, 0, 0)).toBe('#ff0000');
  expect(colorAt(photo, 1, 1)).toBe('#000064');
  // Two columns of red and three of blue.
  expect(colorAt(photo, 0.55, 0.5)).toBe('#66003c');
});
