/** A picture of two flat colors with a border that is not straight; for tests. */
export function twoColors(
  width: number,
  height: number,
  isRight: (x: number, y: number) => boolean,
): ImageData {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let at = 0; at < width * height; at++) {
    const right = isRight(at % width, Math.floor(at / width));
    data.set(right ? [200, 190, 170, 255] : [70, 90, 120, 255], at * 4);
  }
  return { data, width, height, colorSpace: 'srgb' };
}

/** Where the second color is. */
export function sideMask(width: number, height: number, isRight: (x: number, y: number) => boolean) {
  return Uint8Array.from({ length: width * height }, (_, at) =>
    isRight(at % width, Math.floor(at / width)) ? 255 : 0,
  );
}

/** How many pixels differ. */
export function difference(one: Uint8Array, other: Uint8Array): number {
  return one.reduce((count, level, at) => count + (level === other[at] ? 0 : 1), 0);
}
