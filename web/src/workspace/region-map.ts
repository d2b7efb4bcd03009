import type { FoundInstance } from './photo-view';
import type { Size } from './zoom';

/** Which instance has which pixel of a photo: its place in `order`, from 1; 0 where nothing was found. */
export interface RegionMap extends Size {
  labels: Uint16Array;
  order: readonly FoundInstance[];
}

/** Where instances overlap, the smaller one lies on top, and all of `above` over the others. */
export function regionMap(
  found: readonly FoundInstance[],
  size: Size,
  above: string | null = null,
): RegionMap {
  const rank = ({ instance }: FoundInstance) => (instance.concept === above ? 1 : 0);
  const order = [...found].sort(
    (one, other) => rank(one) - rank(other) || other.instance.area - one.instance.area,
  );
  const labels = new Uint16Array(size.width * size.height);
  order.forEach(({ paint }, place) => paint(labels, place + 1));
  return { ...size, labels, order };
}

/** What lies at a place, in pixels of the photo. */
export function foundAt(map: RegionMap, x: number, y: number): FoundInstance | undefined {
  const column = Math.floor(x);
  const row = Math.floor(y);
  if (column < 0 || row < 0 || column >= map.width || row >= map.height) return undefined;
  return map.order[(map.labels[row * map.width + column] ?? 0) - 1];
}

/** Where the number of a region can stand. */
export interface Anchor {
  /** Inside it, near its middle, in the widest part of that row. */
  x: number;
  y: number;
  /** Of that part. */
  width: number;
  /** The first row of the region. */
  top: number;
}

/** By label. */
export function anchorsOf({ labels, width, order }: RegionMap): (Anchor | undefined)[] {
  const counts = new Float64Array(order.length + 1);
  const rows = new Float64Array(order.length + 1);
  const tops = new Map<number, number>();
  for (let at = 0; at < labels.length; at++) {
    const label = labels[at] ?? 0;
    if (label === 0) continue;
    const row = Math.floor(at / width);
    counts[label] = (counts[label] ?? 0) + 1;
    rows[label] = (rows[label] ?? 0) + row;
    if (!tops.has(label)) tops.set(label, row);
  }
  return Array.from(counts, (count, label) => {
    const top = tops.get(label);
    if (top === undefined) return undefined;
    const middle = Math.round((rows[label] ?? 0) / count);
    // Of two parts, one above the other, there may be nothing in the middle.
    const [x, length, y] = widest(labels, width, label, middle) ??
      widest(labels, width, label, top) ?? [0, 0, top];
    return { x: x + length / 2, y, width: length, top };
  });
}

type Run = readonly [start: number, length: number, row: number];

function widest(labels: Uint16Array, width: number, label: number, row: number): Run | undefined {
  let best: Run | undefined;
  let start = 0;
  for (let x = 0; x <= width; x++) {
    if (x < width && labels[row * width + x] === label) continue;
    if (x > start && x - start > (best?.[1] ?? 0)) best = [start, x - start, row];
    start = x + 1;
  }
  return best;
}

/** Where nothing may change: protected concepts and locked instances. */
export function guardedArea(
  found: readonly FoundInstance[],
  size: Size,
  isGuarded: (one: FoundInstance) => boolean,
): Uint8Array {
  const area = new Uint8Array(size.width * size.height);
  for (const one of found) if (isGuarded(one)) one.paint(area, 1);
  return area;
}

export function shareOf(area: Uint8Array): number {
  let count = 0;
  for (const set of area) count += set;
  return area.length === 0 ? 0 : count / area.length;
}
