import type { Click } from '../src/masks/region';

/** Where somebody would click: the innermost pixel of the largest part that is wrong; null when all is right. */
export function worstPlace(mask: Uint8Array, truth: Uint8Array, width: number): Click | null {
  const parts = wrongParts(mask, truth, width);
  const largest = parts.reduce<number[]>((most, part) => (part.length > most.length ? part : most), []);
  if (largest.length === 0) return null;
  const at = innermost(largest, width, mask.length);
  return { at, adds: truth[at] === 255 };
}

/** The mask with its largest wrong parts exactly right: no click does more for its part. */
export function exactlyMended(mask: Uint8Array, truth: Uint8Array, width: number, parts: number): Uint8Array {
  const mended = mask.slice();
  const largest = wrongParts(mask, truth, width).sort((one, other) => other.length - one.length);
  for (const at of largest.slice(0, parts).flat()) mended[at] = truth[at] ?? 0;
  return mended;
}

/** Pixels that are missing, or too much, and connected. */
function wrongParts(mask: Uint8Array, truth: Uint8Array, width: number): number[][] {
  const isSeen = new Uint8Array(mask.length);
  const parts: number[][] = [];
  for (let start = 0; start < mask.length; start++) {
    if (mask[start] === truth[start] || isSeen[start] === 1) continue;
    const part = [start];
    isSeen[start] = 1;
    for (let i = 0; i < part.length; i++)
      for (const next of around(part[i] ?? 0, width, mask.length)) {
        if (isSeen[next] === 1 || mask[next] === truth[next] || mask[next] !== mask[start]) continue;
        isSeen[next] = 1;
        part.push(next);
      }
    parts.push(part);
  }
  return parts;
}

/** Peels the part from its rim; what is left last lies deepest. */
function innermost(part: readonly number[], width: number, size: number): number {
  const depth = new Int32Array(size);
  for (const at of part) depth[at] = -1;
  const isRim = (at: number) => {
    const near = around(at, width, size);
    return near.length < 4 || near.some((next) => depth[next] === 0);
  };
  const queue = part.filter(isRim);
  for (const at of queue) depth[at] = 1;
  for (let i = 0; i < queue.length; i++)
    for (const next of around(queue[i] ?? 0, width, size)) {
      if (depth[next] !== -1) continue;
      depth[next] = (depth[queue[i] ?? 0] ?? 0) + 1;
      queue.push(next);
    }
  return queue.at(-1) ?? part[0] ?? 0;
}

function around(at: number, width: number, size: number): number[] {
  const x = at % width;
  const near: number[] = [];
  if (x > 0) near.push(at - 1);
  if (x < width - 1) near.push(at + 1);
  if (at >= width) near.push(at - width);
  if (at + width < size) near.push(at + width);
  return near;
}
