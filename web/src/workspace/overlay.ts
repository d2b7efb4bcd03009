import type { FoundInstance } from './photo-view';

/** Eight hues of equal lightness, 45 degrees apart (OKLCH L .75, C .14). */
const HUES = [0, 45, 90, 135, 180, 225, 270, 315].map((hue) => `oklch(0.75 0.14 ${hue})`);
const FILL_OPACITY = 0.28;
const HATCH_PX = 8;

/**
 * Draws instances over a photo: a tint, an outline and the number, so that nothing is told by colour alone; hatched where
 * it is protected.
 */
export function drawOverlay(
  canvas: HTMLCanvasElement,
  shown: readonly FoundInstance[],
  hatched: boolean,
): void {
  const context = canvas.getContext('2d');
  if (context === null) return;
  context.clearRect(0, 0, canvas.width, canvas.height);
  shown.forEach((found, i) => {
    const color = HUES[i % HUES.length] ?? '';
    context.drawImage(tinted(maskOf(found, canvas), canvas.width, canvas.height, color, hatched), 0, 0);
  });
  if (shown.length > 1) shown.forEach((found, i) => number(context, found, i + 1, canvas));
}

function maskOf({ paint }: FoundInstance, { width, height }: HTMLCanvasElement): Uint8Array {
  const mask = new Uint8Array(width * height);
  paint(mask, 1);
  return mask;
}

function tinted(
  mask: Uint8Array,
  width: number,
  height: number,
  color: string,
  hatched: boolean,
): OffscreenCanvas {
  const layer = new OffscreenCanvas(width, height);
  const context = layer.getContext('2d');
  if (context === null) return layer;
  const pixels = context.createImageData(width, height);
  for (let at = 0; at < mask.length; at++) {
    if (mask[at] === 0) continue;
    const x = at % width;
    const y = (at - x) / width;
    const stripe = hatched && (x + y) % HATCH_PX < 2;
    pixels.data[at * 4 + 3] = isEdge(mask, at, x, width) || stripe ? 255 : 255 * FILL_OPACITY;
  }
  context.putImageData(pixels, 0, 0);
  context.globalCompositeOperation = 'source-in';
  context.fillStyle = color;
  context.fillRect(0, 0, width, height);
  return layer;
}

function isEdge(mask: Uint8Array, at: number, x: number, width: number): boolean {
  const left = x > 0 && mask[at - 1] === 0;
  const right = x < width - 1 && mask[at + 1] === 0;
  return left || right || mask[at - width] === 0 || mask[at + width] === 0;
}

function number(
  context: CanvasRenderingContext2D,
  found: FoundInstance,
  n: number,
  canvas: HTMLCanvasElement,
): void {
  const [x = 0, y = 0, w = 0, h = 0] = found.instance.box;
  const [fullHeight = canvas.height, fullWidth = canvas.width] = found.instance.rle?.size ?? [];
  const cx = ((x + w / 2) * canvas.width) / fullWidth;
  const cy = ((y + h / 2) * canvas.height) / fullHeight;
  const radius = Math.max(11, canvas.width / 70);
  context.fillStyle = '#161618';
  context.beginPath();
  context.arc(cx, cy, radius, 0, 2 * Math.PI);
  context.fill();
  context.fillStyle = '#ffffff';
  context.font = `600 ${radius * 1.1}px sans-serif`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(String(n), cx, cy);
}
