import type { Box, MaskDocument } from './mask-document';

export interface Brush {
  /** Diameter in pixels of the photo. */
  size: number;
  /** 0: hard to its rim; 1: fades from its middle on. */
  softness: number;
  erases: boolean;
}

export const SIZE_MIN = 4;
export const SIZE_MAX = 400;

/** Spots lie so close, as a share of the size, that their rims make a line. */
const SPACING = 0.15;

/** The pixels of a spot that may be painted; null: all of them. */
export type Side = ((x: number, y: number, radius: number) => Uint8Array) | null;

/** One spot; `side` says which of the pixels of its box are on the stroke's side of the photo's edges. */
export function paintSpot(mask: MaskDocument, x: number, y: number, brush: Brush, side: Side): Box {
  const radius = brush.size / 2;
  const reach = Math.ceil(radius);
  const [cx, cy] = [Math.round(x), Math.round(y)];
  const allowed = side?.(cx, cy, reach) ?? null;
  const box = { left: cx - reach, top: cy - reach, right: cx + reach + 1, bottom: cy + reach + 1 };
  const row = 2 * reach + 1;
  for (let py = Math.max(0, box.top); py < Math.min(mask.height, box.bottom); py++)
    for (let px = Math.max(0, box.left); px < Math.min(mask.width, box.right); px++) {
      if (allowed !== null && allowed[(py - box.top) * row + px - box.left] === 0) continue;
      const level = levelAt(Math.hypot(px - x, py - y), radius, brush.softness);
      if (level === 0) continue;
      const at = py * mask.width + px;
      const old = mask.levels[at] ?? 0;
      mask.levels[at] = brush.erases ? Math.min(old, 255 - level) : Math.max(old, level);
    }
  mask.touch(box);
  return box;
}

/** Full inside, half at the rim of a hard brush, and falling over the soft part of the radius. */
function levelAt(distance: number, radius: number, softness: number): number {
  const soft = Math.max(1, radius * softness);
  const share = Math.min(1, Math.max(0, (radius + 0.5 - distance) / soft));
  return Math.round(255 * share);
}

/** The middles of the spots from one point to the next, without the first. */
export function spotsBetween(
  from: { x: number; y: number },
  to: { x: number; y: number },
  size: number,
): { x: number; y: number }[] {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const count = Math.max(1, Math.ceil(length / Math.max(1, size * SPACING)));
  return Array.from({ length: count }, (_, i) => {
    const share = (i + 1) / count;
    return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
  });
}
