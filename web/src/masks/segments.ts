/** A photo cut into segments of like color that end where the photo has edges, and which of them lie side by side. */
export interface Segments {
  width: number;
  height: number;
  count: number;
  /** The segment of each pixel. */
  of: Int32Array;
  /** Pixels of each. */
  size: Int32Array;
  /** Mean red, green and blue of each, one after the other. */
  color: Float32Array;
  /** The neighbors of segment `s` are `neighbor[first[s]]` to `neighbor[first[s + 1] - 1]`. */
  first: Int32Array;
  neighbor: Int32Array;
  /** Of each neighbor: the mean step of color across the common border. */
  step: Float32Array;
  /** Of each neighbor: pixels of the common border. */
  border: Float32Array;
}

/** Larger values make larger segments; in steps of color times pixels. */
const SCALE = 60;
const SIZE_MIN = 12;
const LEVELS = 1024;
/** Euclidean distance of two colors, 441 at most, to a level. */
const LEVEL_STEP = LEVELS / 442;

/**
 * Felzenszwalb and Huttenlocher, "Efficient Graph-Based Image Segmentation" (2004): the least steps between neighbors join
 * first, as long as a step is not large for what lies inside both sides.
 */
export function segmentsOf(photo: ImageData, scale = SCALE, sizeMin = SIZE_MIN): Segments {
  const { width, height } = photo;
  const smooth = smoothed(photo);
  const links = linksByStep(smooth, width, height);
  const parent = Int32Array.from({ length: width * height }, (_, at) => at);
  const size = new Int32Array(width * height).fill(1);
  const limit = new Float32Array(width * height).fill(scale * LEVEL_STEP);
  const find = (at: number): number => {
    let root = at;
    while (parent[root] !== root) root = parent[root] = parent[parent[root]!]!;
    return root;
  };
  const join = (a: number, b: number): number => {
    const [into, from] = size[a]! >= size[b]! ? [a, b] : [b, a];
    parent[from] = into;
    size[into] = size[into]! + size[from]!;
    return into;
  };
  for (let i = 0; i < links.order.length; i++) {
    const link = links.order[i]!;
    const level = links.level[link]!;
    const a = find(link >> 1);
    const b = find((link >> 1) + (link & 1 ? width : 1));
    if (a === b || level > limit[a]! || level > limit[b]!) continue;
    const joined = join(a, b);
    limit[joined] = level + (scale * LEVEL_STEP) / size[joined]!;
  }
  for (let i = 0; i < links.order.length; i++) {
    const link = links.order[i]!;
    const a = find(link >> 1);
    const b = find((link >> 1) + (link & 1 ? width : 1));
    if (a !== b && (size[a]! < sizeMin || size[b]! < sizeMin)) join(a, b);
  }
  const of = new Int32Array(width * height);
  const names = new Int32Array(width * height).fill(-1);
  let count = 0;
  for (let at = 0; at < of.length; at++) {
    const root = find(at);
    if (names[root]! < 0) names[root] = count++;
    of[at] = names[root]!;
  }
  return {
    width,
    height,
    count,
    of,
    ...colors(photo, of, count),
    ...neighbors(smooth, of, width, count),
  };
}

/** Red, green and blue after a small Gauss filter (1 2 1 in both directions), so that noise makes no segments. */
function smoothed({ data, width, height }: ImageData): Float32Array {
  const rows = new Float32Array(width * height * 3);
  const both = new Float32Array(width * height * 3);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      const left = x > 0 ? at - 1 : at;
      const right = x < width - 1 ? at + 1 : at;
      for (let c = 0; c < 3; c++)
        rows[at * 3 + c] = (data[left * 4 + c]! + 2 * data[at * 4 + c]! + data[right * 4 + c]!) / 4;
    }
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      const up = y > 0 ? at - width : at;
      const down = y < height - 1 ? at + width : at;
      for (let c = 0; c < 3; c++)
        both[at * 3 + c] = (rows[up * 3 + c]! + 2 * rows[at * 3 + c]! + rows[down * 3 + c]!) / 4;
    }
  return both;
}

function stepOf(colors: Float32Array, a: number, b: number): number {
  const r = colors[a * 3]! - colors[b * 3]!;
  const g = colors[a * 3 + 1]! - colors[b * 3 + 1]!;
  const bl = colors[a * 3 + 2]! - colors[b * 3 + 2]!;
  return Math.sqrt(r * r + g * g + bl * bl);
}

/** A link is a pixel, doubled, and 0 to its right or 1 to below; sorted by the step of color. */
function linksByStep(smooth: Float32Array, width: number, height: number) {
  const level = new Uint16Array(width * height * 2);
  const starts = new Int32Array(LEVELS + 2);
  for (let at = 0; at < width * height; at++) {
    const x = at % width;
    for (let side = 0; side < 2; side++) {
      const isThere = side === 0 ? x < width - 1 : at + width < width * height;
      const link = at * 2 + side;
      level[link] = isThere
        ? Math.min(LEVELS - 1, Math.round(stepOf(smooth, at, at + (side ? width : 1)) * LEVEL_STEP))
        : LEVELS;
      starts[level[link] + 1]!++;
    }
  }
  for (let l = 0; l <= LEVELS; l++) starts[l + 1]! += starts[l]!;
  const order = new Int32Array(starts[LEVELS]!);
  for (let link = 0; link < level.length; link++)
    if (level[link]! < LEVELS) order[starts[level[link]!]!++] = link;
  return { order, level };
}

function colors(photo: ImageData, of: Int32Array, count: number) {
  const size = new Int32Array(count);
  const color = new Float32Array(count * 3);
  for (let at = 0; at < of.length; at++) {
    const s = of[at]!;
    size[s]!++;
    for (let c = 0; c < 3; c++) color[s * 3 + c]! += photo.data[at * 4 + c]!;
  }
  for (let s = 0; s < count; s++) for (let c = 0; c < 3; c++) color[s * 3 + c]! /= size[s]!;
  return { size, color };
}

function neighbors(smooth: Float32Array, of: Int32Array, width: number, count: number) {
  const shared = new Map<number, { step: number; length: number }>();
  for (let at = 0; at < of.length; at++) {
    const x = at % width;
    for (let side = 0; side < 2; side++) {
      if (side === 0 ? x === width - 1 : at + width >= of.length) continue;
      const to = at + (side ? width : 1);
      const a = of[at]!;
      const b = of[to]!;
      if (a === b) continue;
      const key = Math.min(a, b) * count + Math.max(a, b);
      let border = shared.get(key);
      if (border === undefined) shared.set(key, (border = { step: 0, length: 0 }));
      border.step += stepOf(smooth, at, to);
      border.length += 1;
    }
  }
  const first = new Int32Array(count + 1);
  for (const key of shared.keys()) {
    first[Math.floor(key / count) + 1]!++;
    first[(key % count) + 1]!++;
  }
  for (let s = 0; s < count; s++) first[s + 1]! += first[s]!;
  const next = first.slice();
  const neighbor = new Int32Array(first[count]!);
  const step = new Float32Array(first[count]!);
  const border = new Float32Array(first[count]!);
  for (const [key, value] of shared) {
    const a = Math.floor(key / count);
    const b = key % count;
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const) {
      const place = next[from]!++;
      neighbor[place] = to;
      step[place] = value.step / value.length;
      border[place] = value.length;
    }
  }
  return { first, neighbor, step, border };
}
