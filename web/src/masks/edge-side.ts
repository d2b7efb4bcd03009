import type { Side } from './brush';

/** Euclidean distance in red, green and blue: a wall's own shadows and grain stay below it, a skirting does not. */
const TOLERANCE = 34;
/** How fast a stroke follows the light along a surface. */
const FOLLOW = 0.1;
/** The part of the radius in which a spot looks for the color of its stroke. */
const CORE = 0.4;

/**
 * Which pixels of a spot lie on the stroke's side of the photo's edges: those that are connected to its middle by pixels
 * of the color at which the stroke began. That color follows slowly as the light changes along a surface.
 */
export function sideOf(photo: ImageData, startX: number, startY: number): Exclude<Side, null> {
  const color = meanAround(photo, Math.round(startX), Math.round(startY));
  return (cx, cy, reach) => {
    const row = 2 * reach + 1;
    const near = likePixels(photo, cx, cy, reach, color);
    const reached = connected(near, row, reach);
    fillGaps(reached, row);
    follow(photo, cx - reach, cy - reach, row, reached, color);
    return reached;
  };
}

function meanAround({ data, width, height }: ImageData, cx: number, cy: number): [number, number, number] {
  const sum: [number, number, number] = [0, 0, 0];
  let count = 0;
  for (let y = Math.max(0, cy - 2); y <= Math.min(height - 1, cy + 2); y++)
    for (let x = Math.max(0, cx - 2); x <= Math.min(width - 1, cx + 2); x++) {
      const at = (y * width + x) * 4;
      for (let c = 0; c < 3; c++) sum[c]! += data[at + c]!;
      count += 1;
    }
  return [sum[0] / count, sum[1] / count, sum[2] / count];
}

function likePixels(
  { data, width, height }: ImageData,
  cx: number,
  cy: number,
  reach: number,
  color: readonly [number, number, number],
): Uint8Array {
  const row = 2 * reach + 1;
  const near = new Uint8Array(row * row);
  for (let dy = -reach; dy <= reach; dy++)
    for (let dx = -reach; dx <= reach; dx++) {
      const [x, y] = [cx + dx, cy + dy];
      if (x < 0 || y < 0 || x >= width || y >= height || dx * dx + dy * dy > (reach + 1) ** 2) continue;
      const at = (y * width + x) * 4;
      const [r, g, b] = [data[at]! - color[0], data[at + 1]! - color[1], data[at + 2]! - color[2]];
      if (r * r + g * g + b * b <= TOLERANCE * TOLERANCE) near[(dy + reach) * row + dx + reach] = 1;
    }
  return near;
}

function connected(near: Uint8Array, row: number, reach: number): Uint8Array {
  const reached = new Uint8Array(near.length);
  const open: number[] = [];
  const core = Math.max(1, Math.round(reach * CORE));
  const visit = (at: number) => {
    if (near[at] !== 1 || reached[at] === 1) return;
    reached[at] = 1;
    open.push(at);
  };
  for (let y = reach - core; y <= reach + core; y++)
    for (let x = reach - core; x <= reach + core; x++) visit(y * row + x);
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const x = at % row;
    if (x > 0) visit(at - 1);
    if (x < row - 1) visit(at + 1);
    visit(at - row);
    visit(at + row);
  }
  return reached;
}

/** Grain and thin joints are no edges: a pixel with most of its neighbors in is in too. */
function fillGaps(reached: Uint8Array, row: number): void {
  const before = reached.slice();
  for (let y = 1; y < row - 1; y++)
    for (let x = 1; x < row - 1; x++) {
      const at = y * row + x;
      let count = 0;
      for (const by of [-row - 1, -row, -row + 1, -1, 1, row - 1, row, row + 1]) count += before[at + by]!;
      if (count >= 5) reached[at] = 1;
    }
}

function follow(
  { data, width, height }: ImageData,
  left: number,
  top: number,
  row: number,
  reached: Uint8Array,
  color: [number, number, number],
): void {
  const sum = [0, 0, 0];
  let count = 0;
  reached.forEach((is, i) => {
    const [x, y] = [left + (i % row), top + Math.floor(i / row)];
    if (is === 0 || x < 0 || y < 0 || x >= width || y >= height) return;
    for (let c = 0; c < 3; c++) sum[c]! += data[(y * width + x) * 4 + c]!;
    count += 1;
  });
  if (count > 0) for (let c = 0; c < 3; c++) color[c]! += FOLLOW * (sum[c]! / count - color[c]!);
}
