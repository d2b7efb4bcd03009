import type { Box } from './mask-document';

const TINT = [124, 92, 255] as const;
const TINT_OPACITY = 0.45;

/** Draws the part of a mask that lies in a box: a tint, and an outline, so that it is seen on any color. */
export function paintMaskOverlay(context: CanvasRenderingContext2D, levels: Uint8Array, box: Box): void {
  const { width, height } = context.canvas;
  const left = Math.max(0, Math.floor(box.left) - 1);
  const top = Math.max(0, Math.floor(box.top) - 1);
  const right = Math.min(width, Math.ceil(box.right) + 1);
  const bottom = Math.min(height, Math.ceil(box.bottom) + 1);
  if (right <= left || bottom <= top) return;
  const part = context.createImageData(right - left, bottom - top);
  for (let y = top, to = 0; y < bottom; y++)
    for (let x = left; x < right; x++, to += 4) {
      const at = y * width + x;
      const level = levels[at]!;
      if (level === 0) continue;
      const isRim = level >= 128 && isOutline(levels, at, x, width);
      part.data[to] = isRim ? 255 : TINT[0];
      part.data[to + 1] = isRim ? 255 : TINT[1];
      part.data[to + 2] = isRim ? 255 : TINT[2];
      part.data[to + 3] = isRim ? 255 : level * TINT_OPACITY;
    }
  context.putImageData(part, left, top);
}

function isOutline(levels: Uint8Array, at: number, x: number, width: number): boolean {
  return (
    (x > 0 && levels[at - 1]! < 128) ||
    (x < width - 1 && levels[at + 1]! < 128) ||
    (at >= width && levels[at - width]! < 128) ||
    (at + width < levels.length && levels[at + width]! < 128)
  );
}
