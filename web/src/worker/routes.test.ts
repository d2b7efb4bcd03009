import { expect, test } from 'vitest';
import { pictureKey, wayOf } from './routes';

const OWN = 'https://photoset.example';
const STORE = 'https://store.example/photoset';
const SIGNED = 'X-Amz-Date=1&X-Amz-Signature=abc';

test.each([
  ['GET', `${OWN}/`, 'navigate', 'page'],
  ['GET', `${OWN}/studio/jobs/1`, 'navigate', 'page'],
  ['GET', `${OWN}/docs`, 'navigate', 'network'],
  ['GET', `${OWN}/assets/index-1.js`, 'cors', 'asset'],
  ['GET', `${OWN}/presets`, 'cors', 'vocabulary'],
  ['GET', `${OWN}/presets/interior`, 'cors', 'vocabulary'],
  ['GET', `${OWN}/materials`, 'cors', 'vocabulary'],
  ['GET', `${OWN}/materials/own`, 'cors', 'network'],
  ['GET', `${OWN}/me`, 'cors', 'network'],
  ['GET', `${OWN}/jobs`, 'cors', 'network'],
  ['POST', `${OWN}/studio/share`, 'navigate', 'share'],
  ['POST', `${OWN}/jobs`, 'cors', 'network'],
  ['GET', `${STORE}/inputs/u/j/0.view.jpg?${SIGNED}`, 'no-cors', 'picture'],
  ['GET', `${STORE}/outputs/u/j/a/0.png?${SIGNED}`, 'cors', 'picture'],
  ['GET', `${STORE}/previews/u/j/a/0.jpg?${SIGNED}`, 'cors', 'picture'],
  ['GET', `${STORE}/previews/u/j/live/1.jpg?${SIGNED}`, 'cors', 'network'],
  ['GET', `${STORE}/inputs/u/j/0.jpg?${SIGNED}`, 'cors', 'network'],
  ['GET', `${STORE}/masks/u/j/0/Wall.png?${SIGNED}`, 'cors', 'network'],
  ['PUT', `${STORE}/uploads/u/j/0?${SIGNED}`, 'cors', 'network'],
])('%s %s (%s) goes the way of %s', (method, url, mode, way) => {
  expect(wayOf({ method, url, mode }, OWN)).toBe(way);
});

test('a picture is the same under every signature', () => {
  expect(pictureKey(`${STORE}/outputs/u/j/a/0.png?${SIGNED}`)).toBe(`${STORE}/outputs/u/j/a/0.png`);
});
