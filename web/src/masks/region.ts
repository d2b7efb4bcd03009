import type { Segments } from './segments';

/** A click on a photo: from there on a region joins the mask, or leaves it. */
export interface Click {
  /** The pixel. */
  at: number;
  adds: boolean;
}

/** The sum of the steps between mean colors on the way from the click that is still looked at. */
const REACH_MAX = 60;
/** A segment that is on the wanted side by more than this share is not passed. */
const WRONG_SHARE_MIN = 0.3;
/** A color step at which an outline is half as good as none; of the order of a photo's noise. */
const EDGE_STEP = 8;

/**
 * The mask after a click. Regions grow from the click's segment by geodesic distance in color, through what the mask has
 * wrong only if the click is right; of all these, nested in each other, the one counts whose outline costs least: an outline
 * is cheap where the photo has an edge, and what borders on the mask needs none. What lies nearer to an earlier click of the
 * other kind is not taken.
 */
export function clicked(
  segments: Segments,
  mask: Uint8Array,
  click: Click,
  earlier: readonly Click[] = [],
): Uint8Array {
  const share = shareOf(segments, mask, click.adds);
  const others = earlier.filter(({ adds }) => adds !== click.adds).map(({ at }) => segments.of[at]!);
  const order = grown(segments, share, segments.of[click.at]!, others);
  const chosen = order.slice(0, cheapestOutline(segments, share, order));
  const isChosen = new Uint8Array(segments.count);
  for (const segment of chosen) isChosen[segment] = 1;
  const level = click.adds ? 255 : 0;
  const after = mask.slice();
  for (let at = 0; at < after.length; at++) if (isChosen[segments.of[at]!] === 1) after[at] = level;
  return after;
}

/** Of each segment: how much of it is not yet as the click wants it. */
function shareOf(segments: Segments, mask: Uint8Array, adds: boolean): Float32Array {
  const share = new Float32Array(segments.count);
  for (let at = 0; at < mask.length; at++) if (mask[at]! >= 128 !== adds) share[segments.of[at]!]! += 1;
  for (let s = 0; s < segments.count; s++) share[s]! /= segments.size[s]!;
  return share;
}

/** Segments in the order of their distance from the first, without those that are nearer to one of the others. */
function grown(segments: Segments, share: Float32Array, start: number, others: readonly number[]): number[] {
  const { first, neighbor, color } = segments;
  const cost = new Float32Array(segments.count).fill(Infinity);
  const isOther = new Uint8Array(segments.count);
  const isDone = new Uint8Array(segments.count);
  const queue = new DistanceQueue();
  const order: number[] = [];
  for (const seed of [...others, start]) {
    cost[seed] = 0;
    isOther[seed] = seed === start ? 0 : 1;
    queue.push(0, seed);
  }
  for (let segment = queue.pop(); segment !== undefined; segment = queue.pop()) {
    if (isDone[segment] === 1) continue;
    isDone[segment] = 1;
    if (isOther[segment] === 0) order.push(segment);
    for (let e = first[segment]!; e < first[segment + 1]!; e++) {
      const next = neighbor[e]!;
      if (isDone[next] === 1 || share[next]! < WRONG_SHARE_MIN) continue;
      const way = cost[segment]! + colorStep(color, segment, next);
      if (way >= cost[next]! || way > REACH_MAX) continue;
      cost[next] = way;
      isOther[next] = isOther[segment]!;
      queue.push(way, next);
    }
  }
  return order;
}

function colorStep(color: Float32Array, a: number, b: number): number {
  return Math.hypot(
    color[a * 3]! - color[b * 3]!,
    color[a * 3 + 1]! - color[b * 3 + 1]!,
    color[a * 3 + 2]! - color[b * 3 + 2]!,
  );
}

/** How many of the first segments make the region whose outline costs least. */
function cheapestOutline(segments: Segments, share: Float32Array, order: readonly number[]): number {
  const { first, neighbor, step, border } = segments;
  const isIn = new Uint8Array(segments.count);
  let cost = 0;
  let least = Infinity;
  let count = 0;
  order.forEach((segment, i) => {
    isIn[segment] = 1;
    const wasWrong = share[segment]! > 0.5;
    for (let e = first[segment]!; e < first[segment + 1]!; e++) {
      const next = neighbor[e]!;
      const line = border[e]! * Math.exp(-step[e]! / EDGE_STEP);
      if (isIn[next] === 1) cost -= wasWrong ? line : 0;
      else cost += share[next]! > 0.5 ? line : -line;
    }
    if (cost >= least) return;
    least = cost;
    count = i + 1;
  });
  return count;
}

/** A binary heap. */
class DistanceQueue {
  private readonly keys: number[] = [];
  private readonly values: number[] = [];

  push(key: number, value: number): void {
    const { keys, values } = this;
    let at = keys.length;
    for (; at > 0; at = (at - 1) >> 1) {
      const parent = (at - 1) >> 1;
      if (keys[parent]! <= key) break;
      keys[at] = keys[parent]!;
      values[at] = values[parent]!;
    }
    keys[at] = key;
    values[at] = value;
  }

  pop(): number | undefined {
    const { keys, values } = this;
    const top = values[0];
    const key = keys.pop();
    const value = values.pop();
    if (key === undefined || value === undefined || keys.length === 0) return top;
    let at = 0;
    for (let child = 1; child < keys.length; child = 2 * at + 1) {
      if (child + 1 < keys.length && keys[child + 1]! < keys[child]!) child += 1;
      if (keys[child]! >= key) break;
      keys[at] = keys[child]!;
      values[at] = values[child]!;
      at = child;
    }
    keys[at] = key;
    values[at] = value;
    return top;
  }
}
