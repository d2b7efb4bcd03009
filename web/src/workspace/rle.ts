import type { components } from '../api/schema';

export type RunLengths = components['schemas']['RunLengths'];

/** The lengths in COCO's text: groups of five bits, from the third on as a difference to the one before the last. */
export function runsOf(counts: string): number[] {
  const runs: number[] = [];
  for (let at = 0; at < counts.length;) {
    let value = 0;
    let shift = 0;
    let bits = 0;
    do {
      bits = counts.charCodeAt(at++) - 48;
      value |= (bits & 0x1f) << shift;
      shift += 5;
    } while (bits & 0x20);
    if (bits & 0x10) value |= -1 << shift;
    runs.push(runs.length > 2 ? value + (runs[runs.length - 2] ?? 0) : value);
  }
  return runs;
}

/** Writes `label` wherever the mask is set, into a picture of another size. */
export function paintMask(
  mask: RunLengths,
  label: number,
  into: Uint8Array | Uint16Array,
  width: number,
  height: number,
): void {
  const [fullHeight = 1, fullWidth = 1] = mask.size;
  const columns = samples(width, fullWidth);
  const rows = samples(height, fullHeight);
  let start = 0;
  runsOf(mask.counts).forEach((run, i) => {
    if (i % 2 === 1) paintRun(start, start + run);
    start += run;
  });

  function paintRun(from: number, to: number): void {
    for (let column = Math.floor(from / fullHeight); column * fullHeight < to; column++) {
      const top = Math.max(0, from - column * fullHeight);
      const bottom = Math.min(fullHeight, to - column * fullHeight);
      for (let x = columns.first(column); x < columns.first(column + 1); x++) {
        const end = rows.first(bottom);
        for (let y = rows.first(top); y < end; y++) into[y * width + x] = label;
      }
    }
  }
}

/** Which of `count` pixels lies first at or behind a pixel of `full`, by their middles. */
function samples(count: number, full: number): { first: (at: number) => number } {
  return { first: (at) => Math.min(count, Math.max(0, Math.ceil((at * count) / full - 0.5))) };
}
